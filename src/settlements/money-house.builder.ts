import { saveClient } from "../clients/client.builder";
import { saveCalendar } from "../contracts/calendar.builder";
import { saveContract } from "../contracts/contract.builder";
import type { Contract } from "../contracts/contract.entity";
import type { Clause } from "../objectives/clauses/clause";
import { STAGES } from "../objectives/clauses/clause";
import type { SettlementTerms } from "../objectives/clauses/settlement-terms";
import { saveObjective } from "../objectives/objective.builder";
import { rows, type Tx } from "../platform/database";
import type { Outcome } from "../scorecards/objective-result.entity";
import { day, type Day } from "../shared/day";
import { newId } from "../shared/ids";
import { periodContaining } from "../shared/period";
import { SettlementService, type SettlementReport } from "./settlement.service";

export const SETTLED_AT = new Date("2026-07-10T10:00:00Z");

/** 20 % of € 100,000.00 a month at risk; nothing follows from anything unless clauses say so. */
export const someTerms = (parts: Partial<SettlementTerms> = {}): SettlementTerms => ({
  ...{ settledBy: "month", fee: "10000000", atRisk: "0.2", allocationLimit: "1", pointValue: null },
  ...{ creditCap: null, yearlyCreditCap: null, bonusCap: null, singleIncident: false },
  ...{ order: STAGES, rounding: "half_up", clauses: [aClause()] },
  ...parts,
});

/** € 1,000.00 for each missed month of SL. */
export const aClause = (parts: Partial<Clause> = {}): Clause => ({
  ...{ code: "C1", name: "Service credit", cites: "Schedule 3, § 2.1", side: "credit", objectives: ["SL"] },
  ...{ when: "missed", mechanism: { kind: "fixed", pays: "money", amount: "100000" }, guards: [], repeat: null },
  ...{ ignoredUpTo: null, cap: null, earnBack: null },
  ...parts,
});

/** Answered in time, of how many; by code of the objective. */
export type Figures = Readonly<Record<string, readonly [number, number]>>;

type AsInternal = <T>(clientIds: readonly string[], work: (tx: Tx) => Promise<T>) => Promise<T>;

/** A contract with money, whose months close with the figures that a test says: objectives SL and FCR, 80 % each. */
export class MoneyHouse {
  private readonly service = new SettlementService();
  private readonly objectives = new Map<string, string>();

  private constructor(
    readonly clientId: string,
    readonly contract: Contract,
    private readonly asInternal: AsInternal,
  ) {}

  static async open(
    asInternal: AsInternal,
    terms: SettlementTerms = someTerms(),
    parts: Partial<Contract> = {},
  ): Promise<MoneyHouse> {
    const clientId = newId();
    const contract = await asInternal([clientId], async (tx) => {
      await saveClient(tx, { clientId });
      const calendar = await saveCalendar(tx, { clientId });
      return saveContract(tx, { clientId, calendarId: calendar.id, ...parts });
    });
    const at = new MoneyHouse(clientId, contract, asInternal);
    for (const code of ["SL", "FCR"]) await at.promise(code);
    await at.agree(terms);
    return at;
  }

  get contractId(): string {
    return this.contract.id;
  }

  objectiveId(code: string): string {
    return this.objectives.get(code)!;
  }

