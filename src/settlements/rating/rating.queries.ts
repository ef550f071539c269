import { rows } from "../../platform/database";
import { batchLoaderBy, groupedBy } from "../../platform/graphql/loader";
import type { Day } from "../../shared/day";
import { moneyVisibility, visibleSettlement } from "../visible-settlements";
import type { RatedPeriod } from "./rating.rules";

export interface RatingKey {
  readonly contractId: string;
  /** Periods that ended by the end of that day. */
  readonly asOf: Day;
}

const textOf = ({ contractId, asOf }: RatingKey): string => `${contractId}/${asOf}`;

/** The last twelve settled periods of contracts that the viewer may see, oldest first, each by its latest version. */
export const ratedPeriods = batchLoaderBy<RatingKey, RatedPeriod[]>(textOf, async (tx, viewer, keys) => {
  const found = await rows<RatedPeriod & RatingKey>(tx, PERIODS, [
    ...[...moneyVisibility(viewer), keys.map(({ contractId }) => contractId), keys.map(({ asOf }) => asOf)],
  ]);
  return groupedBy(keys.map(textOf), found, textOf);
});

const VISIBLE = visibleSettlement("s");

const PERIODS = `
  select k.id as "contractId", k.as_of as "asOf", p.period_from as "from", v.basis -> 'results' as results,
         jsonb_build_object('readings', v.settled -> 'readings', 'counters', v.settled -> 'counters',
           'outcomes', (select coalesce(jsonb_agg(jsonb_build_object('objective', o -> 'objective',
                                                                     'points', o -> 'points')), '[]')
                          from jsonb_array_elements(v.settled -> 'outcomes') o)) as settled,
         v.settled ->> 'fee' as fee, p.credits, p.notices
    from unnest($4::uuid[], $5::date[]) as k(id, as_of)
   cross join lateral (
     select s.client_id, s.period_kind, s.period_from, sum(s.credits)::text as credits,
            (array_agg(s.id order by s.version desc) filter (where s.cause <> 'dispute'))[1] as latest,
            (select count(*) from settlement_notice n
              where n.client_id = s.client_id and n.contract_id = k.id and n.period_from = s.period_from
                and n.withdrawn_at is null) as notices
       from settlement s
      where ${VISIBLE} and s.contract_id = k.id and s.period_until <= k.as_of + 1
      group by s.client_id, s.period_kind, s.period_from
      order by s.period_from desc limit 12) p
    join settlement v on v.client_id = p.client_id and v.id = p.latest
   order by p.period_from`;
