import { IsNull } from "typeorm";
import { clientByCode } from "../../clients/client.lookups";
import { ContractAmendment } from "../../contracts/amendment.entity";
import { AmendmentVersion } from "../../contracts/amendment-version.entity";
import { AmendmentChangesNothing, AmendmentExists } from "../../contracts/amendment.errors";
import type { AmendmentInput } from "../../contracts/amendment.schema";
import type { AmendmentService } from "../../contracts/amendment.service";
import type { Contract } from "../../contracts/contract.entity";
import { contractByCode } from "../../contracts/contract.lookups";
import { Service } from "../../contracts/service.entity";
import { byCode, lockDefinitions } from "../../platform/definitions/by-code";
import type { DefinitionContext } from "../../platform/definitions/definition-context";
import type { Tx } from "../../platform/database";
import { DomainError } from "../../shared/errors";
import { atPath, Gathering, refusalsIn, refuse } from "../../shared/gathering";
import { settlementTermsRecord, type SettlementTermsService } from "../clauses/settlement-terms.service";
import { loadPromises } from "../clauses/promised-objectives.queries";
import { loadSettlementTerms } from "../clauses/settlement-terms.queries";
import type { SettlementTermsInput } from "../clauses/settlement-terms.schema";
import { objectiveRecord } from "../objective-record";
import { loadObjectiveReferences } from "../objective-references";
import { Objective } from "../objective.entity";
import type { ObjectiveInput } from "../objective.schema";
import { currentObjectiveVersions, type ObjectiveService } from "../objective.service";
import { amendedVersions } from "./amended-versions.rules";

type ObjectiveTerms = ObjectiveInput["versions"][number];
type MoneyTerms = SettlementTermsInput["versions"][number];

/** What an amendment makes of an objective: terms from its day on, or null: it ends on that day. */
export interface AmendedObjective {
  readonly code: string;
  /** Needed of an objective that the amendment brings in. */
  readonly service?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly clause?: string | null | undefined;
  readonly terms: ObjectiveTerms | null;
}

export interface AmendContract {
  readonly amendment: Omit<AmendmentInput, "withdrawn">;
  readonly objectives: readonly AmendedObjective[];
  /** What is said about money from that day on; null: as before. */
  readonly settlementTerms: MoneyTerms | null;
}

/** An amendment with all that it changes, in one act: all of it holds, or nothing of it was written. */
export class AmendContractService {
  constructor(
    private readonly amendments: AmendmentService,
    private readonly objectives: ObjectiveService,
    private readonly money: SettlementTermsService,
  ) {}

  /** Answers the amendment, and the objectives that it changed. Earlier versions stay as they were. */
  async amend(tx: Tx, context: DefinitionContext, act: AmendContract) {
    const { code } = act.amendment;
    const { clientId } = await clientByCode(tx, context, act.amendment.client);
    await lockDefinitions(tx, clientId);
    const contract = await contractByCode(tx, clientId, act.amendment.contract);
    await refuseKnown(tx, contract, code);
    if (act.objectives.length === 0 && act.settlementTerms === null) throw new AmendmentChangesNothing(code);
    const { thing: amendment } = await this.amendments.define(tx, context, act.amendment);
    const objectives: Objective[] = [];
    const gathering = new Gathering();
    for (const [index, one] of act.objectives.entries()) {
      const under = ["objectives", String(index)];
      const amended = () => atTerms(() => this.amendObjective(tx, context, { act, contract, one }), ["terms"]);
      objectives.push(...((await gathering.attempt(amended, under)) ?? []));
    }
    gathering.throwIfAny();
    if (act.settlementTerms) await this.amendMoney(tx, context, { act, contract, terms: act.settlementTerms });
    return { amendment, objectives };
  }

  private async amendObjective(
    tx: Tx,
    context: DefinitionContext,
    { act, contract, one }: { act: AmendContract; contract: Contract; one: AmendedObjective },
  ): Promise<[Objective]> {
    const known = await objectiveOf(tx, contract, one);
    const { codeOf } = await loadObjectiveReferences(tx, contract);
    const record = known && objectiveRecord(known, await currentObjectiveVersions(tx, known), codeOf);
    const versions = amendedVersions(record?.versions ?? [], amending(act, one.terms));
    const { client, contract: code } = act.amendment;
    const named = { name: one.name ?? record?.name, clause: one.clause ?? record?.clause };
    const input = { client, contract: code, code: one.code, service: await serviceOf(tx, known, one), ...named };
    const { thing } = await this.objectives.define(tx, context, { ...input, versions } as ObjectiveInput);
    return [thing];
  }

  private async amendMoney(
    tx: Tx,
    context: DefinitionContext,
    { act, contract, terms }: { act: AmendContract; contract: Contract; terms: MoneyTerms },
  ): Promise<void> {
    const place = { clientId: contract.clientId, contractId: contract.id };
    const objectives = await loadPromises(tx, place);
    const references = await loadObjectiveReferences(tx, contract);
    const setting = { currency: contract.currency, objectives, references };
    const record = settlementTermsRecord(await loadSettlementTerms(tx, place), setting);
    const versions = amendedVersions(record.versions, amending(act, terms));
    const { client, contract: code } = act.amendment;
    const input = { client, contract: code, versions } as SettlementTermsInput;
    await atTerms(() => this.money.define(tx, context, input), ["settlementTerms"]);
  }
}

const amending = <T extends object>({ amendment }: AmendContract, terms: T | null) => {
  const from = amendment.effectiveFrom;
  return { from, terms: terms && { ...terms, validFrom: from, amendment: amendment.code } };
};

/** Refusals of versions, as refusals of the terms that the act has. */
async function atTerms<T>(work: () => Promise<T>, terms: readonly string[]): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const inTerms = ({ path }: DomainError) => (path[0] === "versions" ? [...terms, ...path.slice(2)] : path);
    refuse(refusalsIn(error).map((one) => atPath(one, inTerms(one))));
    throw error;
  }
}

async function refuseKnown(tx: Tx, { clientId, id, code: contract }: Contract, code: string): Promise<void> {
  const known = await tx.findOneBy(ContractAmendment, { clientId, contractId: id, code });
  const where = { clientId, amendmentId: known?.id ?? "", supersededAt: IsNull() };
  if (known && (await tx.existsBy(AmendmentVersion, where))) throw new AmendmentExists(contract, code);
}

/** The objective that is amended; null: the amendment brings it in, and says its name. */
async function objectiveOf(
  tx: Tx,
  { clientId, id: contractId }: Contract,
  { code, name }: AmendedObjective,
): Promise<Objective | null> {
  if (name != null) return tx.findOneBy(Objective, { clientId, contractId, code });
  return byCode(tx, Objective, { clientId, contractId, code }, { kind: "objective", path: ["code"] });
}

async function serviceOf(tx: Tx, known: Objective | null, { service }: AmendedObjective): Promise<string | null> {
  if (!known?.serviceId) return service ?? null;
  const { clientId, serviceId: id } = known;
  return service ?? (await tx.findOneByOrFail(Service, { clientId, id })).code;
}
