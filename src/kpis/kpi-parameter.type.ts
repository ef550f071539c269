import { Field, Int, ObjectType } from "type-graphql";
import type { Parameters } from "./kpi-definition";

@ObjectType("KpiParameter", { simpleResolvers: true, description: "A parameter of a KPI with the value in use." })
export class KpiParameterType {
  @Field(() => String, { description: "Name, such as `thresholdSeconds`; the unit is part of it." })
  name!: string;

  @Field(() => Int, { description: "The value in use; a whole number." })
  value!: number;
}

export const parameterList = (parameters: Parameters): KpiParameterType[] =>
  Object.entries(parameters).map(([name, value]) => ({ name, value }));
