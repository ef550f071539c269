import { Field, Int, ObjectType } from "type-graphql";
import { KpiDirectionEnum, KpiFamilyEnum, KpiUnitEnum } from "../kpis/kpi.type";
import { KpiParameterType, parameterList } from "../kpis/kpi-parameter.type";
import { Decimal, LocalDate } from "../platform/graphql/scalars";
import { PeriodKindEnum } from "../platform/graphql/period.type";
import { FigureStatusEnum } from "../scorecards/figure.type";
import type { FigureStatus } from "../scorecards/scorecard.entity";
import type { Day } from "../shared/day";
import type { PeriodKind } from "../shared/period";
import type { Parameters } from "../kpis/kpi-definition";
import type { PackageKpi } from "./package-document";

@ObjectType("PackagePeriod", {
  simpleResolvers: true,
  description: "A period of a package; local days of the contract.",
})
export class PackagePeriodType {
  @Field(() => PeriodKindEnum, { description: "Length." })
  kind!: PeriodKind;

  @Field(() => LocalDate, { description: "First local day." })
  from!: Day;

  @Field(() => LocalDate, { description: "The local day after the last." })
  until!: Day;

  @Field(() => String, { description: "Short name, such as `2026-10`." })
  label!: string;
}

@ObjectType("PackageManual", {
  simpleResolvers: true,
  description: "Who entered a value in the place of the measured one.",
})
export class PackageManualType {
  @Field(() => String, { description: "Name of who entered it." })
  author!: string;

  @Field(() => String, { description: "Why." })
  reason!: string;

  @Field(() => String, { nullable: true, description: "Where the evidence is; null when none was named." })
  attachment!: string | null;

  @Field(() => String, { description: "What was measured, for people: `50.0 %`, `no data`." })
  measuredDisplay!: string;
}

@ObjectType("PackageFigure", { simpleResolvers: true, description: "A figure as it was frozen." })
export class PackageFigureType {
  @Field(() => Decimal, { nullable: true, description: "Unrounded, in the KPI's unit; null: `status` says why." })
  value!: string | null;

  @Field(() => String, { description: "For people, in English: `81.1 %`, `1 m 07 s`, `no data`." })
  display!: string;

  @Field(() => FigureStatusEnum, { description: "Why it has the value it has, or none." })
  status!: FigureStatus;

  @Field(() => Decimal, { nullable: true, description: "Above the line; null without data." })
  numerator!: string | null;

  @Field(() => Decimal, { nullable: true, description: "Below the line; null without data, and for counts." })
  denominator!: string | null;

  @Field(() => Int, { description: "How many facts it rests on." })
  sample!: number;

  @Field(() => PackageManualType, { nullable: true, description: "Who entered it; null: it was measured." })
  manual?: PackageManualType | null;
}

@ObjectType("PackageKpi", {
  simpleResolvers: true,
  description: "A KPI as the package names it, with dialect and parameters.",
})
export class PackageKpiType {
  @Field(() => String, { description: "Code in the catalogue." })
  code!: string;

  @Field(() => String, { description: "Name in English." })
  name!: string;

  @Field(() => KpiFamilyEnum, { description: "What it tells about." })
  family!: PackageKpi["family"];

  @Field(() => KpiUnitEnum, { description: "Unit of its values." })
  unit!: PackageKpi["unit"];

  @Field(() => KpiDirectionEnum, { description: "Which values are better." })
  direction!: PackageKpi["direction"];

  @Field(() => String, { nullable: true, description: "Of amounts of money, ISO 4217; null for other units." })
  currency!: string | null;

  @Field(() => String, { description: "The formula that was used." })
  dialect!: string;

  @Field(() => String, { description: "What that formula counts, in words." })
  rule!: string;

  @Field(() => [KpiParameterType], { description: "The parameters that were used." })
  parameters!: readonly KpiParameterType[];
}

/** The document as the graph shows it: parameters become a list, wherever a KPI stands. */
export function asGraph<T>(value: T): T {
  if (Array.isArray(value)) return value.map(asGraph) as T;
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, one]) => [
    key,
    key === "parameters" ? parameterList(one as Parameters) : asGraph(one),
  ]);
  return Object.fromEntries(entries) as T;
}
