import { IsNull } from "typeorm";
import { clientByCode } from "../clients/client.lookups";
import type { Tx } from "../platform/database";
import { lockDefinitions } from "../platform/definitions/by-code";
import type { Defined } from "../platform/definitions/change";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import { recordChange } from "../platform/definitions/record-change";
import { newId } from "../shared/ids";
import { parseInput } from "../shared/input";
import { Calendar } from "./calendar.entity";
import { Contract } from "./contract.entity";
import { TimeZoneInUse } from "./contract.errors";
import { calendarByCode } from "./contract.lookups";
import { contractSchema, type ContractInput } from "./contract.schema";
import { Service } from "./service.entity";

/** Which of a client's services have facts; answered by a folder further down. */
export type ServicesWithFacts = (tx: Tx, clientId: string, serviceIds: readonly string[]) => Promise<readonly string[]>;

/** The contract as its document says it. */
export const contractRecord = (contract: Contract, calendarCode: string) => ({
  name: contract.name,
  currency: contract.currency,
  timeZone: contract.timeZone,
  calendar: calendarCode,
  term: { from: contract.startsOn, ...(contract.endsOn ? { until: contract.endsOn } : {}) },
  graceDays: contract.graceDays,
  ...(contract.restatementNeedsConsent ? { restatementNeedsConsent: true } : {}),
  ...(contract.exclusionsApprovedBy === "both" ? {} : { exclusionsApprovedBy: contract.exclusionsApprovedBy }),
});

export class ContractService {
  constructor(private readonly withFacts: ServicesWithFacts) {}

  async define(tx: Tx, context: DefinitionContext, raw: ContractInput): Promise<Defined<Contract>> {
    const { client: clientCode, calendar: calendarCode, term, ...input } = parseInput(contractSchema, raw);
    const { clientId } = await clientByCode(tx, context, clientCode);
    await lockDefinitions(tx, clientId);
    const calendar = await calendarByCode(tx, clientId, calendarCode);
    const before = await tx.findOneBy(Contract, { clientId, code: input.code });
    const terms = { ...input, calendarId: calendar.id, startsOn: term.from, endsOn: term.until };
    const contract = Object.assign(new Contract(), { clientId, id: before?.id ?? newId(), ...terms });
    if (before) await this.refuseMovingDays(tx, before, contract);
    const change = await recordChange(tx, context, {
      clientId,
      kind: "Contract",
      key: `${clientCode}/${input.code}`,
      before: before && contractRecord(before, await codeOf(tx, before)),
      after: contractRecord(contract, calendarCode),
    });
    if (!before) await tx.insert(Contract, contract);
    else if (change.outcome === "changed") await tx.update(Contract, { clientId, id: contract.id }, terms);
    return { thing: contract, change };
  }

  /** Services without a zone of their own count by the contract's days. */
  private async refuseMovingDays(tx: Tx, before: Contract, { timeZone }: Contract): Promise<void> {
    if (before.timeZone === timeZone) return;
    const where = { clientId: before.clientId, contractId: before.id, timeZone: IsNull() };
    const services = await tx.find(Service, { where, order: { code: "ASC" } });
    const inUse = await this.withFacts(
      tx,
      before.clientId,
      services.map((one) => one.id),
    );
    const moved = services.find((one) => inUse.includes(one.id));
    if (moved) throw new TimeZoneInUse(moved.code, { from: before.timeZone, to: timeZone });
  }
}

async function codeOf(tx: Tx, { clientId, calendarId }: Contract): Promise<string> {
  return (await tx.findOneByOrFail(Calendar, { clientId, id: calendarId })).code;
}
