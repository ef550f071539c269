import { DomainError, Refusals } from "../../shared/errors";
import { atPath, Gathering, refusalsIn } from "../../shared/gathering";
import type { Guard, MechanismKind } from "./clause";
import type { ClauseInput, GuardInput } from "./clause-input.type";
import { InvalidClause } from "./clause.errors";
import type { RawClause, RawKind } from "./clause.schema";
import type { MechanismInput } from "./mechanism-input.type";

const MECHANISMS = {
  allocation: "allocation",
  fixed: "fixed",
  bands: "bands",
  perPoint: "per_point",
  table: "table",
  bonusMalus: "bonus_malus",
  perEvent: "per_event",
  escalating: "escalating",
  pointsLadder: "points_ladder",
  defaultCounter: "default_counter",
  erroneousReporting: "erroneous_reporting",
  ratchet: "ratchet",
} as const satisfies Record<keyof MechanismInput, MechanismKind>;

const GUARDS = {
  binomial: "binomial",
  criticalZ: "critical_z",
  smallSample: "small_sample",
  minimumSample: "minimum_sample",
  allReach: "all_reach",
} as const satisfies Record<keyof GuardInput, Guard["kind"]>;

type Kinds = Readonly<Record<string, string>>;

const chosenOf = (input: object, kinds: Kinds): string[] =>
  Object.keys(kinds).filter((field) => (input as Record<string, unknown>)[field] != null);

/** The one field that is set, as a document would say it. */
function chosen(input: object, kinds: Kinds, what: string): RawKind {
  const [field, ...others] = chosenOf(input, kinds);
  if (field && others.length === 0) return { ...(input as Record<string, object>)[field], kind: kinds[field] };
  const found = field ? `${[field, ...others].join(" and ")} at once` : "none";
  throw new InvalidClause(`The ${what} has to be exactly one, and is ${found}.`, {
    path: [what === "mechanism" ? what : ""].filter(Boolean),
    remedy: `Set exactly one of ${Object.keys(kinds).join(", ")}.`,
  });
}

/** A clause as a document would say it. */
export function writtenClauseOf(input: ClauseInput): RawClause {
  const gathering = new Gathering();
  const mechanism = gathering.attemptNow(() => chosen(input.mechanism, MECHANISMS, "mechanism"));
  const guards = (input.guards ?? []).map((guard, index) =>
    gathering.attemptNow(() => chosen(guard, GUARDS, "guard"), ["guards", String(index)]),
  );
  gathering.throwIfAny();
  return { ...input, mechanism: mechanism!, guards: guards.map((guard) => guard!) } as RawClause;
}

/** Several of them; paths lead to the clause in the list. */
export function writtenClausesOf(inputs: readonly ClauseInput[]): RawClause[] {
  const gathering = new Gathering();
  const written = inputs.map((input, index) =>
    gathering.attemptNow(() => writtenClauseOf(input), ["clauses", String(index)]),
  );
  gathering.throwIfAny();
  return written.map((clause) => clause!);
}

/**
 * A path inside a clause as it leads through the input: `mechanism bands 0 from` is `mechanism bands bands 0 from` there.
 */
export function inputPathOf(path: readonly string[], input: ClauseInput | undefined): readonly string[] {
  const [first, second, ...rest] = path;
  if (first === "mechanism" && input?.mechanism && second !== undefined) {
    const [field] = chosenOf(input.mechanism, MECHANISMS);
    return field ? [first, field, ...(second === "kind" ? [] : [second, ...rest])] : path;
  }
  const guard = first === "guards" && second !== undefined ? input?.guards?.[Number(second)] : undefined;
  if (!guard || rest.length === 0) return path;
  const [field] = chosenOf(guard, GUARDS);
  return field ? [first!, second!, field, ...(rest[0] === "kind" ? [] : rest)] : path;
}

/** Runs the work; what it refuses inside a clause gets the path that leads there in the input. */
export async function withClausePaths<T>(
  pathOf: (path: readonly string[]) => readonly string[],
  work: () => Promise<T>,
) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const all = refusalsIn(error).map((one) => atPath(one, pathOf(one.path)));
    throw all.length === 1 ? all[0]! : new Refusals(all);
  }
}
