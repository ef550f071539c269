import type { AimLevel, Clause, Mechanism, Pays, StepCounting } from "./clause";
import type { PromisedObjective } from "./promised-objective";
import { writtenAmount, writtenShare, writtenValue } from "./written-amount.rules";

export interface Wording {
  readonly currency: string;
  readonly kpi: PromisedObjective["kpi"] | null;
  readonly side: Clause["side"];
}

export interface About extends Wording {
  /** `SL-1 or SL-2`. */
  readonly about: string;
  readonly isMany: boolean;
}

export const LEVELS: Readonly<Record<AimLevel, string>> = {
  target: "target",
  minimum: "minimum",
  expected: "expected level",
};

const UNITS: Readonly<Record<Pays, string>> = {
  points: " points",
  fee_share: " of the fee",
  pool_share: " of the amount at risk",
  money: "",
};

type Words<K extends Mechanism["kind"]> = (mechanism: Extract<Mechanism, { kind: K }>, about: About) => string;

const amountOf = (pays: Pays, exact: string, { currency }: Wording): string => {
  const written = writtenAmount(pays, exact, currency);
  return pays === "points" && String(written) === "1" ? "1 point" : `${written}${UNITS[pays]}`;
};
const valueOf = (exact: string, { kpi, currency }: Wording): string =>
  `${writtenValue(exact, kpi, currency)}${kpi?.unit === "seconds" ? " s" : ""}`;
const goesTo = ({ side }: Wording): string =>
  side === "credit" ? "is credited to the client" : "is paid to us as a bonus";
const worse = ({ kpi }: Wording): string => (kpi?.direction === "minimise" ? "above" : "below");
const better = ({ kpi }: Wording): string => (kpi?.direction === "minimise" ? "below" : "above");

const bands: Words<"bands"> = ({ pays, bands: all, reading }, about) => {
  const parts = all.toReversed().map(({ from, pays: paid }) => {
    const where = from === null ? "otherwise" : `from ${valueOf(from, about)} on`;
    return `${where} ${amountOf(pays, paid, about)}`;
  });
  const read = { continuous: "", truncate: "cut to", half_up: "rounded to" }[reading.kind];
  const how = read === "" ? "" : ` (${read} ${reading.decimals} ${reading.decimals === 1 ? "decimal" : "decimals"})`;
  return `the value of ${about.about}${how} decides what ${goesTo(about)}: ${parts.join(", ")}`;
};

const table: Words<"table"> = ({ pays, knots, between, beyond }, about) => {
  const parts = knots
    .toReversed()
    .map(({ at, pays: paid }) => `at ${valueOf(at, about)} ${amountOf(pays, paid, about)}`);
  const rest = beyond === null ? [] : [`beyond that ${amountOf(pays, beyond, about)}`];
  const how = between === "linear" ? "in a straight line in between" : "in steps";
  return `the value of ${about.about} decides what ${goesTo(about)}: ${[...parts, ...rest].join(", ")}, ${how}`;
};

/** `full 1 %`, `0.1 % or part of it`. */
const stepWords = (step: string, steps: StepCounting): string =>
  ({ exact: step, full: `full ${step}`, begun: `${step} or part of it` })[steps];

const bonusMalus: Words<"bonus_malus"> = (mechanism, about) => {
  const { pays, malusBeyond, bonusBeyond, step, steps, malusRate, bonusRate } = mechanism;
  const each = `for each ${stepWords(valueOf(step, about), steps)}`;
  const malus = `${amountOf(pays, malusRate, about)} is credited to the client ${each} ${worse(about)} ${valueOf(malusBeyond, about)}`;
  const bonus = `${amountOf(pays, bonusRate, about)} is paid to us ${each} ${better(about)} ${valueOf(bonusBeyond, about)}`;
  return `of ${about.about}, ${malus}, ${bonus}, and nothing in between`;
};

const perEvent: Words<"per_event"> = ({ pays, amount, toleratedShare, toleratedCount }, about) => {
  const tolerated = toleratedShare === null ? toleratedCount : `${writtenShare(toleratedShare)} of all events`;
  const beyond = tolerated === null ? "" : ` beyond ${tolerated}${toleratedShare === null ? " of them" : ""}`;
  return `${amountOf(pays, amount, about)} ${goesTo(about)} for each event of ${about.about} that missed${beyond}`;
};

const ladder: Words<"points_ladder"> = ({ pays, overPeriods, rungs, perPoint }, about) => {
  const over = overPeriods === 1 ? "the period" : `the last ${overPeriods} periods`;
  const parts = rungs.map(({ points, pays: paid }) => `from ${points} on ${amountOf(pays, paid, about)}`);
  if (perPoint != null) parts.push(`and ${amountOf(pays, perPoint, about)} for each point beyond`);
  return `the points of ${over} decide what ${goesTo(about)}: ${parts.join(", ")}`;
};

const counter: Words<"default_counter"> = ({ below, failures, within, consequence, pays }, about) => {
  const what = consequence === "default" ? "a default" : "a ground for termination";
  const costs = pays === null ? "" : `, for which ${amountOf(pays.pays, pays.amount, about)} ${goesTo(about)} once`;
  const whose = about.about === "the contract" ? "of an objective" : `of ${about.about}`;
  return `${failures} results ${whose} worse than the ${LEVELS[below]} within ${within} periods are ${what}${costs}`;
};

const ratchet: Words<"ratchet"> = ({ periods, share, most }, { about }) => {
  const limit = most === null ? "" : `, at most ${writtenShare(most)} of what is left to 100 %`;
  return `after ${periods} periods in a row better than the target, the target of ${about} moves by ${writtenShare(share)} of the distance to their mean${limit}`;
};

const WORDS: { readonly [K in Mechanism["kind"]]: Words<K> } = {
  allocation: ({ allocation, criticality }, about) => {
    const critical = criticality === "1" ? "" : ` times ${writtenShare(criticality)}`;
    return `${writtenShare(allocation)}${critical} of the amount at risk ${goesTo(about)}`;
  },
  fixed: ({ pays, amount }, about) => `${amountOf(pays, amount, about)} ${goesTo(about)}`,
  bands,
  table,
  per_point: ({ pays, below, step, steps, rate }, about) =>
    `${amountOf(pays, rate, about)} ${goesTo(about)} for each ${stepWords(valueOf(step, about), steps)} that ${about.about} is worse than the ${LEVELS[below]}`,
  bonus_malus: bonusMalus,
  per_event: perEvent,
  escalating: ({ pays, amount, most }, about) =>
    `${amountOf(pays, amount, about)} ${goesTo(about)} for each failure in a row, this one included${most === null ? "" : `, ${most} at most`}`,
  points_ladder: ladder,
  default_counter: counter,
  erroneous_reporting: ({ pays, amount, graceDays }, about) =>
    `${amountOf(pays, amount, about)} ${goesTo(about)} for each wrong report${graceDays === 0 ? "" : ` that is not corrected within ${graceDays} days`}`,
  ratchet,
};

/** What a mechanism does, as the rest of a sentence. */
export const mechanismWords = (mechanism: Mechanism, about: About): string =>
  (WORDS[mechanism.kind] as Words<Mechanism["kind"]>)(mechanism as never, about).replaceAll(
    " points is ",
    " points are ",
  );
