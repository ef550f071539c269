import { nearest } from "../../shared/nearest";
import { InvalidIncident } from "../settlement.errors";
import type { Incident } from "./incident.entity";

type Known = ReadonlyMap<string, string>;

/** Ids of the objectives that a new incident breached; refuses codes that are taken, unknown, twice or too few. */
export function requireNewIncident(
  { code, objectives }: { readonly code: string; readonly objectives: readonly string[] },
  { isTaken, known }: { readonly isTaken: boolean; readonly known: Known },
): string[] {
  if (isTaken) throw invalid(["code"], `The contract has an incident ${code} already.`, "Give it another code.");
  const ids = objectives.map((one, at) => idOf(one, known, ["objectives", String(at)]));
  if (new Set(ids).size === ids.length && ids.length >= 2) return ids;
  throw invalid(
    ["objectives"],
    "An incident groups the credits of at least two different objectives.",
    "Name each objective that it breached, once.",
  );
}

/** The id of the objective that was chosen among those of an incident. */
export function requireChoice({ code, objectiveIds }: Incident, objective: string, known: Known): string {
  const id = idOf(objective, known, ["objective"]);
  if (objectiveIds.includes(id)) return id;
  const theirs = [...known].filter(([, one]) => objectiveIds.includes(one)).map(([one]) => one);
  throw invalid(["objective"], `Incident ${code} did not breach ${objective}.`, `Choose one of: ${theirs.join(", ")}.`);
}

function idOf(code: string, known: Known, path: readonly string[]): string {
  const id = known.get(code);
  if (id !== undefined) return id;
  const meant = nearest(code, [...known.keys()]);
  const remedy = meant ? `Did you mean ${meant}?` : "Name objectives of the contract by their codes.";
  throw invalid(path, `The contract has no objective ${code}.`, remedy);
}

const invalid = (path: readonly string[], message: string, remedy: string): InvalidIncident =>
  new InvalidIncident(message, { path, remedy });
