import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { contractById } from "../contracts/contract.loaders";
import { ContractType } from "../contracts/contract.type";
import type { Contract } from "../contracts/contract.entity";
import { namedClient } from "../contracts/contract.resolver";
import { onlyOne } from "../contracts/only-one";
import { ConnectionArgs, pageOf, type Connection } from "../platform/graphql/connection";
import type { ApiContext } from "../platform/graphql/context";
import { pageOfAll, pageUnder } from "../platform/graphql/row-list";
import type { Forum } from "./forum.entity";
import { ForumList, ForumType } from "./forum.type";
import {
  forumRows,
  forumsByCode,
  forumsOfContract,
  latestPackageOfContract,
  latestReviewOfForum,
  nextReviewOfForum,
  reviewsOfForum,
  type PackageHead,
} from "./review.loaders";
import type { Review } from "./review.entity";
import { ReviewList, ReviewPackageType, ReviewType } from "./review.type";

const CLIENT = { nullable: true, description: "Code of the client; needed where several of yours use the same code." };

@Resolver(() => ForumType)
export class ForumResolver {
  @Query(() => ForumType, {
    nullable: true,
    description: "The forum of a code. Null when there is none that you may see.",
  })
  async forum(
    @Arg("code", () => String, { description: "Unique within a client." }) code: string,
    @Arg("client", () => String, CLIENT) clientCode: string | null,
    @Ctx() ctx: ApiContext,
  ): Promise<Forum | null> {
    const client = await namedClient(ctx, clientCode);
    if (clientCode != null && !client) return null;
    return onlyOne("forum", code, await ctx.loader(forumsByCode).load(code), client?.id);
  }

  @Query(() => ForumList.Connection, { description: "The forums you may see, by code." })
  forums(@Args(() => ConnectionArgs) args: ConnectionArgs, @Ctx() ctx: ApiContext): Promise<Connection<Forum>> {
    return pageOfAll(ctx, forumRows, pageOf(args, { list: "forums" }, 2));
  }

  @FieldResolver(() => ContractType, { description: "The contract it governs." })
  contract(@Root() forum: Forum, @Ctx() ctx: ApiContext): Promise<Contract | undefined> {
    return ctx.loader(contractById).load(forum.contractId);
  }

  @FieldResolver(() => ReviewList.Connection, { description: "Its sittings, oldest first, until three months ahead." })
  reviews(
    @Root() forum: Forum,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<Review>> {
    return pageUnder(ctx, reviewsOfForum, forum.id, pageOf(args, { list: "reviews" }, 2));
  }

  @FieldResolver(() => ReviewType, { nullable: true, description: "The next sitting, today's included; null: none." })
  nextReview(@Root() forum: Forum, @Ctx() ctx: ApiContext): Promise<Review | undefined> {
    return ctx.loader(nextReviewOfForum).load(forum.id);
  }

  @FieldResolver(() => ReviewType, { nullable: true, description: "The last sitting with a package; null: none yet." })
  latestReview(@Root() forum: Forum, @Ctx() ctx: ApiContext): Promise<Review | undefined> {
    return ctx.loader(latestReviewOfForum).load(forum.id);
  }
}

@Resolver(() => ContractType)
export class ContractForumsResolver {
  @FieldResolver(() => ForumList.Connection, { description: "The forums that govern it, by code." })
  forums(
    @Root() contract: Contract,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<Forum>> {
    return pageUnder(ctx, forumsOfContract, contract.id, pageOf(args, { list: "forums" }, 2));
  }

  @FieldResolver(() => ReviewPackageType, {
    nullable: true,
    description: "The latest version of the package about the latest period; null when none was compiled.",
  })
  latestPackage(@Root() contract: Contract, @Ctx() ctx: ApiContext): Promise<PackageHead | undefined> {
    return ctx.loader(latestPackageOfContract).load(contract.id);
  }
}
