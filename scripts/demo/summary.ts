import { display } from "../../src/kpis/kpi-display.rules";
import { requireKpi } from "../../src/kpis/kpi-in-use.rules";
import { rows, type Tx } from "../../src/platform/database";
import { packageFigure } from "../../src/reviews/package-figures.rules";
import { latestOf } from "../../src/scorecards/believed-results";
import type { ObjectiveResult } from "../../src/scorecards/objective-result.entity";
import { OBJECTIVE_RESULTS, SCORECARDS } from "../../src/scorecards/result-table.rules";
import type { ScorecardItem } from "../../src/scorecards/scorecard.entity";
import type { Day } from "../../src/shared/day";
import { addDays } from "../../src/shared/day";
import { BAD_SERVICE, type DemoDays } from "./facts";

/** A table of last month's objectives, and two lines about what stands out. */
export async function summary(tx: Tx, clientIds: readonly string[], days: DemoDays): Promise<string[]> {
  const month = days.lastMonth;
  const results = await rows<ResultRow>(tx, RESULTS, [clientIds, month]);
  const table = results.map(({ contract, objective, outcome, item }) => [
    contract,
    objective,
    packageFigure(item, item.isMet === false ? item.target : null).display,
    shown(item, item.target),
    outcome.replace("_", " "),
    item.sample.toLocaleString("en"),
  ]);
  return [
    `Objectives of ${month.slice(0, 7)}`,
    ...aligned([["contract", "objective", "result", "target", "outcome", "n"], ...table]),
    "",
    ...(await whatStandsOut(tx, clientIds, days, month)),
  ];
}

interface ResultRow {
  readonly contract: string;
  readonly objective: string;
  readonly outcome: ObjectiveResult["outcome"];
  readonly item: ScorecardItem;
}

const RESULTS = `
  select k.name as contract, o.name as objective, r.outcome, r.item
    from objective_result r
    join objective o on o.client_id = r.client_id and o.id = r.objective_id
    join contract k on k.client_id = r.client_id and k.id = r.contract_id
   where r.client_id = any($1) and r.period_kind = 'month' and r.period_from = $2
     and ${latestOf(OBJECTIVE_RESULTS, "r")}
   order by k.code, o.code`;

async function whatStandsOut(tx: Tx, clientIds: readonly string[], days: DemoDays, month: Day): Promise<string[]> {
  const [best] = await rows<{ name: string; score: string; of: number }>(tx, BEST, [clientIds, month]);
  const [bad] = await rows<{ numerator: string; denominator: string }>(tx, BAD, [
    clientIds,
    BAD_SERVICE,
    days.badFrom,
    days.badUntil,
  ]);
  const level = bad ? (100 * Number(bad.numerator)) / Number(bad.denominator) : null;
  return [
    ...(level === null
      ? []
      : [
          `The bad fortnight: ${BAD_SERVICE}, ${days.badFrom} to ${addDays(days.badUntil, -1)}, ${level.toFixed(1)} % in time.`,
        ]),
    ...(best ? [`Outstanding: ${best.name}, score ${Number(best.score).toFixed(1)}, first of ${best.of}.`] : []),
  ];
}

const BEST = `
  select p.name, s.score::text, s.ranked_of as of
    from scorecard s join person p on p.id = s.person_id
   where s.client_id = any($1) and s.period_kind = 'month' and s.period_from = $2 and s.role_code = 'agent' and s.rank = 1
     and ${latestOf(SCORECARDS, "s")}
   order by s.score desc limit 1`;

const BAD = `
  select sum((r.item->>'numerator')::numeric)::text as numerator, sum((r.item->>'denominator')::numeric)::text as denominator
    from objective_result r
    join objective o on o.client_id = r.client_id and o.id = r.objective_id
    join service s on s.client_id = o.client_id and s.id = o.service_id
   where r.client_id = any($1) and s.code = $2 and r.item->>'kpiCode' = 'SERVICE_LEVEL'
     and r.period_kind = 'day' and r.period_from >= $3 and r.period_from < $4
     and ${latestOf(OBJECTIVE_RESULTS, "r")}`;

const shown = (item: ScorecardItem, value: string | null): string => display(requireKpi(item.kpiCode), value, "en");

const FIGURES = ["result", "target", "n", "fee", "credits", "bonuses", "withheld", "net"];

/** Columns under each other; figures to the right. */
export function aligned(lines: readonly (readonly string[])[]): string[] {
  const widths = (lines[0] ?? []).map((_, i) => Math.max(...lines.map((line) => (line[i] ?? "").length)));
  const isFigure = (i: number): boolean => FIGURES.includes(lines[0]?.[i] ?? "");
  return lines.map((line) =>
    `  ${line.map((cell, i) => (isFigure(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join("  ")}`.trimEnd(),
  );
}
