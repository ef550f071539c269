import { parse } from "yaml";
import type { KpiDefinition } from "../kpis/kpi-definition";
import type { PromisedObjective } from "../objectives/clauses/promised-objective";
import { readSettlementTerms } from "../objectives/clauses/read-settlement-terms";
import type { RawMoneyTerms } from "../objectives/clauses/settlement-terms.schema";
import type { SettlementTerms } from "../objectives/clauses/settlement-terms";
import { day } from "../shared/day";
import { periodContaining, shiftPeriod } from "../shared/period";
import { came, inPeriod } from "./engine/money.builder";
import { settlePeriod } from "./engine/settle-period.rules";
import type { SettledPeriod } from "./engine/settled-period";

/** What a published contract promises, as few words as it needs: a share of 99 % unless it says otherwise. */
export interface PublishedObjective {
  readonly code: string;
  readonly unit?: KpiDefinition["unit"];
  readonly direction?: "maximise" | "minimise";
  readonly target: string;
  readonly minimum?: string;
  readonly expected?: string;
}

/** One period: what the objectives came to, in their order, and what the contract pays for it by its own figures. */
export interface PublishedPeriod {
  /** `"985/1000"`, `"47"`; null: nothing was measured. */
  readonly values: readonly (string | null)[];
  /** Minor units. */
  readonly credits: number;
  readonly bonuses?: number;
  readonly points?: number;
  /** Sum of all lines, where it says more than credits and bonuses. */
  readonly net?: number;
  /** Objectives that one incident breached. */
  readonly incident?: readonly string[];
  /** What was charged, where it is not the fee of the terms. */
  readonly fee?: number;
}

export interface PublishedContract {
  /** Who published it, and where. */
  readonly source: string;
  readonly currency: string;
  readonly objectives: readonly PublishedObjective[];
  /** As our documents write it. */
  readonly terms: string;
  readonly periods: readonly PublishedPeriod[];
}

const kpiOf = ({ unit = "share", direction = "maximise" }: PublishedObjective) =>
  ({ code: "KPI", unit, direction, precision: 2 }) as const;

const aimsOf = ({ target, minimum, expected }: PublishedObjective) => ({
  ...{ target, minimum: minimum ?? null, expected: expected ?? null },
});

const promiseOf = (one: PublishedObjective, terms: RawMoneyTerms): PromisedObjective => ({
  code: one.code,
  kpi: kpiOf(one),
  aims: aimsOf(one),
  measuredBy: terms.settledBy ?? "month",
  counts: one.unit === "count" ? "misses" : (one.unit ?? "share") === "share" ? "shares" : "none",
});

/** The terms of a published contract, read as a document would be. */
export function termsOf({ terms, currency, objectives }: Omit<PublishedContract, "periods">): SettlementTerms {
  const raw = parse(terms) as RawMoneyTerms;
  return readSettlementTerms(raw, { currency, objectives: objectives.map((one) => promiseOf(one, raw)) });
}

/** Its periods one after the other from January 2026 on, each with all before it. */
export function settledPeriods(contract: PublishedContract): SettledPeriod[] {
  const terms = termsOf(contract);
  const first = periodContaining(terms.settledBy, day("2026-01-01"));
  return contract.periods.reduce<SettledPeriod[]>((past, { values, fee, incident }, index) => {
    const objectives = contract.objectives.map((one, place) =>
      came(values[place] ?? null, { code: one.code, kpi: kpiOf(one), aims: aimsOf(one) }),
    );
    const input = inPeriod(objectives, {
      ...{ period: shiftPeriod(first, index), currency: contract.currency },
      fee: fee === undefined ? terms.fee : String(fee),
      incidents: incident ? [{ code: "INC", objectives: incident, chosen: null }] : [],
    });
    return [...past, settlePeriod(terms, input, past)];
  }, []);
}
