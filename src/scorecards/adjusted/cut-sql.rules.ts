import type { Stream } from "../../shared/stream";
import { EVERYBODY } from "../accounts.rules";
import type { BoundSource, Cut } from "./cut.rules";

/** Of these it is known on which day they count, but not when on it: only whole days can be taken out. */
export const KNOWN_BY_DAY: ReadonlySet<Stream> = new Set(["work_time", "headcount", "cost"]);

/** As JSON for `CUT_RELATIONS`; cuts by their number. */
export const flatCutSources = (cuts: readonly { readonly no: number; readonly sources: readonly BoundSource[] }[]) =>
  JSON.stringify(
    cuts.flatMap(({ no, sources }) =>
      sources.map(({ serviceId, personId, days }) => ({
        ...{ cut: no, service_id: serviceId, person_id: personId ?? EVERYBODY, from: days.from, until: days.until },
      })),
    ),
  );

export const flatTimelines = (cuts: readonly { readonly no: number; readonly cut: Cut }[]): string =>
  JSON.stringify(
    cuts.flatMap(({ no, cut }) =>
      cut.timelines.map((timeline) => {
        const { serviceId, channel, others, stretches } = timeline;
        const days = cut.dayStretches.get(timeline) ?? [];
        return {
          ...{ cut: no, service_id: serviceId, channel, others },
          bounds: stretches.map(({ from }) => new Date(from).toISOString()),
          steps: stretches.map(({ step }) => step),
          days: days.map(({ from }) => from),
          day_steps: days.map(({ step }) => step),
        };
      }),
    ),
  );

/**
 * SQL of `run` ($2: services with ranges of days), `source` ($3: `flatCutSources`) and `timeline` ($4: `flatTimelines`).
 * The bounds of a timeline are in order, so that a step is found by halving.
 */
export const CUT_RELATIONS = `
  run as materialized (
    select * from jsonb_to_recordset($2) as r(service_id uuid, "from" date, until date)),
  source as materialized (
    select * from jsonb_to_recordset($3) as s(cut integer, service_id uuid, person_id uuid, "from" date, until date)),
  timeline as materialized (
    select * from jsonb_to_recordset($4)
      as t(cut integer, service_id uuid, channel text, others text[], bounds timestamptz[], steps integer[],
           days date[], day_steps integer[]))`;

/** Where countable facts are looked for, one run at a time. */
export const WITHIN_RUN = {
  clientId: "$1",
  serviceIds: "array[r.service_id]",
  from: `r."from"`,
  until: "r.until",
} as const;

/** SQL that joins facts `f` of a run `r` with the cuts that count them, and with what goes of them when. */
export const COUNTED_BY_CUTS = `
  cross join lateral (values (f.person_id), ('${EVERYBODY}'::uuid)) as k(person_id)
  join source s on s.service_id = f.service_id and s.person_id = k.person_id and f.day >= s."from" and f.day < s.until
  left join timeline t on t.cut = s.cut and t.service_id = f.service_id
   and (t.channel = f.channel or (t.channel is null and f.channel <> all(t.others)))`;

/** SQL of the step at which a fact goes; null: it stays. */
export const stepSql = (stream: Stream): string =>
  KNOWN_BY_DAY.has(stream)
    ? "t.day_steps[width_bucket(f.day, t.days)]"
    : "t.steps[width_bucket(f.occurred_at, t.bounds)]";

/** Runs of days by service, each day once. */
export function runsOf(sources: readonly BoundSource[]): { service_id: string; from: string; until: string }[] {
  const inOrder = [...sources].sort((a, b) => (a.serviceId + a.days.from < b.serviceId + b.days.from ? -1 : 1));
  const runs: { service_id: string; from: string; until: string }[] = [];
  for (const { serviceId, days } of inOrder) {
    const last = runs.at(-1);
    if (last?.service_id !== serviceId || days.from > last.until) runs.push({ service_id: serviceId, ...days });
    else if (days.until > last.until) last.until = days.until;
  }
  return runs;
}
