import { Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { clientById, type ClientRow } from "../clients/client.loaders";
import { ClientType } from "../clients/client.type";
import { ConnectionArgs, pageOf, type Connection } from "../platform/graphql/connection";
import type { ApiContext } from "../platform/graphql/context";
import { versionOn } from "../platform/graphql/dated.type";
import { pageOfAll, pageUnder } from "../platform/graphql/row-list";
import { DateTime } from "../platform/graphql/scalars";
import { dayOf } from "../shared/day";
import type { FeedDeclaration } from "./feed-declaration.entity";
import type { FeedExpectation } from "./feed-expectation.entity";
import type { Feed } from "./feed.entity";
import { declarationsOfFeed, expectationsOfFeed, feedRows, feedsOfClient } from "./feed.loaders";
import { punctualityOf, watermarkOf, type FeedState, type Punctuality, type Watermark } from "./feed-state.rules";
import { FeedDeclarationType, FeedExpectationType, FeedList, FeedStateEnum, FeedType } from "./feed.type";

async function expectationOf({ id }: Feed, ctx: ApiContext): Promise<FeedExpectation | null> {
  const all = await ctx.loader(expectationsOfFeed).load(id);
  return all.find((one) => versionOn([one], dayOf(ctx.now, one.timeZone)) !== null) ?? null;
}

async function punctuality(feed: Feed, ctx: ApiContext): Promise<Punctuality> {
  return punctualityOf(feed, await expectationOf(feed, ctx), ctx.now);
}

async function watermark(feed: Feed, ctx: ApiContext): Promise<Watermark | null> {
  return watermarkOf(feed, (await expectationOf(feed, ctx))?.declares);
}

@Resolver(() => FeedType)
export class FeedResolver {
  @Query(() => FeedList.Connection, { description: "The feeds you may see, by stream and source." })
  feeds(@Args(() => ConnectionArgs) args: ConnectionArgs, @Ctx() ctx: ApiContext): Promise<Connection<Feed>> {
    return pageOfAll(ctx, feedRows, pageOf(args, { list: "feeds" }, 3));
  }

  @FieldResolver(() => ClientType, { description: "Whose facts it brings." })
  client(@Root() { clientId }: Feed, @Ctx() ctx: ApiContext): Promise<ClientRow | undefined> {
    return ctx.loader(clientById).load(clientId);
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description:
      "How far its data reaches: the later of `completeThrough` and `observedThrough`, or the former alone where only " +
      "declarations count. Null: not at all.",
  })
  async watermark(@Root() feed: Feed, @Ctx() ctx: ApiContext): Promise<Date | null> {
    return (await watermark(feed, ctx))?.at ?? null;
  }

  @FieldResolver(() => Boolean, {
    description:
      "Whether the watermark was declared by a sender; otherwise it is only what was seen, and earlier facts may still be missing.",
  })
  async isDeclared(@Root() feed: Feed, @Ctx() ctx: ApiContext): Promise<boolean> {
    return (await watermark(feed, ctx))?.isDeclared ?? false;
  }

  @FieldResolver(() => Int, { nullable: true, description: "Seconds since the watermark; null without one." })
  async ageSeconds(@Root() feed: Feed, @Ctx() ctx: ApiContext): Promise<number | null> {
    const mark = await watermark(feed, ctx);
    return mark && secondsBetween(mark.at, ctx.now);
  }

  @FieldResolver(() => FeedStateEnum, { description: "Whether what is due has come." })
  async state(@Root() feed: Feed, @Ctx() ctx: ApiContext): Promise<FeedState> {
    return (await punctuality(feed, ctx)).state;
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: "When the first data that is missing should have come, grace included; null while nothing is overdue.",
  })
  async lateSince(@Root() feed: Feed, @Ctx() ctx: ApiContext): Promise<Date | null> {
    return (await punctuality(feed, ctx)).lateSince;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "Seconds since `lateSince`; null while nothing is overdue.",
  })
  async lateBySeconds(@Root() feed: Feed, @Ctx() ctx: ApiContext): Promise<number | null> {
    const { lateSince } = await punctuality(feed, ctx);
    return lateSince && secondsBetween(lateSince, ctx.now);
  }

  @FieldResolver(() => FeedExpectationType, { nullable: true, description: "What is expected today; null: nothing." })
  expectation(@Root() feed: Feed, @Ctx() ctx: ApiContext): Promise<FeedExpectation | null> {
    return expectationOf(feed, ctx);
  }

  @FieldResolver(() => [FeedExpectationType], { description: "As believed now, by the days they apply on." })
  expectations(@Root() { id }: Feed, @Ctx() ctx: ApiContext): Promise<FeedExpectation[]> {
    return ctx.loader(expectationsOfFeed).load(id);
  }

  @FieldResolver(() => [FeedDeclarationType], {
    description: "The last 20 declarations that moved `completeThrough`, newest first.",
  })
  declarations(@Root() { id }: Feed, @Ctx() ctx: ApiContext): Promise<FeedDeclaration[]> {
    return ctx.loader(declarationsOfFeed).load(id);
  }
}

const secondsBetween = (from: Date, until: Date): number => Math.floor((until.getTime() - from.getTime()) / 1_000);

@Resolver(() => ClientType)
export class ClientFeedsResolver {
  @FieldResolver(() => FeedList.Connection, {
    description: "Where its facts come from, how far they reach and what is late, by stream and source.",
  })
  feeds(
    @Root() client: ClientRow,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<Feed>> {
    return pageUnder(ctx, feedsOfClient, client.id, pageOf(args, { list: "client feeds" }, 3));
  }
}
