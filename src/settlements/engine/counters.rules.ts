import { keyOf } from "./amount.rules";
import type { ClauseCase, Setting } from "./clause-case.rules";
import { failuresWithin } from "./past.rules";
import type { CounterState } from "./settled-period";

/**
 * How every counter stands after the period: failures in the last so many periods, this one included (C11, C14).
 * | failures before, within 12 | this period | of 4 | default |
 * |                          3 | failed      |    4 | yes     |
 * |                          3 | not judged  |    3 | no      |
 */
export const countersOf = (cases: readonly ClauseCase[], { past, input }: Setting): CounterState[] =>
  cases.flatMap((one) => {
    const { mechanism } = one.clause;
    if (mechanism.kind !== "default_counter" || one.objective === null) return [];
    const { below, within, failures: limit, consequence } = mechanism;
    const before = failuresWithin(past, input.period, { count: within - 1, of: keyOf(one) });
    const failures = before + (one.isFailure ? 1 : 0);
    const { clause } = keyOf(one);
    const objective = one.objective.code;
    return [{ clause, objective, below, failures, within, limit, consequence, isDefault: failures >= limit }];
  });
