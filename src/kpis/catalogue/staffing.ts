import type { KpiDefinition } from "../kpi-definition";

const STAFFING_TO_FORECAST: KpiDefinition = {
  code: "STAFFING_TO_FORECAST",
  names: {
    en: "Staffing to forecast",
    it: "Organico rispetto alla previsione",
    hr: "Popunjenost u odnosu na prognozu",
    zh: "人员配置达成率",
  },
  descriptions: {
    en: "Staff who were there ÷ staff required by the locked forecast, over all intervals. Over- and understaffing cancel out: read it beside coverage.",
    it: "Personale presente ÷ personale richiesto dalla previsione bloccata, su tutti gli intervalli. Eccessi e carenze si compensano: va letto con la copertura.",
    hr: "Prisutno osoblje ÷ osoblje potrebno prema zaključanoj prognozi, po svim intervalima. Viškovi i manjkovi se poništavaju: čitati uz pokrivenost.",
    zh: "实际在岗人力 ÷ 锁定预测所需人力（全部时段）。超配与缺配会相互抵消，应与覆盖率一并查看。",
  },
  family: "workforce",
  unit: "percent",
  direction: "range",
  precision: 1,
  attribution: "interval",
  channels: "all",
  rollUp: "ratio",
  dialects: [
    {
      code: "STAFFED",
      description: "Available and handling time ÷ required time; logged time where they are not known.",
      numerator: "staffed_seconds",
      denominator: "required_staff_hundredths / 100",
      sample: "required_intervals",
    },
    {
      code: "LOGGED",
      description: "Time logged in ÷ required time; available and handling time where it is not known.",
      numerator: "staffed_logged_seconds",
      denominator: "required_staff_hundredths / 100",
      sample: "required_intervals",
    },
  ],
  defaultDialect: "STAFFED",
  parameters: [],
  judges: ["contract", "service"],
  source: "Requirement K4; Assembled, BPO billing report (required against actual).",
};

const STAFFING_COVERED: KpiDefinition = {
  code: "STAFFING_COVERED",
  names: {
    en: "Staffing coverage",
    it: "Copertura del fabbisogno",
    hr: "Pokrivenost potreba za osobljem",
    zh: "人员需求覆盖率",
  },
  descriptions: {
    en: "Share of the staff required by the locked forecast that was there when it was required: too many in one interval do not help another.",
    it: "Quota del personale richiesto dalla previsione bloccata presente quando serviva: l'eccesso in un intervallo non compensa un altro.",
    hr: "Udio osoblja potrebnog prema zaključanoj prognozi koje je bilo prisutno kad je trebalo: višak u jednom intervalu ne pomaže drugome.",
    zh: "锁定预测所需人力中在需要时到位的占比：某一时段的超配不能弥补另一时段。",
  },
  family: "workforce",
  unit: "share",
  direction: "maximise",
  precision: 1,
  attribution: "interval",
  channels: "all",
  rollUp: "ratio",
  dialects: [
    {
      code: "STAFFED",
      description:
        "Σ min(available and handling time, required time) ÷ Σ required time; logged time where they are not known.",
      numerator: "covered_staff_hundredths",
      denominator: "required_staff_hundredths",
      sample: "required_intervals",
    },
    {
      code: "LOGGED",
      description:
        "Σ min(time logged in, required time) ÷ Σ required time; available and handling time where it is not known.",
      numerator: "covered_logged_hundredths",
      denominator: "required_staff_hundredths",
      sample: "required_intervals",
    },
  ],
  defaultDialect: "STAFFED",
  parameters: [],
  judges: ["contract", "service"],
  source: "Semantics §3: Σ min(actual, required) ÷ Σ required, so that over- and understaffing do not cancel out.",
};

/** Staff against the locked forecast's requirement. */
export const STAFFING_KPIS: readonly KpiDefinition[] = [STAFFING_TO_FORECAST, STAFFING_COVERED];
