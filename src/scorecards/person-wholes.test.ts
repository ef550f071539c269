import { saveKpiAssignment } from "../assignments/kpi-assignment.builder";
import { savePerson } from "../people/person.builder";
import { savePosition } from "../people/position.builder";
import { saveRole } from "../people/role.builder";
import { Decimal } from "../shared/decimal";
import type { PeriodKind } from "../shared/period";
import { seeded } from "../test-support/seeded";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { june, type TestContact } from "./scorecard-house.builder";
import type { ScorecardItem } from "./scorecard.entity";
import { SettledHouse } from "./settled-house.builder";
import { wholeId } from "./whole.rules";

let database: TestDatabase;
let at: SettledHouse;
let mila: string;
beforeAll(async () => void (database = await createTestDatabase()));
beforeEach(async () => {
  at = await SettledHouse.open(database.asInternal);
  mila = (await at.in((tx) => savePerson(tx))).id;
  const { clientId } = at;
  await at.in(async (tx) => {
    await saveRole(tx, { code: "writer", name: "Writer", scope: "own" });
    await saveKpiAssignment(tx, { clientId, roleCode: "agent", kpiCode: "AHT", weight: "30", target: "100" });
    await saveKpiAssignment(tx, { clientId, roleCode: "writer", kpiCode: "AHT", weight: "70", target: "100" });
  });
});
afterAll(() => database.drop());

/** Half-open days of June; 31 is 1 July. */
type Stay = readonly [
  role: string,
  desk: "phone" | "post" | null,
  team: "red" | "blue" | null,
  from: number,
  to: number,
];

const dayOf = (ofMonth: number) => (ofMonth <= 30 ? june(ofMonth) : null);

const hire = (stays: readonly Stay[]): Promise<void> =>
  at.in(async (tx) => {
    const { house, clientId, contractId } = at;
    for (const [roleCode, desk, team, from, to] of stays)
      await savePosition(tx, {
        ...{ clientId, contractId, personId: mila, roleCode, validFrom: june(from), validUntil: dayOf(to) },
        ...{ serviceId: desk && house[desk].id, teamId: team && house[team].id },
      });
  });

const call = (ofMonth: number, parts: Partial<TestContact> = {}): Partial<TestContact> => ({
  ...{ day: june(ofMonth), endedDay: june(ofMonth), personId: mila, ...parts },
});

interface Card {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly roleCode: string;
  readonly rank: number | null;
  readonly items: readonly ScorecardItem[];
  readonly positions: readonly { readonly id: string }[];
}

const cardsOfMila = (kind: PeriodKind = "month", from = june(1)): Promise<Card[]> =>
  at.sql(
    `select subject_kind as "subjectKind", subject_id as "subjectId", role_code as "roleCode", rank, items, positions
       from scorecard where client_id = $1 and person_id = $2 and period_kind = $3 and period_from = $4`,
    ...[mila, kind, from],
  );

const wholeOf = (cards: readonly Card[]): Card | undefined => cards.find((one) => one.subjectKind === "person");
const partsOf = (cards: readonly Card[]): Card[] => {
  const ids = wholeOf(cards)?.positions.map(({ id }) => id) ?? [];
  return cards.filter((one) => ids.includes(one.subjectId));
};
const item = (card: Card | undefined, kpi: string) => card?.items.find(({ kpiCode }) => kpiCode === kpi);

const added = (cards: readonly Card[], kpi: string, field: "numerator" | "denominator"): string =>
  Decimal.sum(0, ...cards.map((one) => item(one, kpi)?.[field] ?? 0)).toString();

