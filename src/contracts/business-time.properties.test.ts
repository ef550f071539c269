import { saveClient } from "../clients/client.builder";
import { rows } from "../platform/database";
import { newId } from "../shared/ids";
import { seeded } from "../test-support/seeded";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { BusinessCalendar, type CalendarTerms } from "./business-calendar.rules";
import { saveVersions } from "./business-clock.builder";
import { businessIn, deadline, withoutPauses, type Pause } from "./business-pauses.rules";
import { NoBusinessDay, NoWorkingTime } from "./business-time.errors";
import { addBusiness, businessBetween, dayEnd } from "./business-time.rules";
import { layOutWindows } from "./calendar-window.queries";
import { openMinutes, plainDayEnd } from "./plain-business-time";
import { AWKWARD, randomInstant, randomVersions } from "./random-calendar.builder";

const NOW = new Date("2026-07-10T10:00:00Z");
const SEED = 20_260_710;
const MINUTE = 60_000;

interface Case {
  readonly versions: CalendarTerms[];
  readonly calendar: BusinessCalendar;
  readonly instants: Date[];
  readonly random: () => number;
}

/** Some calendars for each zone, with instants around its clock changes. */
function cases(salt: number, perZone: number, instants: number): [string, Case][] {
  return AWKWARD.flatMap(([zone, days], index) =>
    Array.from({ length: perZone }, (_, at): [string, Case] => {
      const random = seeded(SEED + salt * 10_000 + index * 100 + at);
      const versions = randomVersions(random, zone, days);
      const chosen = Array.from({ length: instants }, () => randomInstant(random, zone, days));
      return [
        `${zone} ${salt}/${at}`,
        { versions, calendar: new BusinessCalendar(versions), instants: chosen, random },
      ];
    }),
  );
}

/** Null where the calendar is not open for so long. */
const tried = <T>(work: () => T): T | null => {
  try {
    return work();
  } catch (error) {
    if (error instanceof NoWorkingTime || error instanceof NoBusinessDay) return null;
    throw error;
  }
};

describe("open time by the rules", () => {
  test.each(cases(1, 4, 3))("is what the clock on the wall says, minute by minute: %s", (_, given) => {
    for (const instant of given.instants) {
      const from = Math.floor(instant.getTime() / MINUTE) * MINUTE;
      const until = from + Math.floor(given.random() * 2_000) * MINUTE;

      expect(businessBetween(new Date(from), new Date(until), given.calendar)).toBe(
        openMinutes(given.versions, from, until) * 60,
      );
    }
  });

  test.each(cases(2, 2, 3))("closes its days as the clock on the wall says: %s", (_, given) => {
    for (const instant of given.instants) {
      const from = Math.floor(instant.getTime() / MINUTE) * MINUTE;
      const plain = plainDayEnd(given.versions, from);

      if (plain !== null) expect(dayEnd(new Date(from), given.calendar)).toEqual(new Date(plain));
    }
  });

  test.each(cases(3, 6, 40))(
    "adds up, and adding is the inverse of counting: %s",
    (_, { calendar, instants, random }) => {
      for (let at = 0; at + 2 < instants.length; at += 1) {
        const [a, b, c] = [instants[at]!, instants[at + 1]!, instants[at + 2]!];
        const seconds = Math.floor((random() - 0.5) * 200_000);
        const moved = tried(() => addBusiness(a, seconds, calendar));

        expect(businessBetween(a, b, calendar) + businessBetween(b, c, calendar)).toBe(businessBetween(a, c, calendar));
        expect(businessBetween(b, a, calendar)).toBe(0 - businessBetween(a, b, calendar));
        if (moved === null) continue;
        const nearer = new Date(moved.getTime() - Math.sign(seconds) * 1000);
        expect(businessBetween(a, moved, calendar)).toBe(seconds);
        expect(businessBetween(a, nearer, calendar)).toBe(seconds - Math.sign(seconds));
      }
    },
  );

  test.each(cases(4, 4, 20))("is never in a pause, and deadlines wait for its end: %s", (_, given) => {
    const { calendar, instants, random } = given;
    for (const a of instants) {
      const b = new Date(a.getTime() + Math.floor(random() * 400_000_000));
      const pauses = randomPauses(random, a, b);
      const running = withoutPauses({ from: a, until: b }, pauses);
      const spent = businessIn(running, calendar);
      const due = tried(() => deadline({ start: a, seconds: spent, pauses }, calendar));

      expect(spent).toBe(openSecondsOneByOne(a, b, pauses, calendar));
      if (due) expect(businessIn(withoutPauses({ from: a, until: due }, pauses), calendar)).toBe(spent);
      if (due) expect(due.getTime()).toBeLessThanOrEqual(b.getTime());
    }
  });
});

