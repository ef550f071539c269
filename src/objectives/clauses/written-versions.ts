import { Gathering } from "../../shared/gathering";
import { inputPathOf, writtenClausesOf } from "./clause-choice";
import type { SettlementTermsVersionInput } from "./define-settlement-terms.type";
import type { SettlementTermsInput } from "./settlement-terms.schema";

type WrittenVersion = SettlementTermsInput["versions"][number];

/** Versions as a document would say them; paths of what is refused begin with `versions`. */
export function writtenVersions(versions: readonly SettlementTermsVersionInput[]): WrittenVersion[] {
  const gathering = new Gathering();
  const written = versions.map(({ clauses, ...terms }, index) => {
    const chosen = gathering.attemptNow(() => writtenClausesOf(clauses), ["versions", String(index)]);
    return { ...terms, clauses: chosen! } as WrittenVersion;
  });
  gathering.throwIfAny();
  return written;
}

/** `versions 0 clauses 2 mechanism bands 0 from`, with the field of the mechanism that the input has. */
export function pathInVersions(
  path: readonly string[],
  versions: readonly SettlementTermsVersionInput[],
): readonly string[] {
  const [list, version, clauses, clause, ...rest] = path;
  if (list !== "versions" || clauses !== "clauses" || clause === undefined) return path;
  const input = versions[Number(version)]?.clauses[Number(clause)];
  return [list, version!, clauses, clause, ...inputPathOf(rest, input)];
}
