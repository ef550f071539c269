import type { CounterState } from "./engine/settled-period";
import type { SettlementNotice } from "./settlement-notice.entity";

type NoticeKey = Pick<SettlementNotice, "clause" | "objectiveCode">;

export interface NoticeChanges {
  readonly raised: readonly CounterState[];
  readonly withdrawn: readonly (NoticeKey & { readonly reason: string })[];
}

/**
 * What becomes of the notices of a period: raised where a counter reached its limit that had not in the period before;
 * withdrawn where it did not, by what is known now.
 * | standing | period before | this period | becomes   |
 * | –        | 1 of 2        | 2 of 2      | raised    |
 * | –        | 2 of 2        | 2 of 2      | nothing   |
 * | yes      | 0 of 2        | 1 of 2      | withdrawn |
 */
export function noticeChanges(
  standing: readonly NoticeKey[],
  now: readonly CounterState[],
  before: readonly CounterState[],
): NoticeChanges {
  const reached = new Set(before.filter(({ isDefault }) => isDefault).map(keyOfCounter));
  const arisen = now.filter((one) => one.isDefault && !reached.has(keyOfCounter(one)));
  const known = new Set(standing.map(keyOf));
  const due = new Set(arisen.map(keyOfCounter));
  return {
    raised: arisen.filter((one) => !known.has(keyOfCounter(one))),
    withdrawn: standing
      .filter((one) => !due.has(keyOf(one)))
      .map(({ clause, objectiveCode }) => ({
        ...{ clause, objectiveCode },
        reason: why(now.find((one) => one.clause === clause && one.objective === objectiveCode)),
      })),
  };
}

const keyOf = ({ clause, objectiveCode }: NoticeKey): string => `${clause}/${objectiveCode}`;
const keyOfCounter = ({ clause, objective }: CounterState): string => `${clause}/${objective}`;

function why(counter: CounterState | undefined): string {
  if (!counter) return "Nothing counts it any more.";
  if (counter.isDefault) return "Counted anew, it arose in an earlier period.";
  const { failures, limit, within } = counter;
  return `Counted anew, there are ${failures} of ${limit} failures within ${within} periods.`;
}
