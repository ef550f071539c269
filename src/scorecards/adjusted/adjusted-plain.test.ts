import { Exclusion } from "../../contracts/exclusions/exclusion.entity";
import { saveExclusion } from "../../contracts/exclusions/exclusion.builder";
import { KPIS } from "../../kpis/catalogue/kpis";
import type { KpiInUse } from "../../kpis/kpi-definition";
import { formulaOf } from "../../kpis/kpi-formula.rules";
import { dialectsOf, resolveKpi } from "../../kpis/kpi-in-use.rules";
import { MeasureService } from "../../measures/measure.service";
import { defineKpi, defineMeasure } from "../../measures/own-kpis.builder";
import { aRandomContact, storeContacts } from "../../measures/plain-facts.builder";
import { localDay, type PlainContact } from "../../measures/plain-measures";
import { SlotService } from "../../measures/slot.service";
import { rows, type Tx } from "../../platform/database";
import { addDays, day } from "../../shared/day";
import { newId } from "../../shared/ids";
import { givenRandomFacts, type RandomFacts } from "../../test-support/random-facts.builder";
import { seeded } from "../../test-support/seeded";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { SpanFigures } from "../span-figures";
import { loadAdjusted } from "./adjusted-book";
import { mixtureOf } from "./mixed-asks.builder";
import { isPlain, placed, plainAmounts, plainSide } from "./plain-recount.builder";
import { anAsk, openTimes, settingOf } from "./recount.builder";

let database: TestDatabase;
let facts: RandomFacts;
beforeAll(async () => {
  database = await createTestDatabase();
  facts = await givenRandomFacts(database, 21, ALL);
  await defineOwn();
});
afterAll(() => database.drop());

const ALL = KPIS.map(({ code }) => resolveKpi({ kpiCode: code }))
  .flatMap(dialectsOf)
  .filter((kpi) => KPIS.find(({ code }) => code === kpi.kpiCode)!.dialects.every((one) => !("worth" in one)))
  .filter((kpi) => isPlain(kpi, formulaOf(kpi).streams));

const within = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.asInternal([facts.ground.clientId], work);

const OWN = ["LONGEST_WAIT", "SHORTEST_TALK", "WAIT_RANGE", "EVERY_CONTACT"];

async function defineOwn(): Promise<void> {
  const { clientId } = facts.ground;
  const [client] = await within((tx) =>
    rows<{ code: string }>(tx, "select code from client where client_id = $1", [clientId]),
  );
  const given = { clientId, client: client! };
  const of = (code: string, version: object) =>
    defineMeasure(database, given, { code, stream: "contact", versions: [version as never] });
  await of("longest_wait", { aggregate: "max", of: "wait_seconds", where: [] });
  await of("shortest_wait", { aggregate: "min", of: "wait_seconds", where: [] });
  await of("shortest_talk", { aggregate: "min", of: "talk_seconds", attribution: "ended", where: [] });
  await of("every_contact", { where: [] });
  const formulas = ["longest_wait", "shortest_talk", "longest_wait - shortest_wait", "every_contact"];
  for (const [at, code] of OWN.entries()) {
    const unit = code === "EVERY_CONTACT" ? "count" : "seconds";
    await defineKpi(database, given, { code, unit, versions: [{ formula: formulas[at]! }] });
  }
  await within((tx) => new SlotService().ensureSlots(tx, clientId, ownKpis()));
  await within((tx) => new MeasureService().rebuild(tx, clientId));
  await settle();
}

/** To be called where definitions of one's own are in sight. */
const ownKpis = (): KpiInUse[] => OWN.map((kpiCode) => resolveKpi({ kpiCode }));

async function settle(): Promise<void> {
  const { clientId } = facts.ground;
  for (let remaining = true; remaining;)
    ({ remaining } = await within((tx) => new MeasureService().recomputeTouched(tx, { clientId, limit: 2_000 })));
}

