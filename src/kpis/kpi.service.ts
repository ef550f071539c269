import { rows, type Tx } from "../platform/database";
import { contentHash, type Json } from "../shared/canonical-hash";
import { RELEASED_KPIS } from "./catalogue/kpis";
import { findMeasure } from "./catalogue/measures";
import { namesIn, parseFormula } from "./formula.rules";
import type { Dialect, KpiDefinition } from "./kpi-definition";

/**
 * Keeps every release of the catalogue in the database, so that a result can name the version that made it. That its
 * formulas hold is proved when it is tested (`catalogue-check.rules.ts`), not each time a process begins.
 */
export class KpiService {
  constructor(private readonly catalogue: readonly KpiDefinition[] = RELEASED_KPIS) {}

  /** Records KPIs that are new or changed as a further version; returns the codes of those. Running it again does nothing. */
  async syncCatalogue(tx: Tx, now: Date): Promise<string[]> {
    const released = this.catalogue.map((definition) => ({ definition, hash: contentHash(contentOf(definition)) }));
    await rows(tx, "select pg_advisory_xact_lock($1)", [CATALOGUE_LOCK]);
    const written = await rows<{ code: string }>(tx, RECORD, [
      released.map(({ definition }) => definition.code),
      released.map(({ definition }) => definition.names.en),
      released.map(({ definition }) => JSON.stringify(definition)),
      released.map(({ hash }) => hash),
      now,
    ]);
    return written.map(({ code }) => code).sort();
  }
}

/** What a figure depends on: the definition, and that of every measure in its formulas. */
function contentOf(kpi: KpiDefinition): Json {
  const measures = [...new Set(kpi.dialects.flatMap(measuresOf))].sort().map((code) => {
    const { attribution, condition, sumOf, unit, aggregate } = findMeasure(code)!;
    return { code, attribution, condition, sumOf, unit, ...(aggregate ? { aggregate } : {}) };
  });
  return { kpi: JSON.parse(JSON.stringify(kpi)) as Json, measures };
}

const measuresOf = ({ numerator, denominator, sample, requires }: Dialect): string[] =>
  [numerator, denominator, sample, requires?.numerator, requires?.denominator].flatMap((side) =>
    side ? namesIn(parseFormula(side)).map(({ code }) => code) : [],
  );

const CATALOGUE_LOCK = 7_301_002;

const RECORD = `
  with released as (
    select * from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as r(code, name, definition, content_hash)),
  known as (
    insert into kpi (code, name) select code, name from released
    on conflict (code) do update set name = excluded.name where kpi.name <> excluded.name),
  latest as (
    select distinct on (kpi_code) kpi_code, version, content_hash from kpi_version order by kpi_code, version desc)
  insert into kpi_version (kpi_code, version, definition, content_hash, recorded_at)
  select r.code, coalesce(l.version, 0) + 1, r.definition::jsonb, r.content_hash, $5
    from released r left join latest l on l.kpi_code = r.code
   where l.content_hash is distinct from r.content_hash
  returning kpi_code as code`;