  in<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.asInternal([this.clientId], work);
  }

  sql<R extends object>(text: string, ...params: unknown[]): Promise<R[]> {
    return this.in((tx) => rows<R>(tx, text, [this.clientId, ...params]));
  }

  /** 80 % of calls within 20 seconds, 70 % at least. */
  private async promise(code: string): Promise<void> {
    const of = { clientId: this.clientId, contractId: this.contractId, code, target: "0.8", minimum: "0.7" };
    const { objective } = await this.in((tx) => saveObjective(tx, { ...of, clause: `Schedule 2, ${code}` }));
    this.objectives.set(code, objective.id);
  }

  /** Terms from a day on; those before end there. */
  async agree(terms: SettlementTerms, from: Day = day("2020-01-01"), amendmentId: string | null = null) {
    const at = new Date("2020-01-01T00:00:00Z");
    const open = await this.sql<{ terms: SettlementTerms; from: Day }>(OPEN_TERMS, this.contractId, at);
    for (const before of open)
      await this.sql(AGREE, this.contractId, JSON.stringify(before.terms), before.from, from, at, null);
    await this.sql(AGREE, this.contractId, JSON.stringify(terms), from, null, at, amendmentId);
  }

  /** Terms that an amendment brings, by days where it takes effect within a month. */
  async amend(from: Day, terms: SettlementTerms): Promise<void> {
    const id = newId();
    await this.sql(
      "insert into contract_amendment (client_id, id, contract_id, code) values ($1, $2, $3, 'A1')",
      id,
      this.contractId,
    );
    await this.sql(AMEND, id, from);
    await this.agree(terms, from, id);
  }

  /** A month that is closed with these figures. */
  async month(on: string, figures: Figures): Promise<void> {
    const period = periodContaining("month", day(`${on}-01`));
    const closedAt = `${period.until}T12:00:00Z`;
    for (const [code, [top, bottom]] of Object.entries(figures))
      await this.sql(RESULT, ...this.resultOf(code, period, [top, bottom]), 1, "final", closedAt);
    await this.sql(CLOSE, this.contractId, period.from, period.until, closedAt);
  }

  /** Other figures of a closed month, by a restatement so many days after it was closed. */
  async restate(on: string, figures: Figures, { version = 2, daysLater = 20 } = {}): Promise<void> {
    const period = periodContaining("month", day(`${on}-01`));
    const at = new Date(Date.parse(`${period.until}T12:00:00Z`) + daysLater * 86_400_000);
    await this.sql(RESTATE, this.contractId, newId(), period.from, period.until, at);
    for (const [code, [top, bottom]] of Object.entries(figures))
      await this.sql(RESULT, ...this.resultOf(code, period, [top, bottom]), version, "restated", at);
  }

  private resultOf(code: string, { from, until }: { from: Day; until: Day }, [top, bottom]: readonly number[]) {
    const value = bottom === 0 ? null : top! / bottom!;
    const item = {
      ...{ kpiCode: "SERVICE_LEVEL", dialect: "SL-A", parameters: {}, kpiVersion: 1, numerator: String(top) },
      ...{ denominator: String(bottom), sample: bottom, value: value === null ? null : String(value) },
      ...{ status: value === null ? "NO_DATA" : "OK", manual: null, target: "0.8", weight: "1", minSample: 0 },
      ...{ origin: { kind: "objective", id: this.objectiveId(code), version: 1 }, targetSource: null, baseline: null },
      ...{ scheme: { kind: "attainment" }, gate: null, onMissing: "renormalise", missing: null, carried: null },
      ...{ score: null, level: null, peers: null, isMet: value === null ? null : value >= 0.8 },
    };
    const aims = { target: "0.8", minimum: "0.7", expected: null, rounding: null, weight: "1" };
    const json = [JSON.stringify(item), JSON.stringify(aims)];
    return [newId(), this.contractId, this.objectiveId(code), from, until, outcomeOf(value), ...json];
  }

  /** Settles what is due, as the pipeline does. */
  settle({ now = SETTLED_AT, limit = 100 } = {}): Promise<SettlementReport> {
    const { clientId, contractId } = this;
    return this.in((tx) => this.service.settleDue(tx, { clientId, contractId, now, limit }));
  }

  /** `2026-01 v1 proposed: C1 SL credit 100000`, a line each. */
  async told(): Promise<string[]> {
    const found = await this.sql<{ said: string }>(TOLD);
    return found.map(({ said }) => said);
  }

  async idOf(month: string, version = 1): Promise<string> {
    const sql = "select id from settlement where client_id = $1 and period_from = $2 and version = $3";
    return (await this.sql<{ id: string }>(sql, `${month}-01`, version))[0]!.id;
  }
}

const outcomeOf = (value: number | null): Outcome => {
  if (value === null) return "not_measured";
  if (value >= 0.8) return "met";
  return value >= 0.7 ? "missed" : "below_minimum";
};

const OPEN_TERMS = `
  update settlement_terms set superseded_at = $3
   where client_id = $1 and contract_id = $2 and superseded_at is null and valid_until is null
  returning terms, valid_from as "from"`;

const AGREE = `
  insert into settlement_terms (client_id, contract_id, version, terms, valid_from, valid_until, recorded_at, amendment_id)
  select $1, $2, 1 + count(*), $3, $4, $5, $6, $7 from settlement_terms where client_id = $1 and contract_id = $2`;

const AMEND = `
  insert into contract_amendment_version (client_id, amendment_id, version, title, document, signed_on, effective_from,
    rule, recorded_at)
  values ($1, $2, 1, 'First', 'Amendment 1', $3, $3, 'by_time', '2020-01-01')`;

const CLOSE = `
  insert into period_closing (client_id, contract_id, period_kind, period_from, period_until, closed_at, closed_by,
    inputs_fingerprint, results_fingerprint, watermark, definitions)
  values ($1, $2, 'month', $3, $4, $5, 'test', '', '', '{}', '{}')`;

const RESULT = `
  insert into objective_result (client_id, id, contract_id, objective_id, objective_version, period_kind, period_from,
    period_until, outcome, item, aims, version, state, computed_at, recorded_at, final_at)
  values ($1, $2, $3, $4, 1, 'month', $5, $6, $7, $8, $9, $10, $11, $12, $12, $12)`;

const RESTATE = `
  insert into restatement (client_id, id, contract_id, period_kind, period_from, period_until, state, basis, believed_at,
    reason, needs_consent, proposed_by, proposer_id, proposed_at, applied_at, scorecards, objective_results, figures,
    changes, changes_hash)
  values ($1, $3, $2, 'month', $4, $5, 'applied', 'as_closed', $6, 'Calls came late', false, 'test', 'test', $6, $6, 0, 1,
    1, '[]', '')`;

const TOLD = `
  select to_char(s.period_from, 'YYYY-MM') || ' v' || s.version || ' ' || s.state || ': ' ||
         coalesce(string_agg(concat_ws(' ', l.clause, l.objective_code, l.kind, l.amount), ', ' order by l.no) filter (where l.no is not null), '–') as said
    from settlement s
    left join settlement_line l on l.client_id = s.client_id and l.settlement_id = s.id
   where s.client_id = $1 group by s.id, s.period_from, s.version, s.state order by s.period_from, s.version`;
