import type { JudgedKind } from "../kpis/kpi-definition";
import { requireMeasuredKpi } from "../kpis/kpi-in-use.rules";
import { KpiCannotJudge } from "../objectives/objective.errors";
import { roleByCode } from "../people/people.lookups";
import type { RoleScope } from "../people/role.entity";
import type { Tx } from "../platform/database";
import type { Defined } from "../platform/definitions/change";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import type { OnDefinitionChanged } from "../platform/definitions/on-definition-changed";
import { recordChange } from "../platform/definitions/record-change";
import { writeVersions } from "../platform/definitions/write-versions";
import { Gathering } from "../shared/gathering";
import { parseInput } from "../shared/input";
import { datedRecords } from "../shared/versions";
import { readPlace } from "./assignment-place";
import { readTerms, termsRecord, type Terms } from "./assignment-terms";
import { KpiAssignment } from "./kpi-assignment.entity";
import { kpiAssignmentSchema, type KpiAssignmentInput } from "./kpi-assignment.schema";
import { datedUnder, definedAt, tellContracts } from "./placed-definition";

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
    const place = await gathering.attempt(() => readPlace(tx, context, input, "KPI assignment"));
    const role = await gathering.attempt(() => roleByCode(tx, input.role));
    const kpi = await gathering.attempt(() => requireMeasuredKpi(input.kpi, place?.clientId));
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
    const { id, current } = await definedAt(tx, KpiAssignment, row);
    const versions = wanted.map((terms) => ({ ...row, ...terms }));
    const versioned = { key: { clientId, id }, current, wanted: versions, termsOf: termsRecord };
    const from = await writeVersions<KpiAssignment, Terms>(tx, KpiAssignment, versioned, context.now);
    if (from) await tellContracts(tx, context, { clientId, contract, from }, this.onChanged);
    const change = await recordChange(tx, context, {
      clientId,
      kind: "KpiAssignment",
      key: keyOf(input),
      before: current.length > 0 ? kpiAssignmentRecord(current) : null,
      after: versions.length > 0 ? kpiAssignmentRecord(versions) : null,
    });
    return { thing: (await definedAt(tx, KpiAssignment, row)).current, change };
  }
}

const keyOf = ({ role, kpi, client, contract, service }: ReturnType<typeof kpiAssignmentSchema.parse>): string =>
  [`${role} ${kpi}`, [client, contract, service].filter(Boolean).join("/")].filter(Boolean).join(" at ");
