import { Readable } from "node:stream";
import { saveKpiAssignment } from "../assignments/kpi-assignment.builder";
import { saveKpiUse } from "../contracts/kpi-use.builder";
import { saveImportProfile } from "../facts/import-profile.builder";
import { viewerOf } from "../facts/ingest.builder";
import type { RowCounts } from "../facts/import-report";
import { IngestService } from "../facts/ingest.service";
import { quietLog } from "../platform/log";
import type { Viewer } from "../platform/viewer";
import type { Day } from "../shared/day";
import { givenContract, type GivenContract } from "../setup/setup.builder";
import type { TestDatabase } from "./test-database";
import { settle } from "../main/pipeline";
import { wireServices } from "../main/services";

/** One contract set up for the PhoneNow file, which is sent twice: as contacts and as surveys. */
export interface PhoneNow {
  readonly database: TestDatabase;
  readonly given: GivenContract;
  readonly viewer: Viewer;
  readonly reports: readonly RowCounts[];
  send(csv: string): Promise<void>;
  settle(): Promise<void>;
  /** All daily sums of each day, as text. */
  dailySums(): Promise<Map<Day, string>>;
}

const AGENTS = ["Becky", "Dan", "Diane", "Greg", "Jim", "Joe", "Martha", "Stewart"];
const NOW = new Date("2021-04-15T08:00:00Z");
const KPIS = ["ANSWER_RATE", "ASA", "AHT", "SERVICE_LEVEL", "CSAT", "RESOLUTION_RATE"];

export async function givenPhoneNow(database: TestDatabase): Promise<PhoneNow> {
  const given = await givenContract(database, {
    contract: { timeZone: "Europe/Zurich", startsOn: "2021-01-01" as Day },
    services: [{ code: "phone", channels: ["phone"] }],
    agents: AGENTS.map((name) => ({ name, logins: { phonenow: name } })),
  });
  const { clientId, contract } = given;
  await database.asInternal([clientId], async (tx) => {
    for (const kpiCode of KPIS)
      await saveKpiUse(tx, { clientId, contractId: contract.id, kpiCode, ...termsOf(kpiCode) });
    for (const kpiCode of ["ASA", "AHT", "CSAT", "RESOLUTION_RATE"])
      await saveKpiAssignment(tx, { clientId, contractId: contract.id, kpiCode, weight: "25" });
    await saveImportProfile(tx, { clientId, code: "phonenow", stream: "contact", definition: CONTACTS });
    await saveImportProfile(tx, { clientId, code: "phonenow-survey", stream: "survey", definition: SURVEYS });
  });
  return phoneNow(database, given);
}

const termsOf = (kpiCode: string) =>
  kpiCode === "SERVICE_LEVEL" ? { dialect: "SL-A", parameters: { thresholdSeconds: 30, shortAbandonSeconds: 0 } } : {};

function phoneNow(database: TestDatabase, given: GivenContract): PhoneNow {
  const parts = { db: database.db, clock: () => NOW, log: quietLog, onFactsAppended: () => undefined };
  const ingest = new IngestService(parts);
  const viewer = viewerOf(given.clientId);
  const reports: RowCounts[] = [];
  return {
    database,
    given,
    viewer,
    reports,
    send: async (csv) => {
      for (const [stream, profile] of [
        ["contact", "phonenow"],
        ["survey", "phonenow-survey"],
      ] as const) {
        const report = await ingest.ingestFile({
          stream,
          profile,
          bytes: Readable.from([Buffer.from(csv)]),
          by: viewer,
        });
        expect(report).toMatchObject({ state: "finished", rows: { rejected: 0 } });
        reports.push(report.rows);
      }
    },
    settle: async () => {
      await settle(wireServices(), database.db, { clientIds: [given.clientId], now: NOW });
    },
    dailySums: async () => {
      const sql = `select day, string_agg(t::text, '|' order by t::text) as sums
        from daily_measures t where client_id = $1 group by day`;
      const found = await database.adminRows<{ day: Day; sums: string }>(sql, [given.clientId]);
      return new Map(found.map(({ day, sums }) => [String(day) as Day, sums]));
    },
  };
}

const COMMON = {
  source: "phonenow",
  timeZone: "Europe/Zurich",
};
const WHO_AND_WHERE = {
  externalId: "Call Id",
  service: { constant: "phone" },
  channel: { constant: "phone" },
  person: "Agent",
};

/** The file says how long a call's answer took, and how long it was talked: the rest follows. */
const CONTACTS = {
  ...COMMON,
  fields: {
    ...WHO_AND_WHERE,
    reason: "Topic",
    outcome: { column: "Answered (Y/N)", map: { Y: "answered", N: "abandoned" } },
    offeredAt: { columns: ["Date", "Time"], format: "yyyy-MM-dd HH:mm:ss" },
    waitSeconds: "Speed of answer in seconds",
    talkSeconds: { column: "AvgTalkDuration", unit: "HH:MM:SS" },
  },
} as never;

/** A call without rating is no survey; a corrected row that lost its rating takes the survey back. */
const SURVEYS = {
  ...COMMON,
  skipWhen: [{ column: "Satisfaction rating", missing: true }],
  fields: {
    ...WHO_AND_WHERE,
    surveyedAt: { columns: ["Date", "Time"], format: "yyyy-MM-dd HH:mm:ss" },
    rating: { column: "Satisfaction rating", worst: 1, best: 5 },
    resolved: { column: "Resolved", map: { Y: true, N: false } },
  },
} as never;
