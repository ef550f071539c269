import type { MeasureInUse } from "../kpis/measure-definition";

/** SQL of a measure's condition over the fact `f`, its parameters written in. They are whole numbers by definition. */
export const conditionSql = (use: MeasureInUse): string => withParameters(use.measure.condition, use);

/** SQL of the whole number that a fact `f` adds where the condition holds; null: it is counted. */
export const amountSql = (use: MeasureInUse): string | null =>
  use.measure.sumOf === null ? null : withParameters(use.measure.sumOf, use);

/** A name after one colon is a parameter; after two it is a type. */
function withParameters(sql: string, { measure, parameters }: MeasureInUse): string {
  return sql.replace(/(?<!:):([a-zA-Z][a-zA-Z0-9]*)\b/g, (_, name: string) => {
    const value = parameters[name];
    if (!Number.isSafeInteger(value)) throw new Error(`${measure.code} needs a whole number for ${name}.`);
    return String(value);
  });
}

/** SQL of what facts `f` of a place add to a measure; `onDay`: whether the measure counts them on the day; null: never. */
export function sumSql(use: MeasureInUse, onDay: string | null): string {
  const { aggregate = "sum" } = use.measure;
  if (onDay === null) return aggregate === "sum" ? "0::float8" : "null::float8";
  const conditions = [conditionSql(use), onDay].filter((one) => one !== "true");
  const filter = conditions.length === 0 ? "" : ` filter (where ${conditions.join(" and ")})`;
  const amount = amountSql(use);
  if (amount === null) return `count(*)${filter}::float8`;
  return aggregate === "sum"
    ? `coalesce(sum(${amount})${filter}, 0)::float8`
    : `${aggregate}(${amount})${filter}::float8`;
}
