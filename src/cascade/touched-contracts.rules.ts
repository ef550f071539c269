import type { Change } from "../platform/definitions/change";

/** A contract by the codes that keys of changes begin with. */
export interface NamedContract {
  readonly clientCode: string;
  readonly code: string;
}

/** Kinds of document that say nothing about who answers for what. */
const BESIDE: readonly string[] = ["Client", "Calendar", "Person", "Measure", "Forum", "ImportProfile", "Feed"];

/**
 * The contracts whose cascade changes may touch. What names a contract touches that one, what names a client all of the
 * client's, and what belongs to the house all there are.
 * | change                                       | touches                  |
 * | Objective northwind/care/SL-1                | northwind/care           |
 * | KpiAssignment agent CSAT at northwind        | contracts of northwind   |
 * | Role agent                                   | every contract           |
 * | Feed northwind/contact/pbx                   | none                     |
 */
export function touchedContracts<C extends NamedContract>(
  changes: readonly Pick<Change, "kind" | "key" | "outcome">[],
  contracts: readonly C[],
): C[] {
  const telling = changes.filter(({ kind, outcome }) => outcome !== "unchanged" && !BESIDE.includes(kind));
  const touched = new Set(telling.flatMap((change) => reachOf(change, contracts)));
  return contracts.filter((one) => touched.has(one));
}

function reachOf<C extends NamedContract>({ kind, key }: Pick<Change, "kind" | "key">, contracts: readonly C[]): C[] {
  if (kind === "Role") return [...contracts];
  const paths = key.split(" ").map((word) => word.split("/"));
  const ofContract = contracts.filter((one) =>
    paths.some(([client, contract]) => client === one.clientCode && contract === one.code),
  );
  if (ofContract.length > 0) return ofContract;
  const ofClient = contracts.filter((one) => paths.some(([client]) => client === one.clientCode));
  return ofClient.length > 0 ? ofClient : [...contracts];
}
