import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { display, displayChange } from "../kpis/kpi-display.rules";
import type { KpiDefinition, Language } from "../kpis/kpi-definition";
import { worthOf } from "../kpis/kpi-in-use.rules";
import { versionsByKpi } from "../kpis/kpi.loaders";
import { LanguageEnum } from "../kpis/kpi.type";
import { shareInterval, type Interval } from "../kpis/interval.rules";
import { BadUserInput } from "../platform/graphql/bad-input.errors";
import type { ApiContext } from "../platform/graphql/context";
import { PeriodKindEnum } from "../platform/graphql/period.type";
import { Decimal } from "../shared/decimal";
import type { PeriodKind } from "../shared/period";
import type { ExplanationStep } from "./explanation-step";
import { figureSteps } from "./adjusted/figure-steps.loaders";
import { explain, formulaText } from "./figure-explanation.rules";
import { windowOf } from "./figure-window.rules";
import {
  openFigure,
  previousFigure,
  recomputed,
  series,
  seriesPeriods,
  underAllDialects,
  type DialectView,
} from "./figure-reading";
import {
  DialectFigureType,
  ExplanationStepType,
  FigureChangeType,
  FigureDefinitionType,
  FigureType,
  IntervalType,
} from "./figure.type";
import type { FigureView } from "./scorecard-view";
import { explainWorth, publishedSeries } from "./worth-figures";
import { NO_SUMS } from "./sums-book.rules";

const LANGUAGE = "Language of units and number marks.";
const MOST_POINTS = 400;

interface FigureChange {
  readonly absolute: string;
  readonly kpi: KpiDefinition;
  readonly currency: string;
}

@Resolver(() => FigureType)
export class FigureResolver {
  @FieldResolver(() => String, {
    description:
      "For people, in the precision of the KPI: `81.1 %`, `1 m 07 s`, `€ 4.20`; `–` where there is no value.",
  })
  display(
    @Root() { kpi, value, clock }: FigureView,
    @Arg("language", () => LanguageEnum, { defaultValue: "en", description: LANGUAGE }) language: Language,
  ): string {
    return display(kpi, value, language, clock.currency);
  }

  @FieldResolver(() => IntervalType, {
    nullable: true,
    description: "95 % Wilson interval of a share by its sample; null for other units and without a value.",
  })
  interval(@Root() { kpi, value, numerator, denominator, sample }: FigureView): Interval | null {
    if (kpi.unit !== "share" || value === null || numerator === null || denominator === null) return null;
    return shareInterval({ value, numerator, denominator, sample });
  }

  @FieldResolver(() => FigureDefinitionType, { description: "The rule it was computed by." })
  async definition(@Root() { result, kpi }: FigureView, @Ctx() ctx: ApiContext): Promise<FigureDefinitionType> {
    const versions = await ctx.loader(versionsByKpi).load(result.kpiCode);
    return {
      kpiVersion: result.kpiVersion,
      dialect: result.dialect,
      parameters: Object.entries(result.parameters).map(([name, value]) => ({ name, value })),
      formula: formulaText(result),
      attribution: kpi.attribution,
      recordedAt: versions.find(({ version }) => version === result.kpiVersion)?.recordedAt ?? null,
    };
  }

  @FieldResolver(() => FigureType, {
    nullable: true,
    description:
      "The same KPI of the same subject in the period before, as it was published. Null when there was none, or " +
      "another dialect or other parameters applied: those are not comparable.",
  })
  previous(@Root() figure: FigureView, @Ctx() ctx: ApiContext): Promise<FigureView | null> {
    return previousFigure(ctx, figure);
  }

  @FieldResolver(() => FigureChangeType, {
    nullable: true,
    description: "Against `previous`; null when either of the two has no value.",
  })
  async change(@Root() figure: FigureView, @Ctx() ctx: ApiContext): Promise<FigureChange | null> {
    const before = await previousFigure(ctx, figure);
    const { kpi, clock } = figure;
    if (figure.value === null || before === null || before.value === null) return null;
    return { absolute: new Decimal(figure.value).minus(before.value).toFixed(), kpi, currency: clock.currency };
  }

  @FieldResolver(() => [FigureType], {
    description:
      "The same KPI and rule in a row of periods, oldest first, up to the end of this figure's period or to today " +
      "while that runs. Computed now from the daily measures, so `finality` is PROVISIONAL; the minimum sample holds " +
      "for periods as long as the figure's own only. Where a manual value is in force for the very period, the point " +
      "is that value, and its `source` says so; shorter and longer periods show what was measured.",
  })
  series(
    @Root() figure: FigureView,
    @Arg("by", () => PeriodKindEnum, { defaultValue: "day", description: "Length of each period." }) by: PeriodKind,
    @Arg("last", () => Int, {
      nullable: true,
      description: "How many periods, 1 to 400. Absent: those within this figure's period.",
    })
    last: number | null,
    @Ctx() ctx: ApiContext,
  ): Promise<FigureView[]> {
    if (last != null && (last < 1 || last > MOST_POINTS)) {
      throw new BadUserInput(`\`last\` is ${last}.`, {
        path: ["last"],
        remedy: `Ask for 1 to ${MOST_POINTS} periods.`,
      });
    }
    const shown = worthOf(figure.result) ? publishedSeries : series;
    return shown(ctx, figure, seriesPeriods(figure, by, last ?? null, ctx.now));
  }

  @FieldResolver(() => [DialectFigureType], {
    description: "The same facts under every formula of the KPI, side by side; computed now from the daily measures.",
  })
  dialects(@Root() figure: FigureView, @Ctx() ctx: ApiContext): Promise<DialectView[]> {
    return underAllDialects(ctx, figure);
  }

  @FieldResolver(() => [ExplanationStepType], {
    description: "Every step from facts to value, readable by someone who disputes it. Empty when its subject is gone.",
  })
  async explanation(@Root() figure: FigureView, @Ctx() ctx: ApiContext): Promise<ExplanationStep[]> {
    const worth = worthOf(figure.result);
    if (worth) return explainWorth(ctx, figure, worth);
    const opened = await openFigure(ctx, figure);
    if (!opened) return [];
    const [answer] = await recomputed(ctx, figure, ({ plan }) => ({
      ...{ periods: [windowOf(plan, figure.period)], kpis: [], minSample: 0 },
    }));
    const adjusted = await ctx.loader(figureSteps).load({ figure, ...opened });
    const { slots } = opened.sources;
    return explain(figure, { plan: opened.plan, sums: answer?.sums ?? NO_SUMS, slots, adjusted });
  }
}

@Resolver(() => FigureChangeType)
export class FigureChangeResolver {
  @FieldResolver(() => String, {
    description: "For people: `+1.2 pp`, `−12 s`, `±0`; shares differ by percentage points.",
  })
  display(
    @Root() { kpi, absolute, currency }: FigureChange,
    @Arg("language", () => LanguageEnum, { defaultValue: "en", description: LANGUAGE }) language: Language,
  ): string {
    return displayChange(kpi, absolute, language, currency);
  }
}

@Resolver(() => DialectFigureType)
export class DialectFigureResolver {
  @FieldResolver(() => String, { description: "The value for people; `–` where there is none." })
  display(
    @Root() dialect: DialectView,
    @Arg("language", () => LanguageEnum, { defaultValue: "en", description: LANGUAGE }) language: Language,
  ): string {
    return display(dialect.kpi, dialect.value, language, dialect.currency);
  }
}
