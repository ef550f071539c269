import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { DateTime, LocalDate } from "../platform/graphql/scalars";
import type { Day } from "../shared/day";
import { FINDING_CODES, type About, type FindingCode, type Severity } from "./cascade-finding";
import type { CascadeVerdict } from "./cascade.rules";
import { FINDING_MEANINGS } from "./finding-meanings";
import { connectionOf } from "../platform/graphql/connection";

export const SeverityEnum = { ERROR: "error", WARNING: "warning", NOTE: "note" } as const satisfies Record<
  string,
  Severity
>;

registerEnumType(SeverityEnum, {
  name: "CascadeSeverity",
  description: "How bad a finding of a cascade check is.",
  valuesConfig: {
    ERROR: { description: "Figures, scores or responsibilities are missing or a matter of chance because of it." },
    WARNING: { description: "Hardly meant so." },
    NOTE: { description: "Worth knowing; may well be right." },
  },
});

export const CascadeVerdictEnum = { PASS: "pass", WARN: "warn", FAIL: "fail" } as const satisfies Record<
  string,
  CascadeVerdict
>;

registerEnumType(CascadeVerdictEnum, {
  name: "CascadeVerdict",
  description: "What a cascade check came to.",
  valuesConfig: {
    PASS: { description: "Nothing was found, or notes only." },
    WARN: { description: "Warnings, but no errors." },
    FAIL: { description: "At least one error." },
  },
});

export const FindingCodeEnum = Object.fromEntries(FINDING_CODES.map((code) => [code, code])) as Record<
  FindingCode,
  FindingCode
>;

registerEnumType(FindingCodeEnum, {
  name: "CascadeFindingCode",
  description: "What a cascade check may find.",
  valuesConfig: Object.fromEntries(
    FINDING_CODES.map((code) => [code, { description: FINDING_MEANINGS[code] }]),
  ) as Record<FindingCode, { description: string }>,
});

@ObjectType("CascadeAbout", {
  simpleResolvers: true,
  description: "The things a finding is about; what has no part in it is null.",
})
export class CascadeAboutType {
  @Field(() => String, { nullable: true, description: "Code of the KPI." })
  kpiCode?: string;

  @Field(() => String, { nullable: true, description: "Code of the role." })
  roleCode?: string;
}

@ObjectType("CascadeFinding", {
  simpleResolvers: true,
  description: "Something in a setup that keeps a target from being handed down to whoever can reach it.",
})
export class CascadeFindingType {
  @Field(() => FindingCodeEnum, { description: "Which kind of thing; stable, for programs." })
  code!: FindingCode;

  @Field(() => SeverityEnum, { description: "How bad it is." })
  severity!: Severity;

  @Field(() => String, {
    description: "What was found, in English, with codes of roles, KPIs, services, teams and people, and the days.",
  })
  message!: string;

  @Field(() => String, { description: "What to do about it, in English." })
  remedy!: string;

  @Field(() => LocalDate, { description: "First local day on which it is so, of those looked at." })
  from!: Day;

  @Field(() => LocalDate, { nullable: true, description: "First local day on which it is not so; null: no end." })
  until!: Day | null;

  @Field(() => CascadeAboutType, { description: "What it is about." })
  about!: AboutView;
}

@ObjectType("CascadeCounts", { simpleResolvers: true, description: "How many findings there are, whatever is shown." })
export class CascadeCountsType {
  @Field(() => Int, { description: "Errors." })
  errors!: number;

  @Field(() => Int, { description: "Warnings." })
  warnings!: number;

  @Field(() => Int, { description: "Notes." })
  notes!: number;
}

@ObjectType("CascadeCheck", {
  simpleResolvers: true,
  description: "Whether a contract's setup hands its targets down to whoever can reach them. Worked out when asked.",
})
export class CascadeCheckType {
  @Field(() => DateTime, { description: "The setup was looked at as it was believed then." })
  asOf!: Date;

  @Field(() => LocalDate, { nullable: true, description: "First local day looked at; null when none is in the term." })
  from!: Day | null;

  @Field(() => LocalDate, { nullable: true, description: "First local day not looked at; null: all from `from` on." })
  until!: Day | null;

  @Field(() => CascadeVerdictEnum, { description: "By the worst finding." })
  verdict!: CascadeVerdict;

  @Field(() => CascadeCountsType, { description: "How many findings there are." })
  counts!: CascadeCountsType;
}

/** What a finding is about, with whose it is. */
export interface AboutView extends About {
  readonly serviceIds: readonly string[];
}

export const CascadeFindingList = connectionOf("CascadeFinding", "findings", () => CascadeFindingType);
