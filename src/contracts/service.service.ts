import { clientByCode } from "../clients/client.lookups";
import type { Tx } from "../platform/database";
import { lockDefinitions } from "../platform/definitions/by-code";
import type { Defined } from "../platform/definitions/change";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import type { OnDefinitionChanged } from "../platform/definitions/on-definition-changed";
import { recordChange } from "../platform/definitions/record-change";
import { newId } from "../shared/ids";
import { parseInput } from "../shared/input";
import { Calendar } from "./calendar.entity";
import type { Contract } from "./contract.entity";
import { TimeZoneInUse, UnderAnotherContract } from "./contract.errors";
import { calendarByCode, contractByCode } from "./contract.lookups";
import type { ServicesWithFacts } from "./contract.service";
import { Service } from "./service.entity";
import { serviceSchema, type ServiceInput } from "./service.schema";

/** The service as its document says it. */
export const serviceRecord = ({ name, channels, timeZone }: Service, calendarCode: string | null) => ({
  name,
  channels,
  timeZone,
  calendar: calendarCode,
});

export class ServiceService {
  constructor(
    private readonly withFacts: ServicesWithFacts,
    private readonly onChanged: OnDefinitionChanged,
  ) {}

  async define(tx: Tx, context: DefinitionContext, raw: ServiceInput): Promise<Defined<Service>> {
    const input = parseInput(serviceSchema, raw);
    const { client: clientCode, contract: contractCode, calendar: calendarCode, ...terms } = input;
    const { clientId } = await clientByCode(tx, context, clientCode);
    await lockDefinitions(tx, clientId);
    const contract = await contractByCode(tx, clientId, contractCode);
    const calendar = calendarCode === null ? null : await calendarByCode(tx, clientId, calendarCode);
    const before = await tx.findOneBy(Service, { clientId, code: terms.code });
    if (before && before.contractId !== contract.id) throw new UnderAnotherContract("service", terms.code);
    const row = { clientId, id: before?.id ?? newId(), contractId: contract.id, calendarId: calendar?.id ?? null };
    const service = Object.assign(new Service(), { ...row, ...terms });
    if (before) await this.refuseMovingDays(tx, contract, { before, after: service });
    const change = await recordChange(tx, context, {
      clientId,
      kind: "Service",
      key: `${clientCode}/${contractCode}/${terms.code}`,
      before: before && serviceRecord(before, await codeOf(tx, before)),
      after: serviceRecord(service, calendarCode),
    });
    if (!before) await tx.insert(Service, service);
    if (before && change.outcome === "changed") {
      await tx.update(Service, { clientId, id: service.id }, { ...terms, calendarId: service.calendarId });
      await this.onChanged(tx, { clientId, contractId: contract.id, from: contract.startsOn }, context);
    }
    return { thing: service, change };
  }

  private async refuseMovingDays(tx: Tx, contract: Contract, { before, after }: { before: Service; after: Service }) {
    const [from, to] = [before.timeZone ?? contract.timeZone, after.timeZone ?? contract.timeZone];
    if (from === to) return;
    const inUse = await this.withFacts(tx, before.clientId, [before.id]);
    if (inUse.length > 0) throw new TimeZoneInUse(before.code, { from, to });
  }
}

async function codeOf(tx: Tx, { clientId, calendarId }: Service): Promise<string | null> {
  if (calendarId === null) return null;
  return (await tx.findOneByOrFail(Calendar, { clientId, id: calendarId })).code;
}
