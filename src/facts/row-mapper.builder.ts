import { day } from "../shared/day";
import type { Stream } from "../shared/stream";
import type { Directory } from "./directory.queries";
import { FactBatch } from "./fact-batch";
import { addRow } from "./file-import";
import { FileReading } from "./file-reading";
import { RowInHand } from "./row-in-hand";
import { profileSchemaOf, streamFacts } from "./streams/stream-facts";
import { zoneClock } from "./zone-clock";

const service = (code: string, zone: string) => ({
  id: `id of ${code}`,
  code,
  channels: new Set(["phone", "chat"]),
  clock: zoneClock(zone),
  startsOn: day("2020-01-01"),
  endsOn: null,
  currency: "EUR",
});

const directory: Directory = {
  services: new Map([service("rome", "Europe/Rome"), service("tokyo", "Asia/Tokyo")].map((one) => [one.code, one])),
  logins: new Map([["ada", "id of Ada"]]),
  persons: new Map([
    ["P-2", "id of Bob"],
    ["ada", "id of somebody else"],
  ]),
};

export interface Understood {
  readonly facts: Record<string, string>[];
  readonly rejects: [line: number, field: string, code: string][];
  readonly skipped: number;
  /** Their codes. */
  readonly warnings: string[];
}

/** What a profile makes of a file, without a database. `\N` is no value. */
export function understood(stream: Stream, definition: object, file: string | Buffer): Understood {
  const profile = { code: "test", stream, source: "pbx", definition: profileSchemaOf(stream).parse(definition) };
  const reading = new FileReading(profile, directory);
  const rows = [...reading.push(Buffer.from(file as string)), ...reading.finish()];
  const [batch, hand] = [new FactBatch(), new RowInHand()];
  for (const row of rows) addRow(batch, row, { mapper: reading.mapper, hand });
  const names = streamFacts(stream).columns.map(([name]) => name);
  const facts = [...batch.facts.values()].map(({ fact }) => {
    const values = fact.columns.split("\t");
    return Object.fromEntries([["external_id", fact.externalId], ...names.map((name, i) => [name, values[i] ?? ""])]);
  });
  const warnings = reading.warnings().map(({ code }) => code);
  return {
    facts,
    rejects: batch.rejects.map(({ line, field, code }) => [line, field, code]),
    skipped: batch.skipped,
    warnings,
  };
}
