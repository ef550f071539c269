import type { Tx } from "../platform/database";
import { newId } from "../shared/ids";
import { Service } from "./service.entity";

type ServiceParts = Partial<Service> & Pick<Service, "clientId" | "contractId">;

/** A telephone desk in its contract's time zone. */
export function aService(parts: ServiceParts): Service {
  const id = parts.id ?? newId();
  const code = `service-${id.slice(-8)}`;
  const defaults = { id, code, name: "Telephone desk", channels: ["phone"], timeZone: null, calendarId: null };
  return Object.assign(new Service(), { ...defaults, ...parts });
}

export async function saveService(tx: Tx, parts: ServiceParts): Promise<Service> {
  const service = aService(parts);
  await tx.insert(Service, service);
  return service;
}
