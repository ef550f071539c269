import { readFileSync } from "node:fs";

import { parse } from "yaml";
import { STREAMS, type Stream } from "../../shared/stream";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { anIngestBench } from "../ingest.builder";
import { declaredStream } from "./declared-streams";
import { declaredCanonicalProfile } from "./declared-stream";

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

const PAGES = [
  "work_time",
  "forecast",
  "volume",
  "headcount",
  "evaluation",
  "calibration",
  "cost",
  "complaint",
  "employee_survey",
] as const satisfies readonly Stream[];

const pageOf = (stream: Stream): string => readFileSync(`docs/streams/${stream.replaceAll("_", "-")}.md`, "utf8");
const block = (page: string, language: string): string | undefined =>
  new RegExp(`\`\`\`${language}\n([^\`]*)\`\`\``).exec(page)?.[1];

test.each(PAGES)("the example of the page on %s is taken in as it stands", async (stream) => {
  const bench = await anIngestBench({ db: database.db });
  const page = pageOf(stream).replaceAll(/\bvoice\b/g, "VOICE");
  const file = block(page, "csv") ?? `${JSON.stringify(JSON.parse(block(page, "json")!))}\n`;
  const definition = { ...(parse(block(page, "yaml")!) as object), source: "regia" };
  await bench.saveProfile("example", definition, stream as never);

  const report = await bench.send(file, { stream, profile: "example" });

  expect(report.rows).toMatchObject({ rejected: 0, skipped: 0 });
  expect(report.rows.accepted).toBeGreaterThan(0);
});

test.each(PAGES)("the page on %s names every field", (stream) => {
  const { fields } = declaredCanonicalProfile(declaredStream(stream)!, "regia");

  for (const name of Object.keys(fields)) expect(pageOf(stream)).toContain(`\`${name}\``);
  expect(STREAMS).toContain(stream);
});
