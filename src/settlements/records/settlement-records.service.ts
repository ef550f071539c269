import type { Contract } from "../../contracts/contract.entity";
import { rows, type Tx } from "../../platform/database";
import { newId } from "../../shared/ids";
import type { Period } from "../../shared/period";
import { actorOf, record, type Acting } from "../act";
import { lockSettlements } from "../settlement-book.queries";
import type { SettlementService } from "../settlement.service";
import { Charge } from "./charge.entity";
import { Incident } from "./incident.entity";
import { requireChoice, requireNewIncident } from "./incident.rules";
import { incidentObjectives } from "./settlement-records.queries";

export interface NewCharge {
  readonly period: Period;
  /** Minor units. */
  readonly amount: string;
  readonly reference: string | null;
  readonly note: string | null;
}

export interface NewIncident {
  readonly code: string;
  readonly title: string;
  readonly period: Period;
  /** Codes of objectives. */
  readonly objectives: readonly string[];
  readonly evidence: string | null;
}

/** More periods than a contract has. */
const ALL = 10_000;

/** What people record beside measured figures; proposals follow at once, what was issued gets a correction. */
export class SettlementRecordsService {
  constructor(private readonly settlements: SettlementService) {}

  /** What was really charged for a period; takes the place of an amount recorded before. */
  async charge(tx: Tx, contract: Contract, { period, ...said }: NewCharge, acting: Acting): Promise<Charge> {
    const { clientId, id: contractId } = contract;
    const { viewer, now } = acting;
    await lockSettlements(tx, contractId);
    const [former] = await rows<{ amount: string }>(tx, SUPERSEDE, [
      clientId,
      contractId,
      period.kind,
      period.from,
      now,
    ]);
    const charge: Charge = {
      ...{ clientId, id: newId(), contractId, ...placeOf(period), ...said },
      ...{ recordedBy: actorOf(viewer), recordedByName: viewer.name, recordedAt: now, supersededAt: null },
    };
    await tx.insert(Charge, charge);
    const subject = `Charge ${contract.code}/${period.kind}/${period.from}`;
    const what = { clientId, act: "charge.recorded", subject, before: former ?? null, after: said };
    await record(tx, acting, what);
    await this.follow(tx, contract, acting);
    return charge;
  }

  async incident(tx: Tx, contract: Contract, wanted: NewIncident, acting: Acting): Promise<Incident> {
    const { clientId, id: contractId } = contract;
    const { viewer, now } = acting;
    await lockSettlements(tx, contractId);
    const { code, title, period, evidence } = wanted;
    const isTaken = await tx.existsBy(Incident, { clientId, contractId, code });
    const known = await incidentObjectives(tx, { clientId, contractId });
    const objectiveIds = requireNewIncident(wanted, { isTaken, known });
    const incident: Incident = {
      ...{ clientId, id: newId(), contractId, code, title, ...placeOf(period), objectiveIds, evidence },
      ...{ recordedBy: actorOf(viewer), recordedByName: viewer.name, recordedAt: now },
      ...{ chosenObjectiveId: null, chosenByName: null, chosenAt: null },
    };
    await tx.insert(Incident, incident as never);
    const after = { title, period, objectives: wanted.objectives };
    await record(tx, acting, { clientId, act: "incident.recorded", subject: subjectOf(contract, code), after });
    await this.follow(tx, contract, acting);
    return incident;
  }

  /** The client says which of the breached objectives' credits it takes. */
  async choose(
    tx: Tx,
    contract: Contract,
    { incident, objective }: { readonly incident: Incident; readonly objective: string },
    acting: Acting,
  ): Promise<Incident> {
    const { clientId, id: contractId } = contract;
    await lockSettlements(tx, contractId);
    const known = await incidentObjectives(tx, { clientId, contractId });
    const chosenObjectiveId = requireChoice(incident, objective, known);
    const choice = { chosenObjectiveId, chosenByName: acting.viewer.name, chosenAt: acting.now };
    await tx.update(Incident, { clientId, id: incident.id }, choice);
    const before = { chosenObjectiveId: incident.chosenObjectiveId };
    const what = { clientId, act: "incident.credit-chosen", subject: subjectOf(contract, incident.code), before };
    await record(tx, acting, { ...what, after: { chosenObjectiveId } });
    await this.follow(tx, contract, acting);
    return { ...incident, ...choice };
  }

  private async follow(tx: Tx, { clientId, id: contractId }: Contract, { now }: Acting): Promise<void> {
    await this.settlements.settleDue(tx, { clientId, contractId, now, limit: ALL });
  }
}

const SUPERSEDE = `
  update charge set superseded_at = $5
   where client_id = $1 and contract_id = $2 and period_kind = $3 and period_from = $4 and superseded_at is null
  returning amount`;

const placeOf = ({ kind, from, until }: Period) => ({ periodKind: kind, periodFrom: from, periodUntil: until });

const subjectOf = (contract: Contract, code: string): string => `Incident ${contract.code}/${code}`;
