import { RIGHTS } from "../platform/viewer";
import { testApi, type Ask, type TestApi } from "../test-support/api-client";
import { neighbourIn, nobody, type Neighbour } from "../test-support/neighbour";
import { GivenAway, refusalsIn } from "../test-support/neighbour.answers";
import { attempted, mutationAbout, MUTATIONS, type Attempt, type Parties } from "../test-support/neighbour.attempts";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";

const MARK = "belongs-to-the-neighbour";

let database: TestDatabase;
let api: TestApi;
let ours: Neighbour;
let theirs: Neighbour;
let parties: Parties;
let asks: Readonly<Record<"client" | "integration" | "both", Ask>>;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
  ours = await neighbourIn(database, "our-own");
  theirs = await neighbourIn(database, MARK);
  parties = { theirs, noOnes: nobody(theirs), given: new GivenAway(theirs, MARK) };
  const [clientIds, rights] = [[ours.house.clientId], new Set(RIGHTS)];
  asks = {
    client: api.as({ kind: "client", clientIds, rights }),
    integration: api.as({ kind: "integration", clientIds, rights }),
    both: api.as({ kind: "internal", clientIds: [...clientIds, theirs.house.clientId], rights }),
  };
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

/** Definitions that name nothing but what they define. */
const ALONE = /^(define(Calendar|Client|Feed|ImportProfile|Kpi|Measure|Person)|declareFeedComplete)$/;
const NAMING = MUTATIONS.map(({ name }) => name).filter((name) => !ALONE.test(name));
/** Nothing of anybody is looked up for viewers outside our house. */
const OURS_ONLY = /^simulate/;
const INGESTS = NAMING.filter((name) => name.startsWith("ingest"));

const ownCodes = (...names: string[]): Record<string, string> =>
  Object.fromEntries(["client", ...names].map((name) => [name, ours.codes[name]!]));

async function refusedWithoutHarm(attempt: Attempt): Promise<string[]> {
  const { harm, none, refused } = await attempted(attempt, parties);
  expect(harm).toEqual(none);
  return refused;
}

describe.each(["client", "integration"] as const)("within one's own client, naming things of theirs (%s)", (kind) => {
  test.each(NAMING)("mutation %s finds none of them", async (name) => {
    const refused = await refusedWithoutHarm({ ask: asks[kind], name, kind: "Contract", own: ownCodes() });

    const answersNothing = name.startsWith("ingest") || OURS_ONLY.test(name);
    const expected = answersNothing ? [] : [name === "defineRole" ? "HOUSE_ONLY" : "NOT_FOUND"];
    expect(refused).toEqual(expected);
  });

  test.each(INGESTS)("mutation %s finds nobody of theirs", async (name) => {
    const own = ownCodes("service");

    expect(await refusedWithoutHarm({ ask: asks[kind], name, kind: "Contract", own })).toEqual([]);
  });

  test.each(["service", "team", "person", "position"])("no figure of a %s of theirs is found", async (subject) => {
    const id = theirs.idByType.get("Position");
    const named = `${subject}: "${subject === "position" ? id : theirs.codes[subject]}"`;
    const before = await theirs.everything();
    for (const name of ["enterManualValue", "openDispute"]) {
      const document = mutationAbout(theirs, { name, own: ownCodes("contract") });
      const answer = await asks[kind](document.replace(/subject: \{ service: "[^"]*" \}/, `subject: { ${named} }`));

      expect(refusalsIn(answer)).toEqual(["NOT_FOUND"]);
      expect(parties.given.by(answer)).toEqual([]);
    }
    expect(await theirs.everything()).toBe(before);
  });

  test.each(["useKpi", "assignKpi", "defineObjective"])("mutation %s does not know their KPI", async (name) => {
    const own = ownCodes("contract", "service");

    expect(await refusedWithoutHarm({ ask: asks[kind], name, kind: "Kpi", own })).toEqual(["UNKNOWN_KPI"]);
  });

  test("a formula does not know their measure", async () => {
    const own = { ...ownCodes(), kpi: "NEW" };

    expect(await refusedWithoutHarm({ ask: asks[kind], name: "defineKpi", own })).toEqual(["INVALID_FORMULA"]);
  });

  test.each(["Kpi", "Measure"])("the code of a %s of theirs is taken, and no more is told", async (what) => {
    const before = await theirs.everything();

    const answer = await asks[kind](mutationAbout(theirs, { name: `define${what}`, own: ownCodes() }));

    expect(refusalsIn(answer)).toContain("CODE_TAKEN");
    expect(parties.given.by(answer)).toEqual([]);
    expect(await theirs.everything()).toBe(before);
  });
});

test("where a KPI is used tells of one's own places alone", async () => {
  const used = (ask: Ask): Promise<number> =>
    ask(`{ kpi(code: "SERVICE_LEVEL") { usedBy { count } } }`).then(
      ({ data }) => (data.kpi as { usedBy: { count: number } }).usedBy.count,
    );

  const own = await used(asks.client);

  expect(own).toBeGreaterThan(0);
  expect(await used(asks.both)).toBe(2 * own);
});

test.each(["client", "integration", "both"] as const)(
  "no preview of one's own counts their measure (%s)",
  async (kind) => {
    const preview = (measure: string): string =>
      `{ previewKpi(input: { client: "${ours.codes.client}", formula: "${measure} / offered", unit: SHARE,
       from: "2026-06-01", until: "2026-07-01", by: MONTH }) { points { status } errors { code } } }`;

    const [refused, answered] = [
      await asks[kind](preview(theirs.codes.measure!)),
      await asks[kind](preview(ours.codes.measure!)),
    ];

    expect(refused.data.previewKpi).toEqual({ points: [], errors: [{ code: "INVALID_FORMULA" }] });
    expect(answered.data.previewKpi).toEqual({ points: [{ status: "OK" }], errors: [] });
  },
);

describe("as one of our own people who reaches both", () => {
  const about = (name: string, own: Readonly<Record<string, string>>): Promise<string[]> =>
    asks.both(mutationAbout(ours, { name, kind: "Kpi", own })).then(refusalsIn);

  test.each(["useKpi", "assignKpi", "defineObjective"])(
    "mutation %s does not give one the other's KPI",
    async (name) => {
      expect(await about(name, { kpi: theirs.codes.kpi! })).toEqual(["UNKNOWN_KPI"]);
    },
  );

  test("no formula of one counts the other's measure", async () => {
    expect(await about("defineKpi", { kpi: "NEW", measure: theirs.codes.measure! })).toEqual(["INVALID_FORMULA"]);
  });

  test("no assignment of the house names a client's KPI", async () => {
    const document = mutationAbout(ours, { name: "assignKpi", kind: "Kpi" });

    const answer = await asks.both(document.replace(/client: "[^"]*", contract: "[^"]*", /, ""));

    expect(refusalsIn(answer)).toContain("UNKNOWN_KPI");
    expect(refusalsIn(answer)).not.toContain("NOT_FOUND");
  });

  test("no formula of the house counts a client's measure", async () => {
    const document = mutationAbout(ours, { name: "defineKpi", own: { kpi: "NEW" } });

    const answer = await asks.both(document.replace(/client: "[^"]*", /, ""));

    expect(refusalsIn(answer)).toEqual(["INVALID_FORMULA"]);
  });
});
