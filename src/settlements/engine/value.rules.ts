import { told, type ClauseCase, type Setting } from "./clause-case.rules";
import { comparedText, figureText, levelText } from "./money-text.rules";
import type { ObjectiveInPeriod } from "./period-input";

/** Says what was excluded, with the figure before and after. The figure of the input is adjusted already. */
export function withExclusions(one: ClauseCase): ClauseCase {
  const { objective } = one;
  if (objective === null || objective.exclusions.length === 0) return one;
  const { kpi, unadjusted, figure, exclusions } = objective;
  return told(one, "exclusions", () => ({
    rule: "What both parties agreed to exclude does not count.",
    inputs: [
      ...exclusions.map(({ code, reason }) => ({ name: `exclusion ${code}`, value: reason })),
      ...(unadjusted ? [{ name: "with everything", value: figureText(kpi, unadjusted) }] : []),
    ],
    output: figureText(kpi, figure),
  }));
}

/** Says the value and the levels it is held against. */
export function withValue(one: ClauseCase): ClauseCase {
  const { objective } = one;
  if (objective === null) return one;
  const { rounding } = objective.aims;
  return told(one, "value", () => ({
    rule: rounding
      ? `The value is ${rounding.mode === "half_up" ? "rounded" : "cut"} to ${rounding.decimals} decimals before it is compared.`
      : "The value is compared as it is, not rounded.",
    inputs: [{ name: "measured", value: figureText(objective.kpi, objective.figure) }, ...levels(objective)],
    output: `${comparedText(objective)} is compared`,
  }));
}

function levels({ kpi, aims }: ObjectiveInPeriod): { name: string; value: string }[] {
  const named = [
    { name: "target", value: aims.target },
    { name: "minimum", value: aims.minimum },
    { name: "expected", value: aims.expected },
  ];
  return named.flatMap(({ name, value }) => (value === null ? [] : [{ name, value: levelText(kpi, value) }]));
}

/** Too little data: no credit and no bonus (semantics R12). */
export function withSample(one: ClauseCase, { input }: Setting): ClauseCase {
  if (one.isJudged) return one;
  const looksAt = one.objective ? [one.objective] : input.objectives;
  return told(
    one,
    "minimum_sample",
    () => ({
      rule: "Without enough data there is neither a credit nor a bonus; the period counts as neither failure nor compliance.",
      inputs: looksAt.map(({ code, figure }) => ({ name: `facts of ${code}`, value: String(figure.sample) })),
      output: "nothing is due",
    }),
    { isOpen: false },
  );
}
