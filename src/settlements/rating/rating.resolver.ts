import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Contract } from "../../contracts/contract.entity";
import { ContractType } from "../../contracts/contract.type";
import { moneyOf } from "../../kpis/money.rules";
import type { ApiContext } from "../../platform/graphql/context";
import { LocalDate } from "../../platform/graphql/scalars";
import { dayOf, type Day } from "../../shared/day";
import { decimalText, type Rational } from "../../shared/rational";
import { counterView } from "../settlement-views.rules";
import { ratedPeriods } from "./rating.queries";
import { ratingOver, type Performance, type Rating } from "./rating.rules";
import { ContractRatingType, type PerformanceType, type RatingWindowType } from "./rating.type";

const AS_OF = {
  nullable: true,
  description: "Of periods that ended by this local day; today, where the contract is, when left out.",
};

@Resolver(() => ContractType)
export class ContractRatingResolver {
  @FieldResolver(() => ContractRatingType, {
    nullable: true,
    description: "How it performs over rolling 6 and 12 settled periods; null when you may see no settlement of it.",
  })
  async rating(
    @Root() contract: Contract,
    @Arg("asOf", () => LocalDate, AS_OF) asOf: Day | null,
    @Ctx() ctx: ApiContext,
  ): Promise<ContractRatingType | null> {
    const on = asOf ?? dayOf(ctx.now, contract.timeZone);
    const periods = await ctx.loader(ratedPeriods).load({ contractId: contract.id, asOf: on });
    const last = periods.at(-1);
    if (!last) return null;
    const view = (over: number): RatingWindowType => windowView(ratingOver(periods, over), contract.currency);
    return { asOf: on, six: view(6), twelve: view(12), counters: last.settled.counters.map(counterView) };
  }
}

const text = (share: Rational | null): string | null => share && decimalText(share);

const performanceView = ({ met, atMinimum, change, points, ...counts }: Performance): PerformanceType => ({
  ...{ ...counts, met: text(met), atMinimum: text(atMinimum), change: text(change), points: decimalText(points) },
});

const windowView = (rating: Rating, currency: string): RatingWindowType => ({
  ...performanceView(rating),
  ...{ over: rating.over, periods: rating.periods, notices: rating.notices },
  ...{ credits: moneyOf(rating.credits, currency), fees: moneyOf(rating.fees, currency) },
  ...{
    creditShare: text(rating.creditShare),
    grade: rating.grade?.name ?? null,
    gradeReason: rating.grade?.why ?? null,
  },
  objectives: rating.objectives.map(({ code, ...one }) => ({ code, ...performanceView(one) })),
});
