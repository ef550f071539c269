import { saveExclusion } from "../../contracts/exclusions/exclusion.builder";
import { Exclusion } from "../../contracts/exclusions/exclusion.entity";
import { KPIS } from "../../kpis/catalogue/kpis";
import type { KpiInUse } from "../../kpis/kpi-definition";
import { dialectsOf, resolveKpi } from "../../kpis/kpi-in-use.rules";
import type { CountedFact } from "../../measures/fact.queries";
import { rows, type Tx } from "../../platform/database";
import { newId } from "../../shared/ids";
import { givenRandomFacts } from "../../test-support/random-facts.builder";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { SpanFigures } from "../span-figures";
import { loadAdjusted } from "./adjusted-book";
import { KNOWN_BY_DAY } from "./cut-sql.rules";
import { anAsk, approved, goes, randomTimes, recounted, settingOf, spanOf, type Ground } from "./recount.builder";

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

const dialectOf = ({ kpiCode, dialect }: KpiInUse) =>
  KPIS.find(({ code }) => code === kpiCode)!.dialects.find(({ code }) => code === dialect)!;

const ALL = KPIS.map(({ code }) => resolveKpi({ kpiCode: code }))
  .flatMap(dialectsOf)
  .filter((kpi) => !("worth" in dialectOf(kpi)));

/** Whether its sides are sums over facts. */
const isCounted = (kpi: KpiInUse): boolean => {
  const { percentile, people } = dialectOf(kpi);
  return percentile === undefined && people === undefined;
};

const SPAN = spanOf("2026-03-20", "2026-04-10");

