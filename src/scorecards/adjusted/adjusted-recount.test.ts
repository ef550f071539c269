import { saveCalendar } from "../../contracts/calendar.builder";
import { layOutDueWindows } from "../../contracts/calendar-window.queries";
import { saveExclusion } from "../../contracts/exclusions/exclusion.builder";
import { Exclusion } from "../../contracts/exclusions/exclusion.entity";
import type { MeasuredFigure } from "../../kpis/figure.rules";
import { KPIS } from "../../kpis/catalogue/kpis";
import type { KpiInUse } from "../../kpis/kpi-definition";
import { dialectsOf, resolveKpi } from "../../kpis/kpi-in-use.rules";
import type { Tx } from "../../platform/database";
import { newId } from "../../shared/ids";
import { givenRandomFacts, type RandomFacts } from "../../test-support/random-facts.builder";
import { seeded } from "../../test-support/seeded";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { SpanFigures } from "../span-figures";
import type { AdjustedAsk, AdjustedFigure } from "./adjusted-ask";
import { loadAdjusted } from "./adjusted-book";
import { countsFor, mixtureOf, type Mixed } from "./mixed-asks.builder";
import { anAsk, goer, openTimes, settingOf, sidesBehind, spanOf, type OpenTimes } from "./recount.builder";

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

let facts: RandomFacts;
let calendars: OpenTimes[];
beforeAll(async () => {
  facts = await givenRandomFacts(database, 1, ALL);
  const { clientId } = facts.ground;
  const windows = [1, 2, 3, 7].flatMap((weekday) => [
    { weekday, from: "00:30", until: "02:30" },
    { weekday, from: "12:00", until: "23:00" },
  ]);
  calendars = await within(async (tx) => {
    const odd = await saveCalendar(tx, { clientId, code: "odd", timeZone: "Europe/London", windows: windows as never });
    await layOutDueWindows(tx, clientId, new Date("2026-12-01T00:00:00Z"));
    return [await openTimes(tx, clientId, facts.calendarId), await openTimes(tx, clientId, odd.id)];
  });
});

const within = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.asInternal([facts.ground.clientId], work);

describe("what stays of a figure", () => {
  const sidesOf = new Map<KpiInUse, Awaited<ReturnType<typeof sidesBehind>>>();
  beforeAll(() =>
    within(async (tx) => {
      for (const kpi of ALL.filter(isCounted)) sidesOf.set(kpi, await sidesBehind(tx, facts.ground, kpi));
    }),
  );

  /** Both sides from the facts behind them, one by one. */
  function recounted(mixed: Mixed, exclusions: readonly Exclusion[]): readonly (number | null)[] {
    const isGone = goer({ exclusions, calendar: mixed.calendar }, facts.ground);
    return sidesOf.get(mixed.ask.item.kpi)!.map((side) => {
      const kept = side?.filter((fact) => countsFor(mixed, fact) && !isGone(fact));
      return kept?.reduce((sum, one) => sum + one.adds, 0) ?? null;
    });
  }

  it.each([1, 2, 3])(
    "is what a plain recount of the facts without the excluded ones finds, whatever else is asked for (seed %d)",
    async (seed) => {
      const { ground } = facts;
      const { exclusions, all } = mixtureOf(seeded(seed), ground, ALL, calendars);

      await within(async (tx) => {
        await tx.insert(Exclusion, [...exclusions]);
        const setting = await settingOf(tx, ground);
        const asks = all.map(({ ask }) => ask);
        const book = await loadAdjusted(tx, setting, asks);
        const plain = await SpanFigures.load(tx, setting, asks);
        let moved = 0;
        for (const mixed of all) {
          const { ask, calendar } = mixed;
          const found = book.of(ask);
          const raw = plain.figure(ask, 0);
          const figure = found?.figure ?? raw;
          const before = found?.unadjusted ?? (calendar ? figure : raw);
          if (!calendar) expect([labelOf(ask), before]).toEqual([labelOf(ask), raw]);
          if (figure.value !== raw.value) moved += 1;
          if (!isCounted(ask.item.kpi)) continue;
          const told = recounted(mixed, mixed.exclusions);
          expect([labelOf(ask), ...sides(figure, told)]).toEqual([labelOf(ask), ...told]);
          const untouched = recounted(mixed, []);
          expect([labelOf(ask), ...sides(before, untouched)]).toEqual([labelOf(ask), ...untouched]);
        }
        expect(moved).toBeGreaterThan(50);
      });
    },
  );

  it("is the same whether it is asked for alone or with others", async () => {
    const { ground } = facts;
    const { exclusions, all } = mixtureOf(seeded(31), ground, ALL, calendars);

    await within(async (tx) => {
      await tx.insert(Exclusion, [...exclusions]);
      const setting = await settingOf(tx, ground);
      const book = await loadAdjusted(
        tx,
        setting,
        all.map(({ ask }) => ask),
      );
      for (const { ask } of all) {
        const alone = (await loadAdjusted(tx, setting, [ask])).of(ask);
        expect([labelOf(ask), told(book.of(ask))]).toEqual([labelOf(ask), told(alone)]);
      }
    });
  });

  it("does not depend on how what is excluded is cut, for every KPI in every dialect", async () => {
    const { ground } = facts;
    const { clientId, contractId } = ground;
    const [apart, together] = [newId(), newId()];
    const times = (from: string, until: string) => ({ fromAt: new Date(from), untilAt: new Date(until) });
    await within(async (tx) => {
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
  });

  it("is nothing apart where nothing applies", async () => {
    const { ground } = facts;
    const { clientId, contractId } = ground;
    await within(async (tx) => {
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

const labelOf = ({ item: { kpi }, span }: AdjustedAsk): string =>
  `${kpi.kpiCode} ${kpi.dialect} ${span.from} ${span.until}`;

/** Without the sums, of which there may be more than are looked at. */
const told = (found: AdjustedFigure | null) =>
  found && [found.figure, found.unadjusted, found.exclusions, found.steps.map(({ figure }) => figure)];

/** Nothing and nothing known look the same here; sides that are no sums of facts are left out. */
const sides = (
  { numerator, denominator }: MeasuredFigure,
  recount: readonly (number | null)[],
): readonly (number | null)[] =>
  [numerator, denominator].map((side, at) => (recount[at] === null ? null : Number(side ?? 0)));
