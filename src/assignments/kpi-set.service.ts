import { roleByCode } from "../people/people.lookups";
import type { Tx } from "../platform/database";
import type { Defined } from "../platform/definitions/change";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import type { OnDefinitionChanged } from "../platform/definitions/on-definition-changed";
import { recordChange } from "../platform/definitions/record-change";
import { writeVersions } from "../platform/definitions/write-versions";
import { canonicalJson } from "../shared/canonical-hash";
import { Gathering } from "../shared/gathering";
import { parseInput } from "../shared/input";
import { datedRecords, type Dated } from "../shared/versions";
import { readPlace } from "./assignment-place";
import { HOUSE_KPI_SET } from "./house-kpi-set.rules";
import { readLevels } from "./kpi-set-levels.rules";
import { KpiSet, type KpiSetLevel } from "./kpi-set.entity";
import { kpiSetSchema, type KpiSetInput, type WrittenKpiSetTerms } from "./kpi-set.schema";
import { datedUnder, definedAt, tellContracts } from "./placed-definition";
import { plain } from "./schemes/written-scheme.rules";

type Terms = Pick<KpiSet, "weights" | "levels" | "anonymousUnder"> & Dated;

/** The terms of a version as the document says them; null: what it may leave out. */
const termsRecord = ({ weights, levels, anonymousUnder }: Terms) => ({
  weights,
  levels: isOfHouse(levels) ? null : levels.map((level) => ({ ...level, from: plain(level.from) })),
  anonymousUnder,
});

const isOfHouse = (levels: readonly KpiSetLevel[]): boolean =>
  canonicalJson(levels as never) === canonicalJson(HOUSE_KPI_SET.levels as never);

/** The set as its document says it. */
export const kpiSetRecord = (versions: readonly Terms[]) => ({ versions: datedRecords(versions, termsRecord) });

export class KpiSetService {
  constructor(private readonly onChanged: OnDefinitionChanged) {}

  async define(tx: Tx, context: DefinitionContext, raw: KpiSetInput): Promise<Defined<KpiSet[]>> {
    const input = parseInput(kpiSetSchema, raw);
    const gathering = new Gathering();
    const place = await gathering.attempt(() => readPlace(tx, context, input, "KPI set"));
    await gathering.attempt(() => roleByCode(tx, input.role));
    const terms = gathering.attemptNow(() => readTerms(input.versions));
    const dated = place && gathering.attemptNow(() => datedUnder(place.contract, input.versions));
    gathering.throwIfAny();
    const wanted = dated!.map(({ index, validFrom, validUntil }) => ({ validFrom, validUntil, ...terms![index]! }));
    const { clientId, contract, service } = place!;
    const row = { clientId, roleCode: input.role, contractId: contract?.id ?? null, serviceId: service?.id ?? null };
    const { id, current } = await definedAt(tx, KpiSet, row);
    const versions = wanted.map((terms) => ({ ...row, ...terms }));
    const versioned = { key: { clientId, id }, current, wanted: versions, termsOf: termsRecord };
    const from = await writeVersions<KpiSet, Terms>(tx, KpiSet, versioned, context.now);
    if (from) await tellContracts(tx, context, { clientId, contract, from }, this.onChanged);
    const change = await recordChange(tx, context, {
      clientId,
      kind: "KpiSet",
      key: keyOf(input),
      before: current.length > 0 ? kpiSetRecord(current) : null,
      after: versions.length > 0 ? kpiSetRecord(versions) : null,
    });
    return { thing: (await definedAt(tx, KpiSet, row)).current, change };
  }
}

type SetTerms = Omit<Terms, keyof Dated>;

function readTerms(written: readonly WrittenKpiSetTerms[]): SetTerms[] {
  const gathering = new Gathering();
  const read = written.map(({ weights, levels, anonymousUnder }, index) => {
    const under = ["versions", String(index)];
    const exact = levels === null ? HOUSE_KPI_SET.levels : gathering.attemptNow(() => readLevels(levels), under);
    return { weights, anonymousUnder, levels: exact! };
  });
  gathering.throwIfAny();
  return read;
}

const keyOf = ({ role, client, contract, service }: ReturnType<typeof kpiSetSchema.parse>): string =>
  [role, [client, contract, service].filter(Boolean).join("/")].filter(Boolean).join(" at ");
