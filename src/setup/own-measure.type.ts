import { Field, Float, InputType, ObjectType, registerEnumType } from "type-graphql";
import { StreamEnum } from "../facts/stream.type";
import type { Measure, MeasureUnit } from "../kpis/measure-definition";
import { AGGREGATES, type Condition, type Operator } from "../kpis/own/own-measure.schema";
import { DatedInput } from "../platform/graphql/dated-input.type";
import { ActInput, Payload } from "../platform/graphql/mutation";
import type { Stream } from "../shared/stream";

export const OperatorEnum = {
  EQUALS: "=",
  DIFFERS: "!=",
  BELOW: "<",
  AT_MOST: "<=",
  ABOVE: ">",
  AT_LEAST: ">=",
  IN: "in",
  KNOWN: "known",
  NOT_KNOWN: "not known",
} as const satisfies Record<string, Operator>;

registerEnumType(OperatorEnum, {
  name: "MeasureOperator",
  description: "How a field of a fact is compared. A field that is not known meets none of these but NOT_KNOWN.",
  valuesConfig: {
    EQUALS: { description: "Is the value." },
    DIFFERS: { description: "Is another value." },
    BELOW: { description: "Is less than the number or before the day." },
    AT_MOST: { description: "Is not more than the number or not after the day." },
    ABOVE: { description: "Is more than the number or after the day." },
    AT_LEAST: { description: "Is not less than the number or not before the day." },
    IN: { description: "Is one of the values." },
    KNOWN: { description: "Has a value." },
    NOT_KNOWN: { description: "Has no value." },
  },
});

export const AggregateEnum = Object.fromEntries(AGGREGATES.map((one) => [one.toUpperCase(), one])) as Record<
  string,
  (typeof AGGREGATES)[number]
>;

registerEnumType(AggregateEnum, {
  name: "MeasureAggregate",
  description: "What a measure makes of the facts that meet its conditions.",
  valuesConfig: {
    COUNT: { description: "How many they are." },
    SUM: { description: "The sum of a field." },
    MIN: { description: "The least value of a field; none without facts." },
    MAX: { description: "The greatest value of a field; none without facts." },
  },
});

export const MeasureUnitEnum = {
  COUNT: "count",
  SECONDS: "seconds",
  MONEY: "money",
  POINTS: "points",
  PEOPLE: "people",
} as const satisfies Record<string, MeasureUnit>;

registerEnumType(MeasureUnitEnum, {
  name: "MeasureUnit",
  description: "In which unit a measure counts. Formulas add up and take away what has the same unit.",
  valuesConfig: {
    COUNT: { description: "Facts." },
    SECONDS: { description: "Seconds." },
    MONEY: { description: "Minor units of the contract's currency." },
    POINTS: { description: "Points of a form or scale." },
    PEOPLE: { description: "People." },
  },
});

@ObjectType("Measure", { simpleResolvers: true, description: "A number that formulas of KPIs are made of." })
export class MeasureType {
  @Field(() => String, { description: "As formulas name it: `answered_within`." })
  code!: string;

  @Field(() => String, { description: "What it counts, in English." })
  description!: string;

  @Field(() => StreamEnum, { description: "Which facts it counts." })
  stream!: Stream;

  @Field(() => MeasureUnitEnum, { description: "In which unit." })
  unit!: MeasureUnit;

  @Field(() => String, { description: "The instant that decides on which day a fact counts." })
  attribution!: string;

  @Field(() => [String], { description: "Names of the parameters that it needs from the KPI." })
  parameters!: Measure["parameters"];
}

@ObjectType("MeasureField", { simpleResolvers: true, description: "A field of facts that conditions may look at." })
export class MeasureFieldType {
  @Field(() => String, { description: "As conditions name it." })
  name!: string;

  @Field(() => String, { description: "`number`, `text`, `flag` or `day`." })
  type!: string;

  @Field(() => MeasureUnitEnum, { nullable: true, description: "Null: it is compared only, never added up." })
  unit!: MeasureUnit | null;

  @Field(() => [String], { nullable: true, description: "The only words it can be; null: any." })
  words?: readonly string[] | null;

  @Field(() => String, { description: "What it says, in English." })
  description!: string;
}

@InputType({ description: "A condition on a field. Give one of text, number, flag, texts, numbers and parameter." })
export class MeasureConditionInput {
  @Field(() => String, { description: "As in `MeasureField.name`." })
  field!: string;

  @Field(() => OperatorEnum, { description: "How it is compared." })
  is!: Operator;

  @Field(() => String, { nullable: true, description: "For texts and days (YYYY-MM-DD)." })
  text?: string | null;

  @Field(() => Float, { nullable: true, description: "For numbers." })
  number?: number | null;

  @Field(() => Boolean, { nullable: true, description: "For flags." })
  flag?: boolean | null;

  @Field(() => [String], { nullable: true, description: "For IN." })
  texts?: string[] | null;

  @Field(() => [Float], { nullable: true, description: "For IN." })
  numbers?: number[] | null;

  @Field(() => String, { nullable: true, description: "Name of a parameter of the KPI, whose value is the number." })
  parameter?: string | null;
}

@InputType({ description: "What a measure counts for a range of days." })
export class MeasureVersionInput extends DatedInput {
  @Field(() => AggregateEnum, { nullable: true, description: "Left out: COUNT." })
  aggregate?: (typeof AGGREGATES)[number] | null;

  @Field(() => String, { nullable: true, description: "The field for SUM, MIN and MAX." })
  of?: string | null;

  @Field(() => [MeasureConditionInput], { nullable: true, description: "All of them must hold. Left out: every fact." })
  where?: MeasureConditionInput[] | null;

  @Field(() => String, { nullable: true, description: "The instant that decides the day. Left out: the usual one." })
  attribution?: string | null;
}

@InputType({ description: "A measure with all its versions; the one with this code is changed, or else made." })
export class DefineMeasureInput extends ActInput {
  @Field(() => String, { nullable: true, description: "Code of the client. Left out: for every client." })
  client?: string | null;

  @Field(() => String, { description: "Small letters, digits and underscores; means one thing everywhere." })
  code!: string;

  @Field(() => StreamEnum, { description: "Which facts it counts. Cannot be changed later." })
  stream!: Stream;

  @Field(() => String, { description: "What it counts, in a sentence." })
  description!: string;

  @Field(() => [MeasureVersionInput], { description: "All of them: what is left out no longer applies." })
  versions!: MeasureVersionInput[];
}

/** A condition as documents write it. */
export const writtenCondition = (one: MeasureConditionInput): Partial<Condition> & { field: string; is: Operator } => ({
  field: one.field,
  is: one.is,
  value: one.text ?? one.number ?? one.flag ?? null,
  values: one.texts ?? one.numbers ?? null,
  parameter: one.parameter ?? null,
});

@ObjectType({ simpleResolvers: true, description: "The measure as it is now defined." })
export class DefineMeasurePayload extends Payload {
  @Field(() => MeasureType, { nullable: true, description: "Null when refused." })
  measure?: Measure | null;
}
