import { saveKpiUse } from "../contracts/kpi-use.builder";
import type { KpiUse } from "../contracts/kpi-use.entity";
import { HistogramService } from "../measures/histogram.service";
import { MeasureService } from "../measures/measure.service";
import { readSlots, SlotService } from "../measures/slot.service";
import { rows, statementCount, type Tx } from "../platform/database";
import type { Day } from "../shared/day";
import { newId, NIL_ID } from "../shared/ids";
import type { PeriodKind } from "../shared/period";
import type { Stream } from "../shared/stream";
import type { ObjectiveResult } from "./objective-result.entity";
import { june, saveContacts, saveHouse, saveSurveys, type House, type TestContact } from "./scorecard-house.builder";
import type { Scorecard, ScorecardItem } from "./scorecard.entity";
import { ScorecardService, type RescoreReport } from "./scorecard.service";
import { touchPeriods } from "./touched-period.queries";

/** Runs work in one transaction that sees the clients. */
type AsInternal = <T>(clientIds: readonly string[], work: (tx: Tx) => Promise<T>) => Promise<T>;
export type AgentName = keyof House["agents"];

export const NOW = new Date("2026-07-10T10:00:00Z");

export interface HouseSettlement extends RescoreReport {
  /** SQL statements that the scoring took. */
  readonly statements: number;
}

/** Amounts of measures by code, whatever their parameters. */
export interface DailyAmounts {
  readonly stream: Stream;
  readonly on: Day;
  readonly by?: AgentName;
  readonly amounts: Readonly<Record<string, number>>;
}

/** A house of one client, with what tests do to it and look at. */
export class SettledHouse {
  private readonly slots = new SlotService();
  private readonly measures = new MeasureService();
  private readonly histograms = new HistogramService();
  private readonly scorecards = new ScorecardService();

  private constructor(
    readonly house: House,
    private readonly asInternal: AsInternal,
  ) {}

  static async open(asInternal: AsInternal): Promise<SettledHouse> {
    const clientId = newId();
    return new SettledHouse(await asInternal([clientId], (tx) => saveHouse(tx, clientId)), asInternal);
  }

  get clientId(): string {
    return this.house.clientId;
  }

  get contractId(): string {
    return this.house.contract.id;
  }

  in<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.asInternal([this.clientId], work);
  }

  sql<R extends object>(text: string, ...params: unknown[]): Promise<R[]> {
    return this.in((tx) => rows<R>(tx, text, [this.clientId, ...params]));
  }

  /** Contacts of the telephone desk on 1 June, unless they say otherwise. */
  calls(all: readonly (Partial<TestContact> & { readonly by?: AgentName })[]): Promise<void> {
    const { phone, agents } = this.house;
    const contacts = all.map(({ by, ...one }) => ({
      ...{ serviceId: phone.id, day: june(1), personId: by ? agents[by].personId : null },
      ...one,
    }));
    return this.in((tx) => saveContacts(tx, this.clientId, contacts));
  }

  surveys(by: AgentName, ratings: readonly number[], on = june(1)): Promise<void> {
    const of = { serviceId: this.house.phone.id, day: on, personId: this.house.agents[by].personId };
    const all = ratings.map((rating) => ({ ...of, rating }));
    return this.in((tx) => saveSurveys(tx, this.clientId, all));
  }

  /** Anna answers after 10 and 50 seconds, Carla a day later after 20; one customer gives up after 40. */
  oneMorning(): Promise<void> {
    return this.calls([
      { by: "anna", waitSeconds: 10 },
      { by: "anna", waitSeconds: 50 },
      { by: "carla", waitSeconds: 20, day: june(2) },
      { outcome: "abandoned", waitSeconds: 40 },
    ]);
  }

  /** Everything computed again, step by step as the pipeline does it. */
  async settle(now = NOW): Promise<HouseSettlement> {
    const { clientId } = this;
    await this.in((tx) => this.slots.ensureSlots(tx, clientId));
    await this.in((tx) => this.measures.rebuild(tx, clientId));
    await this.in((tx) => this.measures.recomputeTouched(tx, { clientId, limit: 100_000 }));
    return this.rescore(now);
  }

  rescore(now = NOW): Promise<HouseSettlement> {
    return this.in(async (tx) => {
      const report = await this.scorecards.rescoreTouched(tx, { clientId: this.clientId, limit: 100_000, now });
      return { ...report, statements: statementCount(tx) };
    });
  }

  /** The distributions of times, as the pipeline keeps them after everything else. */
  async spread(): Promise<void> {
    const { clientId } = this;
    await this.in((tx) => this.histograms.ensureHistograms(tx, clientId));
    await this.in((tx) => this.histograms.remakeTouched(tx, { clientId, limit: 100_000 }));
  }

  /** Uses a KPI under the contract, and gives its measures their slots. */
  async use(kpiCode: string, parts: Partial<KpiUse> = {}): Promise<void> {
    const { clientId, contractId } = this;
    await this.in((tx) => saveKpiUse(tx, { clientId, contractId, kpiCode, ...parts }));
    await this.in((tx) => this.slots.ensureSlots(tx, clientId));
  }

  /** Daily measures as they would be after facts: so much of each measure on a day of the telephone desk. */
  async daily({ stream, on, by, ...amounts }: DailyAmounts): Promise<void> {
    const slots = await this.in((tx) => readSlots(tx));
    const ofStream = slots.filter((one) => one.stream === stream);
    const sums = ofStream.map(({ measure }) => amounts.amounts[measure] ?? 0);
    const person = by ? this.house.agents[by].personId : NIL_ID;
    await this.sql(SAVE_DAILY, stream, this.house.phone.id, on, person, sums);
  }

  touchPeriods(from: Day): Promise<number> {
    return this.in((tx) => touchPeriods(tx, { clientId: this.clientId, contractId: this.contractId, from }));
  }

  touchEnded(now: Date): Promise<number> {
    return this.in((tx) => this.scorecards.touchEnded(tx, this.clientId, now));
  }

  async card(subjectId: string, kind: PeriodKind = "month", from = june(1)): Promise<Scorecard | undefined> {
    const [card] = await this.sql<Scorecard>(SCORECARD, subjectId, kind, from);
    return card;
  }

  async item(subjectId: string, kpiCode: string): Promise<ScorecardItem | undefined> {
    return itemOf(await this.card(subjectId), kpiCode);
  }

  /** The objective results of a kind of period, in the order of their days. */
  results(kind: PeriodKind): Promise<ObjectiveResult[]> {
    return this.sql(RESULTS, kind);
  }
}

export const itemOf = (card: Scorecard | undefined, kpiCode: string): ScorecardItem | undefined =>
  card?.items.find((one) => one.kpiCode === kpiCode);

const SAVE_DAILY = `
  insert into daily_measures (client_id, stream, service_id, day, channel, person_id, sums)
  values ($1, $2, $3, $4, '', $5, $6)`;

const SCORECARD = `
  select id, subject_kind as "subjectKind", service_id as "serviceId", team_id as "teamId", score, rank,
         ranked_of as "rankedOf", items, data_quality as "dataQuality", state, level, composition,
         computed_at as "computedAt"
    from scorecard where client_id = $1 and subject_id = $2 and period_kind = $3 and period_from = $4`;

const RESULTS = `
  select outcome, shortfall, misses_allowed as "missesAllowed", objective_version as "objectiveVersion", aims, segments,
         unadjusted, exclusions, item, period_from as "periodFrom"
    from objective_result where client_id = $1 and period_kind = $2 order by period_from, objective_id`;
