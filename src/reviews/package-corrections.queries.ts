import { display } from "../kpis/kpi-display.rules";
import { findKpi } from "../kpis/catalogue/kpis";
import { rows, type Tx } from "../platform/database";
import type { ChangedResult } from "../scorecards/restatements/restatement-changes";
import type { Day } from "../shared/day";
import { periodContaining, periodLabel, type PeriodKind } from "../shared/period";
import type { PackageCorrectedFigure, PackageCorrection } from "./package-corrections";

/** For which review corrections are looked for. */
export interface CorrectionsOf {
  readonly clientId: string;
  readonly contractId: string;
  readonly reviewId: string;
  readonly currency: string;
}

interface Found {
  readonly kind: PeriodKind;
  readonly from: Day;
  readonly appliedAt: Date;
  readonly reason: string;
  readonly evidence: string | null;
  readonly proposedBy: string;
  readonly consentedBy: string | null;
  /** Not of single people; each with the name of whose it is. */
  readonly changes: readonly (ChangedResult & { readonly name: string | null })[];
  readonly people: number;
}

/**
 * Restatements of the forum's kind of period since the package of the sitting before was compiled, the earliest first. A
 * forum that was shown nothing before is told of none.
 */
export async function correctionsSince(tx: Tx, of: CorrectionsOf): Promise<PackageCorrection[]> {
  const found = await rows<Found>(tx, CORRECTIONS, [of.clientId, of.contractId, of.reviewId]);
  return found.map(({ kind, from, appliedAt, changes, ...said }) => {
    const period = periodContaining(kind, from);
    return {
      ...said,
      appliedAt: appliedAt.toISOString(),
      period: { ...period, label: periodLabel(period) },
      figures: changes.flatMap((one) => correctedFigures(one, of.currency)),
    };
  });
}

function correctedFigures(changed: Found["changes"][number], currency: string): PackageCorrectedFigure[] {
  return changed.figures.flatMap(({ kpi: { kpiCode }, from, to }) => {
    const kpi = findKpi(kpiCode);
    if (!kpi) return [];
    const shown = (value: string | null): string => display(kpi, value, "en", currency);
    return {
      subject: changed.name ?? "–",
      kpi: kpi.names.en,
      ...{ before: shown(from?.value ?? null), after: shown(to?.value ?? null) },
      ...{ outcomeBefore: changed.from?.outcome ?? null, outcomeAfter: changed.to?.outcome ?? null },
    };
  });
}

const CORRECTIONS = `
  with forum_of as (
    select r.forum_id, r.period_kind, r.scheduled_for from review r where r.client_id = $1 and r.id = $3),
  shown as (
    select max(p.compiled_at) as at
      from forum_of f
      join review r on r.client_id = $1 and r.forum_id = f.forum_id and r.scheduled_for < f.scheduled_for
      join review_package p on p.client_id = $1 and p.review_id = r.id)
  select x.period_kind as kind, x.period_from as "from", x.applied_at as "appliedAt", x.reason, x.evidence,
         x.proposed_by as "proposedBy", case when x.needs_consent then x.decided_by end as "consentedBy",
         (select count(*) from jsonb_array_elements(x.changes) c where c ->> 'subjectKind' in ('position', 'person')) as people,
         (select coalesce(jsonb_agg(c || jsonb_build_object('name', coalesce(o.name, s.name, t.name, k.name)) order by place), '[]')
            from jsonb_array_elements(x.changes) with ordinality as e(c, place)
            left join objective o on o.client_id = $1 and o.id = (c ->> 'subjectId')::uuid and c ->> 'subjectKind' = 'objective'
            left join service s on s.client_id = $1 and s.id = (c ->> 'subjectId')::uuid and c ->> 'subjectKind' = 'service'
            left join team t on t.client_id = $1 and t.id = (c ->> 'subjectId')::uuid and c ->> 'subjectKind' = 'team'
            left join contract k on k.client_id = $1 and k.id = (c ->> 'subjectId')::uuid and c ->> 'subjectKind' = 'contract'
           where c ->> 'subjectKind' not in ('position', 'person')) as changes
    from restatement x, forum_of f, shown
   where x.client_id = $1 and x.contract_id = $2 and x.state = 'applied' and x.period_kind = f.period_kind
     and x.applied_at > shown.at
   order by x.applied_at, x.id`;
