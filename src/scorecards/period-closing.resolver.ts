import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { ContractType } from "../contracts/contract.type";
import type { ApiContext } from "../platform/graphql/context";
import { PeriodInput, PeriodKindEnum } from "../platform/graphql/period.type";
import { DateTime, LocalDate } from "../platform/graphql/scalars";
import type { Day } from "../shared/day";
import { globalId } from "../shared/ids";
import type { PeriodKind } from "../shared/period";
import {
  calendarVersions,
  definitionsOfCard,
  kpiVersions,
  type DefinitionKind,
  type DefinitionVersion,
} from "./definition-version.rules";
import { sourcesOfContract } from "./figure-sources.loaders";
import { ObjectiveResultType } from "./objective-result.type";
import { closedThrough, closingOf, hasSameInputs, type ClosingRow } from "./period-closing.loaders";
import { calendarsInForce } from "./period-closing.rules";
import {
  ClosingDefinitionsType,
  ClosingWatermarkType,
  DefinitionVersionType,
  PeriodClosingType,
} from "./period-closing.type";
import type { Computed } from "./results-on-day.loaders";
import { periodUnder } from "./scorecard-reading";
import { ScorecardType } from "./scorecard.type";
import { periodOf, type ObjectiveResultView, type ScorecardView } from "./scorecard-view";

const RECORDED_AT = "Since when this very result has been believed.";
const FINAL_AT = "When it stopped following the facts; null while provisional.";
const VALID_ON = "Computed for whoever asked, by the definitions in force on this day; null: as it was published.";
const CLOSING = "How its period was closed; null while provisional.";

type Shown = Partial<Computed<ScorecardView | ObjectiveResultView>>;

@Resolver(() => ScorecardType)
export class ScorecardLifeResolver {
  @FieldResolver(() => DateTime, { description: RECORDED_AT })
  recordedAt(@Root() card: ScorecardView): Date {
    return card.recordedAt;
  }

  @FieldResolver(() => DateTime, { nullable: true, description: FINAL_AT })
  finalAt(@Root() card: ScorecardView): Date | null {
    return card.finalAt;
  }

  @FieldResolver(() => LocalDate, { nullable: true, description: VALID_ON })
  validOn(@Root() card: Shown): Day | null {
    return card.validOn ?? null;
  }

  @FieldResolver(() => PeriodClosingType, { nullable: true, description: CLOSING })
  closing(@Root() card: ScorecardView, @Ctx() ctx: ApiContext): Promise<ClosingRow | undefined> | null {
    return card.state === "provisional" ? null : ctx.loader(closingOf).load(card);
  }

  @FieldResolver(() => [DefinitionVersionType], {
    description: "Every version of a definition that it rests on, each once: KPIs first, calendars last.",
  })
  async definitions(@Root() card: ScorecardView, @Ctx() ctx: ApiContext): Promise<DefinitionVersionType[]> {
    return definitionsOfCard(card, await calendarsOf(ctx, card)).map(shown);
  }
}

/** Those of the closing, or those in force as it is believed now. */
async function calendarsOf(ctx: ApiContext, card: ScorecardView) {
  const closing = card.state === "provisional" ? undefined : await ctx.loader(closingOf).load(card);
  if (closing) return closing.definitions.calendars;
  const { clientId, contractId } = card;
  const sources = await ctx.loader(sourcesOfContract).load({ clientId, contractId });
  return sources ? calendarsInForce(sources.definitions, periodOf(card)) : [];
}

@Resolver(() => ObjectiveResultType)
export class ObjectiveResultLifeResolver {
  @FieldResolver(() => DateTime, { description: RECORDED_AT })
  recordedAt(@Root() result: ObjectiveResultView): Date {
    return result.recordedAt;
  }

  @FieldResolver(() => DateTime, { nullable: true, description: FINAL_AT })
  finalAt(@Root() result: ObjectiveResultView): Date | null {
    return result.finalAt;
  }

  @FieldResolver(() => LocalDate, { nullable: true, description: VALID_ON })
  validOn(@Root() result: Shown): Day | null {
    return result.validOn ?? null;
  }

  @FieldResolver(() => PeriodClosingType, { nullable: true, description: CLOSING })
  closing(@Root() result: ObjectiveResultView, @Ctx() ctx: ApiContext): Promise<ClosingRow | undefined> | null {
    return result.state === "provisional" ? null : ctx.loader(closingOf).load(result);
  }
}

@Resolver(() => ContractType)
export class ContractClosingResolver {
  @FieldResolver(() => PeriodClosingType, { nullable: true, description: "How a period was closed; null while open." })
  async closing(
    @Root() { id: contractId }: { id: string },
    @Arg("period", () => PeriodInput, { description: "Which period, in the contract's time zone." }) input: PeriodInput,
    @Ctx() ctx: ApiContext,
  ): Promise<ClosingRow | undefined> {
    const period = await periodUnder(ctx, contractId, input);
    return period
      ? ctx.loader(closingOf).load({ contractId, periodKind: period.kind, periodFrom: period.from })
      : undefined;
  }

  @FieldResolver(() => LocalDate, {
    nullable: true,
    description:
      "The last local day up to which all periods of a kind are closed, counted from the first one with facts; null: none is.",
  })
  closedThrough(
    @Root() { id: contractId }: { id: string },
    @Arg("kind", () => PeriodKindEnum, { description: "Which periods." }) kind: PeriodKind,
    @Ctx() ctx: ApiContext,
  ): Promise<Day | null> {
    return ctx.loader(closedThrough).load({ contractId, kind });
  }
}

/** Reading all daily measures of a period again. */
const COST_OF_READING = 500;

@Resolver(() => PeriodClosingType)
export class PeriodClosingResolver {
  @FieldResolver(() => ClosingWatermarkType, { description: "How far the data reached then." })
  watermark(@Root() { watermark }: ClosingRow): ClosingWatermarkType {
    const feeds = watermark.feeds.map((feed) => ({ ...feed, through: instant(feed.through) }));
    return { ...watermark, through: instant(watermark.through), feeds };
  }

  @FieldResolver(() => ClosingDefinitionsType, { description: "What figures followed from then, besides facts." })
  definitions(@Root() { definitions }: ClosingRow): ClosingDefinitionsType {
    const { contract, scopeByRole, kpis, calendars } = definitions;
    return {
      ...contract,
      roles: Object.entries(scopeByRole).map(([role, scope]) => ({ role, scope })),
      kpis: kpiVersions(kpis).map(shown),
      calendars: calendarVersions(calendars).map(shown),
    };
  }

  @FieldResolver(() => Boolean, {
    complexity: COST_OF_READING,
    description:
      "Whether the daily measures of the period are still those its figures were made of: read again, now. False once " +
      "facts came late or changed; what that would do to the figures is their drift. `regia verify` computes them anew.",
  })
  reproduces(@Root() closing: ClosingRow, @Ctx() ctx: ApiContext): Promise<boolean> {
    return ctx.loader(hasSameInputs).load(closing);
  }
}

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));

const TYPES: Readonly<Record<DefinitionKind, string | null>> = {
  kpi: null,
  use: "KpiUse",
  assignment: "KpiAssignment",
  objective: "Objective",
  position: "Position",
  kpi_set: null,
  calendar: "Calendar",
};

function shown({ kind, kpi, id, version }: DefinitionVersion): DefinitionVersionType {
  const type = TYPES[kind];
  return { kind, kpi, version, definition: type && id ? globalId(type, id) : null };
}