const within = <T>({ clientId }: Ground, work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.asInternal([clientId], work);

describe("what stays of a figure", () => {
  it.each([1, 2, 3])(
    "is what a plain recount of the facts without the excluded ones finds (seed %d)",
    async (seed) => {
      const { ground, random } = await givenRandomFacts(database, seed, ALL);
      const exclusions = ["A", "B", "C"].map((code) => approved(ground, randomTimes(random, ground, SPAN), code));
      const inOrder = [...exclusions].sort((a, b) => +a.fromAt - +b.fromAt || (a.code < b.code ? -1 : 1));
      await within(ground, (tx) => tx.insert(Exclusion, exclusions));

      await within(ground, async (tx) => {
        const asks = ALL.map((kpi) => anAsk(ground, kpi, SPAN));
        const setting = await settingOf(tx, ground);
        const book = await loadAdjusted(tx, setting, asks);
        const plain = await SpanFigures.load(tx, setting, asks);
        let moved = 0;
        for (const ask of asks) {
          const { kpi } = ask.item;
          const { figure, unadjusted, exclusions: applied } = book.of(ask)!;
          const label = `${kpi.kpiCode} ${kpi.dialect}`;
          expect([label, unadjusted]).toEqual([label, plain.figure(ask, 0)]);
          expect(applied.map(({ code }) => code)).toEqual(inOrder.map(({ code }) => code));
          await expectRecounted(tx, { ground, kpi, figure, label }, (fact) => !goes(fact, exclusions, ground));
          if (figure.value !== unadjusted!.value) moved += 1;
        }
        expect(moved).toBeGreaterThan(50);
      });
    },
    120_000,
  );

  it.each([4, 5])(
    "within a measuring calendar is what a plain recount finds of the facts in its windows (seed %d)",
    async (seed) => {
      const { ground, calendarId } = await givenRandomFacts(database, seed, ALL);

      await within(ground, async (tx) => {
        const windows = await rows<{ from: Date; until: Date }>(
          tx,
          `select starts_at as "from", ends_at as until from calendar_window
            where client_id = $1 and calendar_id = $2 and ends_at > '2026-01-01' and ends_at < '2027-01-01'`,
          [ground.clientId, calendarId],
        );
        const isOpen = ({ occurredAt }: CountedFact): boolean =>
          windows.some(({ from, until }) => occurredAt >= from && occurredAt < until);
        const asks = ALL.map((kpi) => anAsk(ground, kpi, SPAN, { calendarId }));
        const book = await loadAdjusted(tx, await settingOf(tx, ground), asks);
        for (const ask of asks) {
          const { kpi } = ask.item;
          const { figure, unadjusted, exclusions } = book.of(ask)!;
          const label = `${kpi.kpiCode} ${kpi.dialect}`;
          expect({ unadjusted, exclusions }).toEqual({ unadjusted: null, exclusions: [] });
          const stays = (fact: CountedFact): boolean =>
            KNOWN_BY_DAY.has(fact.stream) ? isWorkingDay(fact.day) : isOpen(fact);
          await expectRecounted(tx, { ground, kpi, figure, label }, stays);
        }
      });
    },
    120_000,
  );

  it("does not depend on how what is excluded is cut, for every KPI in every dialect", async () => {
    const { ground } = await givenRandomFacts(database, 6, ALL);
    const { clientId, contractId } = ground;
    const [apart, together] = [newId(), newId()];
    const times = (from: string, until: string) => ({ fromAt: new Date(from), untilAt: new Date(until) });
    await within(ground, async (tx) => {
      const save = (code: string, objectiveId: string, when: object) =>
        saveExclusion(tx, { clientId, contractId, code, objectiveIds: [objectiveId], ...when });
      await save("A", apart, times("2026-03-26T05:00:00Z", "2026-03-29T01:30:00Z"));
      await save("B", apart, times("2026-03-28T12:00:00Z", "2026-03-31T07:00:00Z"));
      await save("AB", together, times("2026-03-26T05:00:00Z", "2026-03-31T07:00:00Z"));
      const asks = ALL.map((kpi) => [apart, together].map((objectiveId) => anAsk(ground, kpi, SPAN, { objectiveId })));

      const book = await loadAdjusted(tx, await settingOf(tx, ground), asks.flat());

      for (const [cut, whole] of asks) {
        const [a, b] = [book.of(cut!)!, book.of(whole!)!];
        const { kpi } = cut!.item;
        expect([kpi.kpiCode, kpi.dialect, a.figure, a.unadjusted]).toEqual([
          kpi.kpiCode,
          kpi.dialect,
          b.figure,
          b.unadjusted,
        ]);
        expect(a.exclusions.length).toBe(2);
        if (KPIS.find(({ code }) => code === kpi.kpiCode)!.unit === "share" && a.figure.value !== null)
          expect(Number(a.figure.numerator)).toBeLessThanOrEqual(Number(a.figure.denominator));
      }
    });
  }, 60_000);

  it("is nothing apart where nothing applies", async () => {
    const { ground } = await givenRandomFacts(database, 7, ALL);
    const { clientId, contractId } = ground;
    await within(ground, async (tx) => {
      const when = { fromAt: new Date("2026-03-26T05:00:00Z"), untilAt: new Date("2026-03-27T05:00:00Z") };
      const save = (code: string, more: Partial<Exclusion>) =>
        saveExclusion(tx, { clientId, contractId, code, ...when, ...more });
      const asked = { state: "requested", approvedAt: null } as const;
      await save("asked", asked);
      await save("revoked", { state: "revoked", revokedAt: new Date("2026-06-01T00:00:00Z") });
      await save("other kind", { kind: "other" });
      await save("other objective", { objectiveIds: [newId()] });
      await save("other service", { serviceIds: [newId()] });
      await save("other time", { fromAt: new Date("2026-04-11T00:00:00Z"), untilAt: new Date("2026-04-12T00:00:00Z") });
      const ask = anAsk(ground, ALL[0]!, SPAN, { exclusionsAllowed: ["force_majeure"] });
      const none = anAsk(ground, ALL[0]!, SPAN, { exclusionsAllowed: [] });
      const setting = await settingOf(tx, ground);

      expect((await loadAdjusted(tx, setting, [ask, none])).of(ask)).toBeNull();
      const then = await loadAdjusted(tx, { ...setting, approvedAt: new Date("2026-05-01T00:00:00Z") }, [ask, none]);
      expect(then.of(ask)!.exclusions.map(({ code }) => code)).toEqual(["revoked"]);
      expect(then.of(none)).toBeNull();
      const before = await loadAdjusted(tx, { ...setting, approvedAt: new Date("2025-12-31T00:00:00Z") }, [ask]);
      expect(before.of(ask)).toBeNull();
    });
  });
});

interface Recounted {
  readonly ground: Ground;
  readonly kpi: KpiInUse;
  readonly figure: { readonly numerator: string | null; readonly denominator: string | null };
  readonly label: string;
}

/** Nothing and nothing known look the same here; sides that are no sums of facts are left out. */
async function expectRecounted(
  tx: Tx,
  { ground, kpi, figure, label }: Recounted,
  stays: (fact: CountedFact) => boolean,
): Promise<void> {
  if (!isCounted(kpi)) return;
  const kept = await recounted(tx, { ground, kpi, span: SPAN }, stays);
  const found = [figure.numerator, figure.denominator].map((side, at) =>
    kept[at] === null ? null : Number(side ?? 0),
  );
  expect([label, ...found]).toEqual([label, ...kept]);
}

/** No working day of the calendar is open from midnight to midnight: what is known by days goes only where all of a day is closed. */
const isWorkingDay = (day: string): boolean => ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
