import { settleMoney } from "../../main/settle-money";
import { RIGHTS, type Viewer } from "../../platform/viewer";
import { addDays, asDay, day, noon } from "../../shared/day";
import { ScriptedYear } from "../scripted-year/scripted-year.builder";
import type { TestDatabase } from "../test-database";
import { CLAUSES } from "./contract-clauses.builder";
import { CONTRACT_SETUP } from "./contract-objectives.builder";
import { factRows, NOTHING, USUAL, type FactRows, type Facts, type MonthlyFacts } from "./monthly-facts.builder";

export const OPERATIONS: Partial<Viewer> = { name: "Ivana of operations", rights: new Set(RIGHTS) };
export const BUYER: Partial<Viewer> = { kind: "client", name: "Harbour's buyer", rights: new Set(RIGHTS) };

/** What is not to count: when, for whom, why. */
export interface AgreedExclusion {
  readonly code: string;
  readonly kind: "PLANNED_OUTAGE" | "CLIENT_CAUSED" | "FORCE_MAJEURE";
  readonly reason: string;
  readonly fromAt: string;
  readonly untilAt: string;
  readonly services?: readonly string[];
  readonly objectives?: readonly string[];
}

/** The contract with forty clauses, living through a year. */
export class ContractYear {
  private lots = 0;

  private constructor(
    readonly house: ScriptedYear,
    private readonly database: TestDatabase,
  ) {}

  static async open(database: TestDatabase): Promise<ContractYear> {
    const house = await ScriptedYear.open(database);
    await house.apply(`${CONTRACT_SETUP}---\n${CLAUSES}`);
    return new ContractYear(house, database);
  }

  /** A usual month but for what is said: its facts, and its assessments by both parties. */
  async month(month: string, facts: MonthlyFacts = {}, procedure: readonly [number, number] = [4, 4]): Promise<void> {
    const { on = `${month}-10`, ...said } = facts;
    await this.send(on, { ...USUAL, ...said });
    for (const [index, points] of procedure.entries())
      await this.assess(month, index === 0 ? OPERATIONS : BUYER, points);
  }

  /** Nothing but what is said. */
  async also(on: string, facts: Partial<Facts>): Promise<void> {
    await this.send(on, { ...NOTHING, ...facts });
  }

  /** Facts of noon in Rome, sent on the morning after, or now where that is over. */
  private async send(on: string, facts: Facts): Promise<void> {
    this.lots += 1;
    this.moveTo(`${addDays(day(on), 1)}T08:00:00Z`);
    await this.ingest(
      factRows(`lot ${this.lots}`, noon(day(on)).setZone("Europe/Rome", { keepLocalTime: true }).toISO()!, facts),
    );
  }

  private async ingest(rows: FactRows): Promise<void> {
    const ask = await this.house.ours();
    for (const [name, all] of Object.entries(rows) as [string, readonly object[]][]) {
      if (all.length === 0) continue;
      const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
      const text = `mutation ($input: ${type}!) { ${name}(input: $input) { errors { message } rejects { line field reason } } }`;
      const { data, errors } = await ask(text, { input: { client: "harbour", source: "desk", rows: all } });
      const refused = [...errors, ...(data?.[name].errors ?? []), ...(data?.[name].rejects ?? [])];
      if (refused.length > 0) throw new Error(JSON.stringify(refused));
    }
  }

  private async assess(month: string, by: Partial<Viewer>, points: number): Promise<void> {
    const period = `period: { kind: MONTH, containing: "${month}-10" }`;
    const input = `contract: "harbour-care", objective: "PROC", points: ${points}, ${period}`;
    await this.house.act(by, `assessObjective(input: { ${input}, note: "Ten calls were listened to" })`);
  }

  /** Asked for by us, approved by both parties. */
  async exclude({
    code,
    kind,
    reason,
    fromAt,
    untilAt,
    services = [],
    objectives = [],
  }: AgreedExclusion): Promise<void> {
    const scope = `services: ${JSON.stringify(services)}, objectives: ${JSON.stringify(objectives)}`;
    const input = `contract: "harbour-care", code: "${code}", kind: ${kind}, reason: "${reason}", ${scope},
      fromAt: "${fromAt}", untilAt: "${untilAt}", evidence: ["ticket ${code}"]`;
    const asked = await this.house.act(OPERATIONS, `requestExclusion(input: { ${input} })`, "exclusion { id }");
    const { id } = asked.exclusion as unknown as { id: string };
    for (const by of [OPERATIONS, BUYER]) await this.house.act(by, `approveExclusion(input: { id: "${id}" })`);
  }

