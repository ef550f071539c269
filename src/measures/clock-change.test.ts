import { resolveKpi } from "../kpis/kpi-in-use.rules";
import { givenContract, type GivenContract } from "../setup/setup.builder";
import { day, startOfDay } from "../shared/day";
import { daysOf, hoursOf, periodContaining, type Period } from "../shared/period";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { MeasureService } from "./measure.service";
import { storeContacts } from "./plain-facts.builder";
import type { PlainContact } from "./plain-measures";
import { SlotService } from "./slot.service";

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

const ROME = "Europe/Rome";
const QUARTER_HOUR = 900_000;
const SERVICE_LEVEL = resolveKpi({ kpiCode: "SERVICE_LEVEL" });

/** A call every quarter of an hour from the first instant of the week to the last, and one on either side of it. */
function callsOf(week: Period, given: GivenContract): PlainContact[] {
  const [from, until] = [startOfDay(week.from, ROME).getTime(), startOfDay(week.until, ROME).getTime()];
  const instants = [
    from - 1,
    until,
    ...Array.from({ length: (until - from) / QUARTER_HOUR }, (_, i) => from + i * QUARTER_HOUR),
  ];
  return instants.map((offeredAt, i) => ({
    ...{ externalId: `call-${i}`, serviceId: given.service.id, zone: ROME, channel: "phone", offeredAt },
    ...{ personId: null, customerRef: null, reason: null, outcome: "answered" as const, answeredAt: offeredAt },
    ...{ endedAt: offeredAt, waitSeconds: i % 3 === 0 ? 25 : 15, talkSeconds: 1, holdSeconds: null, wrapSeconds: null },
    transferred: null,
  }));
}

describe.each([
  ["2026-03-29", 23, 167],
  ["2026-10-25", 25, 169],
])("the week of the clock change on %s", (changeDay, hours, hoursOfWeek) => {
  it(`has a day of ${hours} hours, and days that add up to the week`, async () => {
    const week = periodContaining("week", day(changeDay));
    const given = await givenContract(database, { contract: { timeZone: ROME } });
    const { clientId } = given;
    const calls = callsOf(week, given);
    const slots = await database.asInternal([clientId], (tx) =>
      new SlotService().ensureSlots(tx, clientId, [SERVICE_LEVEL]),
    );
    await database.asInternal([clientId], (tx) => storeContacts(tx, clientId, calls));
    await database.asInternal([clientId], (tx) => new MeasureService().recomputeTouched(tx, { clientId, limit: 100 }));

    const daily = await database.adminRows<{ day: string; within: number; offered: number }>(
      `select day, sums[$4] as within, sums[$5] as offered from daily_measures
        where client_id = $1 and day >= $2 and day < $3 order by day`,
      [
        ...[clientId, week.from, week.until, slots.get('contact/answered_within/{"thresholdSeconds":20}')],
        slots.get("contact/offered/{}"),
      ],
    );

    const ofWeek = calls.slice(2);
    const total = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0);
    expect(hoursOf(week, ROME)).toBe(hoursOfWeek);
    expect(daily.map((one) => one.day)).toEqual(daysOf(week));
    expect(daily.find((one) => one.day === changeDay)?.offered).toBe(hours * 4);
    expect(total(daily.map((one) => one.offered))).toBe(ofWeek.length);
    expect(total(daily.map((one) => one.within))).toBe(ofWeek.filter((one) => one.waitSeconds! <= 20).length);
  });
});
