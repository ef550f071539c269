import { viewerOf } from "../facts/ingest.builder";
import { closeHouse } from "../scorecards/drift/closed-house.builder";
import { RestatementService } from "../scorecards/restatements/restatement.service";
import { june } from "../scorecards/scorecard-house.builder";
import { periodContaining } from "../shared/period";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { packageHtml } from "./package-html";
import { aPackageDocument } from "./package-document.builder";
import type { PackageDocument } from "./package-document";
import { packagesOfPeriod } from "./restated-packages.queries";
import { ReviewedHouse } from "./reviewed-house.builder";

let database: TestDatabase;
let house: ReviewedHouse;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());
beforeEach(async () => {
  house = await ReviewedHouse.open(database.asInternal);
  await house.at.oneMorning();
  await house.at.settle();
});

const LATER = new Date("2026-07-20T10:00:00Z");
const REASON = "The log of 1 June was loaded again.";
const restatements = new RestatementService(packagesOfPeriod);

/** June is closed, gets one more call, and is restated. */
async function restateJune() {
  const { clientId, contractId } = house.at;
  await closeHouse(house.at, ["month"]);
  await house.at.calls([{ by: "anna", waitSeconds: 10 }]);
  await house.at.settle(LATER);
  const wish = {
    contract: { clientId, id: contractId, restatementNeedsConsent: false },
    ...{ period: periodContaining("month", june(1)), basis: "as_closed" as const },
    written: { reason: REASON, evidence: "ticket 77" },
  };
  const by = { viewer: viewerOf(clientId), now: LATER, requestId: null };
  return house.at.in((tx) => restatements.restate(tx, by, wish));
}

async function august(): Promise<PackageDocument> {
  const { clientId } = house.at;
  const order = { clientId, reviewId: (await house.review("2026-08-10")).id, compiledBy: "Ada" };
  const { id } = await house.at.in((tx) => house.packages.compile(tx, order, new Date("2026-08-10T10:00:00Z")));
  const [found] = await house.at.sql<{ document: string }>(
    "select document from review_package where client_id = $1 and id = $2",
    id,
  );
  return JSON.parse(found!.document) as PackageDocument;
}

test("the next package tells what earlier ones said and is no longer so", async () => {
  const shown = await house.compile();
  const restated = await restateJune();

  const { corrections } = await august();

  // two of four within 20 s before, three of five after; of people: anna, who leads, trains and manages her
  expect(corrections).toMatchObject([
    {
      ...{
        period: { label: "2026-06" },
        reason: REASON,
        evidence: "ticket 77",
        proposedBy: "Importer",
        consentedBy: null,
      },
      ...{ appliedAt: LATER.toISOString(), people: 4 },
    },
  ]);
  expect(corrections?.[0]?.figures[0]).toEqual({
    ...{ subject: "Service level", kpi: "Service level", before: "50.0 %", after: "60.0 %" },
    ...{ outcomeBefore: "below_minimum", outcomeAfter: "below_minimum" },
  });
  expect(restated.consequences?.packageIds).toEqual([shown.id]);
});

test("a forum that was shown nothing before is told of no corrections", async () => {
  await restateJune();

  expect(await august()).not.toHaveProperty("corrections");
});

test("without corrections the document is as it ever was", async () => {
  await house.compile();

  expect(await august()).not.toHaveProperty("corrections");
});

test("the page shows old and new side by side, and why", () => {
  const figure = { subject: "Calls", kpi: "Service level", before: "50.0 %", after: "60.0 %" };
  const correction = {
    period: { ...periodContaining("month", june(1)), label: "2026-06" },
    ...{
      appliedAt: "2026-07-20T10:00:00.000Z",
      reason: REASON,
      evidence: null,
      proposedBy: "Ivana",
      consentedBy: "Nora",
    },
    figures: [{ ...figure, outcomeBefore: "missed" as const, outcomeAfter: "met" as const }],
    people: 2,
  };
  const imprint = { version: 1, compiledAt: LATER, compiledBy: "Ada", contentHash: "0".repeat(64) };

  const page = packageHtml(aPackageDocument({ corrections: [correction] }), imprint);

  expect(page).toContain("restated on 2026-07-20 by Ivana, with the consent of Nora");
  expect(page).toContain("50.0 %, missed");
  expect(page).toContain("60.0 %, met");
  expect(page).toContain("2 scorecards of single people changed, too.");
  expect(packageHtml(aPackageDocument(), imprint)).not.toContain("Corrections of earlier figures");
});
