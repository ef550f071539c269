import type { Day } from "../../src/shared/day";
import { DESKS, type Desk } from "./house";
import type { SetupDocument } from "./setup-document";
import { moneyDocuments } from "./setup-money";
import { TOTALS_ONLY } from "./streams/volume";

interface ContractTerms {
  readonly code: string;
  readonly name: string;
  /** Dialect of the service level that was agreed. */
  readonly dialect: string;
  readonly shortAbandonSeconds: number;
}

const HOUSES: Record<string, { name: string; industry: string; timeZone: string; contracts: ContractTerms[] }> = {
  aurora: {
    name: "Aurora Energia",
    industry: "energy",
    timeZone: "Europe/Rome",
    contracts: [
      { code: "aurora-care", name: "Customer care", dialect: "SL-E", shortAbandonSeconds: 5 },
      { code: "aurora-moves", name: "Moves and connections", dialect: "SL-C", shortAbandonSeconds: 5 },
    ],
  },
  jadran: {
    name: "Jadran Telekom",
    industry: "telecommunications",
    timeZone: "Europe/Zagreb",
    contracts: [
      { code: "jadran-support", name: "Technical and billing support", dialect: "SL-A", shortAbandonSeconds: 3 },
    ],
  },
};

/** Everything agreed with one client. */
export function contractDocuments(client: string, startsOn: Day): SetupDocument[] {
  const house = HOUSES[client];
  if (!house) throw new Error(`No such client in the demo: ${client}`);
  const { name, industry, timeZone, contracts } = house;
  return [
    { kind: "Client", code: client, name, industry },
    calendar(client, timeZone, startsOn),
    ...contracts.flatMap((terms) => {
      const desks = DESKS.filter((desk) => desk.contract === terms.code);
      return [
        {
          kind: "Contract",
          client,
          code: terms.code,
          name: terms.name,
          currency: "EUR",
          timeZone,
          calendar: "desk",
          term: { from: startsOn },
        },
        ...desks.flatMap((desk) => serviceDocuments(desk)),
        ...(terms.code === TOTALS_ONLY.contract ? [OUTAGES] : []),
        ...kpiUses(client, terms, desks),
        ...desks.flatMap((desk) => objectives(desk, terms)),
        ...moneyDocuments(client, terms.code, startsOn),
        forum(client, terms, startsOn),
      ];
    }),
  ];
}

/** A line that reports totals of half hours only. */
const OUTAGES: SetupDocument = {
  kind: "Service",
  client: TOTALS_ONLY.client,
  contract: TOTALS_ONLY.contract,
  code: TOTALS_ONLY.service,
  name: "Outage line",
  channels: [TOTALS_ONLY.channel],
};

const calendar = (client: string, timeZone: string, validFrom: Day): SetupDocument => ({
  kind: "Calendar",
  client,
  code: "desk",
  name: "Opening hours of the desks",
  versions: [{ validFrom, timeZone, windows: { "monday-friday": ["08:00-18:00"], saturday: ["08:00-13:00"] } }],
});

const TITLES: Record<Desk["channel"], string> = { phone: "Voice", chat: "Chat", mail: "Mail" };

const serviceDocuments = ({ client, contract, service, channel, team }: Desk): SetupDocument[] => [
  { kind: "Service", client, contract, code: service, name: nameOf(service, channel), channels: [channel] },
  { kind: "Team", client, contract, code: team, name: `${nameOf(service, channel)} team` },
];

const nameOf = (service: string, channel: Desk["channel"]): string =>
  service.includes("moves") ? "Moves voice" : TITLES[channel];

/** Seconds within which a contact is to be answered, where somebody waits in a queue. */
const thresholdOf = ({ channel }: Desk): number => (channel === "chat" ? 30 : 20);

function levelOf(desk: Desk, { dialect, shortAbandonSeconds }: ContractTerms) {
  return { dialect, parameters: { thresholdSeconds: thresholdOf(desk), shortAbandonSeconds } };
}

