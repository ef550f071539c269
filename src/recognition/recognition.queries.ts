import { rows, type Tx } from "../platform/database";
import type { Viewer } from "../platform/viewer";
import { latestOf } from "../scorecards/believed-results";
import { SCORECARDS } from "../scorecards/result-table.rules";
import { visibility, visibleScorecard } from "../scorecards/visible-results";
import type { Day } from "../shared/day";
import type { PeriodKind } from "../shared/period";
import type { SettledItem } from "./series.rules";

/** Settled figures of a contract's people and teams. */
export interface SettledSpan {
  readonly clientId: string;
  readonly contractId: string;
  readonly kind: PeriodKind;
  /** First days of the first and the last period. */
  readonly from: Day;
  readonly last: Day;
}

/** An item with whether the viewer may see whose it is. */
export type VisibleItem = Omit<SettledItem, "period"> & {
  readonly periodFrom: Day;
  readonly periodUntil: Day;
  readonly isVisible: boolean;
};

/**
 * Every measured figure of the contract in the span, of whoever it is: all are compared, and those that the viewer may
 * not see fall away afterwards. Values that somebody entered are not measured.
 */
export const settledFigures = (tx: Tx, viewer: Viewer, span: SettledSpan): Promise<VisibleItem[]> =>
  rows(
    tx,
    `select s.id as "scorecardId", case s.subject_kind when 'team' then 'team' else 'person' end as kind,
            coalesce(s.person_id, s.subject_id) as "subjectId", case s.subject_kind when 'team' then null else s.role_code end
              as "roleCode",
            s.period_from as "periodFrom", s.period_until as "periodUntil", s.state as finality,
            (${visibleScorecard("s")}) as "isVisible", item."kpiCode", item.dialect, item.parameters, item.value,
            item.numerator, item.denominator, item.sample, coalesce(item."minSample", 0) as "minSample", item.target
       from scorecard s
       left join role r on r.code = s.role_code
      cross join lateral jsonb_to_recordset(s.items) as item("kpiCode" text, dialect text, parameters jsonb, value text,
            numerator text, denominator text, sample integer, "minSample" integer, target text, status text, manual jsonb)
      where s.client_id = $4 and s.contract_id = $5 and s.period_kind = $6 and s.period_from >= $7 and s.period_from <= $8
        and (s.subject_kind = 'team' or (s.subject_kind = 'position' and r.scope = 'own'))
        and item.status = 'OK' and item.value is not null and (item.manual is null or item.manual = 'null')
        and ${latestOf(SCORECARDS, "s")}
      order by s.period_from, s.id`,
    [...visibility(viewer), span.clientId, span.contractId, span.kind, span.from, span.last],
  );
