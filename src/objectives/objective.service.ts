import { IsNull } from "typeorm";
import { clientByCode } from "../clients/client.lookups";
import type { Contract } from "../contracts/contract.entity";
import { contractByCode, serviceByCode } from "../contracts/contract.lookups";
import { Service } from "../contracts/service.entity";
import { versionsWithin } from "../contracts/term.rules";
import type { Tx } from "../platform/database";
import { lockDefinitions } from "../platform/definitions/by-code";
import type { Defined } from "../platform/definitions/change";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import type { OnDefinitionChanged } from "../platform/definitions/on-definition-changed";
import { recordChange } from "../platform/definitions/record-change";
import { writeVersions } from "../platform/definitions/write-versions";
import { Gathering, refuse } from "../shared/gathering";
import { newId } from "../shared/ids";
import { parseInput } from "../shared/input";
import { refusalsOfParts } from "./composite-parts.rules";
import { datedByAmendment } from "./amended-days.rules";
import { objectiveRecord, objectiveTermsRecord, type ObjectiveTerms } from "./objective-record";
import { loadObjectiveReferences, ObjectiveReferences } from "./objective-references";
import type { ObjectiveKind } from "./objective-terms";
import { ObjectiveVersion } from "./objective-version.entity";
import { Objective } from "./objective.entity";
import { ObjectiveKindChanged, ObjectiveMoved } from "./objective.errors";
import { objectiveSchema, type ObjectiveInput } from "./objective.schema";
import { readObjectiveTerms } from "./read-objective-terms";

/** Everything that was read of a document: nothing is wrong with it by itself. */
interface Wanted {
  readonly contract: Contract;
  readonly service: Service | null;
  readonly kind: ObjectiveKind | null;
  readonly terms: readonly (ObjectiveTerms & { readonly index: number })[];
  readonly references: ObjectiveReferences;
}

type Input = ReturnType<typeof objectiveSchema.parse>;

export class ObjectiveService {
  constructor(private readonly onChanged: OnDefinitionChanged) {}

  async define(tx: Tx, context: DefinitionContext, raw: ObjectiveInput): Promise<Defined<Objective>> {
    const input = parseInput(objectiveSchema, raw);
    const { clientId } = await clientByCode(tx, context, input.client);
    await lockDefinitions(tx, clientId);
    const { contract, service, kind, terms, references } = await readInput(tx, clientId, input);
    const { code, name, clause } = input;
    const before = await tx.findOneBy(Objective, { clientId, contractId: contract.id, code });
    if (before) await refuseMoving(tx, before, { service, kind });
    const current = before ? await currentObjectiveVersions(tx, before) : [];
    const row = { clientId, id: before?.id ?? newId(), contractId: contract.id, serviceId: service?.id ?? null };
    const objective = Object.assign(new Objective(), { ...row, kind: kind ?? before?.kind ?? "measured" });
    Object.assign(objective, { code, name, clause });
    await refuseParts(tx, objective, { terms, references });
    if (!before) await tx.insert(Objective, objective);
    else await tx.update(Objective, { clientId, id: objective.id }, { name, clause });
    const key = { clientId, objectiveId: objective.id };
    const wanted = terms.map(({ index: _, ...one }) => one);
    const { codeOf } = references;
    const versioned = { key, current, wanted, termsOf: (one: ObjectiveTerms) => objectiveTermsRecord(one, codeOf) };
    const from = await writeVersions<ObjectiveVersion, ObjectiveTerms>(tx, ObjectiveVersion, versioned, context.now);
    if (from) await this.onChanged(tx, { clientId, contractId: contract.id, from }, context);
    const change = await recordChange(tx, context, {
      clientId,
      kind: "Objective",
      key: `${input.client}/${input.contract}/${code}`,
      before: before && objectiveRecord(before, current, codeOf),
      after: objectiveRecord(objective, wanted, codeOf),
    });
    return { thing: objective, change };
  }
}

async function readInput(tx: Tx, clientId: string, input: Input): Promise<Wanted> {
  const gathering = new Gathering();
  const contract = await gathering.attempt(() => contractByCode(tx, clientId, input.contract));
  const service = contract && (await gathering.attempt(() => serviceByCode(tx, contract, input.service)));
  const references = contract ? await loadObjectiveReferences(tx, contract) : null;
  const subject = input.service ? "service" : "contract";
  const place = { clientId, code: input.code, subject, currency: contract?.currency ?? null, references } as const;
  const read = gathering.attemptNow(() => readObjectiveTerms(input.versions, place));
  const dated =
    contract && gathering.attemptNow(() => versionsWithin(contract, datedByAmendment(input.versions, references!)));
  gathering.throwIfAny();
  const { kind, aims } = read!;
  const terms = dated!.map(({ index, validFrom, validUntil }) => ({ index, validFrom, validUntil, ...aims[index]! }));
  return { contract: contract!, service: service ?? null, kind, terms, references: references! };
}

export const currentObjectiveVersions = (tx: Tx, { clientId, id }: Objective): Promise<ObjectiveVersion[]> =>
  tx.find(ObjectiveVersion, {
    where: { clientId, objectiveId: id, supersededAt: IsNull() },
    order: { validFrom: "ASC" },
  });

async function refuseMoving(
  tx: Tx,
  before: Objective,
  { service, kind }: Pick<Wanted, "service" | "kind">,
): Promise<void> {
  if (kind !== null && kind !== before.kind) throw new ObjectiveKindChanged(before.code, before.kind, ["versions"]);
  if (before.serviceId === (service?.id ?? null)) return;
  const { clientId, serviceId } = before;
  const was = serviceId && (await tx.findOneBy(Service, { clientId, id: serviceId }));
  throw new ObjectiveMoved(before.code, was ? was.code : null);
}

/** Parts and wholes of a composite fit together, whichever of them is being defined. */
async function refuseParts(
  tx: Tx,
  { id, clientId, contractId, code }: Objective,
  { terms, references }: Pick<Wanted, "terms" | "references">,
): Promise<void> {
  if (terms.length === 0) return;
  const others = await tx
    .createQueryBuilder(ObjectiveVersion, "v")
    .where("v.client_id = :clientId and v.superseded_at is null", { clientId })
    .andWhere(
      "v.objective_id in (select o.id from objective o where o.client_id = :clientId and o.contract_id = :contractId)",
      { contractId },
    )
    .getMany();
  const versions = terms.map((one) => ({ ...one, objectiveId: id }));
  const codeOf = (one: string): string => (one === id ? code : references.codeOf(one));
  refuse(refusalsOfParts({ id, versions, codeOf }, others));
}
