import type { Stream } from "../../shared/stream";
import type { Parameters } from "../kpi-definition";
import type { Measure, SqlValue } from "../measure-definition";
import type { StreamField, StreamFields } from "../stream-fields/stream-field";
import { STREAM_FIELDS } from "../stream-fields/stream-fields";
import type { Condition, ConditionValue, MeasureTerms, Operator } from "./own-measure.schema";

/** What names a measure of one's own. */
export interface MeasureHead {
  readonly code: string;
  readonly stream: Stream;
  readonly description: string;
}

type Fact = Readonly<Record<string, unknown>>;

/**
 * A measure of one's own as the recomputation takes it: once as SQL whose values become parameters, once as plain code.
 * A field that is not known meets no condition but "not known". The terms are checked already.
 */
export function compiledMeasure(head: MeasureHead, terms: MeasureTerms, version: number): Measure {
  const { attributions, fields } = STREAM_FIELDS[head.stream] as StreamFields;
  const attribution = attributions.find(({ name }) => name === terms.attribution) ?? attributions[0];
  const field = (name: string): StreamField => fields.find((one) => one.name === name) as StreamField;
  const of = terms.of === null ? null : field(terms.of);
  const values: SqlValue[] = [];
  const conditions = terms.where.map((one) => conditionSql(one, field(one.field), values));
  const all = [attribution.condition, of && `${of.sql} is not null`, ...conditions].filter((one) => !!one);
  const tests = terms.where.map((one) => testOf(one, field(one.field)));
  const measure = {
    code: `${head.code}@${version}`,
    stream: head.stream,
    description: head.description,
    unit: of?.unit ?? "count",
    attribution: attribution.name,
    ...(terms.aggregate === "min" || terms.aggregate === "max" ? { aggregate: terms.aggregate } : {}),
    parameters: [...new Set(terms.where.flatMap(({ parameter }) => parameter ?? []))],
    condition: all.length === 0 ? "true" : all.join(" and "),
    values,
    decidedBy: (parameters: Parameters) => decidedBy(terms, fields, parameters),
    sumOf: of?.sql ?? null,
    counts: (fact: Fact, parameters: Parameters): boolean =>
      (attribution.counts?.(fact) ?? true) &&
      (of === null || isKnown(fact[of.property])) &&
      tests.every((holds) => holds(fact, parameters)),
    amount: (fact: Fact): number => (of === null ? 1 : Number(fact[of.property])),
  };
  return measure as unknown as Measure;
}

const SQL_OPERATORS: Partial<Record<Operator, string>> = {
  "=": "=",
  "!=": "<>",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
};

/** SQL of a condition; its values go to `values` and are named by their place there. */
function conditionSql({ is, value, values, parameter }: Condition, field: StreamField, all: SqlValue[]): string {
  if (is === "known") return `${field.sql} is not null`;
  if (is === "not known") return `${field.sql} is null`;
  if (is === "in") {
    all.push(values ?? []);
    return `${field.sql} = any (:$${all.length - 1}::${castOf(field, values ?? [])}[])`;
  }
  if (parameter !== null) return `${field.sql} ${SQL_OPERATORS[is]} :${parameter}`;
  all.push(value as ConditionValue);
  return `${field.sql} ${SQL_OPERATORS[is]} :$${all.length - 1}::${castOf(field, [value as ConditionValue])}`;
}

function castOf({ type }: StreamField, values: readonly ConditionValue[]): string {
  if (type === "number") return values.every((one) => Number.isSafeInteger(one)) ? "bigint" : "numeric";
  return { text: "text", flag: "boolean", day: "date" }[type];
}

const isKnown = (value: unknown): boolean => value !== null && value !== undefined;

type Test = (fact: Fact, parameters: Parameters) => boolean;

function testOf({ is, value, values, parameter }: Condition, { property }: StreamField): Test {
  if (is === "known") return (fact) => isKnown(fact[property]);
  if (is === "not known") return (fact) => !isKnown(fact[property]);
  if (is === "in") return (fact) => (values ?? []).includes(fact[property] as ConditionValue);
  const compare = COMPARE[is];
  return (fact, parameters) => {
    const wanted = parameter === null ? value : parameters[parameter];
    return isKnown(fact[property]) && isKnown(wanted) && compare(fact[property] as number, wanted as number);
  };
}

const COMPARE: Readonly<Record<Exclude<Operator, "in" | "known" | "not known">, (a: number, b: number) => boolean>> = {
  "=": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

/** For each property of a fact that the terms look at: no value, values at and around each limit, and another word. */
function decidedBy({ of, where }: MeasureTerms, fields: readonly StreamField[], parameters: Parameters) {
  const ranges: Record<string, unknown[]> = {};
  const add = (name: string, values: readonly unknown[]): void => {
    const field = fields.find((one) => one.name === name);
    if (field) ranges[field.property] = [...new Set([...(ranges[field.property] ?? [null]), ...values])];
  };
  if (of !== null) add(of, [0, 1]);
  for (const { field, value, values, parameter } of where) {
    const limits = [...(values ?? []), ...(value === null ? [] : [value])];
    const named = parameter === null ? [] : [parameters[parameter] ?? 0];
    add(field, [...[...limits, ...named].flatMap(around), ...othersOf(fields.find((one) => one.name === field))]);
  }
  return ranges;
}

const around = (limit: ConditionValue): ConditionValue[] =>
  typeof limit === "number" ? [limit - 1, limit, limit + 1] : [limit];

function othersOf(field: StreamField | undefined): readonly unknown[] {
  if (field?.words) return field.words;
  if (field?.type === "flag") return [true, false];
  return field?.type === "text" ? ["another word"] : [];
}
