import type { DomainError } from "../../shared/errors";
import { refusalsIn } from "../../shared/gathering";
import type { PromisedObjective } from "./promised-objective";
import { readSettlementTerms, type TermsSetting } from "./read-settlement-terms";
import type { RawClause, RawKind } from "./clause.schema";
import type { RawMoneyTerms } from "./settlement-terms.schema";

/** 99 % of events, by the month; at least 95 %, and 99.5 % expected. */
export const aPromise = (parts: Partial<PromisedObjective> = {}): PromisedObjective => ({
  code: "SL-1",
  kpi: { code: "SERVICE_LEVEL", unit: "share", direction: "maximise" },
  aims: { target: "0.99", minimum: "0.95", expected: "0.995" },
  measuredBy: "month",
  counts: "shares",
  ...parts,
});

/** Answered in 30 seconds on average. */
export const aTime = (parts: Partial<PromisedObjective> = {}): PromisedObjective =>
  aPromise({
    code: "ASA-1",
    kpi: { code: "ASA", unit: "seconds", direction: "minimise" },
    aims: { target: "30", minimum: "60", expected: null },
    counts: "none",
    ...parts,
  });

export const aSetting = (parts: Partial<TermsSetting> = {}): TermsSetting => ({
  currency: "EUR",
  objectives: [aPromise(), aTime()],
  ...parts,
});

/** A credit of 5 % of the fee when SL-1 is missed. */
export const aWrittenClause = (parts: Partial<RawClause> = {}): RawClause => ({
  code: "C-1",
  name: "Service level credit",
  cites: "Schedule 3, § 1",
  objectives: ["SL-1"],
  mechanism: { kind: "fixed", pays: "fee_share", amount: "5 %" },
  ...parts,
});

/** 100,000.00 EUR a month, 10 % of it at risk. */
export const writtenTerms = (parts: Partial<RawMoneyTerms> = {}): RawMoneyTerms => ({
  fee: "100000.00 EUR",
  atRisk: "10 %",
  clauses: [aWrittenClause()],
  ...parts,
});

/** Code, path and message of all that is refused. */
export function refusedTerms(raw: RawMoneyTerms, setting: TermsSetting = aSetting()): string[] {
  try {
    readSettlementTerms(raw, setting);
  } catch (error) {
    return refusalsIn(error as DomainError).map(({ code, path, message }) => `${code} ${path.join(".")}: ${message}`);
  }
  return [];
}

/** What is wrong with terms of one clause. */
export const refusedClause = (parts: Partial<RawClause>, terms: Partial<RawMoneyTerms> = {}): string[] =>
  refusedTerms(writtenTerms({ clauses: [aWrittenClause(parts)], ...terms }));

export const POINT_VALUE = { pointValue: "500.00 EUR" };

/** What is wrong with a mechanism, in terms that suit what it pays. */
export const refusedMechanism = (mechanism: RawKind, parts: Partial<RawClause> = {}): string[] =>
  refusedClause({ mechanism, ...parts }, mechanism["pays"] === "points" ? POINT_VALUE : {});
