import type { KpiInUse } from "../kpis/kpi-definition";
import { resolveKpi } from "../kpis/kpi-in-use.rules";
import { givenContract, type GivenContract } from "../setup/setup.builder";
import { Decimal } from "../shared/decimal";
import { NIL_ID } from "../shared/ids";
import type { Stream } from "../shared/stream";
import { seeded } from "../test-support/seeded";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { localDay } from "./plain-measures";
import * as plain from "./plain-quality";
import type { PlainPlace, PlainRow } from "./plain-quality";
import { aQualityBench, sidesOf, type DecidedPoints, type QualityBench } from "./quality-bench.builder";
import { QUALITY_STREAMS, aRandomRow, type RowGround } from "./random-quality.builder";

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

type Sides = (place: PlainPlace) => readonly (Decimal | number)[];

const { count, costOf, quality } = plain;
const isJustified = (row: PlainRow): boolean => row.justified === true;
const isBest =
  (boxes: number) =>
  (row: PlainRow): boolean =>
    row.rating !== undefined && Number(row.rating) > Number(row.ratingScale ?? 5) - boxes;
const isRated = ({ rating }: PlainRow): boolean => rating !== undefined;
const says =
  (from: number, to: number) =>
  ({ recommend }: PlainRow): boolean =>
    recommend !== undefined && Number(recommend) >= from && Number(recommend) <= to;

const handled = count("contact", (row) => row.outcome === "answered");
const offered = count("contact");
const per =
  (kind: string, factor: number, unit: (place: PlainPlace) => number): Sides =>
  (place) => [costOf(kind)(place).times(factor), unit(place)];

/** Each KPI in each dialect, and how it is worked out by hand. */
const BOOK: readonly (readonly [string, string, Record<string, number>, Sides])[] = [
  ["QUALITY", "FAIL_ZERO", {}, quality("FAIL_ZERO", 0)],
  ["QUALITY", "FAIL_CAPPED", {}, quality("FAIL_CAPPED", 0)],
  ["QUALITY", "FAIL_CAPPED", { autoFailCapPercent: 33 }, quality("FAIL_CAPPED", 33)],
  ["QUALITY", "FAIL_CAPPED", { autoFailCapPercent: 100 }, quality("FAIL_CAPPED", 100)],
  ["QUALITY", "FAIL_IGNORED", {}, quality("FAIL_IGNORED", 0)],
  ["AGENT_QUALITY", "FAIL_ZERO", {}, quality("FAIL_ZERO", 0)],
  ["AGENT_QUALITY", "FAIL_CAPPED", { autoFailCapPercent: 50 }, quality("FAIL_CAPPED", 50)],
  ["AGENT_QUALITY", "FAIL_IGNORED", {}, quality("FAIL_IGNORED", 0)],
  ["AUTO_FAIL_RATE", "EVALUATIONS", {}, plain.autoFails],
  ["ERROR_RATE", "ALL", {}, plain.errorRate(["product", "process", "other"])],
  ["ERROR_RATE", "PRODUCT_PROCESS", {}, plain.errorRate(["product", "process"])],
  ["ERROR_RATE", "PRODUCT", {}, plain.errorRate(["product"])],
  ["ERROR_RATE", "PROCESS", {}, plain.errorRate(["process"])],
  ["TRAINING_ERROR_SHARE", "ALL", {}, plain.training("ALL")],
  ["TRAINING_ERROR_SHARE", "EVALUATIONS", {}, plain.training("EVALUATIONS")],
  ["TRAINING_ERROR_SHARE", "SURVEYS", {}, plain.training("SURVEYS")],
  ["RCA_COVERAGE", "ALL", {}, plain.coverage("ALL")],
  ["RCA_COVERAGE", "EVALUATIONS", {}, plain.coverage("EVALUATIONS")],
  ["RCA_COVERAGE", "SURVEYS", {}, plain.coverage("SURVEYS")],
  ["QUALITY_VARIANCE", "MEAN_ABSOLUTE", {}, plain.variance],
  ["CALIBRATION_BIAS", "MEAN", {}, plain.bias],
  ["CALIBRATION_AGREEMENT", "WITHIN_TOLERANCE", {}, plain.agreement(10)],
  ["CALIBRATION_AGREEMENT", "WITHIN_TOLERANCE", { tolerancePoints: 0 }, plain.agreement(0)],
  ["CALIBRATION_AGREEMENT", "VERDICT", {}, plain.verdict],
  ["CALIBRATION_KAPPA", "PASS_FAIL", {}, plain.kappa],
  ["TOTAL_COST", "ALL", {}, (place) => [costOf(null)(place)]],
  ["COST_PER_UNIT", "PER_CONTACT_HANDLED", {}, per("contact", 1, handled)],
  ["COST_PER_UNIT", "PER_CONTACT_OFFERED", {}, per("contact", 1, offered)],
  ["COST_PER_UNIT", "PER_CASE_RESOLVED", {}, per("case", 1, () => 0)],
  ["COST_PER_UNIT", "PER_CASE_OPENED", {}, per("case", 1, () => 0)],
  ["COST_PER_UNIT", "PER_PRODUCTIVE_HOUR", {}, per("hour", 3_600, () => 0)],
  ["COMPLAINT_RATE", "ALL", {}, (place) => [count("complaint")(place), handled(place)]],
  ["COMPLAINT_RATE", "JUSTIFIED", {}, (place) => [count("complaint", isJustified)(place), handled(place)]],
  ["COMPLAINTS_PER_THOUSAND", "ALL", {}, (place) => [1_000 * count("complaint")(place), handled(place)]],
  ["COMPLAINTS_PER_THOUSAND", "JUSTIFIED", {}, (p) => [1_000 * count("complaint", isJustified)(p), handled(p)]],
  ["COMPLAINT_COUNT", "ALL", {}, (place) => [count("complaint")(place)]],
  ["COMPLAINT_COUNT", "JUSTIFIED", {}, (place) => [count("complaint", isJustified)(place)]],
  ["EMPLOYEE_SATISFACTION", "TOP_BOXES", {}, (p) => [isBest(2), isRated].map((is) => count("employee_survey", is)(p))],
  [
    ...(["EMPLOYEE_SATISFACTION", "TOP_BOXES", { topBoxes: 1 }] as const),
    (p) => [isBest(1), isRated].map((is) => count("employee_survey", is)(p)),
  ],
  [
    ...(["ENPS", "NET", {}] as const),
    (p) => [
      count("employee_survey", says(9, 10))(p) - count("employee_survey", says(0, 6))(p),
      count("employee_survey", says(0, 10))(p),
    ],
  ],
];

