/** What generated documents say where only certain values are understood. */

const START = `"2026-06-01T00:00:00Z"`;
const LATER = `"2026-06-01T08:00:00Z"`;
const POINTS = { points: `"1"`, maximum: `"1"` };

const PROFILE = {
  source: "pbx",
  timeZone: "Europe/Rome",
  fields: {
    externalId: { column: "id" },
    service: { column: "queue" },
    channel: { constant: "phone" },
    offeredAt: { column: "offered" },
    outcome: { constant: "abandoned" },
  },
};

/** By input type: fields that must be given, or must be given so. Null: must not be given. */
const OF_TYPES: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  AdoptRoleTemplateInput: { template: `"operations-manager"`, role: null, service: null },
  AssignKpiInput: { role: `"operations-manager"`, service: null },
  KpiAssignmentVersionInput: { scheme: null, gate: null, baseline: null },
  ObjectiveVersionInput: {
    ...{ expected: null, rounding: null, baseline: null, rolling: null, calendar: null, exclusionsAllowed: null },
    ...{ relief: null, composite: null, question: null, amendment: null },
  },
  DefineAmendmentInput: { withdrawn: null },
  AmendContractInput: { settlementTerms: null },
  AmendedObjectiveInput: { name: null },
  SettlementTermsVersionInput: {
    ...{
      fee: `"1000.00 EUR"`,
      atRisk: `"10 %"`,
      allocationLimit: null,
      pointValue: null,
      order: null,
      amendment: null,
    },
    ...{ creditCap: null, yearlyCreditCap: null, bonusCap: null, singleIncident: null },
  },
  ClauseInput: {
    ...{ side: null, objectives: null, when: null, guards: null, repeat: null, ignoredUpTo: null, cap: null },
    ...{ atLeast: null, earnBack: null },
  },
  MechanismInput: {
    ...{ fixed: `{ pays: MONEY, amount: "1.00 EUR" }`, allocation: null, bands: null, perPoint: null, table: null },
    ...{ bonusMalus: null, perEvent: null, escalating: null, pointsLadder: null, defaultCounter: null },
    ...{ erroneousReporting: null, ratchet: null },
  },
  DefineKpiSetInput: { role: `"operations-manager"`, service: null },
  KpiSetVersionInput: { levels: null },
  DefineForumInput: { reviews: "MONTH" },
  DefineImportProfileInput: { document: JSON.stringify(JSON.stringify(PROFILE)) },
  KpiParameterInput: { name: `"thresholdSeconds"` },
  KpiParameterDefinitionInput: { name: `"thresholdSeconds"`, unit: `"seconds"` },
  MeasureVersionInput: { of: null, attribution: null },
  MeasureConditionInput: { field: `"reason"`, texts: null, parameter: null },
  KpiFormulaInput: { sample: null },
  PreviewKpiInput: { sample: null, until: `"2026-07-01"` },
  ContactInput: { waitSeconds: "5", talkSeconds: "60" },
  SurveyInput: { rating: "5" },
  CaseInput: { reopenings: null, resolvedAt: LATER },
  PauseInput: { until: LATER },
  CaseEventInput: { kind: "OPENED", pauseReason: null },
  WorkTimeInput: { endedAt: LATER, paidSeconds: "3600" },
  ForecastInput: { intervalSeconds: "900", volume: `"10"` },
  VolumeInput: { intervalSeconds: "900", offered: "10" },
  EvaluationItemInput: POINTS,
  CalibrationInput: { score: `"80"`, reference: `"90"` },
  FigureSubjectInput: { team: null, person: null, position: null },
  EnterManualValueInput: { value: `"50 %"`, dialect: null },
  OpenDisputeInput: { dialect: null },
  RequestExclusionInput: {
    code: `"X1"`,
    firstDay: null,
    endDay: null,
    untilAt: LATER,
    channels: null,
    objectives: null,
  },
  SimulateContractInput: { from: null, until: `"2026-07-01"`, draws: "2" },
  SimulateContractsInput: {
    ...{ from: null, until: `"2026-07-01"`, draws: "2" },
    drafts: `[{ name: "as it stands" }, { name: "as it stands, too" }]`,
  },
  DraftInput: { yaml: null, objectives: null, settlementTerms: null },
  RecordIncidentInput: { objectives: `["SL", "other"]` },
  DecideDisputeInput: { decidedValue: `"50 %"` },
  EmployeeSurveyInput: { rating: "4" },
};

/** By name, wherever it stands as text. */
const TEXTS: Readonly<Record<string, string>> = {
  currency: `"EUR"`,
  timeZone: `"Europe/Rome"`,
  windows: `"08:00-18:00"`,
  weekdays: `"monday-friday"`,
  cadence: `"FREQ=MONTHLY;BYMONTHDAY=5"`,
  every: `"FREQ=DAILY"`,
  by: `"06:00"`,
  grace: `"PT30M"`,
  target: `"0.9"`,
  minimum: `"0.5"`,
  channel: `"phone"`,
};

const SCALARS: Readonly<Record<string, string>> = {
  Int: "1",
  Float: "1",
  NonNegativeInt: "1",
  Boolean: "false",
  Decimal: `"1"`,
  LocalDate: `"2026-06-01"`,
  DateTime: START,
  TimeZone: `"Europe/Rome"`,
};

/** Never written as text, whatever they are called. */
const EXACT = new Set(["Int", "Float", "Boolean", "LocalDate"]);

/** How a field of an input type is always written; null: never. */
export const writtenIn = (type: string, field: string): string | null | undefined => OF_TYPES[type]?.[field];

/** How a scalar under a name is written, unless anything goes. */
export const writtenScalar = (scalar: string, name: string): string | undefined =>
  (EXACT.has(scalar) ? undefined : TEXTS[name]) ?? SCALARS[scalar];
