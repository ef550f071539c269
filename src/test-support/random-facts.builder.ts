import { layOutDueWindows } from "../contracts/calendar-window.queries";
import type { KpiInUse } from "../kpis/kpi-definition";
import { aRandomCase, caseRow } from "../measures/plain-cases.builder";
import { aRandomContact, aRandomSurvey, storeContacts, storeSurveys } from "../measures/plain-facts.builder";
import type { PlainContact, PlainSurvey } from "../measures/plain-measures";
import {
  aRandomForecast,
  aRandomHeadcount,
  aRandomVolume,
  aRandomWork,
  type WorkforceGround,
} from "../measures/plain-workforce.builder";
import { aQualityBench } from "../measures/quality-bench.builder";
import { aRandomRow, QUALITY_STREAMS } from "../measures/random-quality.builder";
import type { Ground } from "../scorecards/adjusted/recount.builder";
import { givenContract } from "../setup/setup.builder";
import type { Stream } from "../shared/stream";
import { rowOf } from "./sent-workforce.builder";
import { seeded } from "./seeded";
import type { TestDatabase } from "./test-database";

export const ZONES = ["Europe/Rome", "America/New_York"] as const;

const HOUR = 3_600_000;

export interface RandomFacts {
  readonly ground: Ground;
  readonly calendarId: string;
  /** All that there are; of surveys likewise. */
  readonly contacts: readonly PlainContact[];
  readonly surveys: readonly PlainSurvey[];
  readonly random: () => number;
}

/** Facts of every stream but work time's breaks, three weeks around the change of clocks in Europe, on two services. */
export async function givenRandomFacts(
  database: TestDatabase,
  seed: number,
  kpis: readonly KpiInUse[],
): Promise<RandomFacts> {
  const random = seeded(seed);
  const channels = ["phone", "email"];
  const services = [
    { code: "voice", channels },
    { code: "desk", channels, timeZone: ZONES[1] },
  ];
  const given = await givenContract(database, { services, agents: [{}, {}, {}] });
  const { clientId, agents } = given;
  const bench = await aQualityBench(database, clientId, kpis);
  await database.asInternal([clientId], (tx) => layOutDueWindows(tx, clientId, new Date("2026-12-01T00:00:00Z")));
  const ground: Ground = {
    ...{ clientId, contractId: given.contract.id },
    services: given.services.map(({ id }, at) => ({ id, zone: ZONES[at]! })),
    people: agents.map(({ id }) => id),
  };
  const instants = Array.from({ length: 500 }, (_, at) => Date.parse("2026-03-20T00:00:00Z") + at * HOUR);
  const where = { ...ground, instants };
  const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
  const contacts = many(400, (at) => aRandomContact(random, where, `c${at}`));
  const surveys = many(400, (at) => aRandomSurvey(random, where, `s${at}`));
  await database.asInternal([clientId], async (tx) => {
    await storeContacts(tx, clientId, contacts);
    await storeSurveys(tx, clientId, surveys);
  });
  const send = async (stream: Stream, rows: readonly Record<string, unknown>[]): Promise<void> => {
    const { rejects } = await bench.send(stream, rows);
    if (rejects.length > 0) throw new Error(`${stream}: ${JSON.stringify(rejects.slice(0, 2))}`);
  };
  const people = agents.map(({ code }) => code);
  for (const stream of QUALITY_STREAMS.filter((one) => one !== "contact" && one !== "survey"))
    await bench.send(
      stream,
      many(120, (at) => ({
        ...aRandomRow(random, { services: ["voice", "desk"], people }, stream),
        externalId: `${stream}${at}`,
      })),
    );
  const codes = {
    services: new Map(given.services.map(({ id, code }) => [id, code])),
    people: new Map(agents.map(({ id, code }) => [id, code])),
  };
  await send(
    "case",
    many(200, (at) => caseRow(aRandomCase(random, where, `k${at}`), codes)),
  );
  const workforce: WorkforceGround = {
    services: [
      { code: "voice", zone: ZONES[0], channels },
      { code: "desk", zone: ZONES[1], channels },
    ],
    ...{ people, instants: instants.filter((_, at) => at % 2 === 0), days: ["2026-03-22", "2026-03-29", "2026-04-02"] },
  };
  await send(
    "work_time",
    many(80, (at) => sent(rowOf("work", aRandomWork(random, workforce, `w${at}`)))),
  );
  await send(
    "forecast",
    many(150, (at) => sent(rowOf("forecasts", aRandomForecast(random, workforce, `f${at}`)))),
  );
  await send(
    "volume",
    many(60, (at) => sent(rowOf("volumes", aRandomVolume(random, workforce, `v${at}`)))),
  );
  await send(
    "headcount",
    many(20, (at) => sent(rowOf("headcounts", aRandomHeadcount(random, workforce, `h${at}`)))),
  );
  await bench.settle(() => 2_000);
  return { ground, random, calendarId: given.calendar.id, contacts, surveys };
}

const camel = (name: string): string => name.replace(/_([a-z])/g, (_, one: string) => one.toUpperCase());

/** A row of a file as a program sends it. */
const sent = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) =>
      value == null || name === "gone" || name === "aux_states" ? [] : [[camel(name), value]],
    ),
  );