const KPIS: readonly KpiInUse[] = BOOK.map(([kpiCode, dialect, parameters]) =>
  resolveKpi({ kpiCode, dialect, parameters }),
);

const ZONES = ["Europe/Rome", "America/New_York"];

type Bench = QualityBench & GivenContract;

async function givenBench(): Promise<Bench> {
  const given = await givenContract(database, {
    services: [
      { code: "voice", channels: ["phone", "email"] },
      { code: "desk", channels: ["phone", "email"], timeZone: ZONES[1]! },
    ],
    agents: [{}, {}, {}],
  });
  return { ...given, ...(await aQualityBench(database, given.clientId, KPIS)) };
}

const groundOf = ({ services, agents }: Bench): RowGround => ({
  services: services.map(({ code }) => code),
  people: agents.map(({ code }) => code),
});

type Facts = Map<string, PlainRow>;

/** What disputes decided, by evaluation; it outlives whatever becomes of the evaluation. */
type Decisions = Map<string, DecidedPoints>;

const aDecision = (random: () => number): DecidedPoints => {
  const [earned, applicable] = [Math.floor(random() * 41), 40 + Math.floor(random() * 3)];
  return { earned: String(earned), applicable: String(applicable), failed: random() < 0.3 };
};

function withDecisions(facts: Facts, decisions: Decisions): Facts {
  return new Map([...facts].map(([id, row]) => [id, decisions.has(id) ? { ...row, decided: decisions.get(id) } : row]));
}

/** Rows by place, as the pipeline keeps them. */
function placesOf(bench: Bench, facts: ReadonlyMap<Stream, Facts>): Map<string, Record<string, PlainRow[]>> {
  const places = new Map<string, Record<string, PlainRow[]>>();
  for (const [stream, rows] of facts)
    for (const row of rows.values()) {
      const at = bench.services.findIndex(({ code }) => code === row.service);
      const when =
        row.evaluatedAt ?? row.calibratedAt ?? row.receivedAt ?? row.answeredAt ?? row.surveyedAt ?? row.offeredAt;
      const day = (row.incurredOn as string | undefined) ?? localDay(Date.parse(when as string), ZONES[at]!);
      const person = bench.agents.find(({ code }) => code === row.person)?.id ?? NIL_ID;
      const key = [bench.services[at]!.id, day, row.channel ?? "", person].join("/");
      const place = places.get(key) ?? {};
      places.set(key, { ...place, [stream]: [...(place[stream] ?? []), row] });
    }
  return places;
}

