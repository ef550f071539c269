import type { MeasuredFigure } from "../kpis/figure.rules";
import { rows, type Tx } from "../platform/database";
import { groupBy } from "../shared/group-by";
import { assessedFigure, isWithin, type AssessedSpan } from "./assessments/assessment-figure.rules";
import type { Assessment } from "./assessments/assessment.entity";
import type { Place } from "./result-rows.queries";

/** The assessments of a contract's qualitative objectives that are in force. */
export class AssessmentBook {
  private readonly byObjective: ReadonlyMap<string, readonly Assessment[]>;

  constructor(private readonly all: readonly Assessment[]) {
    this.byObjective = groupBy(all, ({ objectiveId }) => objectiveId);
  }

  /** What was assessed of an objective within a span of days; null when nothing was. */
  figureOf(objectiveId: string, span: AssessedSpan, minSample = 0): MeasuredFigure | null {
    const found = (this.byObjective.get(objectiveId) ?? []).filter((one) => isWithin(one, span));
    return found.length === 0 ? null : assessedFigure(found, minSample);
  }

  hasAnyIn(span: AssessedSpan): boolean {
    return this.all.some((one) => isWithin(one, span));
  }
}

/**
 * The assessments within periods of a contract, and within as many before them as may be judged together with one. Like
 * facts they are not definitions: whoever computes what was believed of definitions at some time still reads today's.
 */
export async function loadAssessmentBook(tx: Tx, { clientId, contractId, periods }: Place): Promise<AssessmentBook> {
  const found = await rows<Assessment>(
    tx,
    `select distinct ${ASSESSMENT_COLUMNS}
       from unnest($3::date[], $4::date[]) as p("from", until)
       join assessment a on a.client_id = $1 and a.contract_id = $2 and a.superseded_at is null
        and a.period_from >= p."from" - (p.until - p."from" + $5) * $6 and a.period_until <= p.until`,
    [
      ...[clientId, contractId, periods.map(({ from }) => from), periods.map(({ until }) => until)],
      ...[LONGEST_DIFFERENCE, MOST_ROLLING - 1],
    ],
    "loadAssessmentBook",
  );
  return new AssessmentBook(found);
}

/** Days by which periods of one kind may differ. */
const LONGEST_DIFFERENCE = 3;
const MOST_ROLLING = 24;

export const ASSESSMENT_COLUMNS = `a.client_id as "clientId", a.id, a.contract_id as "contractId",
  a.objective_id as "objectiveId", a.period_kind as "periodKind", a.period_from as "periodFrom",
  a.period_until as "periodUntil", a.points, a.scale_from as "scaleFrom", a.scale_to as "scaleTo", a.side, a.assessor,
  a.assessor_name as "assessorName", a.assessor_person_id as "assessorPersonId", a.note, a.evidence,
  a.recorded_at as "recordedAt", a.superseded_at as "supersededAt", a.withdrawn_by as "withdrawnBy",
  a.withdrawal_reason as "withdrawalReason"`;
