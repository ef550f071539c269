import { ArrayMaxSize, ArrayUnique, IsOptional, MaxLength, MinLength } from "class-validator";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import type { ExclusionKind } from "../../contracts/exclusions/exclusion.rules";
import { ExclusionKindEnum } from "../../contracts/exclusions/exclusion-enums.type";
import type { Exclusion } from "../../contracts/exclusions/exclusion.entity";
import { ActInput, Payload } from "../../platform/graphql/mutation";
import { DateTime, LocalDate } from "../../platform/graphql/scalars";
import type { Day } from "../../shared/day";
import { ExclusionType } from "./exclusion.type";

/** Long enough to say something. */
const SHORTEST_REASON = 10;
const LONGEST_TEXT = 2_000;
const MOST_NAMED = 100;

@InputType({ description: "A time that is not to count, whose approval is asked for." })
export class RequestExclusionInput extends ActInput {
  @Field(() => String, { nullable: true, description: "Code of the client. Null where you reach only one." })
  client?: string | null;

  @Field(() => String, { description: "Code of the contract." })
  contract!: string;

  @Field(() => String, { description: "A code of your choosing, unique within the contract." })
  code!: string;

  @Field(() => ExclusionKindEnum, { description: "Why it is not to count." })
  kind!: ExclusionKind;

  @MinLength(SHORTEST_REASON)
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { description: "What happened; 10 to 2,000 characters. Both parties read it." })
  reason!: string;

  @IsOptional()
  @ArrayMaxSize(MOST_NAMED)
  @MaxLength(LONGEST_TEXT, { each: true })
  @Field(() => [String], { nullable: true, description: "Where the evidence is: links, file numbers. Not the files." })
  evidence?: string[] | null;

  @Field(() => DateTime, { nullable: true, description: "The first instant that does not count; or give `firstDay`." })
  fromAt?: Date | null;

  @Field(() => DateTime, { nullable: true, description: "The first instant that counts again; or give `endDay`." })
  untilAt?: Date | null;

  @Field(() => LocalDate, { nullable: true, description: "The first local day of the contract that does not count." })
  firstDay?: Day | null;

  @Field(() => LocalDate, { nullable: true, description: "The first local day of the contract that counts again." })
  endDay?: Day | null;

  @IsOptional()
  @ArrayMaxSize(MOST_NAMED)
  @ArrayUnique()
  @Field(() => [String], { nullable: true, description: "Codes of services it is about. Left out: all." })
  services?: string[] | null;

  @IsOptional()
  @ArrayMaxSize(MOST_NAMED)
  @ArrayUnique()
  @Field(() => [String], { nullable: true, description: "Channels it is about. Left out: all." })
  channels?: string[] | null;

  @IsOptional()
  @ArrayMaxSize(MOST_NAMED)
  @ArrayUnique()
  @Field(() => [String], {
    nullable: true,
    description: "Codes of objectives it is about. Left out: all that allow its kind.",
  })
  objectives?: string[] | null;
}

@InputType({ description: "A step of an exclusion, for your own party." })
export class ExclusionStepInput extends ActInput {
  @Field(() => ID, { description: "Id of the exclusion." })
  id!: string;

  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { nullable: true, description: "What there is to say; null: nothing." })
  note?: string | null;
}

@InputType({ description: "A step of an exclusion that needs a reason, for your own party." })
export class ReasonedExclusionStepInput extends ActInput {
  @Field(() => ID, { description: "Id of the exclusion." })
  id!: string;

  @MinLength(SHORTEST_REASON)
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { description: "Why; 10 to 2,000 characters." })
  reason!: string;
}

@ObjectType({ simpleResolvers: true, description: "The exclusion as it is now. Figures follow within seconds." })
export class ExclusionPayload extends Payload {
  @Field(() => ExclusionType, { nullable: true, description: "Null when refused." })
  exclusion?: Exclusion | null;
}
