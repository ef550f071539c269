import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { understood, type Understood } from "./row-mapper.builder";

/** Real requests of a city, clean and spoilt in several ways; not part of the repository. */
const FOLDER = join(process.cwd(), "..", "shared", "data", "boston-311-100");
const ifThere = existsSync(FOLDER) ? describe : describe.skip;
if (!existsSync(FOLDER)) console.warn("Skipped: the Boston 311 files are not there.");

const profile = (format: string, more: object = {}): object => ({
  source: "boston",
  timeZone: "America/New_York",
  fields: {
    externalId: "case_enquiry_id",
    service: { constant: "rome" },
    channel: { column: "source", map: { "Constituent Call": "phone" }, otherwise: "chat" },
    reason: "reason",
    outcome: { constant: "abandoned" },
    offeredAt: { column: "open_dt", format },
  },
  ...more,
});

const read = (file: string, format: string, more?: object): Understood =>
  understood("contact", profile(format, more), readFileSync(join(FOLDER, file)));

const PLAIN = "yyyy-MM-dd HH:mm:ss";

ifThere("files of a city", () => {
  test("are read whole when they are clean, with letters outside ASCII, or with other dates", () => {
    for (const [file, format] of [
      ["requests.csv", PLAIN],
      ["dirty-nonascii.csv", PLAIN],
      ["dirty-dmy-dates.csv", "dd/MM/yyyy HH:mm:ss"],
      ["dirty-dates-without-time.csv", "yyyy-MM-dd"],
    ] as const) {
      const { facts, rejects } = read(file, format);
      expect([file, facts.length, rejects]).toEqual([file, 100, []]);
    }
  });

  test("with rows repeated give each row once", () => {
    const { facts, rejects } = read("dirty-duplicates.csv", PLAIN);

    expect(rejects).toEqual([]);
    expect(facts.length).toBeLessThan(100);
    expect(new Set(facts.map((fact) => fact.external_id)).size).toBe(facts.length);
  });

  test("with one field too many in a row lose that row only", () => {
    const { facts, rejects } = read("dirty-extra-field.tsv", PLAIN, { csv: { delimiter: "\t" } });

    expect(rejects).toEqual([[41, "(row)", "TOO_MANY_FIELDS"]]);
    expect(facts).toHaveLength(99);
  });

  test("with day and month swapped lose what makes no sense, and warn", () => {
    const { rejects, warnings } = read("dirty-dmy-dates.csv", "MM/dd/yyyy HH:mm:ss");

    expect(rejects).toHaveLength(7);
    expect(new Set(rejects.map(([, , code]) => code))).toEqual(new Set(["NOT_A_DATE"]));
    expect(warnings).toEqual(["DAY_AND_MONTH_SWAPPED"]);
  });

  test("without a time of day are rejected where one is needed", () => {
    expect(read("dirty-dates-without-time.csv", "iso").rejects).toHaveLength(100);
  });
});
