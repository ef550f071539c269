import "reflect-metadata";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { allClientIds } from "../src/clients/tenant.queries";
import { IngestService } from "../src/facts/ingest.service";
import { applySetup, reportText } from "../src/main/commands/apply.command";
import { writePackages } from "../src/main/commands/package.command";
import { serveApi } from "../src/main/commands/serve.command";
import { commandLine, type CommandContext } from "../src/main/command-line";
import { closeDue } from "../src/main/close-due";
import { settle } from "../src/main/pipeline";
import { settleMoney } from "../src/main/settle-money";
import type { Runtime } from "../src/main/runtime";
import { wireServices, type Services } from "../src/main/services";
import { AccessService } from "../src/platform/access.service";
import { inTransaction } from "../src/platform/database";
import { RIGHTS, type Viewer } from "../src/platform/viewer";
import { addDays, dayOf } from "../src/shared/day";
import { NIL_ID } from "../src/shared/ids";
import { readSetup } from "../src/setup/setup-files";
import { grantAccess } from "./demo/access";
import { liveOn } from "./demo/life";
import { demoDays, type DemoDays } from "./demo/facts";
import { agreeOutage, tradeMoney, type MoneyActs } from "./demo/money";
import { writeFeeds, type FeedFile } from "./demo/files";
import { writeSetup } from "./demo/setup";
import { moneySummary } from "./demo/money-summary";
import { summary } from "./demo/summary";

/**
 * The whole path on invented data: define, ingest, settle, govern, look. `--exit` ends after printing; otherwise the API
 * is served until stopped. Running it again works on the same data and adds the days that have passed.
 */
void commandLine.runWith({ joinRunning: false }, async (runtime, context) => {
  const demo = new Demo(runtime, context, wireServices());
  await demo.prepare();
  if (process.argv.includes("--exit")) return;
  await serveApi(runtime, context);
});

class Demo {
  private readonly folder: string;
  private readonly now = new Date();
  private readonly days: DemoDays;

  constructor(
    private readonly runtime: Runtime,
    private readonly context: CommandContext,
    private readonly services: Services,
  ) {
    this.folder = join(runtime.config.dataFolder, "demo");
    this.days = demoDays(dayOf(this.now, "Europe/Rome"));
  }

  async prepare(): Promise<void> {
    await this.step("Applying the setup", () => this.applySetup());
    const feeds = await this.step("Writing the clients' files", () =>
      writeFeeds(join(this.folder, "feeds"), this.days),
    );
    const clientIds = await allClientIds(this.runtime.db);
    for (const feed of feeds)
      await this.step(`Taking in ${feed.client}'s ${feed.stream.replace("_", " ")} facts`, () =>
        this.ingest(feed, clientIds),
      );
    await this.step("Computing scorecards and objectives", () => this.settle());
    const money = await this.moneyActs(clientIds);
    await this.step("Agreeing what is not to count", () => agreeOutage(this.runtime, this.services, money));
    await this.step("Computing what that changes", () => this.settle());
    await this.step("Closing what is over its grace days", () => this.close());
    await this.step("Settling what is closed", () => this.settleMoney());
    await this.step("Issuing, agreeing, disputing", () => tradeMoney(this.runtime, this.services, money));
    await this.step("Living on: late answers, disputes", () => this.liveOn(clientIds));
    const pages = await this.step("Compiling review packages", () => this.packages());
    await this.print(clientIds, pages);
  }

  private async step<T>(title: string, work: () => T | Promise<T>): Promise<T> {
    const began = Date.now();
    const result = await work();
    const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(5);
    this.context.progress(`${title.padEnd(42)} ${seconds} s  ${typeof result === "string" ? result : ""}`.trimEnd());
    return result;
  }

  private async applySetup(): Promise<void> {
    const folder = join(this.folder, "setup");
    writeSetup(folder, addDays(this.days.from, -1));
    const report = await applySetup(this.services, this.runtime.db, { setup: readSetup(folder), now: this.now });
    if (report.problems.length > 0) throw new Error(reportText(report, false).join("\n"));
  }

  private async ingest(feed: FeedFile, clientIds: readonly string[]): Promise<string> {
    const { db, log } = this.runtime;
    const ingest = new IngestService({ db, log, clock: () => new Date(), onFactsAppended: () => undefined });
    const { client, stream, profile, source, path } = feed;
    const by = importer(clientIds);
    const report = await ingest.ingestFile({
      client,
      stream,
      profile,
      source: source ?? null,
      fileName: path,
      bytes: createReadStream(path),
      by,
    });
    const counts = Object.entries(report.rows).filter(([, count]) => count > 0);
    return counts.map(([outcome, count]) => `${count.toLocaleString("en")} ${outcome}`).join(", ");
  }

  private async settle(): Promise<void> {
    await settle(this.services, this.runtime.db, { now: this.now, signal: this.context.interrupted });
  }

  private async close(): Promise<string> {
    const closed = await closeDue(this.services, this.runtime.db, { now: this.now, closedBy: "regia demo" });
    return `${closed.periods} periods, ${closed.scorecards.toLocaleString("en")} scorecards are final`;
  }

  private async settleMoney(): Promise<string> {
    const report = await settleMoney(this.services, this.runtime.db, { now: this.now });
    if (report.failures.length > 0) throw report.failures[0]!.error;
    return `${report.settled} months`;
  }

  private async moneyActs(clientIds: readonly string[]): Promise<MoneyActs> {
    const scope = { clientIds, internal: true };
    const [auroraId = ""] = await inTransaction(this.runtime.db, scope, (tx) =>
      new AccessService().clientIds(tx, ["aurora"]),
    );
    return { clientIds, auroraId, lastMonth: this.days.lastMonth, now: this.now };
  }

  private async liveOn(clientIds: readonly string[]): Promise<void> {
    await liveOn(this.runtime, this.services, { clientIds, lastMonth: this.days.lastMonth, now: this.now });
    await this.settle();
  }

  private async packages(): Promise<string[]> {
    const order = { forum: null, recompile: false, now: this.now, compiledBy: "regia demo" };
    const folder = join(this.folder, "packages");
    const written = await writePackages(this.services, this.runtime.db, { ...order, folder });
    return written.map(({ html }) => html);
  }

  private async print(clientIds: readonly string[], pages: readonly string[]): Promise<void> {
    const { db, config } = this.runtime;
    const scope = { clientIds, internal: true };
    const table = await inTransaction(db, scope, (tx) => summary(tx, clientIds, this.days));
    const money = await inTransaction(db, scope, (tx) => moneySummary(tx, clientIds, this.days.lastMonth));
    const access = await inTransaction(db, scope, (tx) => grantAccess(tx, config, this.now));
    const credentials = access.flatMap(({ who, credential }) => [`  ${who}:`, `    ${credential}`]);
    this.context.print({ clientIds, pages, access }, [
      "",
      ...table,
      "",
      ...money,
      "",
      "Review packages (open in a browser):",
      ...pages.map((page) => `  ${page}`),
      "",
      "Credentials, for the header `Authorization: Bearer …`:",
      ...credentials,
      "",
      "Setup and files that made this are in " + this.folder,
    ]);
  }
}

const importer = (clientIds: readonly string[]): Viewer => ({
  kind: "internal",
  id: NIL_ID,
  name: "regia demo",
  personId: null,
  sight: null,
  clientIds,
  rights: new Set(RIGHTS),
});
