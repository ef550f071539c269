/** The month that is closed; there are daily measures of it and of the twelve before. */
export const MONTH = { kind: "month", from: "2025-10-01", until: "2025-11-01" } as const;
/** Later than the days of grace. */
export const NOW = new Date("2025-11-20T06:00:00Z");
export const STREAMS = ["contact", "survey", "evaluation", "work_time"];
export const SERVICES = 60;
export const TEAMS = 120;

export const KPI_CODES = [
  ...["AHT", "AVERAGE_HOLD", "CONTACTS_HANDLED", "ESCALATION_RATE", "CSAT", "DSAT"],
  ...["RESOLUTION_RATE", "QUALITY", "ERROR_RATE", "ADHERENCE", "OCCUPANCY", "THROUGHPUT"],
];

export interface ClosingStore {
  readonly clientId: string;
  readonly contractId: string;
  readonly people: number;
}
