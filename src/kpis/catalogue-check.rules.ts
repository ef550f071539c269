import type { KpiDefinition, Parameters } from "./kpi-definition";
import { InvalidFormula } from "./kpi.errors";
import { bind, type KpiFormula, type MeasureTerm } from "./kpi-formula.rules";
import type { ContactFacts, SurveyFacts } from "./measure-definition";

/**
 * Refuses a catalogue whose formulas cannot be read, or whose shares could leave 0 to 100 %: for every kind of fact,
 * what it adds to the numerator must be between nothing and what it adds to the denominator. Facts of every kind are
 * tried, at and around each limit.
 */
export function checkCatalogue(kpis: readonly KpiDefinition[]): void {
  for (const kpi of kpis) {
    for (const dialect of kpi.dialects) {
      for (const parameters of settingsOf(kpi)) {
        const formula = bind(dialect, parameters);
        if (kpi.unit === "share") checkShare(dialect.numerator, formula, parameters);
      }
    }
  }
}

function checkShare(text: string, formula: KpiFormula, parameters: Parameters): void {
  if (!formula.denominator) throw new InvalidFormula(text, 1, "a share needs a denominator.");
  for (const fact of witnesses(formula.stream, parameters)) {
    const part = amountOf(formula.numerator, fact);
    const whole = amountOf(formula.denominator, fact);
    if (part < 0 || part > whole) {
      const seen = JSON.stringify(fact);
      throw new InvalidFormula(text, 1, `counts ${part} of ${whole} for ${seen}: a share is part of its whole.`);
    }
  }
}

/** What one fact adds to a side of a formula. */
export const amountOf = (terms: readonly MeasureTerm[], fact: ContactFacts | SurveyFacts): number =>
  terms.reduce((sum, { sign, measure, parameters }) => {
    const { counts, amount } = measure as {
      counts: (f: unknown, p: Parameters) => boolean;
      amount: (f: unknown) => number;
    };
    return counts(fact, parameters) ? sum + sign * amount(fact) : sum;
  }, 0);

/** Every parameter at its default, minimum and maximum, in all combinations. */
function settingsOf(kpi: KpiDefinition): Parameters[] {
  return kpi.parameters.reduce<Parameters[]>(
    (settings, { name, default: usual, minimum, maximum }) =>
      settings.flatMap((one) => [usual, minimum, maximum].map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
}

function witnesses(stream: "contact" | "survey", parameters: Parameters): (ContactFacts | SurveyFacts)[] {
  const limits = Object.values(parameters).flatMap((limit) => [limit - 1, limit, limit + 1]);
  return stream === "contact" ? contacts(limits) : surveys(limits);
}

const OUTCOMES = ["answered", "abandoned", "flow_out", "callback", "breakout"] as const;
const DAY = 86_400_000;

const contacts = (limits: readonly number[]): ContactFacts[] =>
  OUTCOMES.flatMap((outcome) =>
    [null, 0, ...limits].flatMap((waitSeconds) =>
      [null, "customer"].flatMap((customerRef) =>
        [null, -DAY, -90 * DAY].flatMap((previousLastAt) =>
          [null, DAY, 91 * DAY].map((nextOfferedAt) => ({
            ...{ outcome, waitSeconds, customerRef, previousLastAt, nextOfferedAt },
            ...{ talkSeconds: null, holdSeconds: null, wrapSeconds: null, offeredAt: 0, lastAt: 0 },
          })),
        ),
      ),
    ),
  );

const ANSWERS = [true, false, null] as const;

const surveys = (limits: readonly number[]): SurveyFacts[] =>
  [2, 5, 10, 100].flatMap((ratingScale) =>
    [null, 1, 2, ratingScale - 1, ratingScale, ...limits].flatMap((rating) =>
      ANSWERS.flatMap((resolved) =>
        ANSWERS.map((resolvedFirstContact) => ({ rating, ratingScale, resolved, resolvedFirstContact })),
      ),
    ),
  );
