import {
  countFactsBehind,
  factsBehind,
  type CountedFact,
  type FactKey,
  type FactsRequest,
} from "../measures/fact.queries";
import type { FigurePart } from "../measures/fact-part.rules";
import { InvalidCursor } from "../platform/graphql/bad-input.errors";
import { connection, pageOf, type Connection, type Page } from "../platform/graphql/connection";
import type { ApiContext } from "../platform/graphql/context";
import { daysSoFar, openFigure, type OpenedFigure } from "./figure-reading";
import type { FigureView } from "./scorecard-view";
import { commonDays } from "./source.rules";
import { itemKey } from "./target-choice.rules";

export interface FactsArgs {
  readonly part: FigurePart;
  readonly first: number;
  readonly after?: string | null;
}

/** A page of the facts that count in one side of a figure, in the order they happened. */
export async function factsOfFigure(
  ctx: ApiContext,
  figure: FigureView,
  args: FactsArgs,
): Promise<Connection<CountedFact>> {
  const { of, period, result } = figure;
  const filter = {
    list: "facts",
    of: of.id,
    period: `${period.kind}/${period.from}`,
    kpi: itemKey(result),
    part: args.part,
  };
  const page = pageOf(args, filter, 4);
  const after = keyOf(page);
  const opened = await openFigure(ctx, figure);
  if (!opened) return connection(page, [], keyOfFact, () => 0);
  const request = requestFor(figure, opened, { part: args.part, now: ctx.now });
  const found = await factsBehind(ctx.tx, request, { first: args.first, after });
  return connection(page, found, keyOfFact, () => countFactsBehind(ctx.tx, request));
}

interface Asked {
  readonly part: FigurePart;
  readonly now: Date;
}

function requestFor(figure: FigureView, { plan }: OpenedFigure, { part, now }: Asked): FactsRequest {
  const { clientId } = figure.of;
  const counted = commonDays(plan.item.days, daysSoFar(figure, plan, now));
  const sources = plan.subject.sources.flatMap(({ serviceId, personId, days }) => {
    const common = counted && commonDays(days, counted);
    return common ? [{ serviceId, personId, from: common.from, until: common.until ?? figure.period.until }] : [];
  });
  return { clientId, kpi: figure.result, part, sources };
}

const keyOfFact = ({ occurredAtText, source, externalId, stream }: CountedFact): FactKey => [
  occurredAtText,
  source,
  externalId,
  stream,
];

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/;

function keyOf({ after }: Page): FactKey | null {
  if (after === null) return null;
  const [occurredAt, source, externalId, stream] = after;
  const isInstant = typeof occurredAt === "string" && INSTANT.test(occurredAt) && !Number.isNaN(Date.parse(occurredAt));
  if (!isInstant || typeof source !== "string" || typeof externalId !== "string" || typeof stream !== "string") {
    throw new InvalidCursor();
  }
  return [occurredAt, source, externalId, stream];
}
