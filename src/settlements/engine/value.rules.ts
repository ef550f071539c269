import { told, type ClauseCase, type Setting } from "./clause-case.rules";
import { comparedText, figureText, levelsOf, levelText } from "./money-text.rules";
import type { ObjectiveInPeriod } from "./period-input";

/** Says what was excluded, with the figure before and after. The figure of the input is adjusted already. */
export function withExclusions(one: ClauseCase): ClauseCase {
  const { objective } = one;
  if (objective === null || objective.exclusions.length === 0) return one;
  const { kpi, aims, unadjusted, figure, exclusions } = objective;
  const text = (of: ObjectiveInPeriod["figure"]): string => figureText(kpi, of, levelsOf(aims));
  return told(one, "exclusions", () => ({
    rule: "What both parties agreed to exclude is left out.",
    inputs: [
      ...exclusions.map(({ code, reason }) => ({
        name: `exclusion ${code}`,
        value: `“${reason.replace(/[.]$/, "")}”`,
      })),
      ...(unadjusted ? [{ name: "with everything", value: text(unadjusted) }] : []),
    ],
    output: `${text(figure)} counts`,
  }));
}

/** Says the value and the levels it is held against. */
export function withValue(one: ClauseCase): ClauseCase {
  const { objective } = one;
  if (objective === null) return one;
  const { kpi, aims, figure } = objective;
  return told(one, "value", () => ({
    rule: comparisonRule(aims.rounding),
    inputs: [{ name: "measured", value: figureText(kpi, figure, levelsOf(aims)) }, ...levels(objective)],
    output: `${comparedText(objective)} is compared`,
  }));
}

function comparisonRule(rounding: ObjectiveInPeriod["aims"]["rounding"]): string {
  if (!rounding) return "The value is compared as it is, without rounding.";
  const decimals = `${rounding.decimals} ${rounding.decimals === 1 ? "decimal" : "decimals"}`;
  return rounding.mode === "half_up"
    ? `The value is rounded to ${decimals} before it is compared.`
    : `The value is cut to ${decimals}, without rounding, before it is compared.`;
}

function levels({ kpi, aims }: ObjectiveInPeriod): { name: string; value: string }[] {
  const named = [
    { name: "target", value: aims.target },
    { name: "minimum", value: aims.minimum },
    { name: "expected level", value: aims.expected },
  ];
  return named.flatMap(({ name, value }) => (value === null ? [] : [{ name, value: levelText(kpi, value) }]));
}

/** Too little data: no credit and no bonus (semantics R12). */
export function withSample(one: ClauseCase, { input }: Setting): ClauseCase {
  if (one.isJudged) return one;
  const looksAt = one.objective ? [one.objective] : input.objectives;
  const { kind } = input.period;
  return told(
    one,
    "minimum_sample",
    () => ({
      rule: `Without enough data there is neither a credit nor a bonus, and the ${kind} counts neither as a failure nor as a success.`,
      inputs: looksAt.map(({ name, figure }) => ({ name, value: recordsText(figure.sample) })),
      output: "nothing is due",
    }),
    { isOpen: false },
  );
}

function recordsText(sample: number): string {
  if (sample === 0) return "no records";
  return sample === 1 ? "1 record" : `${sample.toLocaleString("en")} records`;
}
