import { CascadeAboutResolver, CascadeCheckResolver, ContractCascadeResolver } from "../cascade/cascade.resolver";
import { CascadeFindingList } from "../cascade/cascade.type";
import { ContractCrucialResolver, KpiCheckResolver } from "../crucial/crucial.resolver";
import { ContractForumsResolver, ForumResolver } from "../reviews/forum.resolver";
import { ForumList } from "../reviews/forum.type";
import { KpiUsedByResolver } from "../reviews/kpi-used-by.resolver";
import { ReviewPackageResolver } from "../reviews/package.resolver";
import { ReviewResolver } from "../reviews/review.resolver";
import { ReviewList } from "../reviews/review.type";

/** Forums, reviews and checks. */
export const GOVERNANCE_RESOLVERS = [
  ...[ForumResolver, ContractForumsResolver, ForumList.Resolver],
  ...[KpiUsedByResolver],
  ...[ReviewResolver, ReviewPackageResolver, ReviewList.Resolver],
  ...[ContractCascadeResolver, CascadeCheckResolver, CascadeAboutResolver, CascadeFindingList.Resolver],
  ...[ContractCrucialResolver, KpiCheckResolver],
];