describe("figures of contacts and surveys, and the least and greatest of one's own", () => {
  it.each([1, 2])("are what is added up over the very facts that were made up (seed %d)", async (seed) => {
    const { ground, calendarId } = facts;
    const made = placed(facts);

    await within(async (tx) => {
      const open = await openTimes(tx, ground.clientId, calendarId);
      const own = ownKpis();
      const kpis = [...ALL, ...Array.from({ length: 12 }, () => own).flat()];
      const { exclusions, all } = mixtureOf(seeded(100 + seed), ground, kpis, [open]);
      await tx.insert(Exclusion, [...exclusions]);
      const setting = await settingOf(tx, ground);
      const asks = all.map(({ ask }) => ask);
      const book = await loadAdjusted(tx, setting, asks);
      const plain = await SpanFigures.load(tx, setting, asks);
      let [moved, movedOwn] = [0, 0];
      for (const mixed of all) {
        const { kpi } = mixed.ask.item;
        const raw = plain.figure(mixed.ask, 0);
        const figure = book.of(mixed.ask)?.figure ?? raw;
        const amounts = plainAmounts(made, mixed, ground);
        const { numerator, denominator } = formulaOf(kpi);
        const told = [plainSide(numerator, amounts), plainSide(denominator, amounts)];
        const found = [figure.numerator, figure.denominator].map((side, at) =>
          side === null ? (told[at] === 0 ? 0 : null) : Number(side),
        );
        const { from, until } = mixed.ask.span;
        expect([kpi.kpiCode, kpi.dialect, from, until, ...found]).toEqual([
          ...[kpi.kpiCode, kpi.dialect, from, until],
          ...told,
        ]);
        if (figure.value !== raw.value) moved += 1;
        if (figure.value !== raw.value && OWN.includes(kpi.kpiCode)) movedOwn += 1;
      }
      expect(moved).toBeGreaterThan(20);
      expect(movedOwn).toBeGreaterThan(5);
    });
  });
});

describe("on a day on which the clock changes", () => {
  // a contact each half hour, in Rome, no two of which waited equally long
  let made: PlainContact[];
  beforeAll(async () => {
    const { ground } = facts;
    const voice = ground.services[0]!;
    const where = { ...ground, services: [voice], instants: [0] };
    made = ["2027-03-26T00:00:00Z", "2026-10-23T00:00:00Z"].flatMap((start) =>
      Array.from({ length: 5 * 48 }, (_, at) => {
        const offeredAt = Date.parse(start) + at * 1_800_000;
        const some = aRandomContact(seeded(at), where, `${start}${at}`);
        return { ...some, offeredAt, answeredAt: null, endedAt: null, waitSeconds: (at * 37) % 241 };
      }),
    );
    await within((tx) => storeContacts(tx, ground.clientId, made));
    await settle();
  });

  it.each([
    // 02:00 to 03:00 was skipped: from 01:30 until 03:30 is one hour
    ["2027-03-28", "2027-03-28T00:30:00Z", "2027-03-28T01:30:00Z", 46, 44],
    ["2027-03-28", "2027-03-27T23:00:00Z", "2027-03-28T22:00:00Z", 46, 0],
    // 24 hours from midnight reach into the next day
    ["2027-03-29", "2027-03-27T23:00:00Z", "2027-03-28T23:00:00Z", 48, 46],
    // 24 hours from midnight leave one hour of 25
    ["2026-10-25", "2026-10-24T22:00:00Z", "2026-10-25T22:00:00Z", 50, 2],
    ["2026-10-25", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", 50, 0],
    // the second time that it was 02:00 to 03:00
    ["2026-10-25", "2026-10-25T01:00:00Z", "2026-10-25T02:00:00Z", 50, 48],
    ["2026-10-26", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", 48, 48],
  ])("%s, without %s until %s, has %d contacts, then %d", async (of, fromAt, untilAt, before, after) => {
    const { ground } = facts;
    const { clientId, contractId } = ground;
    await within(async (tx) => {
      const objectiveId = newId();
      const when = { fromAt: new Date(fromAt), untilAt: new Date(untilAt) };
      await saveExclusion(tx, { clientId, contractId, code: newId(), objectiveIds: [objectiveId], ...when });
      const span = { from: day(of), until: addDays(day(of), 1) };
      const ask = (kpiCode: string) => anAsk(ground, resolveKpi({ kpiCode }), span, { objectiveId });
      const [every, longest, range] = ["EVERY_CONTACT", "LONGEST_WAIT", "WAIT_RANGE"].map(ask);
      const asks = [every!, longest!, range!];
      const setting = { ...(await settingOf(tx, ground)), today: day("2028-01-01") };

      const plain = await SpanFigures.load(tx, setting, asks);
      const book = await loadAdjusted(tx, setting, asks);

      const left = asks.map((one) => book.of(one)?.figure ?? plain.figure(one, 0));
      const waits = made
        .filter(({ offeredAt, zone }) => localDay(offeredAt, zone) === of)
        .filter(({ offeredAt }) => offeredAt < +when.fromAt || offeredAt >= +when.untilAt)
        .map(({ waitSeconds }) => waitSeconds!);
      const [most, least] = [Math.max(...waits), Math.min(...waits)];
      expect([plain.figure(every!, 0).value, waits.length]).toEqual([String(before), after]);
      expect(left.map(({ value }) => value)).toEqual(
        after === 0 ? [null, null, null] : [after, most, most - least].map(String),
      );
    });
  });
});
