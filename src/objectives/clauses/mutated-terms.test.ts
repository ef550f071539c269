import { parseAllDocuments } from "yaml";
import { EVERY_CLAUSE } from "../../setup/settlement-terms-setup.builder";
import { DomainError } from "../../shared/errors";
import { refusalsIn } from "../../shared/gathering";
import { seeded } from "../../test-support/seeded";
import { clauseSentence } from "./clause-sentence.rules";
import { readSettlementTerms } from "./read-settlement-terms";
import { aPromise, aTime } from "./settlement-terms.builder";
import type { RawMoneyTerms } from "./settlement-terms.schema";
import { writtenSettlementTerms } from "./written-settlement-terms";

const SEED = 20260108;
const MUTATIONS = 400;
const setting = { currency: "EUR", objectives: [aPromise({ code: "SL" }), aTime({ code: "ASA" })] };

interface Terms {
  readonly [field: string]: unknown;
}

/** Every mechanism, guard and modifier. */
function everyClause(): Terms {
  const contract = parseAllDocuments(EVERY_CLAUSE)
    .map((document) => document.toJS() as { kind: string; settlementTerms: { versions: readonly Terms[] } })
    .find(({ kind }) => kind === "Contract")!;
  const { validFrom: _, ...terms } = contract.settlementTerms.versions[1]!;
  return terms;
}

const ODD: readonly unknown[] = [
  ...[null, true, [], {}, [null], new Date(0), Number.NaN, Infinity, 1e300, 1e-7, -1, 0, 1, 1.5, 101],
  ...["", " ", "0", "0 %", "-5 %", "101 %", "100.0000001 %", "98,5 %", "5 %%", "10 % EUR", "½", "−3", "1e5", "NaN"],
  ...[
    "1 USD",
    "5.5 minor",
    "1.000,00 EUR",
    "1 200.00 EUR",
    "100.00EUR",
    "30 s",
    "9".repeat(40),
    `0.${"0".repeat(22)}1`,
  ],
  ...["constructor", "__proto__", "toString"],
];

type Path = readonly string[];

const placesIn = (value: unknown, path: Path = []): Path[] => [
  ...(path.length > 0 ? [path] : []),
  ...(value !== null && typeof value === "object"
    ? Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))
    : []),
];

function changed(value: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as Terms) }) as Record<string, unknown>;
  copy[key] = changed(copy[key], rest, to);
  return copy;
}

const withoutNulls = (value: unknown): RawMoneyTerms =>
  JSON.parse(JSON.stringify(value, (_key, inner: unknown) => (inner === null ? undefined : inner))) as RawMoneyTerms;

describe(`Terms with one odd value (seed ${SEED})`, () => {
  it("are read, or refused with a place and a remedy: never anything else", () => {
    const terms = everyClause();
    const places = placesIn(terms);
    const random = seeded(SEED);
    const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
    const seen = { read: 0, refused: 0 };

    for (let count = 0; count < MUTATIONS; count += 1) {
      const raw = changed(terms, pick(places), pick(ODD)) as RawMoneyTerms;
      const refusals = refusedOrRead(raw);
      seen[refusals.length > 0 ? "refused" : "read"] += 1;
      for (const { path, remedy, message } of refusals)
        expect([message, path.length > 0, Boolean(remedy)]).toEqual([message, true, true]);
    }

    expect(seen.read).toBeGreaterThan(0);
    expect(seen.refused).toBeGreaterThan(MUTATIONS / 2);
  });
});

/** What is refused of terms; those that are read say what they do, and are written as they were read. */
function refusedOrRead(raw: RawMoneyTerms): readonly DomainError[] {
  try {
    const read = readSettlementTerms(raw, setting);
    for (const clause of read.clauses) expect(clauseSentence(clause, setting)).not.toBe("");
    expect(readSettlementTerms(withoutNulls(writtenSettlementTerms(read, setting)), setting)).toEqual(read);
    return [];
  } catch (error) {
    if (error instanceof DomainError) return refusalsIn(error);
    throw error;
  }
}
