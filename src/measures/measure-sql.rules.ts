import type { Attribution, MeasureInUse } from "../kpis/measure-definition";

/** SQL of a measure's condition over the fact `f`, its parameters written in. They are whole numbers by definition. */
export function conditionSql({ measure, parameters }: MeasureInUse): string {
  return measure.condition.replace(/:([a-zA-Z]+)\b/g, (_, name: string) => {
    const value = parameters[name];
    if (!Number.isSafeInteger(value)) throw new Error(`${measure.code} needs a whole number for ${name}.`);
    return String(value);
  });
}

/**
 * SQL of what the facts of a day add to a measure. A fact stands in the day's list once and says for which of its
 * instants: `f.on_offered`, `f.on_answered`, …; `f.on_chain` holds the repeatDays that brought it there.
 */
export function sumSql(use: MeasureInUse): string {
  const { measure, parameters } = use;
  const onDay = measure.attribution === "chain" ? `f.on_chain = ${parameters.repeatDays}` : FLAGS[measure.attribution];
  const condition = measure.condition === "true" ? onDay : `${onDay} and ${conditionSql(use)}`;
  if (measure.sumOf === null) return `count(*) filter (where ${condition})::float8`;
  return `coalesce(sum(f.${measure.sumOf}) filter (where ${condition}), 0)::float8`;
}

const FLAGS: Readonly<Record<Exclude<Attribution, "chain">, string>> = {
  offered: "f.on_offered",
  answered: "f.on_answered",
  ended: "f.on_ended",
  surveyed: "f.on_surveyed",
  closed: "f.on_closed",
};
