import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { ApiContext } from "../platform/graphql/context";
import type { Consequences } from "../scorecards/restatements/restatement-changes";
import { RestatementConsequencesType } from "../scorecards/restatements/restatement.type";
import { packageById, type PackageHead } from "./review.loaders";
import { ReviewPackageType } from "./review.type";

@Resolver(() => RestatementConsequencesType)
export class RestatedPackagesResolver {
  @FieldResolver(() => [ReviewPackageType], {
    description: "Review packages that were compiled with the old figures, the earliest first. They stay as they were.",
  })
  async packages(@Root() { packageIds }: Consequences, @Ctx() ctx: ApiContext): Promise<PackageHead[]> {
    const found = await Promise.all(packageIds.map((id) => ctx.loader(packageById).load(id)));
    return found.filter((one) => one !== undefined);
  }
}
