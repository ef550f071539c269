import { IsNull } from "typeorm";
import { clientByCode } from "../clients/client.lookups";
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
    const gathering = new Gathering();
    const found = await gathering.attempt(() => contractByCode(tx, clientId, input.contract));
    const service = found && (await gathering.attempt(() => serviceByCode(tx, found, input.service)));
    const terms = await gathering.attempt(() =>
      readTerms(input.versions, {
        clientId,
        subject: input.service ? "service" : "contract",
        currency: found?.currency ?? null,
      }),
    );
    const dated = found && (await gathering.attempt(() => versionsWithin(found, input.versions)));
    gathering.throwIfAny();
    const contract = found!;
    const wanted = dated!.map(({ index, validFrom, validUntil }) => ({ validFrom, validUntil, ...terms![index]! }));
    const before = await tx.findOneBy(Objective, { clientId, contractId: contract.id, code });
    if (before) await refuseMoving(tx, before, service!);
    const current = before ? await currentObjectiveVersions(tx, before) : [];
    const row = { clientId, id: before?.id ?? newId(), contractId: contract.id, serviceId: service?.id ?? null };
    const objective = Object.assign(new Objective(), { ...row, kind: "measured", code, name, clause });
    if (!before) await tx.insert(Objective, objective);
    else await tx.update(Objective, { clientId, id: objective.id }, { name, clause });
    const key = { clientId, objectiveId: objective.id };
    const versioned = { key, current, wanted, termsOf: termsRecord };
    const from = await writeVersions<ObjectiveVersion, Terms>(tx, ObjectiveVersion, versioned, context.now);
    if (from) await this.onChanged(tx, { clientId, contractId: contract.id, from }, context);
    const change = await recordChange(tx, context, {
      clientId,
      kind: "Objective",
      key: `${input.client}/${input.contract}/${code}`,
      before: before && objectiveRecord(before, current),
      after: objectiveRecord(objective, wanted),
    });
    return { thing: objective, change };
  }
}

export const currentObjectiveVersions = (tx: Tx, { clientId, id }: Objective): Promise<ObjectiveVersion[]> =>
  tx.find(ObjectiveVersion, {
    where: { clientId, objectiveId: id, supersededAt: IsNull() },
    order: { validFrom: "ASC" },
  });

type Aims = Omit<Terms, keyof Dated>;

/** Whose it is, whom it judges, and the currency of the contract where that is known. */
interface Place {
  readonly clientId: string;
  readonly subject: "service" | "contract";
  readonly currency: string | null;
}

/** The catalogue's word and exact targets of every version, in the order written. */
async function readTerms(written: readonly WrittenObjectiveTerms[], place: Place): Promise<Aims[]> {
  const gathering = new Gathering();
  const read: Aims[] = [];
  for (const [index, terms] of written.entries()) {
    const aims = await gathering.attempt(() => readAims(terms, place), ["versions", String(index)]);
    if (aims) read.push(aims);
  }
  gathering.throwIfAny();
  return read;
}

/** What a version does not say yet. */
const PLAIN = {
  ...{ expected: null, rounding: null, weight: "1", rolling: 1, calendarId: null, exclusionsAllowed: null },
  ...{ baseline: null, composite: null, question: null, relief: null, amendmentId: null },
};

async function readAims(terms: WrittenObjectiveTerms, { clientId, subject, currency }: Place): Promise<Aims> {
  const kpi = requireKpi(terms.kpi, clientId);
  const gathering = new Gathering();
  if (!kpi.judges.includes(subject)) gathering.add(new KpiCannotJudge(kpi.code, subject, kpi.judges));
  const inUse = await gathering.attempt(() => resolveKpi({ ...terms, kpiCode: kpi.code }));
  const target = await gathering.attempt(() => exactTarget(terms.target, kpi, ["target"], currency));
  const minimum = await gathering.attempt(
    () => terms.minimum && exactTarget(terms.minimum, kpi, ["minimum"], currency),
  );
  if (target !== undefined && minimum != null)
    await gathering.attempt(() => refuseHigherMinimum({ target, minimum }, kpi, ["minimum"]));
  gathering.throwIfAny();
  const { measuredBy, minSample } = terms;
  return { ...inUse!, measuredBy, minSample, target: target!, minimum: minimum ?? null, ...PLAIN };
}

async function refuseMoving(tx: Tx, before: Objective, service: Service | null): Promise<void> {
  if (before.serviceId === (service?.id ?? null)) return;
  const { clientId, serviceId } = before;
  const was = serviceId && (await tx.findOneBy(Service, { clientId, id: serviceId }));
  throw new ObjectiveMoved(before.code, was ? was.code : null);
}
