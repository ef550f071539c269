import { rational } from "../shared/rational";
import { moneyText } from "./engine/money-text.rules";
import type { BasisChange, SettlementBasis } from "./settlement.entity";

/**
 * What is another in the basis of a settlement than when it was issued; nothing: earlier periods, of which `earlier` have
 * changed since, made it another.
 */
export function basisChanges(
  before: SettlementBasis,
  after: SettlementBasis,
  earlier: readonly string[],
): BasisChange[] {
  const changes = [
    ...changed("result", by(before.results, valueOf), by(after.results, valueOf)),
    ...changed("fee", new Map([["fee", before.fee]]), new Map([["fee", after.fee]])),
    ...changed("terms", new Map([["terms", termsOf(before)]]), new Map([["terms", termsOf(after)]])),
    ...changed("incident", by(before.incidents, chosenOf), by(after.incidents, chosenOf)),
    ...changed("report_error", errorsOf(before), errorsOf(after)),
  ];
  if (changes.length > 0) return changes;
  return earlier.map((subject) => ({ kind: "earlier_period", subject, before: null, after: null }));
}

type Said = ReadonlyMap<string, string | null>;

function changed(kind: BasisChange["kind"], before: Said, after: Said): BasisChange[] {
  const subjects = [...new Set([...before.keys(), ...after.keys()])].sort();
  return subjects
    .map((subject) => ({ kind, subject, before: before.get(subject) ?? null, after: after.get(subject) ?? null }))
    .filter((one) => one.before !== one.after || before.has(one.subject) !== after.has(one.subject));
}

const by = <T extends { readonly code: string }>(all: readonly T[], said: (one: T) => string | null): Said =>
  new Map(all.map((one) => [one.code, said(one)]));

const valueOf = ({ shown }: SettlementBasis["results"][number]): string => shown;
const chosenOf = ({ chosen }: SettlementBasis["incidents"][number]): string | null => chosen;
const termsOf = ({ terms }: SettlementBasis): string => terms.map(({ version }) => String(version)).join(", ");
const errorsOf = ({ reportErrors }: SettlementBasis): Said =>
  new Map(reportErrors.map(({ reference, said }) => [reference, said]));

interface Corrected {
  /** Of the period. */
  readonly label: string;
  /** The settlement that it is compared with. */
  readonly version: number;
  readonly currency: string;
}

/** Why there is a correction, in a sentence for people. */
export function reasonOf(changes: readonly BasisChange[], { label, version, currency }: Corrected): string {
  const said = changes.map((one) => sentence(one, currency));
  if (said.length === 0) return `Corrects the settlement of ${label}, version ${version}.`;
  return `Corrects the settlement of ${label}, version ${version}: ${said.join("; ")}.`;
}

function sentence({ kind, subject, before, after }: BasisChange, currency: string): string {
  const [was, is] = [before ?? "nothing", after ?? "nothing"];
  switch (kind) {
    case "result":
      return `${subject} was restated from ${was} to ${is}`;
    case "fee":
      return `the fee is ${moneyText(rational(after!), currency)} instead of ${moneyText(rational(before!), currency)}`;
    case "terms":
      return `version ${is} of the settlement terms applies instead of ${was}`;
    case "incident":
      return after === null ? `incident ${subject} was recorded` : `the client chose ${is} for incident ${subject}`;
    case "report_error":
      return `the period was restated on ${is}`;
    case "earlier_period":
      return `it depends on ${subject}, which was corrected since`;
  }
}
