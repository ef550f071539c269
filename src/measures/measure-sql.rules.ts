import { findMeasure } from "../kpis/catalogue/measures";
import type { MeasureInUse, SqlValue } from "../kpis/measure-definition";

/**
 * SQL of a measure's condition over the fact `f`. Parameters are written in: they are whole numbers by definition. Values
 * of measures of one's own may be any text; the condition names them (`:{late_chats@1/0}`), and `withOwnValues` makes
 * them parameters of the statement that it ends up in.
 */
export const conditionSql = (use: MeasureInUse): string => withParameters(use.measure.condition, use);

/** SQL of the whole number that a fact `f` adds where the condition holds; null: it is counted. */
export const amountSql = (use: MeasureInUse): string | null =>
  use.measure.sumOf === null ? null : withParameters(use.measure.sumOf, use);

/** A name after one colon is a parameter; after two it is a type. */
function withParameters(sql: string, { measure, parameters }: MeasureInUse): string {
  const named = sql.replace(/(?<!:):\$(\d+)/g, (_, index: string) => `:{${measure.code}/${index}}`);
  return named.replace(/(?<!:):([a-zA-Z][a-zA-Z0-9]*)\b/g, (_, name: string) => {
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

/** A statement whose named values of measures of one's own became its parameters, behind `params`. */
export function withOwnValues(sql: string, params: readonly unknown[]): { sql: string; params: unknown[] } {
  const places = new Map<string, number>();
  const all: unknown[] = [...params];
  const prepared = sql.replace(/:\{([a-z0-9_]+@\d+)\/(\d+)\}/g, (name, measure: string, index: string) => {
    const known = places.get(name);
    if (known !== undefined) return `$${known}`;
    all.push(ownValue(measure, Number(index)));
    places.set(name, all.length);
    return `$${all.length}`;
  });
  return { sql: prepared, params: all };
}

function ownValue(measure: string, index: number): SqlValue {
  const value = findMeasure(measure)?.values?.[index];
  if (value === undefined) throw new Error(`Nothing is known of value ${index} of measure ${measure}.`);
  return value;
}
