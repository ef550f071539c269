import { Decimal } from "../shared/decimal";

/**
 * Quality, cost and voices in plain code, written apart from streams and catalogue: from the rows as they are sent, one
 * KPI after the other. For the double-entry test; slow on purpose.
 */
export type PlainRow = Readonly<Record<string, unknown>>;

/** The rows of one service, day, channel and person, by stream. */
export type PlainPlace = Readonly<Record<string, readonly PlainRow[]>>;

interface Item {
  readonly section?: string;
  readonly weight?: string;
  readonly sectionWeight?: string;
  readonly points?: string;
  readonly maximum?: string;
  readonly notApplicable?: boolean;
  readonly autoFail?: boolean;
}

interface PlainError {
  readonly kind: string;
  readonly rootCause?: string;
  readonly rootCauseApproved?: boolean;
}

const Exact = Decimal.clone({ precision: 120 });
const MILLION = 1_000_000;
const sum = (all: readonly (Decimal | number)[]): Decimal =>
  all.reduce<Decimal>((total, one) => total.plus(one), new Exact(0));

interface PlainForm {
  readonly earned: Decimal;
  readonly applicable: Decimal;
  readonly failed: boolean;
}

/** Earned and applicable points of a form, as they were decided or sent; null: it has none. */
function form(row: PlainRow): PlainForm | null {
  if (row.decided !== undefined) {
    const { earned, applicable, failed } = row.decided as { earned: string; applicable: string; failed: boolean };
    return { earned: new Exact(earned), applicable: new Exact(applicable), failed };
  }
  const items = row.items as readonly Item[] | undefined;
  const on = items?.filter((one) => one.notApplicable !== true);
  const failed = (row.autoFailed as boolean | undefined) ?? on?.some((one) => one.autoFail === true) ?? false;
  if (!on) {
    if (row.earnedPoints === undefined) return null;
    return {
      earned: new Exact(row.earnedPoints as string),
      applicable: new Exact(row.applicablePoints as string),
      failed,
    };
  }
  const times = (one: Item, of: "points" | "maximum") => new Exact(one[of]!).times(one.weight ?? 1);
  if (row.sectionScoring !== "sections") {
    const weighted = (of: "points" | "maximum") => sum(on.map((one) => times(one, of).times(one.sectionWeight ?? 1)));
    return { earned: weighted("points"), applicable: weighted("maximum"), failed };
  }
  const sections = [...new Set(on.map((one) => one.section))]
    .map((section) => on.filter((one) => one.section === section))
    .filter((all) => sum(all.map((one) => times(one, "maximum"))).gt(0));
  const weight = (all: readonly Item[]) => new Exact(all[0]!.sectionWeight ?? 1);
  const part = (all: readonly Item[]) =>
    weight(all)
      .times(sum(all.map((one) => times(one, "points"))))
      .div(sum(all.map((one) => times(one, "maximum"))));
  const earned = sum(sections.map(part)).toDecimalPlaces(6, Decimal.ROUND_HALF_UP);
  return { earned, applicable: sum(sections.map(weight)), failed };
}

const scored = ({ evaluation = [] }: PlainPlace) => evaluation.map(form).filter((one) => one && one.applicable.gt(0));

const worth = {
  FAIL_ZERO: () => 0,
  FAIL_CAPPED: (earned: Decimal, applicable: Decimal, cap: number) =>
    Decimal.min(earned, applicable.times(cap).div(100)),
  FAIL_IGNORED: (earned: Decimal) => earned,
};

/** Whatever a form is worth when it fails. */
export const quality = (dialect: keyof typeof worth, cap: number) => (place: PlainPlace) => {
  const forms = scored(place);
  const points = forms.map((one) => (one!.failed ? worth[dialect](one!.earned, one!.applicable, cap) : one!.earned));
  return [sum(points).times(MILLION), sum(forms.map((one) => one!.applicable)).times(MILLION)];
};

export const autoFails = (place: PlainPlace) => [
  scored(place).filter((one) => one!.failed).length,
  scored(place).length,
];

const judged = ({ evaluation = [] }: PlainPlace) =>
  evaluation.filter((row) => form(row) === null || form(row)!.applicable.gt(0));

const inForms = (place: PlainPlace): PlainError[] => judged(place).flatMap((row) => (row.errors ?? []) as PlainError[]);
const inWords = ({ survey = [] }: PlainPlace): PlainError[] =>
  survey.filter((row) => row.errorKind !== undefined).map((row) => ({ ...row, kind: row.errorKind as string }));

export const errorRate = (kinds: readonly string[]) => (place: PlainPlace) => [
  inForms(place).filter(({ kind }) => kinds.includes(kind)).length,
  judged(place).length,
];

const found = {
  ALL: (place: PlainPlace) => [...inForms(place), ...inWords(place)],
  EVALUATIONS: inForms,
  SURVEYS: inWords,
};
const ofWork = (where: keyof typeof found, place: PlainPlace) =>
  found[where](place).filter(({ kind }) => kind !== "other");
const traced = (where: keyof typeof found, place: PlainPlace) =>
  ofWork(where, place).filter((one) => one.rootCause !== undefined && one.rootCauseApproved === true);

export const training = (where: keyof typeof found) => (place: PlainPlace) => [
  traced(where, place).filter(({ rootCause }) => rootCause === "training").length,
  traced(where, place).length,
];

export const coverage = (where: keyof typeof found) => (place: PlainPlace) => [
  traced(where, place).length,
  ofWork(where, place).length,
];

const apart = ({ calibration = [] }: PlainPlace): Decimal[] =>
  calibration
    .filter((row) => row.score !== undefined)
    .map((row) => new Exact(row.score as string).minus(row.reference as string));

export const variance = (place: PlainPlace) => [sum(apart(place).map((one) => one.abs())), apart(place).length];
export const bias = (place: PlainPlace) => [sum(apart(place)), apart(place).length];
export const agreement = (tolerance: number) => (place: PlainPlace) => [
  apart(place).filter((one) => one.abs().lte(tolerance)).length,
  apart(place).length,
];

const verdicts = ({ calibration = [] }: PlainPlace) => calibration.filter((row) => row.passed !== undefined);
const same = (place: PlainPlace) => verdicts(place).filter((row) => row.passed === row.referencePassed).length;

export const verdict = (place: PlainPlace) => [same(place), verdicts(place).length];

/** (po − pe) ÷ (1 − pe) by its definition, both sides times n². */
export const kappa = (place: PlainPlace) => {
  const all = verdicts(place);
  const [mine, theirs] = [all.filter((row) => row.passed).length, all.filter((row) => row.referencePassed).length];
  const byChance = mine * theirs + (all.length - mine) * (all.length - theirs);
  return [same(place) * all.length - byChance, all.length ** 2 - byChance];
};

/** Sides of a cost: of a unit and of everything. In cents; dollars at the rate of the row. */
export const costOf =
  (kind: string | null) =>
  ({ cost = [] }: PlainPlace) =>
    sum(
      cost
        .filter((row) => kind === null || row.unitKind === kind || row.unitKind === "all" || row.unitKind === undefined)
        .map((row) => new Exact(row.amount as string).times((row.exchangeRate as string | undefined) ?? 1).times(100))
        .map((cents) => cents.toDecimalPlaces(0, Decimal.ROUND_HALF_UP)),
    );

export const count =
  (stream: string, counts: (row: PlainRow) => boolean = () => true) =>
  (place: PlainPlace) =>
    (place[stream] ?? []).filter(counts).length;