async function expectSameSides(bench: Bench, facts: ReadonlyMap<Stream, Facts>): Promise<void> {
  const [stored, byHand] = [await bench.sums(), placesOf(bench, facts)];
  expect([...stored.keys()].sort()).toEqual([...byHand.keys()].sort());
  for (const [place, rows] of byHand)
    for (const [at, [code, dialect, parameters, sides]] of BOOK.entries()) {
      const expected = sides(rows)
        .map((side) => new Decimal(side).toFixed())
        .join("/");
      const label = `${code} ${dialect} ${JSON.stringify(parameters)} of ${place}: `;
      expect(label + sidesOf(KPIS[at]!, stored.get(place)!)).toBe(label + expected);
    }
}

describe("quality, cost and voices by the pipeline and by plain code agree to the last digit", () => {
  it.each([1, 2, 3])(
    "for facts that come, change, move and go (seed %d)",
    async (seed) => {
      const random = seeded(seed);
      const bench = await givenBench();
      const ground = groundOf(bench);
      const facts = new Map<Stream, Facts>(QUALITY_STREAMS.map((stream) => [stream, new Map()]));
      const decisions: Decisions = new Map();

      for (let batch = 0; batch < 4; batch += 1) {
        for (const stream of QUALITY_STREAMS) {
          const ids = [...new Set(Array.from({ length: 40 }, () => `id-${Math.floor(random() * 90)}`))];
          const rows = ids.map((externalId) => ({ ...aRandomRow(random, ground, stream), externalId }));
          const goes = new Set(batch === 0 ? [] : ids.filter(() => random() < 0.1));
          const isFile = batch % 2 === 1;
          const sent = isFile ? rows.map((row) => (goes.has(row.externalId) ? { ...row, gone: "yes" } : row)) : rows;
          const told = isFile ? await bench.sendFile(stream, sent, 7) : await bench.send(stream, sent);
          expect("rejects" in told ? told.rejects : told.rows.rejected).toEqual("rejects" in told ? [] : 0);
          const known = facts.get(stream)!;
          for (const row of rows) {
            if (isFile && goes.has(row.externalId)) known.delete(row.externalId);
            else known.set(row.externalId, row);
          }
          if (random() < 0.3) await bench.settle(() => 1 + Math.floor(random() * 30));
        }
        for (const externalId of facts.get("evaluation")!.keys()) {
          if (random() > 0.15) continue;
          decisions.set(externalId, aDecision(random));
          await bench.decide(externalId, decisions.get(externalId)!);
        }
      }
      await bench.settle(() => 11);

      expect(decisions.size).toBeGreaterThan(5);
      facts.set("evaluation", withDecisions(facts.get("evaluation")!, decisions));
      await expectSameSides(bench, facts);
      const before = await bench.sums();
      await bench.rebuild();
      expect(await bench.sums()).toEqual(before);
    },
    120_000,
  );

  it("whatever the order and the size of batches", async () => {
    const random = seeded(9);
    const [one, other] = [await givenBench(), await givenBench()];
    const rows = Array.from({ length: 30 }, (_, at) => {
      const row = aRandomRow(random, { services: ["voice", "desk"], people: [] }, "evaluation");
      return { ...row, externalId: `e-${at}` };
    });

    await one.send("evaluation", rows);
    for (let at = 0; at < rows.length; at += 4) await other.send("evaluation", [...rows].reverse().slice(at, at + 4));
    await other.send("evaluation", rows.slice(3, 9));
    await Promise.all([one.settle(), other.settle(() => 1)]);

    const bySlot = async (bench: Bench) =>
      [...(await bench.sums())]
        .map(([place, sums]) => [
          place.slice(36),
          bench.services.findIndex(({ id }) => place.startsWith(id)),
          [...sums].sort(),
        ])
        .sort((a, b) => (String(a) < String(b) ? -1 : 1));
    expect(await bySlot(other)).toEqual(await bySlot(one));
  });
});
