import type { KpiDefinition } from "../kpi-definition";
import { percentiles } from "./percentiles";
import { SHORT_ABANDON_SECONDS } from "./service-level";

const ASA: KpiDefinition = {
  code: "ASA",
  names: {
    en: "Average speed of answer",
    it: "Tempo medio di risposta",
    hr: "Prosječna brzina odgovora",
    zh: "平均应答速度",
  },
  descriptions: {
    en: "Mean wait of answered contacts, from entering the queue to the answer. Abandoned contacts do not count.",
    it: "Attesa media dei contatti con risposta, dall'ingresso in coda alla risposta. Gli abbandoni non contano.",
    hr: "Prosječno čekanje odgovorenih kontakata, od ulaska u red do odgovora. Odustali kontakti se ne računaju.",
    zh: "已应答联系从进入队列到应答的平均等待时间；放弃的联系不计入。",
  },
  family: "efficiency",
  unit: "seconds",
  direction: "minimise",
  precision: 0,
  attribution: "answered",
  channels: "live",
  rollUp: "ratio",
  dialects: [
    {
      code: "MEAN",
      description: "Seconds waited ÷ contacts answered, both over answers whose wait is known.",
      numerator: "wait_seconds",
      denominator: "answers_timed",
    },
    {
      code: "WITHOUT_RING",
      description: "Seconds waited less ringing ÷ contacts answered, both over answers whose ringing is known.",
      numerator: "wait_without_ring_seconds",
      denominator: "answers_ring_known",
    },
    {
      code: "WITH_WHISPER",
      description:
        "Seconds waited plus whisper to the agent ÷ contacts answered, both over answers whose whisper is known.",
      numerator: "wait_with_whisper_seconds",
      denominator: "answers_whisper_known",
    },
    ...percentiles("the wait of answered contacts", { numerator: "wait_seconds", denominator: "answers_timed" }),
  ],
  defaultDialect: "MEAN",
  parameters: [],
  judges: ["contract", "service", "team", "position"],
  source: "Genesys glossary, average speed of answer (counted on the interval of the answer).",
};

const ABANDONMENT_RATE: KpiDefinition = {
  code: "ABANDONMENT_RATE",
  names: { en: "Abandonment rate", it: "Tasso di abbandono", hr: "Stopa odustajanja", zh: "放弃率" },
  descriptions: {
    en: "Share of offered contacts that the customer gave up before an answer.",
    it: "Quota di contatti offerti che il cliente ha abbandonato prima della risposta.",
    hr: "Udio ponuđenih kontakata od kojih je korisnik odustao prije odgovora.",
    zh: "客户在应答前放弃的联系占呈现联系的比例。",
  },
  family: "efficiency",
  unit: "share",
  direction: "minimise",
  precision: 1,
  attribution: "offered",
  channels: "live",
  rollUp: "ratio",
  dialects: [
    {
      code: "ALL",
      description: "Abandoned ÷ offered. Goes with SL-A, SL-C, SL-D, SL-H and SL-I.",
      numerator: "abandoned",
      denominator: "offered",
    },
    {
      code: "SHORT_REMOVED",
      description: "(Abandoned − short abandons) ÷ (offered − short abandons). Goes with SL-E, SL-F and SL-X.",
      numerator: "abandoned - short_abandoned",
      denominator: "offered - short_abandoned",
    },
  ],
  defaultDialect: "ALL",
  parameters: [SHORT_ABANDON_SECONDS],
  judges: ["contract", "service"],
  source: "Semantics §3: abandoned ÷ offered with the short-abandon rule of the service level's dialect.",
};

const ANSWER_RATE: KpiDefinition = {
  code: "ANSWER_RATE",
  names: { en: "Answer rate", it: "Tasso di risposta", hr: "Stopa odgovorenih kontakata", zh: "接通率" },
  descriptions: {
    en: "Share of offered contacts that were answered.",
    it: "Quota di contatti offerti che hanno avuto risposta.",
    hr: "Udio ponuđenih kontakata na koje je odgovoreno.",
    zh: "呈现的联系中得到应答的比例。",
  },
  family: "efficiency",
  unit: "share",
  direction: "maximise",
  precision: 1,
  attribution: "offered",
  channels: "all",
  rollUp: "ratio",
  dialects: [{ code: "ALL", description: "Answered ÷ offered.", numerator: "answered", denominator: "offered" }],
  defaultDialect: "ALL",
  parameters: [],
  judges: ["contract", "service"],
  source: "Share of calls answered, as outsourcing contracts promise it.",
};

export const QUEUE_KPIS: readonly KpiDefinition[] = [ASA, ABANDONMENT_RATE, ANSWER_RATE];
