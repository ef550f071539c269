/** One step on the way from facts to value, for somebody who disputes it. */
export interface ExplanationStep {
  readonly rule: string;
  readonly input: string;
  readonly output: string;
  readonly source: string;
}
