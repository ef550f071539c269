import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from "type-graphql";
import type { Contract } from "../contracts/contract.entity";
import { contractById } from "../contracts/contract.loaders";
import { ContractType } from "../contracts/contract.type";
import type { Service } from "../contracts/service.entity";
import { serviceById } from "../contracts/service.loaders";
import { ServiceType } from "../contracts/service.type";
import { ConnectionArgs, pageOf, type Connection, type Page } from "../platform/graphql/connection";
import type { ApiContext } from "../platform/graphql/context";
import { pageUnder } from "../platform/graphql/row-list";
import { LocalDate } from "../platform/graphql/scalars";
import type { Day } from "../shared/day";
import type { Person } from "./person.entity";
import { personById } from "./person.loaders";
import { PersonType } from "./person.type";
import type { Training } from "./training.entity";
import { trainingsGivenBy, trainingsOfContract, trainingsReceivedBy } from "./training.loaders";
import { TrainingList, TrainingType } from "./training.type";

@ArgsType()
class TrainingArgs extends ConnectionArgs {
  @Field(() => LocalDate, { nullable: true, description: "Those that hold on this local day; all when left out." })
  validOn?: Day | null;
}

const asked = (args: TrainingArgs): Page => pageOf(args, { list: "trainings", validOn: args.validOn ?? null }, 2);

@Resolver(() => TrainingType)
export class TrainingResolver {
  @FieldResolver(() => PersonType, { description: "Who trains." })
  trainer(@Root() training: Training, @Ctx() ctx: ApiContext): Promise<Person | undefined> {
    return ctx.loader(personById).load(training.trainerId);
  }

  @FieldResolver(() => PersonType, { description: "Whose work is answered for." })
  trainee(@Root() training: Training, @Ctx() ctx: ApiContext): Promise<Person | undefined> {
    return ctx.loader(personById).load(training.traineeId);
  }

  @FieldResolver(() => ContractType, { description: "Under which contract." })
  contract(@Root() training: Training, @Ctx() ctx: ApiContext): Promise<Contract | undefined> {
    return ctx.loader(contractById).load(training.contractId);
  }

  @FieldResolver(() => ServiceType, { nullable: true, description: "On which service; null: on every one." })
  service(@Root() { serviceId }: Training, @Ctx() ctx: ApiContext): Promise<Service | undefined> | null {
    return serviceId === null ? null : ctx.loader(serviceById).load(serviceId);
  }
}

@Resolver(() => PersonType)
export class PersonTrainingsResolver {
  @FieldResolver(() => TrainingList.Connection, { description: "Whom this person trains or trained, by first day." })
  trainingsGiven(
    @Root() person: Person,
    @Args(() => TrainingArgs) args: TrainingArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<Training>> {
    return pageUnder(ctx, trainingsGivenBy, person.id, asked(args));
  }

  @FieldResolver(() => TrainingList.Connection, { description: "Who trains or trained this person, by first day." })
  trainingsReceived(
    @Root() person: Person,
    @Args(() => TrainingArgs) args: TrainingArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<Training>> {
    return pageUnder(ctx, trainingsReceivedBy, person.id, asked(args));
  }
}

@Resolver(() => ContractType)
export class ContractTrainingsResolver {
  @FieldResolver(() => TrainingList.Connection, { description: "Who trains whom under it, by first day." })
  trainings(
    @Root() contract: Contract,
    @Args(() => TrainingArgs) args: TrainingArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<Training>> {
    return pageUnder(ctx, trainingsOfContract, contract.id, asked(args));
  }
}
