import type { DomainError } from "../../shared/errors";
import { InvalidField } from "../../shared/input";
import { nearest } from "../../shared/nearest";
import type { Stream } from "../../shared/stream";
import type { StreamField } from "../stream-fields/stream-field";
import { STREAM_FIELDS } from "../stream-fields/stream-fields";
import type { Condition, ConditionValue, MeasureTerms } from "./own-measure.schema";

/** Everything that is wrong with what a measure counts; paths begin at the version. */
export function refusalsOfTerms(stream: Stream, terms: MeasureTerms): DomainError[] {
  const known = STREAM_FIELDS[stream];
  if (!known) {
    const remedy = `Measures can be defined over ${Object.keys(STREAM_FIELDS).join(", ")}.`;
    return [new InvalidField(`Stream "${stream}" has no fields for measures of one's own.`, { path: [], remedy })];
  }
  const { attributions, fields } = known;
  const instants = attributions.map(({ name }) => name);
  const wrong = terms.attribution !== null && !instants.includes(terms.attribution);
  return [
    ...(wrong ? [unknownWord(terms.attribution as string, instants, ["attribution"])] : []),
    ...refusalsOfAmount(terms, fields),
    ...terms.where.flatMap((one, index) => refusalsOfCondition(one, fields, ["where", String(index)])),
  ];
}

function refusalsOfAmount({ aggregate, of }: MeasureTerms, fields: readonly StreamField[]): DomainError[] {
  if (aggregate === "count")
    return of === null
      ? []
      : [refusal(["of"], `A count is of facts, not of "${of}".`, "Leave `of` out, or write sum.")];
  const summed = fields.filter(({ unit }) => unit !== null).map(({ name }) => name);
  if (of === null) return [refusal(["of"], `A ${aggregate} needs a field.`, `Write one of ${summed.join(", ")}.`)];
  if (summed.includes(of)) return [];
  const isKnown = fields.some(({ name }) => name === of);
  return isKnown
    ? [refusal(["of"], `"${of}" is no whole number that can be added up.`, `Write one of ${summed.join(", ")}.`)]
    : [unknownWord(of, summed, ["of"])];
}

function refusalsOfCondition(condition: Condition, fields: readonly StreamField[], path: string[]): DomainError[] {
  const field = fields.find(({ name }) => name === condition.field);
  if (!field) {
    const names = fields.map(({ name }) => name);
    return [unknownWord(condition.field, names, [...path, "field"])];
  }
  const given = [condition.value, condition.values, condition.parameter].filter((one) => one !== null).length;
  const shape = shapeRefusal(condition, field, given, path);
  return shape ? [shape] : valueRefusals(condition, field, path);
}

function shapeRefusal(
  { is, value, values, parameter }: Condition,
  { name, type }: StreamField,
  given: number,
  path: string[],
): DomainError | null {
  const isAbout = is === "known" || is === "not known";
  if (isAbout) return given === 0 ? null : refusal(path, `"${is}" is compared with nothing.`, "Leave the value out.");
  if (is === "in")
    return values !== null && given === 1 ? null : refusal(path, `"in" needs a list.`, "Write it as `values`.");
  if (values !== null || given !== 1 || (value === null && parameter === null))
    return refusal(path, `"${is}" needs one value.`, "Write `value`, or `parameter` with the name of a parameter.");
  if (parameter !== null && type !== "number")
    return refusal([...path, "parameter"], `"${name}" is no number, and parameters are.`, "Write a value.");
  const isOrder = is !== "=" && is !== "!=";
  if (isOrder && (type === "text" || type === "flag"))
    return refusal([...path, "is"], `"${name}" has no order.`, 'Write "=", "!=", "in", "known" or "not known".');
  return null;
}

function valueRefusals({ value, values }: Condition, field: StreamField, path: string[]): DomainError[] {
  const single = value === null ? [] : [[value, [...path, "value"]] as const];
  const listed = (values ?? []).map((one, index) => [one, [...path, "values", String(index)]] as const);
  return [...single, ...listed].flatMap(([one, at]) => {
    const wrong = wrongValue(one, field);
    return wrong ? [refusal(at, `"${field.name}" cannot be ${shown(one)}.`, wrong)] : [];
  });
}

/** What to write instead; null where the value may stand. Text goes to the database as it is, whatever is in it. */
function wrongValue(value: ConditionValue, { type, words }: StreamField): string | null {
  if (type === "number")
    return typeof value === "number" && Number.isFinite(value) && Math.abs(value) < 1e15 ? null : "Write a number.";
  if (type === "flag") return typeof value === "boolean" ? null : "Write true or false.";
  if (typeof value !== "string") return "Write a text, in quotes.";
  if (type === "day")
    return /^\d{4}-\d{2}-\d{2}$/.test(value) && !isNaN(Date.parse(value)) ? null : "Write YYYY-MM-DD.";
  if (words && !words.includes(value)) return `It is one of ${words.join(", ")}.`;
  return value.includes("\0") || !/^\P{Cs}*$/u.test(value) ? "Write a text without NUL and half characters." : null;
}

const shown = (value: ConditionValue): string => {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

function unknownWord(given: string, known: readonly string[], path: readonly string[]): InvalidField {
  const meant = nearest(given, known);
  const remedy = meant ? `Did you mean "${meant}"?` : `Known here: ${known.join(", ")}.`;
  return refusal(path, `There is no ${path.at(-1)} "${given}".`, remedy);
}

const refusal = (path: readonly string[], message: string, remedy: string): InvalidField =>
  new InvalidField(message, { path, remedy });