  /** One event made several objectives fail; the client says whose credit it wants. */
  async incident(month: string, code: string, objectives: readonly string[]): Promise<string> {
    const input = `contract: "harbour-care", code: "${code}", title: "${code}", objectives: ${JSON.stringify(objectives)},
      period: { kind: MONTH, containing: "${month}-10" }`;
    const made = await this.house.act(OPERATIONS, `recordIncident(input: { ${input} })`, "incident { id }");
    return (made.incident as unknown as { id: string }).id;
  }

  async choose(incident: string, objective: string): Promise<void> {
    await this.house.act(BUYER, `chooseIncidentCredit(input: { id: "${incident}", objective: "${objective}" })`);
  }

  /** The morning after the grace days: closed, settled, issued. */
  async close(month: string): Promise<void> {
    await this.settle(`${asDay(noon(day(`${month}-06`)).plus({ month: 1 }))}T08:00:00Z`);
    await this.issue(month);
  }

  async settle(at: string): Promise<void> {
    this.moveTo(at);
    await this.house.work();
    const { failures } = await settleMoney(this.house.services, this.database.db, { now: this.house.clock.now() });
    if (failures.length > 0) throw failures[0]!.error;
  }

  /** Issues what is proposed for a month. */
  async issue(month: string): Promise<void> {
    const proposed = (await this.settlements(month, OPERATIONS)).filter(({ state }) => state === "PROPOSED");
    for (const { id } of proposed) {
      const { errors } = await this.house.act(OPERATIONS, `issueSettlement(input: { id: "${id}" })`);
      if ((errors as unknown as object[]).length > 0) throw new Error(JSON.stringify(errors));
    }
  }

  /** Lines of a month's settlement, in the order of their texts: `SL-CREDIT SL credit 2400.00`. */
  async lines(month: string, version = 1): Promise<string[]> {
    const found = (await this.settlements(month, BUYER)).find((one) => one.version === version);
    return (found?.lines ?? []).map(lineText).sort();
  }

  /** Defaults and grounds for termination that arose: `SL-DEFAULT SL 2025-10-01`. */
  async notices(): Promise<string[]> {
    const ask = await this.house.ours();
    const { data } = await ask(NOTICES);
    const { settlementNotices } = data.contract as { settlementNotices: NoticeAnswer[] };
    return settlementNotices.map((one) => `${one.clause} ${one.objectiveCode} ${one.periodFrom}`);
  }

  async settlements(month: string, by: Partial<Viewer>): Promise<SettlementAnswer[]> {
    const { clientId } = await this.clientOf();
    const ask = this.house.api.as({ clientIds: [clientId], ...by }, this.house.clock.now());
    const { data, errors } = await ask(SETTLEMENT, { period: { kind: "MONTH", containing: `${month}-10` } });
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    const first = data.contract.settlement as (SettlementAnswer & { corrections: SettlementAnswer[] }) | null;
    return first ? [first, ...first.corrections] : [];
  }

  private async clientOf(): Promise<{ clientId: string }> {
    const [found] = await this.database.adminRows<{ clientId: string }>(
      `select client_id as "clientId" from client where code = 'harbour'`,
    );
    return found!;
  }

  private moveTo(instant: string): void {
    if (this.house.clock.now() < new Date(instant)) this.house.clock.set(instant);
  }
}

interface LineAnswer {
  readonly clause: string;
  readonly objectiveCode: string | null;
  readonly kind: string;
  readonly amount: { readonly value: string };
}

interface NoticeAnswer {
  readonly clause: string;
  readonly objectiveCode: string;
  readonly periodFrom: string;
}

export interface SettlementAnswer {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly reason: string | null;
  readonly totals: { readonly net: { readonly value: string } };
  readonly lines: readonly LineAnswer[];
}

const lineText = ({ clause, objectiveCode, kind, amount }: LineAnswer): string =>
  `${clause} ${objectiveCode ?? "-"} ${kind.toLowerCase()} ${amount.value}`;

const FIELDS = `id version state reason totals { net { value } } lines { clause objectiveCode kind amount { value } }`;
const SETTLEMENT = `query ($period: PeriodInput!) {
  contract(code: "harbour-care") { settlement(period: $period) { ${FIELDS} corrections { ${FIELDS} } } } }`;
const NOTICES = `{ contract(code: "harbour-care") { settlementNotices { clause objectiveCode periodFrom } } }`;
