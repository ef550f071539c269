import { ArrayMaxSize } from "class-validator";
import { Field, InputType, Int } from "type-graphql";
import { NonNegativeInt } from "../../platform/graphql/scalars";

const PERIOD = "Number of the period it fell into: 1 is the first.";

@InputType({ description: "One event that made several objectives fail." })
export class WhatIfIncidentInput {
  @Field(() => Int, { defaultValue: 1, description: PERIOD })
  period!: number;

  @Field(() => String, { description: "What to call it." })
  code!: string;

  @ArrayMaxSize(100)
  @Field(() => [String], { description: "Codes of the objectives that it affected." })
  objectives!: string[];

  @Field(() => String, {
    nullable: true,
    description: "The objective whose credit the client chooses. Left out: the largest stands.",
  })
  chosen?: string | null;
}

@InputType({ description: "A report that had to be corrected." })
export class WhatIfReportErrorInput {
  @Field(() => Int, { defaultValue: 1, description: PERIOD })
  period!: number;

  @Field(() => NonNegativeInt, { description: "Days from the report to its correction." })
  daysToCorrection!: number;
}

/** What went wrong beside the figures; empty: nothing. */
export interface WhatIfEvents {
  readonly incidents: readonly WhatIfIncidentInput[];
  readonly reportErrors: readonly WhatIfReportErrorInput[];
}
