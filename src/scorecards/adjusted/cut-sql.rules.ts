import { groupBy } from "../../shared/group-by";
import type { Stream } from "../../shared/stream";
import { countingFactsSql, type FactsOf } from "../../measures/fact-relation.rules";
import type { BoundSource, Cut } from "./cut.rules";
import type { Timeline } from "./timeline.rules";

/** Of these it is known on which day they count, but not when on it: only whole days can be taken out. */
export const KNOWN_BY_DAY: ReadonlySet<Stream> = new Set(["work_time", "headcount", "cost"]);

/** A cut with the days of its sources that are looked at. */
export interface SlicedCut {
  readonly no: number;
  readonly cut: Cut;
  readonly sources: readonly BoundSource[];
}

/**
 * As JSON for `SLICES`: facts of one service, some days and channels, that go by one timeline. Each is looked up apart,
 * by service and day, so that nothing large is ever joined.
 */
export const flatSlices = (cuts: readonly SlicedCut[]): string =>
  JSON.stringify(
    cuts.flatMap(({ no, cut, sources }) =>
      slicedSources(sources).flatMap((source) =>
        timelinesFor(cut, source.service_id).map((timeline) => ({
          cut: no,
          ...source,
          ...flatTimeline(cut, timeline),
        })),
      ),
    ),
  );

/** Whoever counts for the same service on the same days, together; null: everybody. */
function slicedSources(sources: readonly BoundSource[]) {
  const keyOf = ({ serviceId, personId, days }: BoundSource): string =>
    `${serviceId}/${days.from}/${days.until}/${personId === null}`;
  return [...groupBy(sources, keyOf).values()].map((together) => {
    const { serviceId, personId, days } = together[0]!;
    const people = personId === null ? null : together.map((one) => one.personId);
    return { service_id: serviceId, person_ids: people, from: days.from, until: days.until };
  });
}

function timelinesFor({ timelines }: Cut, serviceId: string): readonly Timeline[] {
  const own = timelines.filter((one) => one.serviceId === serviceId);
  return own.length > 0 ? own : [{ serviceId, channel: null, others: [], stretches: [] }];
}

function flatTimeline(cut: Cut, timeline: Timeline) {
  const { channel, others, stretches } = timeline;
  const days = cut.dayStretches.get(timeline) ?? [];
  return {
    ...{ channel, others },
    bounds: stretches.map(({ from }) => new Date(from).toISOString()),
    steps: stretches.map(({ step }) => step),
    days: days.map(({ from }) => from),
    day_steps: days.map(({ step }) => step),
  };
}

/** SQL of `slice`, from `flatSlices` ($2). Bounds are in order, so that a step is found by halving. */
export const SLICES = `
  slice as materialized (
    select * from jsonb_to_recordset($2)
      as r(cut integer, service_id uuid, person_ids uuid[], "from" date, until date, channel text, others text[],
           bounds timestamptz[], steps integer[], days date[], day_steps integer[]))`;

const OF_SLICE = { clientId: "$1", serviceIds: "array[r.service_id]", from: `r."from"`, until: "r.until" } as const;

/** SQL of slices `r` with their facts `f`. The fence has them found by service and day. */
export const factsOfSlices = (of: FactsOf): string => `
  slice r cross join lateral (
    select f.* from ${countingFactsSql(of, OF_SLICE)}
     where f.day >= r."from" and f.day < r.until and (r.person_ids is null or f.person_id = any(r.person_ids))
       and (f.channel = r.channel or (r.channel is null and f.channel <> all(r.others))) offset 0) f`;

/** SQL of the step at which a fact goes; null: it stays. */
export const stepSql = (stream: Stream): string =>
  KNOWN_BY_DAY.has(stream)
    ? "r.day_steps[width_bucket(f.day, r.days)]"
    : "r.steps[width_bucket(f.occurred_at, r.bounds)]";
