import type { MeasureInUse } from "../kpis/measure-definition";

/** SQL of a measure's condition over the fact `f`, its parameters written in. They are whole numbers by definition. */
export function conditionSql({ measure, parameters }: MeasureInUse): string {
  return measure.condition.replace(/:([a-zA-Z]+)\b/g, (_, name: string) => {
    const value = parameters[name];
    if (!Number.isSafeInteger(value)) throw new Error(`${measure.code} needs a whole number for ${name}.`);
    return String(value);
  });
}

/** SQL of what facts `f` of a place add to a measure; `onDay`: whether the measure counts them on the day; null: never. */
export function sumSql(use: MeasureInUse, onDay: string | null): string {
  if (onDay === null) return "0::float8";
  const conditions = [conditionSql(use), onDay].filter((one) => one !== "true");
  const filter = conditions.length === 0 ? "" : ` filter (where ${conditions.join(" and ")})`;
  const { sumOf } = use.measure;
  return sumOf === null ? `count(*)${filter}::float8` : `coalesce(sum(f.${sumOf})${filter}, 0)::float8`;
}
