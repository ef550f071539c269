import { display } from "../../kpis/kpi-display.rules";
import { legible } from "../../shared/legible";
import type { ExplanationStep } from "../explanation-step";
import type { ResultSegment } from "../objective-result.entity";
import type { FigureView } from "../scorecard-view";

/** How the stretches of an amended period became one figure: each as it was measured, then all of them together. */
export function segmentSteps(figure: FigureView, segments: readonly ResultSegment[]): ExplanationStep[] {
  const { kpi, clock } = figure;
  const shown = (value: string | null): string => display(kpi, value, "en", clock.currency);
  const measured = segments.map(({ from, until, objectiveVersion, figure: own, aims, share }) => ({
    rule: `The days from ${from} until before ${until} go by version ${objectiveVersion} of the objective.`,
    input: sidesOf(own),
    output: `${own.value === null ? `no value (${own.status})` : legible(own.value)}, held against ${shown(aims.target)}; share ${legible(share)}`,
    source: `contract: version ${objectiveVersion} of the objective`,
  }));
  const known = segments.filter(({ figure: own, share }) => own.value !== null && Number(share) !== 0);
  const terms = known.map(({ figure: own, share }) => `${legible(share)} × ${legible(own.value!)}`);
  const rule = addsUp(figure, known)
    ? "What was counted in the stretches is added up; their targets weigh by their days."
    : "Each stretch counts by its share; sums of different definitions are never mixed.";
  const output = `${sidesOf(figure)}${figure.value === null ? "" : ` = ${legible(figure.value)}`}`;
  const input = addsUp(figure, known)
    ? known.map(({ figure: own }) => legible(own.value!)).join(" + ")
    : terms.join(" + ");
  return [...measured, { rule, input: input || "nothing known", output, source: "contract: rule of the amendment" }];
}

/** Of figures without a denominator that were added up. */
const addsUp = ({ denominator }: FigureView, known: readonly ResultSegment[]): boolean =>
  denominator === null && known.length > 1 && known.every(({ figure }) => figure.denominator === null);

const sidesOf = ({ numerator, denominator }: { numerator: string | null; denominator: string | null }): string =>
  [numerator, ...(denominator === null ? [] : [denominator])]
    .map((side) => (side === null ? "nothing" : legible(side)))
    .join(" ÷ ");