const randomPauses = (random: () => number, a: Date, b: Date): Pause[] =>
  Array.from({ length: Math.floor(random() * 4) }, () => {
    const from = new Date(a.getTime() + (random() * 1.4 - 0.2) * (b.getTime() - a.getTime()));
    const until = new Date(from.getTime() + random() * random() * 100_000_000);
    return { from, until: random() < 0.15 ? null : until };
  });

/** Cuts the span at every border of a pause, and counts the pieces that no pause covers. */
function openSecondsOneByOne(a: Date, b: Date, pauses: readonly Pause[], calendar: BusinessCalendar): number {
  const second = (at: Date) => Math.floor(at.getTime() / 1000);
  const [from, until] = [second(a), second(b)];
  const borders = pauses.flatMap((one) => [second(one.from), one.until ? second(one.until) : until]);
  const cuts = [from, ...borders.filter((one) => one > from && one < until), until].sort((x, y) => x - y);
  return cuts.slice(1).reduce((sum, end, index) => {
    const start = cuts[index]!;
    const isPaused = pauses.some((one) => second(one.from) <= start && (!one.until || start < second(one.until)));
    return isPaused ? sum : sum + businessBetween(new Date(start * 1000), new Date(end * 1000), calendar);
  }, 0);
}

describe("the database", () => {
  const clientId = newId();
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await database.asInternal([clientId], (tx) => saveClient(tx, { clientId }));
  });
  afterAll(() => database.drop());

  test.each(cases(5, 2, 150))(
    "agrees with the rules to the second: %s",
    async (_, { versions, calendar, instants, random }) => {
      const others = instants.map((one) => new Date(one.getTime() + Math.floor((random() - 0.3) * 1e9)));
      const seconds = instants.map(() => Math.floor((random() - 0.5) * 300_000));
      const pauses = instants.map((one, at) => randomPauses(random, one, others[at]!));

      const answers = await database.asInternal([clientId], async (tx) => {
        const calendarId = await saveVersions(tx, clientId, versions);
        await layOutWindows(tx, { clientId, calendarId }, NOW);
        return rows<Answer>(tx, ASK, [clientId, calendarId, instants, others, seconds, JSON.stringify(pauses)]);
      });

      const expected = instants.map((a, at): Answer => ({
        between: businessBetween(a, others[at]!, calendar),
        added: tried(() => addBusiness(a, seconds[at]!, calendar)),
        dayEnd: tried(() => dayEnd(a, calendar)),
        spent: a < others[at]! ? businessIn(withoutPauses({ from: a, until: others[at]! }, pauses[at]!), calendar) : 0,
      }));
      expect(answers).toEqual(expected);
    },
  );
});

interface Answer {
  between: number;
  added: Date | null;
  dayEnd: Date | null;
  spent: number;
}

const ASK = `
  select business_between($1, $2, a, b) as between, business_add($1, $2, a, seconds) as added,
         business_day_end($1, $2, a) as "dayEnd",
         business_in($1, $2, case when a < b then tstzmultirange(tstzrange(a, b)) else '{}' end - coalesce((
           select range_agg(tstzrange((p->>'from')::timestamptz, (p->>'until')::timestamptz))
             from jsonb_array_elements(pauses) as p
            where (p->>'until') is null or (p->>'from') < (p->>'until')), '{}')) as spent
    from unnest($3::timestamptz[], $4::timestamptz[], $5::bigint[]) with ordinality as t(a, b, seconds, at)
    join jsonb_array_elements($6::jsonb) with ordinality as q(pauses, at) using (at)
   order by at`;
