import type { Tx } from "../platform/database";
import { day } from "../shared/day";
import { newId } from "../shared/ids";
import { Contract } from "./contract.entity";

type ContractParts = Partial<Contract> & Pick<Contract, "clientId" | "calendarId">;

/** A contract in euro and Roman time, in force since 2020. */
export const aContract = (parts: ContractParts): Contract =>
  Object.assign(new Contract(), {
    id: newId(),
    code: "care",
    name: "Customer care",
    currency: "EUR",
    timeZone: "Europe/Rome",
    startsOn: day("2020-01-01"),
    endsOn: null,
    graceDays: 5,
    restatementNeedsConsent: false,
    exclusionsApprovedBy: "both",
    ...parts,
  });

export async function saveContract(tx: Tx, parts: ContractParts): Promise<Contract> {
  const contract = aContract(parts);
  await tx.insert(Contract, contract);
  return contract;
}
