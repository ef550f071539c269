import type { KpiDefinition } from "../kpi-definition";

const FORECAST_ACCURACY: KpiDefinition = {
  code: "FORECAST_ACCURACY",
  names: { en: "Forecast accuracy", it: "Accuratezza delle previsioni", hr: "Točnost prognoze", zh: "预测准确率" },
  descriptions: {
    en: "100 % less the error of the locked forecast; negative when the error is larger than the volume.",
    it: "100 % meno l'errore della previsione bloccata; negativo se l'errore supera il volume.",
    hr: "100 % umanjeno za pogrešku zaključane prognoze; negativno kad je pogreška veća od volumena.",
    zh: "100% 减去锁定预测的误差；误差大于实际量时为负。",
  },
  family: "workforce",
  unit: "percent",
  direction: "maximise",
  precision: 1,
  attribution: "interval",
  channels: "all",
  rollUp: "ratio",
  dialects: [
    {
      code: "WAPE",
      description: "100 % − WAPE of intervals: (actual − Σ |forecast − actual|) ÷ actual.",
      numerator: "forecast_actual_volume - forecast_error_hundredths / 100",
      denominator: "forecast_actual_volume",
    },
    {
      code: "WAPE_DAY",
      description: "100 % − WAPE of days: over and under within a day cancel out. Hides errors of intervals.",
      numerator: "forecast_actual_volume - forecast_day_error_hundredths / 100",
      denominator: "forecast_actual_volume",
    },
    {
      code: "MAPE",
      description: "100 % − MAPE of intervals with at least one contact.",
      numerator: "forecast_busy_intervals - forecast_ape_billionths / 1000000000",
      denominator: "forecast_busy_intervals",
    },
  ],
  defaultDialect: "WAPE",
  parameters: [],
  judges: ["contract", "service"],
  source: "WFM Labs, MAPE, WAPE and forecast bias; ccplanning.net on the level at which accuracy is measured.",
};

const FORECAST_WAPE: KpiDefinition = {
  code: "FORECAST_WAPE",
  names: {
    en: "Forecast error (WAPE)",
    it: "Errore di previsione (WAPE)",
    hr: "Pogreška prognoze (WAPE)",
    zh: "预测误差（WAPE）",
  },
  descriptions: {
    en: "Weighted absolute percentage error: Σ |forecast − actual| ÷ Σ actual of the locked forecast.",
    it: "Errore percentuale assoluto ponderato: Σ |previsto − effettivo| ÷ Σ effettivo della previsione bloccata.",
    hr: "Ponderirana apsolutna postotna pogreška: Σ |prognoza − ostvareno| ÷ Σ ostvareno zaključane prognoze.",
    zh: "加权绝对百分比误差：锁定预测的 Σ |预测 − 实际| ÷ Σ 实际。",
  },
  family: "workforce",
  unit: "percent",
  direction: "minimise",
  precision: 1,
  attribution: "interval",
  channels: "all",
  rollUp: "ratio",
  dialects: [
    {
      code: "INTERVAL",
      description: "Σ |forecast − actual| of intervals ÷ Σ actual.",
      numerator: "forecast_error_hundredths / 100",
      denominator: "forecast_actual_volume",
    },
    {
      code: "DAY",
      description:
        "Σ |forecast − actual| of whole days ÷ Σ actual: over and under within a day cancel out. Hides errors of intervals.",
      numerator: "forecast_day_error_hundredths / 100",
      denominator: "forecast_actual_volume",
    },
  ],
  defaultDialect: "INTERVAL",
  parameters: [],
  judges: ["contract", "service"],
  source: "WFM Labs, MAPE, WAPE and forecast bias; SAP, WMAPE.",
};

