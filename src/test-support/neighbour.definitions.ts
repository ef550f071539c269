import { KPIS } from "../kpis/catalogue/kpis";
import { defineKpi, defineMeasure } from "../measures/own-kpis.builder";
import { saveObjective } from "../objectives/objective.builder";
import type { SettledHouse } from "../scorecards/settled-house.builder";
import { Client } from "../clients/client.entity";
import type { TestDatabase } from "./test-database";

/** A measure and a KPI of theirs, in use, with an objective; `mark` stands in their codes and words. */
export async function definitionsOfTheirOwn(database: TestDatabase, at: SettledHouse, mark: string): Promise<void> {
  const { clientId, contractId } = at;
  const client = await at.in((tx) => tx.findOneByOrFail(Client, { clientId }));
  const measure = `own_${mark.toLowerCase().replace(/[^a-z0-9]/g, "_")}`;
  const code = measure.toUpperCase();
  const where = [{ field: "reason", is: "=" as const, value: mark }];
  await defineMeasure(database, { clientId, client }, { code: measure, stream: "contact", versions: [{ where }] });
  const words = { names: { en: mark }, descriptions: { en: mark } };
  await defineKpi(database, { clientId, client }, { code, ...words, versions: [{ formula: `${measure} / offered` }] });
  await at.use(code, { dialect: "CURRENT" });
  const objective = { clientId, contractId, kpiCode: code, dialect: "CURRENT", target: "0.5" };
  await at.in((tx) => saveObjective(tx, { ...objective, code: "own" }));
}

const DEFAULTS = KPIS.filter(({ defaultDialect }) => defaultDialect !== null);

/** As the services write them: builders leave the dialect open. */
export const DIALECTS_FILLED: readonly string[] = ["kpi_use", "kpi_assignment", "objective_version"].map(
  (table) =>
    `update ${table} t set dialect = d.dialect
       from (values ${DEFAULTS.map((one) => `('${one.code}', '${one.defaultDialect}')`).join(", ")}) d(kpi, dialect)
      where t.client_id = $1 and t.kpi_code = d.kpi and t.dialect is null`,
);
