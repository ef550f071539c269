import { rows, type Tx } from "../../platform/database";
import { groupBy } from "../../shared/group-by";
import { findMeasure } from "../catalogue/measures";
import type { OwnDefinitions, OwnKpiKnown, OwnMeasureKnown } from "../catalogue/own";
import type { FindMeasure } from "../kpi-formula.rules";
import type { Measure } from "../measure-definition";
import type { OwnKpiVersion } from "./own-kpi-version.entity";
import { ownKpiDefinition, untranslated } from "./own-kpi.rules";
import type { KpiHead } from "./own-kpi.schema";
import { measureTermsSchema } from "./own-measure.schema";
import type { OwnMeasureVersion } from "./own-measure-version.entity";
import { refusalsOfTerms } from "./measure-check.rules";
import { compiledMeasure, type MeasureHead } from "./own-measure.rules";

type MeasureRow = MeasureHead & Pick<OwnMeasureVersion, "clientId" | "version" | "definition"> & { believed: boolean };
type KpiRow = Omit<OwnKpiVersion, "recordedAt" | "supersededAt"> & { head: KpiHead; believed: boolean };

/** Every measure and KPI of one's own that the transaction may see, versions that are believed no more included. */
export async function loadOwnDefinitions(tx: Tx, revision: number): Promise<OwnDefinitions> {
  // fields that this program no longer has cannot be counted; nobody else's figures suffer from that
  const stored = await rows<MeasureRow>(tx, MEASURES);
  const countable = stored.map(complete).filter((one) => refusalsOfTerms(one.stream, one.definition).length === 0);
  const measures = measuresOf(countable);
  const find: FindMeasure = (name) => builtInOr(measures, name);
  return { revision, measures, kpis: kpisOf(await rows<KpiRow>(tx, KPIS), find) };
}

/** What says nothing is not stored. */
const complete = (one: MeasureRow): MeasureRow => ({ ...one, definition: measureTermsSchema.parse(one.definition) });

function builtInOr(measures: ReadonlyMap<string, OwnMeasureKnown>, name: string): Measure | undefined {
  const [code = "", version] = name.split("@");
  const own = measures.get(code);
  if (!own) return findMeasure(name);
  return version === undefined ? own.latest : own.versions.get(Number(version));
}

function measuresOf(all: readonly MeasureRow[]): Map<string, OwnMeasureKnown> {
  const byCode = groupBy(all, ({ code }) => code);
  return new Map(
    [...byCode].map(([code, versions]) => {
      const compiled = versions.map((one) => [one.version, compiledMeasure(one, one.definition, one.version)] as const);
      const last = versions.filter((one) => one.believed).at(-1) ?? versions.at(-1);
      const latest = compiled.find(([version]) => version === last?.version)?.[1] as Measure;
      return [code, { clientId: versions[0]?.clientId as string, code, versions: new Map(compiled), latest }];
    }),
  );
}

function kpisOf(all: readonly KpiRow[], find: FindMeasure): Map<string, OwnKpiKnown> {
  const byCode = groupBy(all, ({ code }) => code);
  return new Map(
    [...byCode].map(([code, rowsOfKpi]) => {
      const versions = rowsOfKpi.map(({ believed, ...one }) => ({ ...one, isBelieved: believed }));
      const { clientId, head } = rowsOfKpi[0] as KpiRow;
      return [
        code,
        { clientId, definition: ownKpiDefinition(code, head, versions, find), untranslated: untranslated(head) },
      ];
    }),
  );
}

/** Ordered by the day from which they hold, so that the last one believed is the latest. */
const MEASURES = `
  select m.client_id as "clientId", m.code, m.stream, m.description, v.version, v.definition,
         v.superseded_at is null as believed
    from own_measure m join own_measure_version v on v.client_id = m.client_id and v.code = m.code
   order by m.code, v.valid_from, v.version`;

const KPIS = `
  select k.client_id as "clientId", k.code, k.definition as head, v.version, v.formula, v.sample,
         v.measure_versions as "measureVersions", v.valid_from as "validFrom", v.valid_until as "validUntil",
         v.superseded_at is null as believed
    from own_kpi k join own_kpi_version v on v.client_id = k.client_id and v.code = k.code
   order by k.code, v.version`;
