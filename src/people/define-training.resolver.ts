import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import type { ApiContext } from "../platform/graphql/context";
import { define } from "../platform/graphql/definition";
import { ActInput, Payload, type Outcome } from "../platform/graphql/mutation";
import { LocalDate } from "../platform/graphql/scalars";
import type { Day } from "../shared/day";
import type { Training } from "./training.entity";
import { TrainingService } from "./training.service";
import { TrainingType } from "./training.type";

@InputType({
  description:
    "Who trains whom. A training of the same trainer, trainee, contract and service whose days meet these is corrected; " +
    "otherwise a new one is made.",
})
export class TrainingInput {
  @Field(() => String, { description: "Code of the client." })
  client!: string;

  @Field(() => String, { description: "Code of the contract." })
  contract!: string;

  @Field(() => String, { description: "Code of the person who trains." })
  trainer!: string;

  @Field(() => String, { description: "Code of the person trained." })
  trainee!: string;

  @Field(() => String, { nullable: true, description: "Code of the service. Left out: every one of the contract." })
  service?: string | null;

  @Field(() => LocalDate, { nullable: true, description: "First local day. Left out: the contract's first day." })
  validFrom?: Day | null;

  @Field(() => LocalDate, { nullable: true, description: "First local day after it. Left out: open-ended." })
  validUntil?: Day | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: the training was entered by mistake and never was. Left out: false.",
  })
  withdrawn?: boolean | null;
}

@InputType({ description: "Trainings, checked together and written all or none." })
export class DefineTrainingsInput extends ActInput {
  @Field(() => [TrainingInput], { description: "Each whole." })
  trainings!: TrainingInput[];
}

@ObjectType({ simpleResolvers: true, description: "The trainings as they are now defined." })
export class DefineTrainingsPayload extends Payload {
  @Field(() => [TrainingType], { nullable: true, description: "Null when refused; without those withdrawn." })
  trainings?: Training[] | null;
}

@Resolver()
export class DefineTrainingsResolver {
  @Mutation(() => DefineTrainingsPayload, {
    description: "Says who trains whom, corrects that, or withdraws it. Needs WRITE_SETUP.",
  })
  defineTrainings(
    @Arg("input", () => DefineTrainingsInput, { description: "The trainings." }) input: DefineTrainingsInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<DefineTrainingsPayload>> {
    return define(ctx, { name: "defineTrainings", input }, async (context, { trainings }) => {
      const under = (index: number): readonly string[] => ["trainings", String(index)];
      const defined = await ctx.service(TrainingService).defineAll(ctx.tx, context, trainings, under);
      return { trainings: defined.flatMap(({ thing }) => thing ?? []) };
    });
  }
}
