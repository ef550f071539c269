import type { Parameters } from "../kpis/kpi-definition";
import type { Attribution } from "../kpis/measure-definition";
import type { Stream } from "../shared/stream";
import { streamDays } from "./streams/streams.rules";

/** Facts of a stream that count by one attribution; `parameters` may say how much later they do. */
export interface FactsOf {
  readonly stream: Stream;
  readonly attribution: Attribution;
  readonly parameters: Parameters;
}

/** Where to look, as SQL: values or parameters. */
export interface Narrowing {
  readonly clientId: string;
  readonly serviceIds: string;
  readonly from: string;
  readonly until: string;
}

/** SQL of the facts `f` of some services that may count on days `[from, until)`: `f.day` and `f.occurred_at` say when. */
export function countingFactsSql(of: FactsOf, { clientId, serviceIds, from, until }: Narrowing): string {
  const { relation, columns, later, near } = streamDays(of.stream).counting(of.attribution, of.parameters);
  return `
    (select c.*${columns ? `, ${columns}` : ""}
       from ${relation} c, (select ${from} - ${later} as first_day, ${until} - ${later} as end_day) b
      where c.client_id = ${clientId} and c.service_id = any(${serviceIds}) and (${near})) f`;
}

/** One of these for all measures whose facts are found in the same way. */
export const placeKey = ({ stream, attribution, parameters }: FactsOf): string => {
  const { relation, columns, later } = streamDays(stream).counting(attribution, parameters);
  return JSON.stringify([stream, attribution, relation, columns, later]);
};
