import { resolveKpi } from "../kpis/kpi-in-use.rules";
import type { KpiInUse } from "../kpis/kpi-definition";
import { rows, type Tx } from "../platform/database";
import { Accounts } from "../scorecards/accounts.rules";
import { loadCatalogueState } from "../scorecards/catalogue-state.queries";
import { loadDefinitions } from "../scorecards/definitions.queries";
import type { ItemFormula } from "../scorecards/figure-item.rules";
import { loadParts, type PartSums } from "../scorecards/figure-parts.queries";
import { FormulaBook, neededSlots } from "../scorecards/formula-book.rules";
import type { ScorecardItem } from "../scorecards/scorecard.entity";
import { slotNeeds } from "../scorecards/slot-columns.rules";
import { subjectsOf } from "../scorecards/subject.rules";
import { figureSums } from "../scorecards/sums-book.rules";
import { groupBy } from "../shared/group-by";
import { periodContaining, periodLabel, type Period } from "../shared/period";
import type { Day } from "../shared/day";
import type { PhoneNow } from "./phonenow.builder";
import type { Expected, FigureName } from "./phonenow.expected";

const level = { thresholdSeconds: 30, shortAbandonSeconds: 0 };
const KPIS: Readonly<Record<FigureName, KpiInUse>> = {
  answerRate: resolveKpi({ kpiCode: "ANSWER_RATE" }),
  asa: resolveKpi({ kpiCode: "ASA" }),
  aht: resolveKpi({ kpiCode: "AHT" }),
  slA: resolveKpi({ kpiCode: "SERVICE_LEVEL", dialect: "SL-A", parameters: level }),
  slB: resolveKpi({ kpiCode: "SERVICE_LEVEL", dialect: "SL-B", parameters: level }),
  slD: resolveKpi({ kpiCode: "SERVICE_LEVEL", dialect: "SL-D", parameters: level }),
  csat: resolveKpi({ kpiCode: "CSAT" }),
  resolutionRate: resolveKpi({ kpiCode: "RESOLUTION_RATE" }),
};
const NAMES = Object.keys(KPIS) as FigureName[];
const MONTHS = ["2021-01-01", "2021-02-01", "2021-03-01"].map((day) => periodContaining("month", day as Day));

/** What the pipeline says of each month: the service's figures, and each agent's part in them. */
export async function measuredFigures(phoneNow: PhoneNow): Promise<Expected[]> {
  const { database, given } = phoneNow;
  return database.asInternal([given.clientId], async (tx) => {
    const months = [];
    for (const month of MONTHS) months.push(...(await figuresOf(tx, phoneNow, month)));
    return months;
  });
}

async function figuresOf(tx: Tx, { given }: PhoneNow, month: Period): Promise<Expected[]> {
  const { slots, versionByKpi } = await loadCatalogueState(tx);
  const book = new FormulaBook(slots, versionByKpi);
  const formulas = Object.fromEntries(NAMES.map((name) => [name, book.of(KPIS[name])])) as Formulas;
  const subjects = subjectsOf(await loadDefinitions(tx, { clientId: given.clientId, contractId: given.contract.id }));
  const service = subjects.find((one) => one.id === given.service.id)!;
  const accounts = new Accounts(month);
  accounts.numberOf(service, service.days);
  const needs = slotNeeds(Object.values(formulas).flatMap(({ formula }) => neededSlots(formula, false)));
  const request = { clientId: given.clientId, sources: accounts.sources, needs };
  const byPerson = groupBy(await loadParts(tx, { ...request, by: "person" }), (one) => one.part);
  const all = [...byPerson.values()].flat();
  await expectScorecardsToAgree(tx, given.clientId, month, { service: figuresIn(all, formulas), byPerson, formulas });
  const agents = [...given.agents].sort((a, b) => (a.name < b.name ? -1 : 1));
  return [
    { month: periodLabel(month), agent: null, figures: figuresIn(all, formulas) },
    ...agents.map(({ id, name }) => {
      return { month: periodLabel(month), agent: name, figures: figuresIn(byPerson.get(id) ?? [], formulas) };
    }),
  ];
}

type Formulas = Readonly<Record<FigureName, ItemFormula>>;

const figuresIn = (sums: readonly PartSums[], formulas: Formulas): Expected["figures"] =>
  Object.fromEntries(
    NAMES.map((name) => {
      const { numerator, denominator } = figureSums(formulas[name].formula, { rows: sums, days: 0 });
      return [name, [Number(numerator ?? 0), Number(denominator ?? 0)]];
    }),
  ) as unknown as Expected["figures"];

interface Agreement {
  readonly service: Expected["figures"];
  readonly byPerson: ReadonlyMap<string, PartSums[]>;
  readonly formulas: Formulas;
}

/** The published scorecards of the service and of each agent's position say the same. */
async function expectScorecardsToAgree(tx: Tx, clientId: string, month: Period, agreement: Agreement): Promise<void> {
  const cards = await rows<{ kind: string; personId: string; items: ScorecardItem[] }>(
    tx,
    `select subject_kind as kind, person_id as "personId", items from scorecard
      where client_id = $1 and period_kind = 'month' and period_from = $2 and subject_kind in ('service', 'position')`,
    [clientId, month.from],
  );
  expect(cards).toHaveLength(1 + agreement.byPerson.size);
  for (const card of cards) {
    const sums = agreement.byPerson.get(card.personId) ?? [];
    const figures = card.kind === "service" ? agreement.service : figuresIn(sums, agreement.formulas);
    for (const item of card.items) {
      const name = NAMES.find((one) => KPIS[one].kpiCode === item.kpiCode) as FigureName;
      expect([item.kpiCode, Number(item.numerator), Number(item.denominator)]).toEqual([
        item.kpiCode,
        ...figures[name],
      ]);
    }
  }
}
