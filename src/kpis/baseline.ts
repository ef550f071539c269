/** What a target is relative to: `target = baseline × (1 ± improveBy)`, frozen when it was written. */
export interface Baseline {
  /** In the KPI's unit. */
  readonly value: string;
  /** A share: 0.25 asks for a quarter more of what is to grow, a quarter less of what is to shrink. */
  readonly improveBy: string;
  /** Where the value comes from, for people: `2026-W10 of aurora-voice`. */
  readonly measured: string;
}
