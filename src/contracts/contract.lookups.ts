import type { Tx } from "../platform/database";
import { byCode } from "../platform/definitions/by-code";
import { Calendar } from "./calendar.entity";
import { Contract } from "./contract.entity";
import { Service } from "./service.entity";

export const contractByCode = (tx: Tx, clientId: string, code: string): Promise<Contract> =>
  byCode(tx, Contract, { clientId, code }, { kind: "contract" });

export const calendarByCode = (tx: Tx, clientId: string, code: string): Promise<Calendar> =>
  byCode(tx, Calendar, { clientId, code }, { kind: "calendar" });

/** A service of that contract; null for null. */
export const serviceByCode = async (
  tx: Tx,
  { clientId, id }: Pick<Contract, "clientId" | "id">,
  code: string | null,
): Promise<Service | null> =>
  code === null ? null : byCode(tx, Service, { clientId, contractId: id, code }, { kind: "service" });
