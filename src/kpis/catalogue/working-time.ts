import type { KpiDefinition } from "../kpi-definition";

const ADHERENCE: KpiDefinition = {
  code: "ADHERENCE",
  names: { en: "Schedule adherence", it: "Aderenza ai turni", hr: "Pridržavanje rasporeda", zh: "排班遵守率" },
  descriptions: {
    en: "Share of scheduled time spent in the scheduled kind of state.",
    it: "Quota del tempo programmato trascorsa nel tipo di stato programmato.",
    hr: "Udio planiranog vremena provedenog u planiranoj vrsti stanja.",
    zh: "排班时间内处于所排状态的占比。",
  },
  family: "workforce",
  unit: "share",
  direction: "maximise",
  precision: 1,
  attribution: "started",
  channels: "all",
  rollUp: "ratio",
  dialects: [
    {
      code: "SCHEDULED",
      description: "Seconds in the scheduled kind of state ÷ scheduled seconds, over working times that tell both.",
      numerator: "adherent_seconds",
      denominator: "adherence_scheduled_seconds",
      sample: "adherence_records",
    },
  ],
  defaultDialect: "SCHEDULED",
  parameters: [],
  judges: ["contract", "service", "team", "position"],
  source: "Amazon Connect, schedule adherence (0 to 100 %).",
};

const CONFORMANCE: KpiDefinition = {
  code: "CONFORMANCE",
  names: { en: "Schedule conformance", it: "Conformità ai turni", hr: "Usklađenost s rasporedom", zh: "工时符合率" },
  descriptions: {
    en: "Time worked ÷ time scheduled, whenever it was worked; more than scheduled is over 100 %.",
    it: "Tempo lavorato ÷ tempo programmato, in qualunque momento; oltre il programmato supera il 100 %.",
    hr: "Odrađeno vrijeme ÷ planirano vrijeme, bez obzira kada je odrađeno; više od planiranog prelazi 100 %.",
    zh: "实际工作时间 ÷ 排班时间，不论何时完成；超出排班则高于 100%。",
  },
  family: "workforce",
  unit: "percent",
  direction: "range",
  precision: 1,
  attribution: "started",
  channels: "all",
  rollUp: "ratio",
  dialects: [
    {
      code: "LOGGED",
      description: "Seconds logged in ÷ seconds scheduled.",
      numerator: "logged_seconds",
      denominator: "scheduled_seconds",
      sample: "scheduled_records",
    },
    {
      code: "PRODUCTIVE",
      description: "Productive seconds ÷ seconds scheduled.",
      numerator: "productive_seconds",
      denominator: "scheduled_seconds",
      sample: "scheduled_records",
    },
  ],
  defaultDialect: "LOGGED",
  parameters: [],
  judges: ["contract", "service", "team", "position"],
  source: "Genesys, historical adherence (conformance may pass 100 %); ServiceNow accepts 80 to 120 %.",
};

const ATTENDANCE: KpiDefinition = {
  code: "ATTENDANCE",
  names: { en: "Attendance", it: "Presenza", hr: "Prisutnost na radu", zh: "出勤率" },
  descriptions: {
    en: "Share of scheduled time in which the person was present.",
    it: "Quota del tempo programmato in cui la persona era presente.",
    hr: "Udio planiranog vremena u kojem je osoba bila prisutna.",
    zh: "排班时间中实际到岗的占比。",
  },
  family: "workforce",
  unit: "share",
  direction: "maximise",
  precision: 1,
  attribution: "started",
  channels: "all",
  rollUp: "ratio",
  dialects: [
    {
      code: "SCHEDULED",
      description: "Seconds present ÷ seconds scheduled, over working times that tell both.",
      numerator: "attended_seconds",
      denominator: "attendance_scheduled_seconds",
      sample: "attendance_records",
    },
  ],
  defaultDialect: "SCHEDULED",
  parameters: [],
  judges: ["contract", "service", "team", "position"],
  source: "Requirements on attendance; presence within the schedule only.",
};

/** How working time kept to the schedule. */
export const WORKING_TIME_KPIS: readonly KpiDefinition[] = [ADHERENCE, CONFORMANCE, ATTENDANCE];
