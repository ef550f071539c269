import { z } from "zod";
import { refusalsIn } from "./gathering";
import { codeField, currencyField, dayField, decimalField, nameField, timeZoneField } from "./fields";
import type { DomainError } from "./errors";
import { parseInput } from "./input";

const schema = z.strictObject({
  code: codeField,
  name: nameField,
  zones: z.array(z.strictObject({ timeZone: timeZoneField, since: dayField })).optional(),
  kind: z.enum(["week", "month"]).optional(),
  count: z.int().min(1).max(9).optional(),
  amount: decimalField.optional(),
  currency: currencyField.optional(),
});

function refusalsOf(raw: unknown): string[] {
  try {
    parseInput(schema, raw);
    return [];
  } catch (error) {
    return refusalsIn(error as DomainError).map(
      (one) => `${one.code} ${one.path.join(".")}: ${one.message} ${one.remedy}`,
    );
  }
}

test.each([
  ["a missing field", { name: "A" }, 'MISSING_FIELD code: "code" is missing. Add "code".'],
  [
    "a misspelt field",
    { code: "a", name: "A", zoens: [] },
    'UNKNOWN_FIELD zoens: There is no field "zoens". Did you mean "zones"?',
  ],
  [
    "a misspelt field inside a list",
    { code: "a", name: "A", zones: [{ timeZone: "UTC", since: "2026-01-01", timezone: "UTC" }] },
    'UNKNOWN_FIELD zones.0.timezone: There is no field "timezone". Did you mean "timeZone"?',
  ],
  [
    "a number for a text",
    { code: 7, name: "A" },
    'INVALID_FIELD code: "code" cannot be 7. Write it as text, in quotes: "7".',
  ],
  [
    "a text for a list",
    { code: "a", name: "A", zones: "x" },
    'INVALID_FIELD zones: "zones" cannot be "x". Write a list.',
  ],
  [
    "a word that is not one of the list",
    { code: "a", name: "A", kind: "day" },
    'INVALID_FIELD kind: "kind" cannot be "day". Write one of week, month.',
  ],
  ["too much", { code: "a", name: "A", count: 10 }, 'INVALID_FIELD count: "count" cannot be 10. Write 9 or less.'],
  [
    "a fraction",
    { code: "a", name: "A", count: 1.5 },
    'INVALID_FIELD count: "count" cannot be 1.5. Write a whole number.',
  ],
  [
    "no number",
    { code: "a", name: "A", amount: "1e5" },
    'INVALID_FIELD amount: "1e5" is not a number. Write digits and a point, such as 0.8.',
  ],
  [
    "an unknown currency",
    { code: "a", name: "A", currency: "EURO" },
    'INVALID_FIELD currency: "EURO" is not a currency. Write an ISO 4217 code such as EUR.',
  ],
  [
    "a space in a code",
    { code: "a b", name: "A" },
    expect.stringMatching(/^INVALID_FIELD code: "a b" is not a code\./),
  ],
])("%s is refused", (_, raw, refusal) => {
  expect(refusalsOf(raw)).toEqual([refusal]);
});

test.each(["+01:00", "Europe/Roma", "CET+1", ""])("%j is no time zone", (timeZone) => {
  const refusals = refusalsOf({ code: "a", name: "A", zones: [{ timeZone, since: "2026-01-01" }] });

  expect(refusals).toEqual([
    expect.stringContaining(`INVALID_FIELD zones.0.timeZone: "${timeZone}" is not a time zone.`),
  ]);
});

test.each(["2026-02-30", "01.03.2026", "2026-3-1", "2026-01-01T00:00:00Z"])("%s is no day", (since) => {
  expect(refusalsOf({ code: "a", name: "A", zones: [{ timeZone: "UTC", since }] })).toHaveLength(1);
});

test("all problems come at once", () => {
  expect(refusalsOf({ code: "", kind: "day", extra: 1 })).toHaveLength(4);
});

test.each([
  ["0.80", "0.8"],
  [0.8, "0.8"],
  ["100", "100"],
  ["-0.50", "-0.5"],
])("%j is the decimal %s exactly", (written, exact) => {
  expect(decimalField.parse(written)).toBe(exact);
});
