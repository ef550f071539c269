import { resolveKpi } from "../kpis/kpi-in-use.rules";
import { slotKey } from "../measures/slots.rules";
import { addDays, day } from "../shared/day";
import { seeded } from "../test-support/seeded";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { Accounts } from "./accounts.rules";
import { loadCatalogueState } from "./catalogue-state.queries";
import { loadDefinitions } from "./definitions.queries";
import { percentileFigures } from "./percentile.queries";
import { june } from "./scorecard-house.builder";
import { SettledHouse, type AgentName } from "./settled-house.builder";
import { slotNeeds } from "./slot-columns.rules";
import { subjectsOf } from "./subject.rules";
import { boundFormula } from "./sums-book.rules";
import { loadSums } from "./sums.queries";

const SEED = 4_711;
const AGENTS: readonly AgentName[] = ["anna", "bruno", "carla", "dario"];

let database: TestDatabase;
let at: SettledHouse;
beforeAll(async () => void (database = await createTestDatabase()));
beforeEach(async () => void (at = await SettledHouse.open(database.asInternal)));
afterAll(() => database.drop());

/** Calls of four agents on six days, with many equal waits. */
function calls() {
  const random = seeded(SEED);
  return Array.from({ length: 300 }, () => {
    const on = addDays(june(1), Math.floor(random() * 6));
    const by = AGENTS[Math.floor(random() * AGENTS.length)]!;
    return { by, day: on, endedDay: on, waitSeconds: Math.floor(random() * 40) };
  });
}

const spans = [
  { no: 0, from: june(1), until: june(7) },
  { no: 1, from: june(1), until: june(2) },
  { no: 2, from: june(2), until: june(7) },
];

describe("an exact percentile", () => {
  it(`is that of the facts of each subject and period, by nearest rank (seed ${SEED})`, async () => {
    await at.calls(calls());
    await at.settle();
    const { contract, red, agents } = at.house;
    const ids = [contract.id, red.id, agents.anna.id];

    const found = await at.in(async (tx) => {
      const { slots } = await loadCatalogueState(tx);
      const subjects = subjectsOf(await loadDefinitions(tx, at));
      const accounts = new Accounts({ from: june(1), until: june(7) });
      ids.forEach((id) =>
        accounts.numberOf(
          subjects.find((one) => one.id === id)!,
          { from: june(1), until: june(7) },
        ),
      );
      const bound = boundFormula(resolveKpi({ kpiCode: "ASA" }), slots);
      return percentileFigures(tx, { clientId: at.clientId, spans, sources: accounts.sources, bound });
    });

    const members = [AGENTS, ["anna", "bruno"] as const, ["anna"] as const].map((names) =>
      names.map((name) => agents[name].personId),
    );
    for (const { no, account, values, sample } of found) {
      const { from, until } = spans[no]!;
      const [truth] = await at.sql<{ value: number; sample: number }>(PLAIN, from, until, members[account]!);
      expect({ value: values[1], sample }).toEqual(truth);
    }
    expect(found).toHaveLength(9);
  });
});

/** The rank is ⌈0.9 × n⌉ in the order of the waits. */
const PLAIN = `
  select wait_seconds::float8 as value, n as sample from (
    select wait_seconds, row_number() over (order by wait_seconds) as rank, count(*) over () as n from contact
     where client_id = $1 and offered_day >= $2 and offered_day < $3 and person_id = any($4)) ranked
   where rank = ceil(0.9 * n)`;

describe("the least and the greatest", () => {
  it("of days are those of the period, of any cut of it, and unknown without facts", async () => {
    await at.use("BACKLOG");
    const opened = async (on: number, amount: number) =>
      at.daily({ stream: "case", on: june(on), amounts: { cases_opened: amount } });
    await opened(1, 7);
    await opened(2, 3);
    await opened(5, 5);

    const sums = await at.in(async (tx) => {
      const { slots } = await loadCatalogueState(tx);
      const [contract] = subjectsOf(await loadDefinitions(tx, at));
      const accounts = new Accounts({ from: june(1), until: june(7) });
      accounts.numberOf(contract!, { from: june(1), until: june(7) });
      const { measures } = boundFormula(resolveKpi({ kpiCode: "BACKLOG" }), slots);
      const slot = slots.get(slotKey(measures.find(({ use }) => use.measure.code === "cases_opened")!.use))!;
      const load = (aggregate: "min" | "max" | "sum") =>
        loadSums(tx, {
          ...{ clientId: at.clientId, spans, sources: accounts.sources },
          needs: slotNeeds([{ stream: "case", slot, aggregate }]),
        });
      const found = [...(await load("min")), ...(await load("max")), ...(await load("sum"))];
      return found.map((one) => `${one.no}: ${one.sums[slot - 1]}`);
    });

    expect(sums.sort()).toEqual(["0: 15", "0: 3", "0: 7", "1: 7", "1: 7", "1: 7", "2: 3", "2: 5", "2: 8"]);
  });
});

describe("days to come", () => {
  it("do not count before they come, and are not forgotten", async () => {
    await at.use("FCR", { dialect: "OPERATIONAL", parameters: { repeatDays: 7 } });
    await at.calls([
      { day: june(1), endedDay: june(1), customerRef: "early", by: "anna" },
      { day: june(9), endedDay: june(9), customerRef: "late", by: "anna" },
    ]);
    const issues = async (now: string) => {
      await at.settle(new Date(now));
      const card = await at.card(at.contractId);
      return card?.items.find(({ dialect }) => dialect === "OPERATIONAL")?.denominator;
    };

    expect(await issues("2026-06-10T10:00:00Z")).toBe("1");
    expect(await at.card(at.contractId, "day", june(16))).toBeUndefined();
    expect(await issues("2026-06-16T10:00:00Z")).toBe("2");
    expect(await at.card(at.contractId, "day", june(16))).toBeDefined();
  });

  it("wait on the log until the contract's own day begins", async () => {
    const touched =
      "insert into touched_period (client_id, contract_id, period_kind, period_from, due_on) values ($1, $2, 'day', $3, $3)";
    await at.sql(touched, at.contractId, day("2030-01-02"));

    const early = await at.rescore(new Date("2030-01-01T20:00:00Z"));
    const due = await at.rescore(new Date("2030-01-02T12:00:00Z"));

    expect([early.periods, early.remaining, due.periods]).toEqual([0, false, 1]);
  });
});
