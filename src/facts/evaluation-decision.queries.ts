import { rows, type Tx } from "../platform/database";
import type { EvaluationDecision } from "./evaluation-decision.entity";

/**
 * Makes these points count for an evaluation, in place of what was sent or decided before, and touches its day. An
 * evaluation that its source took back counts nothing; once it comes again, what was decided counts.
 */
export async function decideEvaluation(tx: Tx, decision: EvaluationDecision): Promise<void> {
  await rows(tx, DECIDE, [
    decision.clientId,
    decision.source,
    decision.externalId,
    decision.earnedMillionths,
    decision.applicableMillionths,
    decision.autoFailed,
    decision.disputeId,
    decision.decidedAt,
  ]);
}

const DECIDE = `
  with decided as (
    insert into evaluation_decision as d (client_id, source, external_id, earned_millionths, applicable_millionths,
      auto_failed, dispute_id, decided_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict (client_id, source, external_id) do update
       set earned_millionths = excluded.earned_millionths, applicable_millionths = excluded.applicable_millionths,
           auto_failed = excluded.auto_failed, dispute_id = excluded.dispute_id, decided_at = excluded.decided_at)
  insert into touched_day (client_id, stream, service_id, day)
  select client_id, 'evaluation', service_id, day from evaluation
   where client_id = $1 and source = $2 and external_id = $3`;
