import { IsNull } from "typeorm";
import type { Contract } from "../contracts/contract.entity";
import { versionsWithin } from "../contracts/term.rules";
import type { JudgedKind } from "../kpis/kpi-definition";
import { requireKpi } from "../kpis/kpi-in-use.rules";
import { KpiCannotJudge } from "../objectives/objective.errors";
import { roleByCode } from "../people/people.lookups";
import type { RoleScope } from "../people/role.entity";
import { rows, type Tx } from "../platform/database";
import type { Defined } from "../platform/definitions/change";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import type { OnDefinitionChanged } from "../platform/definitions/on-definition-changed";
import { recordChange } from "../platform/definitions/record-change";
import { writeVersions } from "../platform/definitions/write-versions";
import { day, laterOf, type Day } from "../shared/day";
import { Gathering, refuse } from "../shared/gathering";
import { newId, NIL_ID } from "../shared/ids";
import { MissingField, parseInput } from "../shared/input";
import { datedRecords } from "../shared/versions";
import { readPlace, type AssignmentPlace } from "./assignment-place";
import { readTerms, termsRecord, type Terms } from "./assignment-terms";
import { KpiAssignment } from "./kpi-assignment.entity";
import { kpiAssignmentSchema, type KpiAssignmentInput, type WrittenAssignmentTerms } from "./kpi-assignment.schema";

/** The assignment as its document says it. */
export const kpiAssignmentRecord = (versions: readonly Terms[]) => ({ versions: datedRecords(versions, termsRecord) });

/** Whose figures a role of each scope answers for. */
export const JUDGED: Readonly<Record<RoleScope, JudgedKind>> = {
  own: "position",
  team: "team",
  trained: "team",
  service: "service",
  contract: "contract",
  all: "contract",
};

export class KpiAssignmentService {
  constructor(private readonly onChanged: OnDefinitionChanged) {}

  async define(tx: Tx, context: DefinitionContext, raw: KpiAssignmentInput): Promise<Defined<KpiAssignment[]>> {
    const input = parseInput(kpiAssignmentSchema, raw);
    const gathering = new Gathering();
    const place = await gathering.attempt(() => readPlace(tx, context, input));
    const role = await gathering.attempt(() => roleByCode(tx, input.role));
    const kpi = await gathering.attempt(() => requireKpi(input.kpi, place?.clientId));
    if (role && kpi && !kpi.judges.includes(JUDGED[role.scope]))
      gathering.add(new KpiCannotJudge(kpi.code, JUDGED[role.scope], kpi.judges));
    const terms =
      kpi && (await gathering.attempt(() => readTerms(kpi, input.versions, place?.contract?.currency ?? null)));
    const dated = place && (await gathering.attempt(() => datedUnder(place.contract, input.versions)));
    gathering.throwIfAny();
    const wanted = dated!.map(({ index, validFrom, validUntil }) => ({ validFrom, validUntil, ...terms![index]! }));
    const { clientId, contract, service } = place!;
    const identity = { clientId, roleCode: input.role, contractId: contract?.id ?? null, kpiCode: input.kpi };
    const row = { ...identity, serviceId: service?.id ?? null };
    const { id, current } = await assignmentsAt(tx, row);
    const versions = wanted.map((terms) => ({ ...row, ...terms }));
    const versioned = { key: { clientId, id }, current, wanted: versions, termsOf: termsRecord };
    const from = await writeVersions<KpiAssignment, Terms>(tx, KpiAssignment, versioned, context.now);
    if (from) await this.tellContracts(tx, context, place!, from);
    const change = await recordChange(tx, context, {
      clientId,
      kind: "KpiAssignment",
      key: keyOf(input),
      before: current.length > 0 ? kpiAssignmentRecord(current) : null,
      after: versions.length > 0 ? kpiAssignmentRecord(versions) : null,
    });
    return { thing: (await assignmentsAt(tx, row)).current, change };
  }

  private async tellContracts(tx: Tx, context: DefinitionContext, { clientId, contract }: AssignmentPlace, from: Day) {
    const reached = clientId === NIL_ID ? context.clientIds : [clientId];
    const affected = await rows<{ clientId: string; contractId: string; startsOn: Day }>(
      tx,
      `select client_id as "clientId", id as "contractId", starts_on as "startsOn"
         from contract where client_id = any($1) and ($2::uuid is null or id = $2)`,
      [reached, contract?.id ?? null],
    );
    for (const { startsOn, ...one } of affected)
      await this.onChanged(tx, { ...one, from: laterOf(from, startsOn) }, context);
  }
}

type Identity = Pick<KpiAssignment, "clientId" | "roleCode" | "contractId" | "serviceId" | "kpiCode">;

async function assignmentsAt(tx: Tx, place: Identity): Promise<{ id: string; current: KpiAssignment[] }> {
  const where = { ...place, contractId: place.contractId ?? IsNull(), serviceId: place.serviceId ?? IsNull() };
  const all = await tx.find(KpiAssignment, { where, order: { validFrom: "ASC" } });
  return { id: all[0]?.id ?? newId(), current: all.filter((one) => one.supersededAt === null) };
}

const BEFORE_EVERY_CONTRACT = { code: "", startsOn: day("1900-01-01"), endsOn: null };

/** Versions in order, within the contract's term where there is a contract. */
function datedUnder(contract: Contract | null, written: readonly WrittenAssignmentTerms[]) {
  const undated = contract ? [] : written.flatMap(({ validFrom }, index) => (validFrom ? [] : [String(index)]));
  refuse(undated.map((index) => new MissingField(["versions", index, "validFrom"])));
  return versionsWithin(contract ?? BEFORE_EVERY_CONTRACT, written);
}

const keyOf = ({ role, kpi, client, contract, service }: ReturnType<typeof kpiAssignmentSchema.parse>): string =>
  [`${role} ${kpi}`, [client, contract, service].filter(Boolean).join("/")].filter(Boolean).join(" at ");
