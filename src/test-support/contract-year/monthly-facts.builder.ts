/** Facts of a desk's month, told shortly. What is left out is as usual: everything reaches its target. */
export interface MonthlyFacts {
  /** The day of every fact; the 10th of the month when left out. */
  readonly on?: string;
  /** Answered at once, answered late, abandoned: `164/28/8`. */
  readonly calls?: string;
  /** Seconds that those answered at once, and late, waited. */
  readonly waits?: readonly [number, number];
  /** Satisfied, neutral, dissatisfied callers: `86/8/6`. */
  readonly callers?: string;
  /** Of all callers asked: solved, and solved on the first call: `82/72`. Empty: the questions were not asked. */
  readonly solved?: string;
  /** Of 200 points. */
  readonly callQuality?: number;
  readonly complaints?: number;
  /** Satisfied and other writers, and how many of all say that their problem was solved: `42/8/40`. */
  readonly writers?: string;
  /** Of 100 points. */
  readonly mailQuality?: number;
}

export type Facts = Required<Omit<MonthlyFacts, "on">>;

export const USUAL: Facts = {
  calls: "164/28/8",
  waits: [12, 45],
  callers: "86/8/6",
  solved: "82/72",
  callQuality: 186,
  complaints: 1,
  writers: "42/8/40",
  mailQuality: 88,
};

/** Nothing happens but what is said. */
export const NOTHING: Facts = {
  ...{ calls: "0/0/0", waits: [12, 45], callers: "0/0/0", solved: "", callQuality: 0, complaints: 0 },
  ...{ writers: "0/0/0", mailQuality: 0 },
};

/** Rows to send, by the mutation that takes them. */
export interface FactRows {
  readonly ingestContacts: readonly object[];
  readonly ingestSurveys: readonly object[];
  readonly ingestEvaluations: readonly object[];
  readonly ingestComplaints: readonly object[];
}

/** `id` tells one lot of facts from another; `at` is the instant of all of them. */
export function factRows(id: string, at: string, facts: Facts): FactRows {
  return {
    ingestContacts: contacts(id, at, facts),
    ingestSurveys: [...callerSurveys(id, at, facts), ...writerSurveys(id, at, facts)],
    ingestEvaluations: [
      ...evaluation(`${id} calls`, at, { service: "voice", earned: facts.callQuality, of: 200 }),
      ...evaluation(`${id} mails`, at, { service: "mail", earned: facts.mailQuality, of: 100 }),
    ],
    ingestComplaints: times(facts.complaints, (index) => ({
      ...{ externalId: `${id} complaint ${index}`, service: "voice", receivedAt: at },
    })),
  };
}

const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
const numbers = (text: string): number[] => text.split("/").map(Number);

function contacts(id: string, at: string, { calls, waits }: Facts): object[] {
  const [atOnce = 0, late = 0, abandoned = 0] = numbers(calls);
  const call = (kind: string, index: number, waitSeconds: number) => ({
    ...{ externalId: `${id} ${kind} ${index}`, service: "voice", channel: "phone", offeredAt: at, waitSeconds },
  });
  const answered = { outcome: "ANSWERED", talkSeconds: 200 };
  return [
    ...times(atOnce, (index) => ({ ...call("at once", index, waits[0]), ...answered })),
    ...times(late, (index) => ({ ...call("late", index, waits[1]), ...answered })),
    ...times(abandoned, (index) => ({ ...call("abandoned", index, 60), outcome: "ABANDONED" })),
  ];
}

function callerSurveys(id: string, at: string, { callers, solved }: Facts): object[] {
  const [satisfied = 0, neutral = 0, dissatisfied = 0] = numbers(callers);
  const [yes = 0, first = 0] = numbers(solved);
  const ratings = [...times(satisfied, () => 5), ...times(neutral, () => 3), ...times(dissatisfied, () => 1)];
  return ratings.map((rating, index) => ({
    ...{ externalId: `${id} caller ${index}`, service: "voice", channel: "phone", surveyedAt: at, rating },
    ...(solved === "" ? {} : { resolved: index < yes, resolvedFirstContact: index < first }),
  }));
}

function writerSurveys(id: string, at: string, { writers }: Facts): object[] {
  const [satisfied = 0, others = 0, solved = 0] = numbers(writers);
  return times(satisfied + others, (index) => ({
    ...{ externalId: `${id} writer ${index}`, service: "mail", channel: "mail", surveyedAt: at },
    ...{ rating: index < satisfied ? 4 : 3, ...(solved === 0 ? {} : { resolved: index < solved }) },
  }));
}

function evaluation(
  externalId: string,
  evaluatedAt: string,
  { service, earned, of }: { service: string; earned: number; of: number },
): object[] {
  if (earned === 0) return [];
  const points = { earnedPoints: String(earned), applicablePoints: String(of) };
  return [{ externalId, service, evaluatedAt, formCode: "monthly", ...points }];
}
