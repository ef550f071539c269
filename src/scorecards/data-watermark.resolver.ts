import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { FeedType } from "../facts/feed.type";
import type { ExpectedFeed } from "../facts/feed.queries";
import { formulaOf } from "../kpis/kpi-formula.rules";
import { positionById } from "../people/position.loaders";
import { roleByCode } from "../people/role.loaders";
import type { ApiContext } from "../platform/graphql/context";
import { DateTime } from "../platform/graphql/scalars";
import { contractIdsOfClient, feedsOfContract } from "./data-watermark.loaders";
import { dataWatermark, type DataWatermark } from "./data-watermark.rules";
import { FigureType } from "./figure.type";
import { DataQualityType } from "./scorecard.type";
import type { DataQualityView, FigureSubject, FigureView } from "./scorecard-view";

@ObjectType("DataWatermark", {
  simpleResolvers: true,
  description: "How far the data behind figures reaches, seen from now.",
})
export class DataWatermarkType {
  @Field(() => DateTime, {
    nullable: true,
    description: "The earliest watermark of the feeds; null: no feed, or one of them has brought nothing yet.",
  })
  through!: Date | null;

  @Field(() => Boolean, { description: "Whether senders vouched for all of it; otherwise it is only what was seen." })
  isDeclared!: boolean;

  @Field(() => Boolean, {
    description:
      "Whether every stream has a feed and every feed reaches the period's end: by declaration, or by a fact on its " +
      "last local day or later.",
  })
  coversPeriod!: boolean;

  @Field(() => [FeedType], { description: "The feeds that were read, by stream and source." })
  feeds!: readonly ExpectedFeed[];

  @Field(() => [FeedType], { description: "Those of them from which data is overdue." })
  lateFeeds!: readonly ExpectedFeed[];
}

@Resolver(() => FigureType)
export class FigureWatermarkResolver {
  @FieldResolver(() => DataWatermarkType, { description: "How far the data of its streams reaches." })
  dataWatermark(@Root() { of, result, period }: FigureView, @Ctx() ctx: ApiContext): Promise<DataWatermark> {
    return watermark(ctx, of, { ...period, streams: formulaOf(result).streams });
  }
}

@Resolver(() => DataQualityType)
export class QualityWatermarkResolver {
  @FieldResolver(() => DataWatermarkType, { description: "How far the data of all streams of its items reaches." })
  dataWatermark(@Root() { of, period, kpis }: DataQualityView, @Ctx() ctx: ApiContext): Promise<DataWatermark> {
    const streams = [...new Set(kpis.flatMap((kpi) => formulaOf(kpi).streams))];
    return watermark(ctx, of, { ...period, streams });
  }
}

type Asked = Pick<Parameters<typeof dataWatermark>[1], "streams" | "until" | "timeZone">;

async function watermark(ctx: ApiContext, of: FigureSubject, asked: Asked): Promise<DataWatermark> {
  const serviceId = of.kind === "service" ? of.id : null;
  return dataWatermark(await feedsBehind(ctx, of), { ...asked, serviceId }, ctx.now);
}

/** Those of the contract; of every contract of the client for whoever answers for all of them. */
async function feedsBehind(ctx: ApiContext, of: FigureSubject): Promise<ExpectedFeed[]> {
  const position = of.kind === "position" ? await ctx.loader(positionById).load(of.id) : undefined;
  const role = position && (await ctx.loader(roleByCode).load(position.roleCode));
  if (role?.scope !== "all") return ctx.loader(feedsOfContract).load(of.contractId);
  const contractIds = await ctx.loader(contractIdsOfClient).load(of.clientId);
  const feeds = await Promise.all(contractIds.map((id) => ctx.loader(feedsOfContract).load(id)));
  return [...new Map(feeds.flat().map((feed) => [feed.id, feed])).values()];
}
