import { saveExclusion } from "../../contracts/exclusions/exclusion.builder";
import { viewerOf } from "../../facts/ingest.builder";
import { saveObjective } from "../../objectives/objective.builder";
import { newId } from "../../shared/ids";
import { periodContaining } from "../../shared/period";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { Assessment } from "../assessments/assessment.entity";
import { CLOSED_AT, closeHouse } from "../drift/closed-house.builder";
import type { ResultDifference } from "../drift/result-difference";
import { june } from "../scorecard-house.builder";
import { SettledHouse } from "../settled-house.builder";
import { RestatementService } from "./restatement.service";

const LATER = new Date("2026-08-02T10:00:00Z");
const JUNE = periodContaining("month", june(1));
const restatements = new RestatementService(() => Promise.resolve([]));

let database: TestDatabase;
let at: SettledHouse;
beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database.drop());
beforeEach(async () => void (at = await SettledHouse.open(database.asInternal)));

const many = (count: number, waitSeconds: number, ofMonth: number) =>
  Array.from({ length: count }, () => ({ waitSeconds, day: june(ofMonth) }));

async function settleAndClose(): Promise<void> {
  await at.settle(CLOSED_AT);
  await closeHouse(at, ["month"], CLOSED_AT);
}

/** From 11 June on 90 % instead of 80 %, as recorded then. */
async function amend(recordedAt: Date): Promise<void> {
  const id = newId();
  await at.sql(
    `with a as (insert into contract_amendment select client_id, '${id}', contract_id, 'A1' from objective
       where client_id = $1),
     v as (insert into contract_amendment_version select $1, '${id}', 1, 'Higher', 'Amendment 1', '2026-05-20',
       '2026-06-11', 'by_volume', $2::timestamptz, null),
     was as (update objective_version set superseded_at = $2 where client_id = $1 and version = 1)
     insert into objective_version (client_id, objective_id, kpi_code, dialect, parameters, target, minimum,
         measured_by, version, valid_from, valid_until, recorded_at, amendment_id)
       select client_id, objective_id, kpi_code, dialect, parameters, target, minimum, measured_by, 2, valid_from,
              '2026-06-11'::date, $2, null::uuid from objective_version where client_id = $1
       union all
       select client_id, objective_id, kpi_code, dialect, parameters, 0.9, 0.8, measured_by, 3, '2026-06-11'::date, null,
              $2, '${id}' from objective_version where client_id = $1`,
    recordedAt,
  );
}

const driftOf = async (objectiveId?: string): Promise<ResultDifference[]> => {
  const found = await at.sql<{ difference: ResultDifference }>(
    `select difference from drift
      where client_id = $1 and subject_kind = 'objective' and ($2::uuid is null or subject_id = $2)`,
    objectiveId ?? null,
  );
  return found.map(({ difference }) => difference);
};

const restate = (basis: "as_closed" | "as_now") =>
  at.in((tx) =>
    restatements.restate(
      tx,
      { viewer: viewerOf(at.clientId), now: LATER, requestId: null },
      {
        ...{
          contract: { clientId: at.clientId, id: at.contractId, restatementNeedsConsent: false },
          period: JUNE,
          basis,
        },
        written: { reason: "The log of the exchange was loaded again." },
      },
    ),
  );

const latest = async () => (await at.results("month")).at(-1)!;

