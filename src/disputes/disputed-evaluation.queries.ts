import { rows, type Tx } from "../platform/database";
import type { Viewer } from "../platform/viewer";
import { visibility, visibleScorecard } from "../scorecards/visible-results";

/** An evaluation as it counts now, and where it belongs. */
export interface DisputedEvaluation {
  readonly contractId: string;
  readonly serviceId: string;
  /** The person's team on the service, or on all, that day. */
  readonly teamId: string | null;
  readonly personId: string | null;
  readonly evaluatorId: string | null;
  readonly earned: number | null;
  readonly applicable: number | null;
  readonly autoFailed: boolean;
}

/** An evaluation that the viewer may see the results of. */
export async function evaluationToDispute(
  tx: Tx,
  viewer: Viewer,
  { clientId, source, externalId }: { readonly clientId: string; readonly source: string; readonly externalId: string },
): Promise<DisputedEvaluation | undefined> {
  const params = [...visibility(viewer), clientId, source, externalId];
  const [found] = await rows<DisputedEvaluation>(tx, FIND, params);
  return found;
}

const FIND = `
  select s.contract_id as "contractId", s.service_id as "serviceId", s.team_id as "teamId", s.person_id as "personId",
         s.evaluator_id as "evaluatorId", s.earned, s.applicable, s.auto_failed as "autoFailed"
    from (
      select e.client_id, v.contract_id, e.service_id, e.person_id, e.evaluator_id,
             case when e.person_id is null then 'service' else 'person' end as subject_kind,
             coalesce(e.person_id, e.service_id) as subject_id,
             coalesce(n.earned_millionths, e.earned_millionths) as earned,
             coalesce(n.applicable_millionths, e.applicable_millionths) as applicable,
             coalesce(n.auto_failed, e.auto_failed) as auto_failed,
             (select p.team_id from position p
               where p.client_id = e.client_id and p.contract_id = v.contract_id and p.person_id = e.person_id
                 and (p.service_id is null or p.service_id = e.service_id) and p.superseded_at is null
                 and p.valid_from <= e.day and (p.valid_until is null or p.valid_until > e.day)
               order by p.service_id nulls last, p.team_id nulls last limit 1) as team_id
        from evaluation e
        join service v on v.client_id = e.client_id and v.id = e.service_id
        left join evaluation_decision n
          on n.client_id = e.client_id and n.source = e.source and n.external_id = e.external_id
       where e.client_id = $4 and e.source = $5 and e.external_id = $6) s
   where ${visibleScorecard("s")}`;
