import { Decimal } from "../shared/decimal";
import type { ListParentKind, ListShape } from "./scorecard-reading.queries";
import type { Scorecard } from "./scorecard.entity";

type ListedCard = Pick<Scorecard, "id" | "contractId" | "serviceId" | "teamId" | "subjectKind" | "roleCode" | "score">;

export interface CardPage<C> {
  /** One more than asked for when another page follows. */
  readonly found: readonly C[];
  readonly total: number;
}

/** The page that the database would answer of these cards: same filters, same order, same places to go on from. */
export function pageOfCards<C extends ListedCard>(
  cards: readonly C[],
  parent: { readonly kind: ListParentKind; readonly id: string },
  { subjectKind, roleCode, order, first, after }: Omit<ListShape, "periodKind" | "asOf">,
): CardPage<C> {
  const column = ({ contract: "contractId", service: "serviceId", team: "teamId" } as const)[parent.kind];
  const all = cards
    .filter((card) => card[column] === parent.id)
    .filter((card) => subjectKind === null || card.subjectKind === subjectKind)
    .filter((card) => roleCode === null || card.roleCode === roleCode)
    .sort((a, b) => compared(order, [a.score, a.id], [b.score, b.id]));
  const following = after ? all.filter((card) => compared(order, [card.score, card.id], after) > 0) : all;
  return { found: following.slice(0, first + 1), total: all.length };
}

type Place = readonly [score: string | null, id: string];

/** Cards without a score come last either way; equal scores stand by id. */
function compared(order: ListShape["order"], [a, aId]: Place, [b, bId]: Place): number {
  if (a !== null && b !== null) {
    const byScore = new Decimal(a).cmp(b);
    if (byScore !== 0) return order === "score_asc" ? byScore : -byScore;
  } else if (a !== b) return a === null ? 1 : -1;
  if (aId === bId) return 0;
  return aId < bId ? -1 : 1;
}