const FORECAST_MAPE: KpiDefinition = {
  code: "FORECAST_MAPE",
  names: {
    en: "Forecast error (MAPE)",
    it: "Errore di previsione (MAPE)",
    hr: "Pogreška prognoze (MAPE)",
    zh: "预测误差（MAPE）",
  },
  descriptions: {
    en: "Mean absolute percentage error: the mean of |forecast − actual| ÷ actual of intervals. Intervals without a contact have none and are left out.",
    it: "Errore percentuale assoluto medio: media di |previsto − effettivo| ÷ effettivo degli intervalli. Gli intervalli senza contatti sono esclusi.",
    hr: "Prosječna apsolutna postotna pogreška: prosjek |prognoza − ostvareno| ÷ ostvareno po intervalima. Intervali bez kontakata su izostavljeni.",
    zh: "平均绝对百分比误差：各时段 |预测 − 实际| ÷ 实际 的平均值；没有联系的时段不计入。",
  },
  family: "workforce",
  unit: "percent",
  direction: "minimise",
  precision: 1,
  attribution: "interval",
  channels: "all",
  rollUp: "ratio",
  dialects: [
    {
      code: "INTERVAL",
      description:
        "Σ of |forecast − actual| ÷ actual, each to a thousand-millionth, ÷ intervals with at least one contact.",
      numerator: "forecast_ape_billionths / 1000000000",
      denominator: "forecast_busy_intervals",
    },
  ],
  defaultDialect: "INTERVAL",
  parameters: [],
  judges: ["contract", "service"],
  source: "WFM Labs, MAPE (undefined at 0 and asymmetric).",
};

const FORECAST_BIAS: KpiDefinition = {
  code: "FORECAST_BIAS",
  names: { en: "Forecast bias", it: "Distorsione della previsione (bias)", hr: "Pristranost prognoze", zh: "预测偏差" },
  descriptions: {
    en: "By how much the locked forecast is above (+) or below (−) the actual volume of the whole period. Errors of intervals cancel out.",
    it: "Di quanto la previsione bloccata è sopra (+) o sotto (−) il volume effettivo dell'intero periodo. Gli errori degli intervalli si compensano.",
    hr: "Koliko je zaključana prognoza iznad (+) ili ispod (−) ostvarenog volumena cijelog razdoblja. Pogreške intervala se poništavaju.",
    zh: "锁定预测在整个期间内高于（+）或低于（−）实际量的幅度；各时段误差相互抵消。",
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
      code: "TOTAL",
      description:
        "(Σ forecast − Σ actual) ÷ Σ actual. Over- and under-forecast intervals cancel out: read it beside WAPE.",
      numerator: "forecast_volume_hundredths / 100 - forecast_actual_volume",
      denominator: "forecast_actual_volume",
    },
  ],
  defaultDialect: "TOTAL",
  parameters: [],
  judges: ["contract", "service"],
  source: "WFM Labs, forecast bias: positive when the forecast is above the actual volume.",
};

const VOLUME_OFFERED: KpiDefinition = {
  code: "VOLUME_OFFERED",
  names: { en: "Contacts offered", it: "Contatti offerti", hr: "Ponuđeni kontakti", zh: "呈现联系量" },
  descriptions: {
    en: "How many contacts entered the queue.",
    it: "Numero di contatti entrati in coda.",
    hr: "Broj kontakata koji su ušli u red.",
    zh: "进入队列的联系数量。",
  },
  family: "demand",
  unit: "count",
  direction: "range",
  precision: 0,
  attribution: "offered; VOLUMES: interval",
  channels: "all",
  rollUp: "additive",
  dialects: [
    {
      code: "CONTACTS",
      description: "Contacts offered, sent one by one.",
      numerator: "offered",
      denominator: null,
    },
    {
      code: "VOLUMES",
      description: "Contacts offered by volumes of intervals, from sources without single contacts.",
      numerator: "volume_offered",
      denominator: null,
    },
  ],
  defaultDialect: "CONTACTS",
  parameters: [],
  judges: ["contract", "service"],
  source: "Semantics §2 (offered); volumes for sources that tell intervals only.",
};

/** How well volumes were foreseen. Judged against the locked forecast; intervals of which nothing is known yet are left out. */
export const FORECASTING_KPIS: readonly KpiDefinition[] = [
  FORECAST_ACCURACY,
  FORECAST_WAPE,
  FORECAST_MAPE,
  FORECAST_BIAS,
  VOLUME_OFFERED,
];
