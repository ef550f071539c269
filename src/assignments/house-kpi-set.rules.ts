import type { KpiSet } from "./kpi-set.entity";

/**
 * What counts where no set is defined: the usual four levels (semantics §5), weights as they are. The colours are told
 * apart by their lightness as well, for whoever does not see red and green.
 */
export const HOUSE_KPI_SET: Pick<KpiSet, "weights" | "levels" | "anonymousUnder"> = {
  weights: "rescaled",
  levels: [
    { name: "Poor", colour: "#a61b1b", from: "0" },
    { name: "Average", colour: "#f2a900", from: "70" },
    { name: "Good", colour: "#7bc47f", from: "85" },
    { name: "Excellent", colour: "#1b6e3c", from: "95" },
  ],
  anonymousUnder: 5,
};
