import type { KpiDefinition, ParameterDefinition } from "../kpi-definition";

export const SHORT_ABANDON_SECONDS: ParameterDefinition = {
  name: "shortAbandonSeconds",
  unit: "seconds",
  default: 5,
  minimum: 0,
  maximum: 3_600,
  description: "S: an abandoned contact that waited at most this long is a short abandon.",
};

const THRESHOLD_SECONDS: ParameterDefinition = {
  name: "thresholdSeconds",
  unit: "seconds",
  default: 20,
  minimum: 1,
  maximum: 86_400,
  description: "T: an answer after at most this long is within the service level.",
};

/** Semantics §2: the same facts under ten published formulas. */
export const SERVICE_LEVEL: KpiDefinition = {
  code: "SERVICE_LEVEL",
  names: { en: "Service level", it: "Livello di servizio", hr: "Razina usluge", zh: "服务水平" },
  descriptions: {
    en: "Share of contacts answered within the threshold; the dialect says which contacts count.",
    it: "Quota di contatti con risposta entro la soglia; il dialetto stabilisce quali contatti contano.",
    hr: "Udio kontakata na koje je odgovoreno unutar praga; dijalekt određuje koji se kontakti računaju.",
    zh: "在阈值时间内应答的联系占比；由口径决定哪些联系计入。",
  },
  family: "efficiency",
  unit: "share",
  direction: "maximise",
  precision: 1,
  attribution: "offered",
  channels: "live",
  rollUp: "ratio",
  dialects: [
    {
      code: "SL-A",
      description: "All: answered within T ÷ (answered + abandoned). Every abandon counts against.",
      numerator: "answered_within",
      denominator: "answered + abandoned",
    },
    {
      code: "SL-B",
      description: "Answered only: answered within T ÷ answered. Abandons do not count.",
      numerator: "answered_within",
      denominator: "answered",
    },
    {
      code: "SL-C",
      description: "Abandoned within T counts as good: (answered + abandoned within T) ÷ (answered + abandoned).",
      numerator: "answered_within + abandoned_within",
      denominator: "answered + abandoned",
    },
    {
      code: "SL-D",
      description: "Only late abandons hurt: answered within T ÷ (answered + abandoned − abandoned within T).",
      numerator: "answered_within",
      denominator: "answered + abandoned - abandoned_within",
    },
    {
      code: "SL-E",
      description: "Short abandons removed: answered within T ÷ (answered + abandoned − short abandons).",
      numerator: "answered_within",
      denominator: "answered + abandoned - short_abandoned",
    },
    {
      code: "SL-F",
      description: "As SL-E, with contacts that flowed out to another destination in the denominator.",
      numerator: "answered_within",
      denominator: "answered + abandoned - short_abandoned + flow_outs",
    },
    {
      code: "SL-G",
      description:
        "Removed from the queue within T by answer, abandon or call back ÷ contacts queued. Abandons within T help.",
      numerator: "answered_within + abandoned_within + callbacks_within",
      denominator: "offered",
    },
    {
      code: "SL-H",
      description: "Breakouts count against: answered within T ÷ (answered + abandoned + breakouts).",
      numerator: "answered_within",
      denominator: "answered + abandoned + breakouts",
    },
    {
      code: "SL-I",
      description: "Short abandons count as good: (answered within T + short abandons) ÷ (answered + abandoned).",
      numerator: "answered_within + short_abandoned",
      denominator: "answered + abandoned",
    },
    {
      code: "SL-X",
      description:
        "Event-based: service level events (answered within T, or abandoned within T but after S) ÷ service level " +
        "calls offered (answered + abandoned). Short abandons, up to S, are in neither.",
      numerator: "answered_within + abandoned_within_not_short",
      denominator: "answered + abandoned - short_abandoned",
    },
  ],
  defaultDialect: "SL-A",
  parameters: [THRESHOLD_SECONDS, SHORT_ABANDON_SECONDS],
  judges: ["contract", "service"],
  source: "Callcentrehelper, Genesys, Cisco ICM, Amazon Connect and Talkdesk; collected in semantics §2.",
};
