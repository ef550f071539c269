import { IsNull, type EntityTarget, type FindOptionsWhere, type ObjectLiteral } from "typeorm";
import type { Contract } from "../contracts/contract.entity";
import { versionsWithin } from "../contracts/term.rules";
import { rows, type Tx } from "../platform/database";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import type { OnDefinitionChanged } from "../platform/definitions/on-definition-changed";
import { day, laterOf, type Day } from "../shared/day";
import { refuse } from "../shared/gathering";
import { newId, NIL_ID } from "../shared/ids";
import { MissingField } from "../shared/input";
import type { AssignmentPlace } from "./assignment-place";

/** Something that holds for a role at a place. */
interface Placed {
  readonly clientId: string;
  readonly contractId: string | null;
  readonly serviceId: string | null;
  readonly id: string;
  readonly validFrom: Day;
  readonly supersededAt: Date | null;
}

/** What is believed now of the thing at a place, and its id: a new one where nothing was ever defined there. */
export async function definedAt<Row extends Placed & ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<Row>,
  place: Partial<Row> & Pick<Placed, "clientId" | "contractId" | "serviceId">,
): Promise<{ id: string; current: Row[] }> {
  const where = { ...place, contractId: place.contractId ?? IsNull(), serviceId: place.serviceId ?? IsNull() };
  const all = await tx.find(entity, { where: where as unknown as FindOptionsWhere<Row> });
  const sorted = all.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return { id: sorted[0]?.id ?? newId(), current: sorted.filter((one) => one.supersededAt === null) };
}

const BEFORE_EVERY_CONTRACT = { code: "", startsOn: day("1900-01-01"), endsOn: null };

interface WrittenDays {
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
}

/** Versions in order, within the contract's term where there is a contract. */
export function datedUnder(contract: Contract | null, written: readonly WrittenDays[]) {
  const undated = contract ? [] : written.flatMap(({ validFrom }, index) => (validFrom ? [] : [String(index)]));
  refuse(undated.map((index) => new MissingField(["versions", index, "validFrom"])));
  return versionsWithin(contract ?? BEFORE_EVERY_CONTRACT, written);
}

/** Tells every contract that a place reaches that its figures from a day on rest on changed definitions. */
export async function tellContracts(
  tx: Tx,
  context: DefinitionContext,
  { clientId, contract, from }: Pick<AssignmentPlace, "clientId" | "contract"> & { readonly from: Day },
  onChanged: OnDefinitionChanged,
): Promise<void> {
  const reached = clientId === NIL_ID ? context.clientIds : [clientId];
  const affected = await rows<{ clientId: string; contractId: string; startsOn: Day }>(tx, REACHED, [
    reached,
    contract?.id ?? null,
  ]);
  for (const { startsOn, ...one } of affected) await onChanged(tx, { ...one, from: laterOf(from, startsOn) }, context);
}

const REACHED = `
  select client_id as "clientId", id as "contractId", starts_on as "startsOn"
    from contract where client_id = any($1) and ($2::uuid is null or id = $2)`;
