import { statementCount } from "../../platform/database";
import { day } from "../../shared/day";
import { newId } from "../../shared/ids";
import { periodContaining } from "../../shared/period";
import { SettledHouse } from "../../scorecards/settled-house.builder";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { aClause, someTerms } from "../engine/money.builder";
import { contractOutlook } from "./contract-outlook";

let database: TestDatabase;
let at: SettledHouse;
beforeAll(async () => void (database = await createTestDatabase()));
beforeEach(async () => void (at = await SettledHouse.open(database.asInternal)));
afterAll(() => database.drop());

/** A Friday; June began on a Monday. */
const NOW = new Date("2026-06-12T10:00:00Z");
const JUNE = periodContaining("month", day("2026-06-01"));
const WEEKDAYS = [1, 2, 3, 4, 5, 8, 9, 10, 11].map((one) => day(`2026-06-${String(one).padStart(2, "0")}`));

describe("the outlook of an open month", () => {
  it("says what the rest must reach, by the volumes of the same weekdays", async () => {
    // given 10 calls each weekday since 1 June, 7 of them in time; 80 % promised
    await at.calls(
      WEEKDAYS.flatMap((on) => Array.from({ length: 10 }, (_, i) => ({ day: on, waitSeconds: i < 7 ? 5 : 60 }))),
    );
    await at.settle(NOW);

    const { objectives } = await at.in((tx) => contractOutlook(tx, { ...placeOf(at), period: JUNE, now: NOW }));

    // from Friday the 12th on: three Fridays and ten other weekdays at 10 each, weekends at 0
    const [sl] = objectives;
    expect(sl).toMatchObject({ code: "SL", prospects: { expected: { basis: "same_weekdays" } } });
    const volume = Number(sl!.prospects!.expected.volume);
    expect(volume).toBe(130);
    expect(sl!.prospects!.needed).toMatchObject({ reach: "open", events: String(Math.ceil(0.8 * (90 + volume) - 63)) });
    expect(sl!.prospects!.projection).toMatchObject({ method: "beta_binomial", value: "0.7" });
    expect(Number(sl!.prospects!.chanceOfTarget)).toBeLessThan(0.1);
  });

  it("tells the money that can still be saved", async () => {
    await at.calls(
      WEEKDAYS.flatMap((on) => Array.from({ length: 10 }, (_, i) => ({ day: on, waitSeconds: i < 7 ? 5 : 60 }))),
    );
    await at.settle(NOW);
    await at.sql(
      `insert into settlement_terms (client_id, contract_id, version, terms, valid_from, recorded_at)
       values ($1, $2, 1, $3, '2020-01-01', '2020-01-01')`,
      at.contractId,
      JSON.stringify(someTerms([aClause()])),
    );

    const { objectives, stakes } = await at.in((tx) => contractOutlook(tx, { ...placeOf(at), period: JUNE, now: NOW }));

    expect(stakes).toMatchObject({ now: "100000", projected: "100000", worse: "100000" });
    expect(objectives[0]!.stakes).toMatchObject({ now: "100000", savable: "100000" });
  });

  it("takes what was charged for the open month", async () => {
    await at.calls(
      WEEKDAYS.flatMap((on) => Array.from({ length: 10 }, (_, i) => ({ day: on, waitSeconds: i < 7 ? 5 : 60 }))),
    );
    await at.settle(NOW);
    const mechanism = { kind: "fixed", pays: "fee_share", amount: "0.01" } as const;
    const terms = someTerms([aClause({ mechanism }), aClause({ code: "C2" })]);
    await at.sql(
      `insert into settlement_terms (client_id, contract_id, version, terms, valid_from, recorded_at)
       values ($1, $2, 1, $3, '2020-01-01', '2020-01-01')`,
      at.contractId,
      JSON.stringify(terms),
    );
    await at.sql(
      `insert into charge (client_id, id, contract_id, period_kind, period_from, period_until, amount, recorded_by,
         recorded_by_name, recorded_at)
       values ($1, $2, $3, 'month', '2026-06-01', '2026-07-01', 5000000, 'test', 'Test', '2026-06-02')`,
      newId(),
      at.contractId,
    );

    const { stakes } = await at.in((tx) => contractOutlook(tx, { ...placeOf(at), period: JUNE, now: NOW }));

    // 1 % of the 50,000.00 charged, and 1,000.00
    expect(stakes).toMatchObject({ now: "150000" });
  });

  it("expects what the locked forecast does", async () => {
    await at.calls(WEEKDAYS.flatMap((on) => Array.from({ length: 10 }, () => ({ day: on }))));
    for (const [on, hundredths, locked] of [
      ["2026-06-15", 2_000, true],
      ["2026-06-16", 3_000, true],
      ["2026-06-30", 99_900, false],
      ["2026-06-30", 5_000, true],
    ] as const)
      await at.sql(FORECAST, newId(), at.house.phone.id, on, hundredths, locked);
    await at.settle(NOW);

    const { objectives } = await at.in((tx) => contractOutlook(tx, { ...placeOf(at), period: JUNE, now: NOW }));

    expect(objectives[0]!.prospects!.expected).toEqual({ volume: "100", basis: "locked_forecast" });
    expect(objectives[0]!.prospects!.needed).toMatchObject({ reach: "open" });
  });

  it("takes as many statements for an empty month as for a full one", async () => {
    const count = () =>
      at.in(async (tx) => {
        const before = statementCount(tx);
        await contractOutlook(tx, { ...placeOf(at), period: JUNE, now: NOW });
        return statementCount(tx) - before;
      });
    const empty = await count();
    await at.calls(WEEKDAYS.map((on) => ({ day: on })));
    await at.settle(NOW);

    expect(await count()).toBe(empty);
    expect(empty).toBeLessThanOrEqual(40);
  });
});

const placeOf = ({ clientId, contractId }: SettledHouse) => ({ clientId, contractId });

const FORECAST = `
  insert into forecast (client_id, source, external_id, service_id, channel, interval_start, interval_end, publication,
    published_at, is_locked, volume_hundredths, day, end_day, content_hash, import_id, ingested_at)
  values ($1, 'test', $2::text, $3, '', $4::date + time '08:00', $4::date + time '18:00', 'P1', '2026-05-20', $6, $5, $4,
    $4, gen_random_uuid(), gen_random_uuid(), '2026-05-20')`;
