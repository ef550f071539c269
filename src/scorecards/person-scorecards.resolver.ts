import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from "type-graphql";
import { namedClient } from "../contracts/contract.resolver";
import { contractsByCode } from "../contracts/contract.loaders";
import { onlyOne } from "../contracts/only-one";
import type { Person } from "../people/person.entity";
import { PersonType } from "../people/person.type";
import { roleByCode } from "../people/role.loaders";
import type { ApiContext } from "../platform/graphql/context";
import { DateTime } from "../platform/graphql/scalars";
import { pastInstant } from "./as-of";
import { contractsWorkedUnder, scorecardsOfPerson } from "./person-scorecards.loaders";
import { resultsOnDay, type Computed } from "./results-on-day.loaders";
import { costOfResult, ResultArgs } from "./scorecard-args.type";
import { periodUnder } from "./scorecard-reading";
import { scorecardOf } from "./scorecard.loaders";
import { ScorecardType } from "./scorecard.type";
import { periodOf, type ScorecardView } from "./scorecard-view";
import { wholeId } from "./whole.rules";

/** Nobody holds more positions in a period than a page would show. */
const MOST_PARTS = 10;

@ArgsType()
class PersonScorecardArgs extends ResultArgs {
  @Field(() => String, { description: "Code of the contract." })
  contract!: string;

  @Field(() => String, {
    nullable: true,
    description: "Code of the client; needed where several of yours use the same code.",
  })
  client?: string | null;
}

const PART_OF = "As believed at this instant. Left out: now.";

@Resolver(() => PersonType)
export class PersonScorecardsResolver {
  @FieldResolver(() => ScorecardType, {
    nullable: true,
    description:
      "All own work under a contract in a period: of several positions the whole, whose `parts` add up to it; of a single " +
      "one that position's. Without own work: the only position's, if there is one. Null when nothing was computed.",
    complexity: costOfResult,
  })
  async scorecard(
    @Root() person: Person,
    @Args(() => PersonScorecardArgs) args: PersonScorecardArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<ScorecardView | null> {
    const client = await namedClient(ctx, args.client);
    if (args.client != null && !client) return null;
    const found = await ctx.loader(contractsByCode).load(args.contract);
    const contract = onlyOne("contract", args.contract, found, client?.id);
    if (!contract) return null;
    const cards = await cardsUnder(ctx, person, { clientId: contract.clientId, contractId: contract.id }, args);
    return cards.find(({ subjectKind }) => subjectKind === "person") ?? theOnlyOne(ctx, cards);
  }

  @FieldResolver(() => [ScorecardType], {
    description:
      "Of every position held in a period, under all contracts that you may see: what a person's wholes consist of.",
    complexity: ({ args, childComplexity }) => costOfResult({ args, childComplexity: childComplexity * MOST_PARTS }),
  })
  async scorecards(
    @Root() person: Person,
    @Args(() => ResultArgs) args: ResultArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<ScorecardView[]> {
    const places = await ctx.loader(contractsWorkedUnder).load(person.id);
    const cards = await Promise.all(places.map((place) => cardsUnder(ctx, person, place, args)));
    return cards.flat().filter(({ subjectKind }) => subjectKind === "position");
  }
}

@Resolver(() => ScorecardType)
export class ScorecardPartsResolver {
  @FieldResolver(() => [ScorecardType], {
    description: "Of a person's whole: the positions it consists of, in the order held. Empty for everything else.",
    complexity: ({ childComplexity }) => 1 + childComplexity * MOST_PARTS,
  })
  async parts(
    @Root() card: ScorecardView,
    @Arg("asOf", () => DateTime, { nullable: true, description: PART_OF }) asOf: Date | null,
    @Ctx() ctx: ApiContext,
  ): Promise<ScorecardView[]> {
    if (card.subjectKind !== "person") return [];
    const parts = await Promise.all(card.positions.map(({ id }) => related(ctx, card, { kind: "position", id, asOf })));
    return parts.flatMap((part) => part ?? []);
  }

  @FieldResolver(() => ScorecardType, {
    nullable: true,
    description:
      "Of a position that was not the only one for own work: the person's whole it is part of. Null otherwise.",
  })
  async whole(
    @Root() card: ScorecardView,
    @Arg("asOf", () => DateTime, { nullable: true, description: PART_OF }) asOf: Date | null,
    @Ctx() ctx: ApiContext,
  ): Promise<ScorecardView | null> {
    if (card.subjectKind !== "position" || card.personId === null) return null;
    const id = wholeId(card.contractId, card.personId);
    const whole = await related(ctx, card, { kind: "person", id, asOf });
    return whole?.positions.some((part) => part.id === card.subjectId) ? whole : null;
  }
}

interface Place {
  readonly clientId: string;
  readonly contractId: string;
}

async function cardsUnder(
  ctx: ApiContext,
  { id: personId }: Person,
  { clientId, contractId }: Place,
  args: ResultArgs,
): Promise<readonly ScorecardView[]> {
  const period = await periodUnder(ctx, contractId, args.period);
  if (!period) return [];
  const asOf = pastInstant(args.asOf, ctx.now);
  if (args.validOn == null) return ctx.loader(scorecardsOfPerson).load({ personId, contractId, period, asOf });
  const { cards } = await ctx.loader(resultsOnDay).load({ clientId, contractId, period, asOf, validOn: args.validOn });
  return cards.filter((card) => card.personId === personId);
}

/** Of cards without a whole: that of own work, else the only one. */
async function theOnlyOne(ctx: ApiContext, cards: readonly ScorecardView[]): Promise<ScorecardView | null> {
  const roles = await Promise.all(cards.map(({ roleCode }) => ctx.loader(roleByCode).load(roleCode ?? "")));
  const own = cards.filter((_, index) => roles[index]?.scope === "own");
  const left = own.length > 0 ? own : cards;
  return left.length === 1 ? (left[0] ?? null) : null;
}

interface Related {
  readonly kind: "person" | "position";
  readonly id: string;
  readonly asOf: Date | null;
}

/** Another scorecard of the same period: as published, or computed by the same day's definitions. */
async function related(ctx: ApiContext, card: ScorecardView, { kind, id, asOf }: Related) {
  const period = periodOf(card);
  const instant = pastInstant(asOf, ctx.now);
  const { clientId, contractId, validOn } = card as Partial<Computed<ScorecardView>> & ScorecardView;
  if (!validOn) return ctx.loader(scorecardOf).load({ kind, subjectId: id, period, asOf: instant });
  const { cards } = await ctx.loader(resultsOnDay).load({ clientId, contractId, period, asOf: instant, validOn });
  return cards.find((one) => one.subjectKind === kind && one.subjectId === id);
}
