import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { ApiContext } from "../platform/graphql/context";
import { sha256 } from "../shared/canonical-hash";
import { globalId } from "../shared/ids";
import type { PackageDocument } from "./package-document";
import { asGraph, PackagePeriodType } from "./package-figures.type";
import { PackageSection } from "./package-sections.type";
import type { Review } from "./review.entity";
import { packageDocumentOf, reviewById, type PackageHead } from "./review.loaders";
import { PackageDownloadType, ReviewPackageType, ReviewType } from "./review.type";

@Resolver(() => ReviewPackageType)
export class ReviewPackageResolver {
  @FieldResolver(() => ReviewType, { nullable: true, description: "The review it was compiled for." })
  review(@Root() head: PackageHead, @Ctx() ctx: ApiContext): Promise<Review | undefined> {
    return ctx.loader(reviewById).load(head.reviewId);
  }

  @FieldResolver(() => [PackagePeriodType], { description: "The reviewed period last, those before it oldest first." })
  async periods(@Root() head: PackageHead, @Ctx() ctx: ApiContext): Promise<PackageDocument["periods"]> {
    return (await documentOf(ctx, head)).periods;
  }

  @FieldResolver(() => [PackageSection], { description: "The material, in the order in which it is read." })
  async sections(@Root() head: PackageHead, @Ctx() ctx: ApiContext): Promise<object[]> {
    const { corrections, settlement, moneyCorrections, ...document } = asGraph(await documentOf(ctx, head));
    const { misses, objectives, charts, scorecards, rankings, dataQuality } = document;
    return [
      ...(corrections ? [{ __typename: "CorrectionsSection", restatements: corrections }] : []),
      { __typename: "MissesSection", misses },
      { __typename: "ObjectivesSection", objectives },
      ...(settlement ? [{ __typename: "SettlementSection", ...settlement }] : []),
      ...(moneyCorrections ? [{ __typename: "MoneyCorrectionsSection", corrections: moneyCorrections }] : []),
      { __typename: "ChartsSection", charts },
      { __typename: "ScorecardsSection", scorecards },
      { __typename: "RankingsSection", rankings },
      { __typename: "DataQualitySection", ...dataQuality },
    ];
  }

  @FieldResolver(() => Boolean, { description: "Whether the stored document still has its hash; worked out anew." })
  async isIntact(@Root() head: PackageHead, @Ctx() ctx: ApiContext): Promise<boolean> {
    return sha256((await ctx.loader(packageDocumentOf).load(head.id)) ?? "") === head.contentHash;
  }

  @FieldResolver(() => [PackageDownloadType], { description: "The package as files." })
  downloads(@Root() head: PackageHead): PackageDownloadType[] {
    const id = globalId("ReviewPackage", head.id);
    return ["html", "json"].map((format) => ({ format, url: `/packages/${id}.${format}` }));
  }
}

async function documentOf(ctx: ApiContext, head: PackageHead): Promise<PackageDocument> {
  const text = await ctx.loader(packageDocumentOf).load(head.id);
  return JSON.parse(text ?? "{}") as PackageDocument;
}
