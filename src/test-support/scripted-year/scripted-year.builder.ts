import { allClientIds } from "../../clients/tenant.queries";
import { setupFolder } from "../../setup/sample-setup.builder";
import { readSetup } from "../../setup/setup-files";
import type { Viewer } from "../../platform/viewer";
import { testApi, type Ask, type TestApi } from "../api-client";
import { fixedClock, type FixedClock } from "../fixed-clock";
import type { TestDatabase } from "../test-database";
import { applySetup } from "../../main/commands/apply.command";
import { reportText } from "../../main/commands/apply.command";
import { closeDue } from "../../main/close-due";
import { settle } from "../../main/pipeline";
import { wireServices, type Services } from "../../main/services";
import { addDays, day, startOfDay, type Day } from "../../shared/day";
import { periodContaining, type Period, type PeriodKind } from "../../shared/period";
import { CARDS, cardLine, DRIFT, driftLine, quotient, type CardAnswer, type DriftAnswer } from "./year-cards.builder";

/** One person's answers of one noon: `5544 3 1`. */
export interface Answers {
  readonly person: string;
  readonly service: string;
  readonly on: string;
  readonly ratings: string;
}

export interface SentAnswers extends Answers {
  readonly at: Date;
}

/** A house that lives through a year, with a clock that moves only when told to. */
export class ScriptedYear {
  readonly services: Services = wireServices();
  readonly clock: FixedClock = fixedClock("2025-01-02T08:00:00Z");
  readonly sent: SentAnswers[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly api: TestApi,
  ) {}

  static async open(database: TestDatabase): Promise<ScriptedYear> {
    return new ScriptedYear(database, await testApi(database));
  }

  /** Our operations, at the time of the clock. */
  async ours(): Promise<Ask> {
    return this.api.as({ name: "Operations", clientIds: await allClientIds(this.database.db) }, this.clock.now());
  }

  async apply(yaml: string): Promise<void> {
    const setup = readSetup(setupFolder({ "all.yaml": yaml }));
    const report = await applySetup(this.services, this.database.db, { setup, now: this.clock.now() });
    if (report.problems.length > 0) throw new Error(reportText(report, false).join("\n"));
  }

  /** Surveys sent now. */
  async answer(...all: Answers[]): Promise<void> {
    const ask = await this.ours();
    const surveys = all.flatMap((one) => this.surveysOf(one));
    const { data, errors } = await ask(INGEST, { input: { client: "northwind", source: "panel", rows: surveys } });
    const refused = [...errors, ...(data?.ingestSurveys.errors ?? []), ...(data?.ingestSurveys.rejects ?? [])];
    if (refused.length > 0) throw new Error(JSON.stringify(refused));
    this.sent.push(...all.map((one) => ({ ...one, at: this.clock.now() })));
  }

  private surveysOf({ person, service, on, ratings }: Answers): object[] {
    const already = this.sent.filter((one) => one.person === person && one.on === on).length;
    return [...ratings.replaceAll(" ", "")].map((rating, index) => ({
      externalId: `${person} ${on} ${already}.${index}`,
      ...{ service, person, channel: service === "voice" ? "phone" : "chat", surveyedAt: `${on}T12:00:00+02:00` },
      rating: Number(rating),
    }));
  }

  /** Sends the answers of each day on the morning after it, and lets the worker work. */
  async report(...all: Answers[]): Promise<void> {
    for (const on of [...new Set(all.map((one) => one.on))].sort()) {
      this.clock.set(`${addDays(day(on), 1)}T08:00:00Z`);
      await this.answer(...all.filter((one) => one.on === on));
      await this.work();
    }
  }

  /** What the worker's timer does: settles, then closes what is due. */
  async work(): Promise<void> {
    const options = { now: this.clock.now() };
    await settle(this.services, this.database.db, options);
    await closeDue(this.services, this.database.db, { ...options, closedBy: "regia" });
  }

  /** Moves the clock and lets the worker work. */
  async until(instant: string): Promise<void> {
    this.clock.set(instant);
    await this.work();
  }

  /** One act of a viewer; what was refused comes first. */
  async act(viewer: Partial<Viewer>, mutation: string, selection = ""): Promise<Record<string, never>> {
    const ask = this.api.as({ clientIds: await allClientIds(this.database.db), ...viewer }, this.clock.now());
    const name = /^\w+/.exec(mutation)?.[0] ?? "";
    const { data, errors } = await ask(`mutation { ${mutation} { ${selection} errors { code path message } } }`);
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data[name];
  }

