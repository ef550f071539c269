import { clientByCode } from "../clients/client.lookups";
import type { Contract } from "../contracts/contract.entity";
import { contractByCode, serviceByCode } from "../contracts/contract.lookups";
import type { Service } from "../contracts/service.entity";
import type { Tx } from "../platform/database";
import { lockDefinitions } from "../platform/definitions/by-code";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import { HouseOnly } from "../platform/definitions/house.errors";
import { DomainError } from "../shared/errors";
import { NIL_ID } from "../shared/ids";

/** Where an assignment holds: everywhere (client nil), with a client, under a contract, on a service. */
export interface AssignmentPlace {
  readonly clientId: string;
  readonly contract: Contract | null;
  readonly service: Service | null;
}

interface Codes {
  readonly client: string | null;
  readonly contract: string | null;
  readonly service: string | null;
}

export class NarrowedWithout extends DomainError {
  readonly code = "NARROWED_WITHOUT";
  constructor(kind: string, part: string, whole: string) {
    super(`A ${kind} names a ${part} without its ${whole}.`, {
      path: [part],
      remedy: `Name the ${whole} as well, or leave the ${part} out.`,
    });
  }
}

/** The place that codes name, locked for writing definitions. */
export async function readPlace(
  tx: Tx,
  context: DefinitionContext,
  codes: Codes,
  kind: "KPI assignment" | "KPI set",
): Promise<AssignmentPlace> {
  if (codes.contract !== null && codes.client === null) throw new NarrowedWithout(kind, "contract", "client");
  if (codes.service !== null && codes.contract === null) throw new NarrowedWithout(kind, "service", "contract");
  if (codes.client === null && !context.internal) throw new HouseOnly(`${kind} for every client`);
  const clientId = codes.client === null ? NIL_ID : (await clientByCode(tx, context, codes.client)).clientId;
  await lockDefinitions(tx, clientId);
  const contract = codes.contract === null ? null : await contractByCode(tx, clientId, codes.contract);
  const service = contract && (await serviceByCode(tx, contract, codes.service));
  return { clientId, contract, service };
}
