/** What measures of cases may look at: one moment of a case. Days are numbers of days; instants are epoch milliseconds. */
export interface CaseMomentFacts {
  /** Day of the moment itself, and of the case's opening. */
  readonly day: number;
  readonly openedDay: number;
  readonly untilDay: number | null;
  readonly sinceDay: number | null;
  readonly answeredDay: number | null;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isMet: boolean;
  /** Without waiting for the customer, without any pause, and whole. */
  readonly calendarSeconds: number | null;
  readonly businessSeconds: number | null;
  readonly calendarWorkedSeconds: number | null;
  readonly businessWorkedSeconds: number | null;
  readonly calendarWholeSeconds: number | null;
  readonly businessWholeSeconds: number | null;
  readonly customerRef: string | null;
  readonly occurredAt: number;
  readonly firstReopenedAt: number | null;
  /** Of a closing: when the same customer opened the next case about the same. */
  readonly nextOpenedAt: number | null;
  readonly resolvedAt: number | null;
  readonly dueAt: number | null;
  readonly reopenings: number;
  readonly escalations: number | null;
  readonly contacts: number | null;
  readonly agentInteractions: number | null;
  readonly withinTarget: boolean | null;
  readonly resolvableFirstContact: boolean | null;
}
