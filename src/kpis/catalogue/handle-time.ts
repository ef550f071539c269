import type { KpiDefinition } from "../kpi-definition";
import { percentiles } from "./percentiles";

/** Every sensible choice of components. */
const PARTS = [
  ["TALK_HOLD_WRAP", "(Talk + hold + after-contact work)", "talk_seconds + hold_seconds + wrap_seconds"],
  ["TALK_HOLD", "(Talk + hold)", "talk_seconds + hold_seconds"],
  ["TALK_WRAP", "(Talk + after-contact work)", "talk_seconds + wrap_seconds"],
  ["TALK", "Talk", "talk_seconds"],
  ["HOLD_WRAP", "(Hold + after-contact work)", "hold_seconds + wrap_seconds"],
  ["HOLD", "Hold", "hold_seconds"],
  ["WRAP", "After-contact work", "wrap_seconds"],
] as const;

export const AHT: KpiDefinition = {
  code: "AHT",
  names: {
    en: "Average handle time",
    it: "Tempo medio di gestione",
    hr: "Prosječno vrijeme obrade",
    zh: "平均处理时长",
  },
  descriptions: {
    en: "Mean time an agent spends on a contact; the dialect says which parts of the work count.",
    it: "Tempo medio che un operatore dedica a un contatto; il dialetto stabilisce quali parti contano.",
    hr: "Prosječno vrijeme koje agent utroši na kontakt; dijalekt određuje koji se dijelovi računaju.",
    zh: "坐席处理一次联系的平均用时；由口径决定计入哪些部分。",
  },
  family: "efficiency",
  unit: "seconds",
  direction: "range",
  precision: 0,
  attribution: "ended; VOLUMES: interval",
  channels: "all",
  rollUp: "ratio",
  dialects: [
    ...PARTS.map(([code, parts, numerator]) => ({
      code,
      description: `${parts} ÷ contacts handled whose talk time is known.`,
      numerator,
      denominator: "handled_timed",
    })),
    {
      code: "VOLUMES",
      description: "Handling time ÷ contacts handled, by volumes of intervals that tell both.",
      numerator: "volume_handle_seconds",
      denominator: "volume_handled_timed",
    },
    ...percentiles("talk + hold + after-contact work", {
      numerator: "talk_seconds + hold_seconds + wrap_seconds",
      denominator: "handled_timed",
    }),
  ],
  defaultDialect: "TALK_HOLD_WRAP",
  parameters: [],
  judges: ["contract", "service", "team", "position"],
  source: "Requirement K2; Amazon Connect metric definitions for the components.",
};

export const AVERAGE_HOLD: KpiDefinition = {
  code: "AVERAGE_HOLD",
  names: {
    en: "Average hold time",
    it: "Tempo medio di attesa in linea",
    hr: "Prosječno vrijeme na čekanju tijekom razgovora",
    zh: "平均保持时长",
  },
  descriptions: {
    en: "Mean time on hold of contacts that were put on hold; contacts never held do not count.",
    it: "Tempo medio in attesa dei contatti messi in attesa; gli altri contatti non contano.",
    hr: "Prosječno vrijeme na čekanju kontakata stavljenih na čekanje; ostali se kontakti ne računaju.",
    zh: "被置于保持状态的联系的平均保持时间；未被保持的联系不计入。",
  },
  family: "efficiency",
  unit: "seconds",
  direction: "minimise",
  precision: 0,
  attribution: "ended",
  channels: "all",
  rollUp: "ratio",
  dialects: [
    {
      code: "HELD",
      description: "Seconds on hold ÷ contacts held.",
      numerator: "held_seconds",
      denominator: "held",
    },
    ...percentiles("the time on hold of contacts held", { numerator: "held_seconds", denominator: "held" }),
  ],
  defaultDialect: "HELD",
  parameters: [],
  judges: ["contract", "service", "team", "position"],
  source: "Amazon Connect metric definitions: average hold divides by contacts held, not by contacts handled.",
};
