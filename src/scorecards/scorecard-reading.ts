import { contractById } from "../contracts/contract.loaders";
import type { SubjectKind } from "../kpis/kpi-definition";
import { InvalidCursor } from "../platform/graphql/bad-input.errors";
import { connection, pageOf, type Connection, type Page } from "../platform/graphql/connection";
import type { ApiContext } from "../platform/graphql/context";
import { isFixed, periodNamed, type PeriodInput } from "../platform/graphql/period.type";
import { isId } from "../shared/ids";
import type { Period } from "../shared/period";
import { pastInstant } from "./as-of";
import { pageOfCards } from "./card-page.rules";
import { resultsOnDay } from "./results-on-day.loaders";
import { scorecardCount, scorecardOf, scorecardPage } from "./scorecard.loaders";
import type { ResultArgs, SubjectScorecardsArgs } from "./scorecard-args.type";
import type { ListParentKind, ListShape } from "./scorecard-reading.queries";
import type { ScorecardView } from "./scorecard-view";

/** A contract, or something that belongs to one. */
export interface Owned {
  readonly clientId: string;
  readonly id: string;
  readonly contractId: string;
}

/** The scorecard of one subject: as it is or was believed, or by the definitions of a day. */
export async function scorecardOfSubject(
  ctx: ApiContext,
  kind: SubjectKind,
  { id, clientId, contractId }: Owned,
  args: ResultArgs,
): Promise<ScorecardView | undefined> {
  const period = await periodUnder(ctx, contractId, args.period);
  if (!period) return undefined;
  const asOf = pastInstant(args.asOf, ctx.now);
  if (args.validOn == null) return ctx.loader(scorecardOf).load({ kind, subjectId: id, period, asOf });
  const { cards } = await ctx.loader(resultsOnDay).load({ clientId, contractId, period, asOf, validOn: args.validOn });
  return cards.find((one) => one.subjectKind === kind && one.subjectId === id);
}

/** A page of the scorecards under a contract, service or team. */
export async function scorecardsUnder(
  ctx: ApiContext,
  kind: ListParentKind,
  { clientId, id, contractId }: Owned,
  args: SubjectScorecardsArgs,
): Promise<Connection<ScorecardView>> {
  const { of = null, role: roleCode = null, orderBy: order, first, validOn = null } = args;
  const period = await periodUnder(ctx, contractId, args.period);
  const instant = pastInstant(args.asOf, ctx.now);
  const asOf = instant?.toISOString() ?? null;
  const filter = { list: "scorecards", kind, id, period: `${period?.kind}/${period?.from}`, of, roleCode, order };
  const page = pageOf(args, { ...filter, ...(asOf ? { asOf } : {}), ...(validOn ? { validOn } : {}) }, 2);
  const after = afterOf(page);
  if (!period) return connection(page, [], keyOf, () => 0);
  const shape: ListShape = { periodKind: period.kind, subjectKind: of, roleCode, order, asOf, first, after };
  if (validOn !== null) {
    const { cards } = await ctx.loader(resultsOnDay).load({ clientId, contractId, period, asOf: instant, validOn });
    const { found, total } = pageOfCards(cards, { kind, id }, shape);
    return connection(page, found, keyOf, () => total);
  }
  const list = { parent: { kind, clientId, id, periodFrom: period.from }, shape };
  const found = await ctx.loader(scorecardPage).load(list);
  const count = () => ctx.loader(scorecardCount).load({ ...list, shape: { ...shape, first: 1, after: null } });
  return connection(page, found, keyOf, count);
}

const keyOf = (card: ScorecardView): [string | null, string] => [card.score, card.id];

/** Null for a contract out of sight. Only periods counted from today need to know where the contract is. */
export async function periodUnder(ctx: ApiContext, contractId: string, input: PeriodInput): Promise<Period | null> {
  if (isFixed(input)) return periodNamed(input, ctx.now, "UTC");
  const contract = await ctx.loader(contractById).load(contractId);
  return contract ? periodNamed(input, ctx.now, contract.timeZone) : null;
}

const SCORE = /^\d{1,3}(\.\d{1,80})?$/;

/** What a cursor of ours holds, checked again: it came from outside. */
function afterOf({ after }: Page): ListShape["after"] {
  if (after === null) return null;
  const [score, id] = after;
  const isScore = score === null || (typeof score === "string" && SCORE.test(score));
  if (!isScore || typeof id !== "string" || !isId(id)) throw new InvalidCursor();
  return [score, id];
}
