import { aimMet, aimShown, type Measurement } from "./measurement";
import type { Ratio } from "./ratio";

/** What became of one measurement. */
export interface Outcome {
  readonly measurement: Measurement;
  readonly seconds: number;
  readonly ratio: Ratio | null;
  readonly error: string | null;
}

/** A readable table: one line for each ratio, below it what it says and the figures behind it. */
export function table(outcomes: readonly Outcome[]): string {
  const width = Math.max(...outcomes.map(({ measurement }) => measurement.name.length), 4) + 2;
  const head = `${"name".padEnd(width)}${"aim".padEnd(9)}${"median".padStart(7)}  ${"min–max".padEnd(14)}aim met`;
  return [head, ...outcomes.map((outcome) => block(outcome, width))].join("\n");
}

function block({ measurement, ratio, error }: Outcome, width: number): string {
  const start = measurement.name.padEnd(width) + aimShown(measurement.aim).padEnd(9);
  if (!ratio) return `${start}failed: ${error}`;
  const range = `${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)}`.padEnd(14);
  const met = aimMet(measurement.aim, ratio.median) ? "yes" : "no";
  const figures = Object.entries(ratio.figures).map(([name, value]) => `${name} ${rounded(value)}`);
  const notes = [measurement.says, figures.join(" · ")].map((line) => `${" ".repeat(width)}${line}`);
  return [`${start}${ratio.median.toFixed(2).padStart(7)}  ${range}${met}`, ...notes].join("\n");
}

/** Three significant digits below a thousand, whole numbers with separators above. */
const rounded = (value: number): string =>
  Math.abs(value) >= 1000 ? Math.round(value).toLocaleString("en") : String(Number(value.toPrecision(3)));

export function asJson(outcomes: readonly Outcome[], run: object): string {
  const measurements = outcomes.map(({ measurement: { name, says, aim }, ratio, error, seconds }) => {
    return { name, says, aim, met: ratio && aimMet(aim, ratio.median), ...ratio, error, seconds };
  });
  return `${JSON.stringify({ ...run, measurements }, null, 2)}\n`;
}
