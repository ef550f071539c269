import { asynchronousChannels, channelClassSql, type ChannelClass } from "../../measures/channel-class.rules";
import { placeKey } from "../../measures/fact-relation.rules";
import { sumSql, withOwnValues } from "../../measures/measure-sql.rules";
import { slotKey } from "../../measures/slots.rules";
import type { MeasureInUse } from "../../kpis/measure-definition";
import { rows, type Tx } from "../../platform/database";
import { groupBy } from "../../shared/group-by";
import { NIL_ID } from "../../shared/ids";
import type { PlacedMeasure, StreamSums } from "../sums-book.rules";
import { factsOfSlices, flatSlices, SLICES, stepSql } from "./cut-sql.rules";
import { sourcesOn, type Cut } from "./cut.rules";

/** Sums over facts of touched days that go together. */
export interface FactSums extends StreamSums {
  readonly cut: number;
  /** The way in which they were found. */
  readonly place: string;
  /** Null: they stay. */
  readonly step: number | null;
  /** Null: nobody's in particular. */
  readonly personId: string | null;
}

export interface FactSumsRequest {
  readonly clientId: string;
  readonly cuts: readonly { readonly no: number; readonly cut: Cut }[];
  /** Those of all formulas, but for closings. */
  readonly measures: readonly PlacedMeasure[];
  readonly isByPerson: boolean;
}

/**
 * Measures of the touched days by when their facts go, from the facts themselves: a statement for each way in which
 * facts are found, whatever is asked for.
 */
export async function loadFactSums(tx: Tx, request: FactSumsRequest): Promise<FactSums[]> {
  const cuts = request.cuts.map(({ cut, no }) => ({ no, cut, sources: sourcesOn(cut, true) }));
  if (cuts.every(({ sources }) => sources.length === 0)) return [];
  const params = [request.clientId, flatSlices(cuts)];
  const distinct = [...new Map(request.measures.map((one) => [slotKey(one.use), one])).values()];
  const found: FactSums[] = [];
  for (const together of groupBy(distinct, ({ use }) => placeOf(use)).values())
    found.push(...(await sumsOfPlace(tx, { ...request, params, together })));
  return found;
}

/** The way in which the facts of a measure are found. */
export const placeOf = (use: MeasureInUse): string => placeKey(factsOf(use));

const factsOf = ({ measure: { stream, attribution }, parameters }: MeasureInUse) => ({
  stream,
  attribution,
  parameters,
});

interface OfPlace extends FactSumsRequest {
  readonly params: readonly unknown[];
  readonly together: readonly PlacedMeasure[];
}

interface Row {
  readonly cut: number;
  readonly step: number | null;
  readonly personId: string | null;
  readonly channels: ChannelClass;
  readonly sums: readonly (number | null)[];
}

async function sumsOfPlace(tx: Tx, { params, together, isByPerson }: OfPlace): Promise<FactSums[]> {
  const { use } = together[0]!;
  const { stream } = use.measure;
  const place = placeOf(use);
  const person = isByPerson ? `nullif(f.person_id, '${NIL_ID}')` : "null::uuid";
  const { sql, params: all } = withOwnValues(
    `with ${SLICES}
     select r.cut, ${stepSql(stream)} as step, ${person} as "personId",
            ${channelClassSql(`'${stream}'`, "f.channel", "$3")} as channels,
            array[${together.map((one) => sumSql(one.use, "true")).join(", ")}]::float8[] as sums
       from ${factsOfSlices(factsOf(use))}
      group by 1, 2, 3, 4`,
    [...params, asynchronousChannels()],
  );
  const found = await rows<Row>(tx, sql, all);
  return found.map(({ sums, ...row }) => ({ ...row, ...inSlots(together, sums), place, stream, closing: null }));
}

/** As the sums of daily measures are: slot 1 first. What has no slot yet is not there. */
function inSlots(
  together: readonly PlacedMeasure[],
  sums: readonly (number | null)[],
): Pick<StreamSums, "length" | "sums"> {
  const slots: (number | null)[] = [];
  together.forEach(({ slot }, index) => {
    if (slot !== undefined) slots[slot - 1] = sums[index] ?? null;
  });
  return { length: Number.MAX_SAFE_INTEGER, sums: slots };
}