function kpiUses(client: string, terms: ContractTerms, desks: readonly Desk[]): SetupDocument[] {
  const use = (kpi: string, version: object, service?: string): SetupDocument => ({
    kind: "KpiUse",
    client,
    contract: terms.code,
    ...(service ? { service } : {}),
    kpi,
    versions: [version],
  });
  const first = desks[0] as Desk;
  return [
    use("SERVICE_LEVEL", { ...levelOf(first, terms), minSample: 30 }),
    ...desks
      .filter((desk) => thresholdOf(desk) !== thresholdOf(first))
      .map((desk) => use("SERVICE_LEVEL", { ...levelOf(desk, terms), minSample: 30 }, desk.service)),
    use("ABANDONMENT_RATE", {
      dialect: "SHORT_REMOVED",
      parameters: { shortAbandonSeconds: terms.shortAbandonSeconds },
      minSample: 30,
    }),
    ...["ASA", "AHT", "CONTACTS_HANDLED", "FCR", "CSAT", "RESOLUTION_RATE"].map((kpi) => use(kpi, {})),
    use("DSAT", { parameters: { bottomBoxes: 2 } }),
    ...CONTRACT_KPIS.map((kpi) => use(kpi, {})),
    ...desks.filter(hasCases).flatMap((desk) => CASE_KPIS.map((kpi) => use(kpi, {}, desk.service))),
    ...desks.filter(hasCases).map((desk) => use("TRT", { dialect: "BUSINESS" }, desk.service)),
    use("LONG_CONVERSATIONS", { parameters: { longSeconds: 900 } }),
    use("AGENT_QUALITY", { parameters: { passMark: 85, minEvaluations: 3 } }),
  ];
}

/** Beside what contacts and surveys tell: quality, time, demand, money and people. */
const CONTRACT_KPIS = [
  ...["QUALITY", "TRAINING_ERROR_SHARE", "RCA_COVERAGE", "COMPLAINT_RATE", "ESCALATION_RATE"],
  ...["QUALITY_VARIANCE", "CALIBRATION_BIAS", "CALIBRATION_AGREEMENT", "CALIBRATION_KAPPA"],
  ...["UTILISATION", "OCCUPANCY", "ADHERENCE", "CONFORMANCE", "SHRINKAGE", "ATTENDANCE", "THROUGHPUT"],
  ...["FORECAST_ACCURACY", "FORECAST_BIAS", "STAFFING_TO_FORECAST", "COST_PER_UNIT"],
  ...["ATTRITION", "HEADCOUNT", "EMPLOYEE_SATISFACTION", "CLIENT_CHURN"],
];

/** Desks whose work is cases. */
const hasCases = ({ channel, contract }: Desk): boolean => channel === "mail" || contract === "aurora-moves";

const CASE_KPIS = [
  "TFR",
  "TAT",
  "TFS",
  "SDR",
  "FTR",
  "CASES_OPENED",
  "CASES_RESOLVED",
  "BACKLOG",
  "ON_TIME_RESOLUTION",
];

function objectives(desk: Desk, terms: ContractTerms): SetupDocument[] {
  const name = nameOf(desk.service, desk.channel);
  const objective = (suffix: string, title: string, ...[clause, version]: [string, object]): SetupDocument => ({
    kind: "Objective",
    client: desk.client,
    contract: terms.code,
    service: desk.service,
    code: `${desk.service}-${suffix}`,
    name: title,
    clause,
    versions: [{ measuredBy: "month", minSample: 100, ...version }],
  });
  return [
    desk.channel === "mail"
      ? objective("solved", `${name}: problems solved`, "Annex B §2.2", promised("RESOLUTION_RATE", "85 %", "78 %"))
      : objective("level", `${name}: answered within ${thresholdOf(desk)} s`, "Annex B §2.1", {
          ...(desk.channel === "chat"
            ? promised("SERVICE_LEVEL", "90 %", "80 %")
            : promised("SERVICE_LEVEL", "80 %", "70 %")),
          ...levelOf(desk, terms),
        }),
    ...(hasCases(desk)
      ? [
          objective(
            "reply",
            `${name}: first reply the same business day`,
            "Annex B §2.4",
            promised("SDR", "85 %", "75 %"),
          ),
        ]
      : []),
    objective("quality", `${name}: quality of conversations`, "Annex B §2.5", {
      ...promised("QUALITY", "85 %", "80 %"),
      minSample: 10,
    }),
    objective("csat", `${name}: satisfied customers`, "Annex B §2.3", promised("CSAT", "85 %", "78 %")),
  ];
}

const promised = (kpi: string, target: string, minimum: string): object => ({ kpi, target, minimum });

const forum = (client: string, terms: ContractTerms, startsOn: Day): SetupDocument => ({
  kind: "Forum",
  client,
  contract: terms.code,
  code: `${terms.code}-monthly`,
  name: "Monthly service review",
  cadence: "FREQ=MONTHLY;BYDAY=2TU",
  startsOn,
  reviews: "month",
  quorum: 3,
  minSample: 30,
  participants: [
    { name: "Client service manager", side: "client", duty: "chairs" },
    { name: "Operations manager", side: "provider", duty: "presents" },
    { name: "Quality specialist", side: "provider" },
  ],
});
