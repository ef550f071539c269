import { rmSync } from "node:fs";
import { sampleSetup, setupFolder } from "../../setup/sample-setup.builder";
import { readSetup } from "../../setup/setup-files";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { wireServices } from "../services";
import { applySetup } from "./apply.command";

const now = new Date("2026-02-01T10:00:00Z");

const HEAD = "kind: SettlementTerms\nclient: northwind\ncontract: care\n";
const FEE = "fee: 100000.00 EUR\natRisk: 10 %\n";

const clause = (mechanism: string, more = ""): string =>
  `${HEAD}${FEE}clauses:\n  - { code: C, name: N, cites: "§ 1", objectives: [SL-1], mechanism: { ${mechanism} }${more} }\n`;
const FIXED = "kind: fixed, pays: money, amount: 5.00 EUR";
const bands = (list: string, more = ""): string => clause(`kind: bands, pays: fee_share, bands: [${list}]${more}`);
const table = (list: string): string => clause(`kind: table, pays: fee_share, knots: [${list}]`);

/** What is written, and the fields that are refused with their codes. */
const REFUSED: readonly (readonly [name: string, text: string, problems: readonly string[]])[] = [
  [
    "bands with gaps",
    bands("{ from: 99 %, pays: 0 }, { from: 98 %, to: 98.9 %, pays: 1 % }, { to: 97.9 %, pays: 2 % }"),
    ["BANDS_GAP clauses[0].mechanism.bands[1].to", "BANDS_GAP clauses[0].mechanism.bands[2].to"],
  ],
  [
    "bands that overlap as published (98 to 99.9 % and 95 to 99.9 %)",
    bands(
      "{ from: 99.9 %, pays: 0 }, { from: 98 %, until: 99.9 %, pays: 5 % }, { from: 95 %, until: 99.9 %, pays: 25 % }, { pays: 50 % }",
    ),
    ["BANDS_OVERLAP clauses[0].mechanism.bands[2].until"],
  ],
  [
    "a band that goes backwards",
    bands("{ from: 98 %, until: 97 %, pays: 1 % }, { from: 99 %, pays: 0 }, { pays: 2 % }"),
    ["INVALID_CLAUSE clauses[0].mechanism.bands[0].until"],
  ],
  [
    "a bound beyond the whole",
    bands("{ from: 101 %, pays: 0 }, { pays: 2 % }"),
    ["INVALID_TARGET clauses[0].mechanism.bands[0].from"],
  ],
  [
    "a way of reading there is none of",
    bands("{ from: 99 %, pays: 0 }, { pays: 2 % }", ", reading: { kind: trunc, decimals: 1 }"),
    ["INVALID_FIELD clauses[0].mechanism.reading.kind"],
  ],
  [
    "a table that pays more for better service",
    table("{ at: 99 %, pays: 5 % }, { at: 98 %, pays: 0 }"),
    ["PAYS_FOR_WORSE clauses[0].mechanism.knots[0].pays"],
  ],
  ["an objective there is none of", clause(FIXED).replace("SL-1", "SL-2"), ["NOT_FOUND clauses[0].objectives[0]"]],
  ["a contract there is none of", clause(FIXED).replace("care", "carr"), ["NOT_FOUND contract"]],
  ["a client there is none of", clause(FIXED).replace("northwind", "nrthwind"), ["NOT_FOUND client"]],
  [
    "more than the whole fee",
    clause("kind: fixed, pays: fee_share, amount: 101 %"),
    ["INVALID_AMOUNT clauses[0].mechanism.amount"],
  ],
  ["less than nothing", clause(FIXED.replace("5.00", "-5.00")), ["INVALID_AMOUNT clauses[0].mechanism.amount"]],
  ["another currency", clause(FIXED.replace("5.00 EUR", "500 JPY")), ["INVALID_AMOUNT clauses[0].mechanism.amount"]],
  [
    "a cap of less than a minor unit",
    clause(FIXED, ", cap: { pays: money, amount: 0.001 EUR }"),
    ["INVALID_AMOUNT clauses[0].cap.amount"],
  ],
  [
    "a cap below the floor",
    clause(FIXED, ", atLeast: 2.00 EUR, cap: { pays: money, amount: 1.00 EUR }"),
    ["INVALID_CLAUSE clauses[0].cap"],
  ],
  ["an order that leaves out steps", `${clause(FIXED)}order: [value, line]\n`, ["INVALID_ORDER order"]],
  ["an order with a step there is none of", `${clause(FIXED)}order: [lines]\n`, ["INVALID_FIELD order[0]"]],
  ["no fee", clause(FIXED).replace("fee: 100000.00 EUR\n", ""), ["MISSING_FIELD fee"]],
  ["a fee without a currency", clause(FIXED).replace("100000.00 EUR", "100000"), ["INVALID_AMOUNT fee"]],
  ["no clauses", `${HEAD}${FEE}clauses: []\n`, ["INVALID_FIELD clauses"]],
  [
    "a field there is none of",
    clause(FIXED.replace("amount", "ammount")),
    ["MISSING_FIELD clauses[0].mechanism.amount", "UNKNOWN_FIELD clauses[0].mechanism.ammount"],
  ],
  ["a period there is none of", `${clause(FIXED)}settledBy: fortnight\n`, ["INVALID_FIELD settledBy"]],
  [
    "another period than is judged",
    `${clause(FIXED)}settledBy: quarter\n`,
    ["INVALID_CLAUSE clauses[0].objectives[0]"],
  ],
  ["twice the same", `${clause(FIXED)}---\n${clause(FIXED)}`, ["DEFINED_TWICE contract"]],
  [
    "everything wrong at once",
    clause(
      "kind: fixed, pays: fee_share, amount: 101 %",
      ", repeat: { multiplier: 0.5 }, guards: [{ kind: binomial, alpha: 7 }], earnBack: { periods: 3, expiresAfter: 1 }",
    ),
    [
      "INVALID_AMOUNT clauses[0].mechanism.amount",
      "INVALID_CLAUSE clauses[0].repeat.multiplier",
      "INVALID_AMOUNT clauses[0].guards[0].alpha",
      "INVALID_CLAUSE clauses[0].earnBack.expiresAfter",
    ],
  ],
];

describe("Money that cannot be applied", () => {
  const services = wireServices();
  const folders: string[] = [];
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    expect((await apply(sampleSetup())).problems).toEqual([]);
  });
  afterAll(() => database.drop());
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

  const apply = (files: Readonly<Record<string, string>>) => {
    const folder = setupFolder(files);
    folders.push(folder);
    return applySetup(services, database.db, { setup: readSetup(folder), now });
  };
  const written = () => database.adminRows("select * from settlement_terms order by contract_id, version");

  it.each(REFUSED)(
    "is refused where it stands, with a remedy, and nothing is written: %s",
    async (_name, text, fields) => {
      const before = await written();

      const { problems, changes } = await apply({ "money.yaml": text });

      expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(fields);
      expect(problems.filter(({ line, message, remedy }) => !(line > 0 && message && remedy))).toEqual([]);
      expect(changes).toEqual([]);
      expect(await written()).toEqual(before);
    },
  );

  it("does not keep what is right beside it from being named, nor lets it through", async () => {
    const before = await written();

    const { problems } = await apply({
      "right.yaml": clause(FIXED),
      "wrong.yaml": "kind: Client\ncode: x y\nname: X\nindustry: Y\n",
    });

    expect(problems.map(({ field }) => field)).toEqual(["code"]);
    expect(await written()).toEqual(before);
  });
});
