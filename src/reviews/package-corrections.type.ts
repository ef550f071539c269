import { Field, Int, ObjectType } from "type-graphql";
import { DateTime } from "../platform/graphql/scalars";
import type { Outcome } from "../scorecards/objective-result.entity";
import { OutcomeEnum } from "../scorecards/objective-result.type";
import { PackagePeriodType } from "./package-figures.type";

@ObjectType("PackageCorrectedFigure", {
  simpleResolvers: true,
  description: "A figure before and after a restatement.",
})
class CorrectedFigureType {
  @Field(() => String, { description: "Name of the objective, contract, service or team." })
  subject!: string;

  @Field(() => String, { description: "Name of the KPI." })
  kpi!: string;

  @Field(() => String, { description: "As it was shown, for people; `–` where there was none." })
  before!: string;

  @Field(() => String, { description: "As it is now, for people; `–` where there is none." })
  after!: string;

  @Field(() => OutcomeEnum, { nullable: true, description: "Of an objective, before; null for scorecards." })
  outcomeBefore!: Outcome | null;

  @Field(() => OutcomeEnum, { nullable: true, description: "Of an objective, now; null for scorecards." })
  outcomeAfter!: Outcome | null;
}

@ObjectType("PackageCorrection", { simpleResolvers: true, description: "A restatement since the package before." })
class CorrectionType {
  @Field(() => PackagePeriodType, { description: "Whose figures were corrected." })
  period!: PackagePeriodType;

  @Field(() => DateTime, { description: "Since when the new figures are in force." })
  appliedAt!: string;

  @Field(() => String, { description: "Why." })
  reason!: string;

  @Field(() => String, { nullable: true, description: "Where the evidence is; a reference. Null: none was given." })
  evidence!: string | null;

  @Field(() => String, { description: "Name of who made or proposed it." })
  proposedBy!: string;

  @Field(() => String, { nullable: true, description: "Who consented for the client; null where nobody had to." })
  consentedBy!: string | null;

  @Field(() => [CorrectedFigureType], { description: "Figures of objectives, contract, services and teams." })
  figures!: readonly CorrectedFigureType[];

  @Field(() => Int, { description: "How many scorecards of single people changed." })
  people!: number;
}

@ObjectType("CorrectionsSection", {
  simpleResolvers: true,
  description: "Final figures that were restated since the package before. Absent when there are none.",
})
export class CorrectionsSection {
  @Field(() => [CorrectionType], { description: "The earliest first." })
  restatements!: readonly CorrectionType[];
}
