import type { Stream } from "../shared/stream";

type Random = () => number;
type Row = Record<string, unknown>;

export const QUALITY_STREAMS = [
  ...(["contact", "survey", "evaluation", "calibration", "cost", "complaint", "employee_survey"] as const),
] as const satisfies readonly Stream[];

/** Codes of services and people that rows may name. */
export interface RowGround {
  readonly services: readonly string[];
  readonly people: readonly string[];
}

const HOUR = 3_600_000;

/** Midnights and month ends of Rome and New York, and hours around the two clock changes. */
const INSTANTS = [
  ...["2026-01-31T23:00:00Z", "2026-02-28T22:59:59.999Z", "2026-02-28T23:00:00Z", "2026-03-01T05:00:00Z"],
  ...[0, 1, 3, 5, 6].map((hours) => new Date(Date.parse("2026-03-28T22:00:00Z") + hours * HOUR).toISOString()),
  ...[0, 1, 2, 3, 7].map((hours) => new Date(Date.parse("2026-10-24T22:00:00Z") + hours * HOUR).toISOString()),
];

const pick = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
const some = <T>(random: Random, chance: number, value: T): T | undefined => (random() < chance ? value : undefined);
/** Hundredths as text, so that no digit is lost. */
const number = (random: Random, most: number): string => (Math.floor(random() * most * 100 + 0.5) / 100).toFixed(2);
const without = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));

/** A row of a stream, full of edges, its fields named as in the API. */
export function aRandomRow(random: Random, ground: RowGround, stream: (typeof QUALITY_STREAMS)[number]): Row {
  const place = {
    service: pick(random, ground.services),
    person: ground.people.length === 0 ? undefined : some(random, 0.7, pick(random, ground.people)),
    ...(stream === "employee_survey" ? {} : { channel: pick(random, ["phone", "email"]) }),
  };
  return without({ ...place, ...ROWS[stream](random, pick(random, INSTANTS)) });
}

const ROWS: Record<(typeof QUALITY_STREAMS)[number], (random: Random, at: string) => Row> = {
  contact: (random, at) => ({
    ...{ offeredAt: at, answeredAt: at, endedAt: at, outcome: "answered" },
    ...some(random, 0.3, { outcome: "abandoned", answeredAt: undefined }),
  }),
  survey: (random, at) => ({
    ...{ surveyedAt: at, rating: pick(random, [1, 5]), errorKind: some(random, 0.7, kind(random)) },
    ...{ rootCause: some(random, 0.7, cause(random)), rootCauseApproved: some(random, 0.8, random() < 0.7) },
  }),
  evaluation: (random, at) => ({
    ...{ evaluatedAt: at, formCode: "F", autoFailed: some(random, 0.1, random() < 0.5) },
    ...pick(random, [anItemised, anItemised, aFlat, onlyErrors])(random),
  }),
  calibration: (random, at) => ({ calibratedAt: at, formCode: "F", ...aComparison(random) }),
  cost: (random, at) => ({
    incurredOn: at.slice(0, 10),
    amount: pick(random, ["0", "-12.5", "0.005", "-0.005", "1234567.891", number(random, 100)]),
    unitKind: pick(random, ["contact", "case", "hour", "all", undefined]),
    ...pick<Row>(random, [
      {},
      { currency: "EUR" },
      { currency: "USD", exchangeRate: pick(random, ["0.9187", "1.000000000001"]), rateDate: "2026-01-02" },
    ]),
  }),
  complaint: (_random, at) => ({ receivedAt: at, justified: pick(_random, [true, false, undefined]) }),
  employee_survey: (random, at) => {
    const ratingScale = pick(random, [undefined, 2, 10]);
    const rating = some(random, 0.7, 1 + Math.floor(random() * (ratingScale ?? 5)));
    const recommend = rating === undefined || random() < 0.7 ? Math.floor(random() * 11) : undefined;
    return { answeredAt: at, ratingScale, rating, recommend };
  },
};

const kind = (random: Random): string => pick(random, ["product", "process", "other"]);
const cause = (random: Random): string => pick(random, ["training", "training", "tool"]);

const someErrors = (random: Random): Row[] =>
  Array.from({ length: Math.floor(random() * 4) }, () =>
    without({
      ...{ kind: kind(random), code: some(random, 0.5, "E1"), rootCause: some(random, 0.8, cause(random)) },
      rootCauseApproved: some(random, 0.8, random() < 0.7),
    }),
  );

function anItemised(random: Random): Row {
  const isAllOut = random() < 0.1;
  const items = Array.from({ length: 1 + Math.floor(random() * 6) }, (_, at) => {
    const section = pick(random, ["greeting", "solution", undefined]);
    const maximum = pick(random, ["0", "1", "5", number(random, 20)]);
    const points = pick(random, ["0", maximum, (Math.floor(Number(maximum) * random() * 100) / 100).toFixed(2)]);
    const notApplicable = isAllOut || random() < 0.2;
    return without({
      ...{ code: `q${at}`, section, maximum, points, autoFail: some(random, 0.2, random() < 0.7) },
      ...{
        notApplicable: notApplicable ? true : some(random, 0.3, false),
        weight: some(random, 0.6, number(random, 3)),
      },
      ...{ sectionWeight: { greeting: "33.33", solution: "66.67" }[section ?? ""] },
      ...(notApplicable && random() < 0.5 ? { points: undefined, maximum: undefined } : {}),
    });
  });
  const sectionScoring = pick(random, ["questions", "sections", undefined]);
  return { items, sectionScoring, errors: some(random, 0.6, someErrors(random)) };
}

const aFlat = (random: Random): Row => ({
  ...pick<Row>(random, [
    { earnedPoints: "0.000001", applicablePoints: "0.000003" },
    { earnedPoints: "85", applicablePoints: "100" },
    { earnedPoints: "0", applicablePoints: "0" },
  ]),
  errors: some(random, 0.5, someErrors(random)),
});

const onlyErrors = (random: Random): Row => ({ errors: someErrors(random) });

function aComparison(random: Random): Row {
  const reference = pick(random, ["0", "50", "90", "100"]);
  const apart = pick(random, [0, 10, -10, 10.01, -9.99]);
  const score = Math.min(100, Math.max(0, Number(reference) + apart)).toFixed(2);
  const verdict = { passed: random() < 0.6, referencePassed: random() < 0.6 };
  return pick<Row>(random, [{ score, reference }, verdict, { score, reference, ...verdict }]);
}