  /** Id of a position as the graph names it. */
  async positionId(person: string, role: string): Promise<string> {
    const ask = await this.ours();
    const { data } = await ask(
      `{ person(code: "${person}") { id positions(first: 9) { nodes { id validUntil role { code } } } } }`,
    );
    const held = data.person.positions.nodes as { id: string; validUntil: string | null; role: { code: string } }[];
    return held.findLast((one) => one.role.code === role && one.validUntil === null)?.id ?? "";
  }

  async personId(person: string): Promise<string> {
    const found = await this.database.adminRows<{ id: string }>("select id from person where code = $1", [person]);
    return found[0]?.id ?? "";
  }

  /** Every scorecard of a period, a line each, in the order of the words. */
  async cards(period: object, terms: { asOf?: string; validOn?: string } = {}): Promise<string[]> {
    const ask = await this.ours();
    const { data, errors } = await ask(CARDS, { period, ...terms });
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    const { scorecards } = data.contract as { scorecards: { nodes: CardAnswer[] } };
    return scorecards.nodes.map(cardLine).sort();
  }

  month(containing: string, terms: { asOf?: string; validOn?: string } = {}): Promise<string[]> {
    return this.cards({ kind: "MONTH", containing }, terms);
  }

  /** What final scorecards of a month would be, a line each: `red, team · CSAT 13/15 → 13/17`. */
  async drift(containing: string): Promise<string[]> {
    const ask = await this.ours();
    const { data } = await ask(DRIFT, { period: { kind: "MONTH", containing } });
    const { drift } = data.contract as { drift: { nodes: DriftAnswer[] } };
    return drift.nodes.flatMap((one) => driftLine(one) ?? []).sort();
  }

  /** The contract's objective in a month: `28/37 MISSED RESTATED 2`. */
  async objective(containing: string, asOf: string | null = null): Promise<string> {
    const ask = await this.ours();
    const { data } = await ask(OBJECTIVE, { period: { kind: "MONTH", containing }, asOf });
    const { figure, outcome, version } = data.contract.objectives.nodes[0].result;
    return `${quotient(figure)} ${outcome} ${figure.finality} ${version}`;
  }

  /** Every period that has a scorecard. */
  async periods(): Promise<Period[]> {
    const found = await this.database.adminRows<{ kind: PeriodKind; from: Day }>(
      `select distinct period_kind as kind, period_from as "from" from scorecard order by 1, 2`,
    );
    return found.map(({ kind, from }) => periodContaining(kind, from));
  }

  /** What had come when a period was closed; of the months restated since, everything. */
  knownAtClosing({ kind, from, until }: Period): SentAnswers[] {
    const isRestated = kind === "month" && ["2025-05-01", "2025-08-01"].includes(from);
    const closedAt = startOfDay(addDays(until, GRACE_DAYS), "Europe/Rome");
    return this.sent.filter(({ at }) => isRestated || at < closedAt);
  }

  /** Deletes what is derived from facts and makes it again. */
  async rebuild(): Promise<void> {
    const [client] = await allClientIds(this.database.db);
    await this.database.adminRows("delete from daily_measures where client_id = $1", [client]);
    await this.database.adminRows("delete from drift where client_id = $1", [client]);
    await this.database.asInternal([client ?? ""], (tx) => this.services.measures.rebuild(tx, client ?? ""));
    await this.work();
  }

  /** Everything that is derived, but for the ids and instants of its computation. */
  async everything() {
    const all = (table: string, left: string): Promise<object[]> =>
      this.database.adminRows(`select to_jsonb(t) ${left} as row from ${table} t order by 1`);
    return {
      measures: await all("daily_measures", ""),
      scorecards: await all("scorecard", ""),
      objectives: await all("objective_result", ""),
      drift: await all("drift", "- 'id' - 'noticed_at'"),
      closings: await all("period_closing", ""),
    };
  }
}

const GRACE_DAYS = 5;

const INGEST = `mutation ($input: IngestSurveysInput!) { ingestSurveys(input: $input) {
  errors { code path message } rejects { line field reason } } }`;

const OBJECTIVE = `query ($period: PeriodInput!, $asOf: DateTime) { contract(code: "care") { objectives(first: 1) { nodes {
  result(period: $period, asOf: $asOf) { outcome version figure { numerator denominator finality } } } } } }`;
