import { compare, plus, sumOf, ZERO, type Rational } from "../../shared/rational";
import { told, type ClauseCase, type Setting } from "./clause-case.rules";
import { dueText } from "./money-text.rules";
import { nameOf } from "./names.rules";
import type { IncidentInPeriod, PeriodInput } from "./period-input";

/**
 * One incident that breaches several objectives yields the credits of one of them (C7): of the one the client chose, else
 * of the one that brings most. It is decided once amounts are known, incident by incident in the order of their codes.
 * Failures stay failures; bonuses are not touched.
 */
export function withIncidents(cases: readonly ClauseCase[], { terms, input }: Setting): ClauseCase[] {
  if (!terms.singleIncident) return [...cases];
  const ordered = [...input.incidents].sort((a, b) => (a.code < b.code ? -1 : 1));
  return ordered.reduce<ClauseCase[]>((so, incident) => withIncident(so, incident, input), [...cases]);
}

function withIncident(cases: ClauseCase[], incident: IncidentInPeriod, input: PeriodInput): ClauseCase[] {
  const brought = incident.objectives
    .map((code) => ({ code, name: nameOf(code, { input, past: [] }), ...broughtBy(cases, code) }))
    .filter(({ amount, points }) => compare(plus(amount, points), ZERO) > 0);
  const stands = brought.find(({ code }) => code === incident.chosen) ?? brought.sort(byMost)[0];
  if (brought.length < 2 || !stands) return cases;
  const step = {
    rule: `Incident ${incident.code} affected several objectives, and only one of their credits is due: ${
      stands.code === incident.chosen ? "the one the client chose" : "the largest, until the client chooses"
    }.`,
    inputs: brought.map(({ name, points, amount }) => ({ name, value: dueText(points, amount, input.currency) })),
  };
  const isDropped = (one: ClauseCase): boolean =>
    isOfIncident(one, incident.objectives) && one.objective?.code !== stands.code;
  return cases.map((one) => {
    if (isDropped(one)) {
      const output = `not due, since the credit for ${stands.name} stands`;
      return told(one, "single_incident", () => ({ ...step, output }), { amount: ZERO, points: ZERO });
    }
    const stays = one.objective?.code === stands.code && isOfIncident(one, incident.objectives);
    return stays
      ? told(one, "single_incident", () => ({ ...step, output: `the credit for ${stands.name} stands` }))
      : one;
  });
}

/** Credits only: what is in the client's favour. */
const isOfIncident = ({ objective, amount, points }: ClauseCase, codes: readonly string[]): boolean =>
  objective !== null && codes.includes(objective.code) && (amount.top > 0n || points.top > 0n);

function broughtBy(cases: readonly ClauseCase[], code: string): { amount: Rational; points: Rational } {
  const own = cases.filter((one) => isOfIncident(one, [code]));
  return { amount: sumOf(own.map((one) => one.amount)), points: sumOf(own.map((one) => one.points)) };
}

interface Brought {
  readonly code: string;
  readonly amount: Rational;
  readonly points: Rational;
}

const byMost = (a: Brought, b: Brought): number =>
  compare(b.amount, a.amount) || compare(b.points, a.points) || (a.code < b.code ? -1 : 1);
