import { IsNull } from "typeorm";
import { clientByCode } from "../clients/client.lookups";
import type { Contract } from "../contracts/contract.entity";
import { contractByCode, serviceByCode } from "../contracts/contract.lookups";
import { Service } from "../contracts/service.entity";
import { versionsWithin } from "../contracts/term.rules";
import { requireKpi, resolveKpi } from "../kpis/kpi-in-use.rules";
import type { Tx } from "../platform/database";
import { lockDefinitions } from "../platform/definitions/by-code";
import type { Defined } from "../platform/definitions/change";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import type { OnDefinitionChanged } from "../platform/definitions/on-definition-changed";
import { recordChange } from "../platform/definitions/record-change";
import { writeVersions } from "../platform/definitions/write-versions";
import { Gathering } from "../shared/gathering";
import { newId } from "../shared/ids";
import { parseInput } from "../shared/input";
import { datedRecords, type Dated } from "../shared/versions";
import { ObjectiveVersion } from "./objective-version.entity";
import { Objective } from "./objective.entity";
import { KpiCannotJudge, ObjectiveMoved } from "./objective.errors";
import { objectiveSchema, type ObjectiveInput, type WrittenObjectiveTerms } from "./objective.schema";
import { exactTarget, refuseHigherMinimum, writtenTarget } from "./target.rules";

type Terms = Omit<ObjectiveVersion, "clientId" | "objectiveId" | "version" | "recordedAt" | "supersededAt"> & Dated;

/** The terms of a version as the document says them. */
function termsRecord(terms: Terms) {
  const { kpiCode, dialect, parameters, target, minimum, measuredBy, minSample } = terms;
  const kpi = requireKpi(kpiCode);
  const written = (exact: string | null) => exact && writtenTarget(exact, kpi);
  const aims = { target: written(target), minimum: written(minimum) };
  return { kpi: kpiCode, dialect, parameters, ...aims, measuredBy, minSample };
}

/** The objective as its document says it. */
export const objectiveRecord = ({ name, clause }: Objective, versions: readonly Terms[]) => ({
  name,
  clause,
  versions: datedRecords(versions, termsRecord),
});

export class ObjectiveService {
  constructor(private readonly onChanged: OnDefinitionChanged) {}

  async define(tx: Tx, context: DefinitionContext, raw: ObjectiveInput): Promise<Defined<Objective>> {
    const input = parseInput(objectiveSchema, raw);
    const { code, name, clause } = input;
    const { clientId } = await clientByCode(tx, context, input.client);
    await lockDefinitions(tx, clientId);
    const contract = await contractByCode(tx, clientId, input.contract);
    const gathering = new Gathering();
    const service = await gathering.attempt(() => serviceByCode(tx, contract, input.service));
    const wanted = await gathering.attempt(() => readVersions(contract, service ?? null, input.versions));
    gathering.throwIfAny();
    const before = await tx.findOneBy(Objective, { clientId, contractId: contract.id, code });
    if (before) await refuseMoving(tx, before, service!);
    const current = before ? await currentObjectiveVersions(tx, before) : [];
    const row = { clientId, id: before?.id ?? newId(), contractId: contract.id, serviceId: service?.id ?? null };
    const objective = Object.assign(new Objective(), { ...row, code, name, clause });
    if (!before) await tx.insert(Objective, objective);
    else await tx.update(Objective, { clientId, id: objective.id }, { name, clause });
    const key = { clientId, objectiveId: objective.id };
    const versioned = { key, current, wanted: wanted!, termsOf: termsRecord };
    const from = await writeVersions<ObjectiveVersion, Terms>(tx, ObjectiveVersion, versioned, context.now);
    if (from) await this.onChanged(tx, { clientId, contractId: contract.id, from });
    const change = await recordChange(tx, context, {
      clientId,
      kind: "Objective",
      key: `${input.client}/${input.contract}/${code}`,
      before: before && objectiveRecord(before, current),
      after: objectiveRecord(objective, wanted!),
    });
    return { thing: objective, change };
  }
}

export const currentObjectiveVersions = (tx: Tx, { clientId, id }: Objective): Promise<ObjectiveVersion[]> =>
  tx.find(ObjectiveVersion, {
    where: { clientId, objectiveId: id, supersededAt: IsNull() },
    order: { validFrom: "ASC" },
  });

/** Versions with the catalogue's word on them, exact targets, and days within the contract's term. */
async function readVersions(
  contract: Contract,
  service: Service | null,
  written: readonly WrittenObjectiveTerms[],
): Promise<Terms[]> {
  const gathering = new Gathering();
  const wanted: Terms[] = [];
  const subject = service ? "service" : "contract";
  for (const { index, ...terms } of versionsWithin(contract, written)) {
    const read = await gathering.attempt(() => readTerms(terms, subject), ["versions", String(index)]);
    if (read) wanted.push(read);
  }
  gathering.throwIfAny();
  return wanted;
}

async function readTerms(terms: WrittenObjectiveTerms & Dated, subject: "service" | "contract"): Promise<Terms> {
  const kpi = requireKpi(terms.kpi);
  const gathering = new Gathering();
  if (!kpi.judges.includes(subject)) gathering.add(new KpiCannotJudge(kpi.code, subject, kpi.judges));
  const inUse = await gathering.attempt(() => resolveKpi({ ...terms, kpiCode: kpi.code }));
  const target = await gathering.attempt(() => exactTarget(terms.target, kpi, ["target"]));
  const minimum = await gathering.attempt(() => terms.minimum && exactTarget(terms.minimum, kpi, ["minimum"]));
  if (target !== undefined && minimum != null)
    await gathering.attempt(() => refuseHigherMinimum({ target, minimum }, kpi, ["minimum"]));
  gathering.throwIfAny();
  const { validFrom, validUntil, measuredBy, minSample } = terms;
  return { ...inUse!, validFrom, validUntil, measuredBy, minSample, target: target!, minimum: minimum || null };
}

async function refuseMoving(tx: Tx, before: Objective, service: Service | null): Promise<void> {
  if (before.serviceId === (service?.id ?? null)) return;
  const { clientId, serviceId } = before;
  const was = serviceId && (await tx.findOneBy(Service, { clientId, id: serviceId }));
  throw new ObjectiveMoved(before.code, was ? was.code : null);
}