describe("a closed period that an amendment cuts", () => {
  // 1–10 June 80 of 100 in time, 11–30 June 30 of 50: 110 of 150 against 2/3 × 80 % + 1/3 × 90 %
  const CALLS = [...many(80, 5, 3), ...many(20, 60, 3), ...many(30, 5, 20), ...many(20, 60, 20)];

  test("does not drift of itself, and is restated by the stretches when facts come late", async () => {
    await amend(new Date("2026-05-20T10:00:00Z"));
    await at.calls(CALLS);
    await settleAndClose();
    await at.settle(LATER);
    const untouched = await driftOf();
    await at.calls(many(50, 5, 20));
    await at.settle(LATER);
    const [drift] = await driftOf();
    await restate("as_closed");
    await at.settle(LATER);

    expect(untouched).toEqual([]);
    // 100 and 100 calls: half of 80 % and half of 90 % are 85 %, and 160 of 200 are 80 %
    expect(drift?.figures).toMatchObject([
      { from: { numerator: "110", denominator: "150" }, to: { numerator: "160", denominator: "200", target: "0.85" } },
    ]);
    expect(await latest()).toMatchObject({ outcome: "missed", shortfall: "0.05", aims: { target: "0.85" } });
    expect((await latest()).segments.map(({ share }) => share)).toEqual(["0.5", "0.5"]);
    expect(await driftOf()).toEqual([]);
  });

  test("stays whole as it was closed when the amendment comes later, and is cut as of now", async () => {
    await at.calls(CALLS);
    await settleAndClose();
    await amend(LATER);
    await at.settle(LATER);
    const drifting = await driftOf();
    await restate("as_now");
    await at.settle(LATER);

    expect(drifting).toEqual([]);
    expect((await latest()).segments.map(({ objectiveVersion }) => objectiveVersion)).toEqual([2, 3]);
    expect(await latest()).toMatchObject({ outcome: "missed", shortfall: "0.1", objectiveVersion: 3 });
    expect(await driftOf()).toEqual([]);
  });
});

test("an assessment after closing drifts, in what is put together from it as well, and is restated", async () => {
  const { clientId, contractId } = at;
  const scale = { from: 1, to: 5 };
  const question = { question: "Kind?", scale, assessors: "both", evidenceRequired: false, cadence: "month" } as const;
  const made = { clientId, contractId };
  const asked = await at.in((tx) =>
    saveObjective(tx, { ...made, kind: "qualitative", kpiCode: "ASSESSMENT", dialect: "POINTS_SHARE", question }),
  );
  const parts = [{ objectiveId: asked.objective.id, weight: "1" }];
  const composite = { rule: "weighted_attainment", parts } as const;
  const whole = await at.in((tx) =>
    saveObjective(tx, { ...made, kind: "composite", kpiCode: "COMPOSITE_ATTAINMENT", dialect: null, composite }),
  );
  const assess = (points: number, assessor: string) =>
    at.in((tx) =>
      tx.insert(Assessment, {
        ...{ clientId, contractId, id: newId(), objectiveId: asked.objective.id, points, assessor, side: "ours" },
        ...{ periodKind: "month", periodFrom: JUNE.from, periodUntil: JUNE.until, scaleFrom: 1, scaleTo: 5 },
        ...{ assessorName: assessor, assessorPersonId: null, note: null, evidence: null, recordedAt: LATER },
        ...{ supersededAt: null, withdrawnBy: null, withdrawalReason: null },
      }),
    );
  await at.oneMorning();
  await assess(3, "mira");
  await settleAndClose();
  await assess(5, "bea");
  await at.settle(LATER);

  // 2 of 4 became 6 of 8; against 80 % that is 0.625 and 0.9375 of the target
  expect((await driftOf(asked.objective.id))[0]?.figures).toMatchObject([
    { from: { value: "0.5" }, to: { value: "0.75" } },
  ]);
  expect((await driftOf(whole.objective.id))[0]?.figures).toMatchObject([
    { from: { value: "0.625" }, to: { value: "0.9375" } },
  ]);
  await restate("as_closed");
  await at.settle(LATER);
  expect(await driftOf()).toEqual([]);
  const values = (await at.results("month")).map(({ item }) => item.value);
  expect(values).toEqual(expect.arrayContaining(["0.75", "0.9375"]));
});

test("an exclusion that is approved after closing drifts, and is restated with its effect", async () => {
  const { clientId, contractId } = at;
  await at.calls([...many(8, 5, 3), ...many(2, 60, 20)]);
  await settleAndClose();
  await at.in((tx) =>
    saveExclusion(tx, {
      ...{ clientId, contractId, approvedAt: LATER },
      ...{ fromAt: new Date("2026-06-20T00:00:00Z"), untilAt: new Date("2026-06-21T00:00:00Z") },
    }),
  );
  await at.settle(LATER);
  const [drift] = await driftOf();
  await restate("as_closed");
  await at.settle(LATER);

  expect(drift?.figures).toMatchObject([
    { from: { value: "0.8" }, to: { value: "1", numerator: "8", denominator: "8" } },
  ]);
  expect(await latest()).toMatchObject({ unadjusted: { value: "0.8" }, exclusions: [{ code: "X1", effect: "0.2" }] });
  expect(await driftOf()).toEqual([]);
});