describe("a person who held several positions in a period", () => {
  it("has a scorecard for each, and a whole by the role held last", async () => {
    await hire([
      ["agent", "phone", "red", 1, 15],
      ["writer", "post", null, 15, 31],
    ]);
    const mail = { serviceId: at.house.post.id, channel: "mail" };
    await at.calls([
      call(3, { talkSeconds: 50 }),
      call(14, { talkSeconds: 70 }),
      call(20, { ...mail, talkSeconds: 300 }),
    ]);
    await at.settle();

    const cards = await cardsOfMila();
    const whole = wholeOf(cards);

    expect(whole).toMatchObject({ subjectId: wholeId(at.contractId, mila), roleCode: "writer", rank: null });
    expect(
      partsOf(cards)
        .map((one) => item(one, "AHT")?.numerator)
        .sort(),
    ).toEqual(["120", "300"]);
    expect(item(whole, "AHT")).toMatchObject({ numerator: "420", denominator: "3", weight: "70" });
    expect(item(whole, "CONTACTS_HANDLED")).toMatchObject({ numerator: "2", weight: "0" });
  });

  it("has no whole in a period with one of them alone", async () => {
    await hire([
      ["agent", "phone", "red", 1, 15],
      ["writer", "post", null, 15, 31],
    ]);
    await at.calls([call(3), call(20, { serviceId: at.house.post.id, channel: "mail" })]);
    await at.settle();

    expect(wholeOf(await cardsOfMila("day", june(3)))).toBeUndefined();
    expect(wholeOf(await cardsOfMila("week", june(8)))).toBeUndefined();
    expect(wholeOf(await cardsOfMila("quarter", june(1).replace("06-01", "04-01") as never))).toBeDefined();
  });

  it("counts a day once that two positions claim", async () => {
    await hire([
      ["agent", "phone", "red", 1, 31],
      ["writer", null, null, 1, 31],
    ]);
    await at.calls([call(3, { talkSeconds: 50 }), call(4, { serviceId: at.house.post.id, talkSeconds: 20 })]);
    await at.settle();

    expect(item(wholeOf(await cardsOfMila()), "AHT")).toMatchObject({ numerator: "70", denominator: "2" });
  });

  it.each([1, 2, 3, 4, 5, 6])(
    "adds up from its parts and over plain SQL, whatever the moves (seed %i)",
    async (seed) => {
      const random = seeded(seed);
      const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
      const cuts = [...new Set([1, ...Array.from({ length: 5 }, () => 2 + Math.floor(random() * 28)), 31])].sort(
        (a, b) => a - b,
      );
      const stays = cuts.slice(1).flatMap((to, index): Stay[] => {
        const stay: Stay = [
          pick(["agent", "agent", "writer", "team-lead"]),
          pick(["phone", "post", null]),
          pick(["red", "blue", null]),
          cuts[index]!,
          to,
        ];
        return random() < 0.15 ? [] : [stay];
      });
      await hire(stays);
      const desks = [at.house.phone.id, at.house.post.id];
      await at.calls(
        Array.from({ length: 120 }, () =>
          call(1 + Math.floor(random() * 30), { serviceId: pick(desks), talkSeconds: Math.floor(random() * 500) }),
        ),
      );
      await at.settle();

      const cards = await cardsOfMila();
      const whole = wholeOf(cards);
      const own = await at.sql<{ talked: string; handled: string; asAgent: string }>(PLAIN_OWN, mila);

      expect(whole !== undefined).toBe(stays.filter(([role]) => role !== "team-lead").length > 1);
      if (whole) {
        expect(item(whole, "AHT")).toMatchObject({ numerator: own[0]!.talked, denominator: own[0]!.handled });
        expect(added(partsOf(cards), "AHT", "numerator")).toBe(own[0]!.talked);
        expect(added(partsOf(cards), "AHT", "denominator")).toBe(own[0]!.handled);
        expect(item(whole, "CONTACTS_HANDLED")?.numerator ?? "0").toBe(own[0]!.asAgent);
        expect(added(partsOf(cards), "CONTACTS_HANDLED", "numerator")).toBe(own[0]!.asAgent);
      }
      for (const team of [at.house.red, at.house.blue]) {
        const [plain] = await at.sql<{ handled: string }>(PLAIN_TEAM, team.id);
        expect((await at.item(team.id, "CONTACTS_HANDLED"))?.numerator ?? "0").toBe(plain!.handled);
      }
    },
  );
});

/** What somebody did on days and desks of their own-work positions, contact by contact. */
const PLAIN_OWN = `
  select coalesce(sum(talk_seconds) filter (where worked), 0)::text as talked, count(*) filter (where worked)::text as handled,
         count(*) filter (where as_agent)::text as "asAgent"
    from (select c.talk_seconds, bool_or(r.scope = 'own') as worked, bool_or(p.role_code = 'agent') as as_agent
            from contact c
            join position p on p.person_id = c.person_id and c.ended_day >= p.valid_from
             and (p.valid_until is null or c.ended_day < p.valid_until)
             and (p.service_id is null or p.service_id = c.service_id)
            join role r on r.code = p.role_code
           where c.client_id = $1 and c.person_id = $2
           group by c.external_id, c.talk_seconds) mine`;

const PLAIN_TEAM = `
  select count(distinct c.external_id)::text as handled
    from contact c
    join position p on p.client_id = c.client_id and p.person_id = c.person_id and p.team_id = $2
     and c.answered_day >= p.valid_from and (p.valid_until is null or c.answered_day < p.valid_until)
     and (p.service_id is null or p.service_id = c.service_id)
   where c.client_id = $1`;
