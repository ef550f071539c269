import { MEASURES } from "../../kpis/catalogue/measures";
import type { Stream } from "../../shared/stream";
import type { PlacedMeasure } from "../sums-book.rules";

/**
 * A measure for each instant by which facts of these streams count, whatever else is asked for: as with daily measures,
 * a stream of which anything happened counts 0 where nothing else is known. They have no slot: nothing is read of them.
 */
export const witnessesOf = (streams: readonly Stream[]): PlacedMeasure[] =>
  [...new Set(streams)].flatMap((stream) => KNOWN.get(stream) ?? []);

const plain = MEASURES.filter(({ parameters }) => parameters.length === 0);

const KNOWN: ReadonlyMap<Stream, readonly PlacedMeasure[]> = new Map(
  [...new Set(plain.map(({ stream }) => stream))].map((stream) => {
    const own = plain.filter((one) => one.stream === stream);
    const byAttribution = new Map(own.map((measure) => [measure.attribution, measure]));
    return [
      stream,
      [...byAttribution.values()].map((measure) => ({
        ...{ use: { measure, parameters: {} }, closing: null },
        ...{ side: "sample" as const, slot: undefined },
      })),
    ];
  }),
);
