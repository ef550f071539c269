import { BadUserInput } from "../../platform/graphql/bad-input.errors";
import { Decimal } from "../../shared/decimal";
import type { AcceptancePlan } from "./fairness.rules";
import type { WhatIfEvents } from "./what-if-events.type";

const MOST_SAMPLES = 100_000;

interface Given {
  readonly path: readonly string[];
  readonly value: string | number;
  readonly wanted: string;
}

/** Refuses a value that means nothing here, and says what would. */
function refuseUnless(isFine: boolean, { path, value, wanted }: Given): void {
  if (!isFine) throw new BadUserInput(`"${path.at(-1)!}" cannot be ${value}.`, { path, remedy: `Give ${wanted}.` });
}

export const refuseShare = (value: string, field: string): void =>
  refuseUnless(new Decimal(value).gte(0) && new Decimal(value).lte(1), {
    ...{ path: [field], value, wanted: "a share from 0 to 1: 0.95 is 95 %" },
  });

/** A part of a sample is not below 0 and not above all of it. */
export const refuseShares = (value: string, sample: number): void =>
  refuseUnless(new Decimal(value).gte(0) && new Decimal(value).lte(sample), {
    ...{ path: ["numerator"], value, wanted: `0 to ${sample}` },
  });

export const refuseEmptySample = (value: number): void =>
  refuseUnless(value > 0, { path: ["sample"], value, wanted: "1 or more" });

export const refuseManyDecimals = (value: number, path: readonly string[]): void =>
  refuseUnless(value <= 10, { path, value, wanted: "10 decimals at most" });

/** A share counts nothing that is not in what it is divided by. */
export function refuseFigure(
  unit: string,
  { numerator, denominator }: { numerator: string; denominator: string | null },
): void {
  if (denominator !== null)
    refuseUnless(new Decimal(denominator).gte(0), {
      ...{ path: ["figure", "denominator"], value: denominator, wanted: "0 or more" },
    });
  if (unit !== "share") return;
  const isInside = new Decimal(numerator).gte(0) && new Decimal(numerator).lte(denominator ?? 1);
  const wanted = `0 to ${denominator ?? 1}, because it is a share`;
  refuseUnless(isInside, { path: ["figure", "numerator"], value: numerator, wanted });
}

export function refusePlan({ sample, missesAccepted, goodMissRate, badMissRate }: AcceptancePlan): void {
  const isSample = sample > 0 && sample <= MOST_SAMPLES;
  refuseUnless(isSample, { path: ["sample"], value: sample, wanted: `1 to ${MOST_SAMPLES}` });
  refuseUnless(missesAccepted < sample, {
    ...{ path: ["missesAccepted"], value: missesAccepted, wanted: `less than the sample, ${sample}` },
  });
  refuseShare(goodMissRate, "goodMissRate");
  refuseShare(badMissRate, "badMissRate");
  refuseUnless(new Decimal(badMissRate).gt(goodMissRate), {
    ...{ path: ["badMissRate"], value: badMissRate, wanted: `a share above ${goodMissRate}` },
  });
}

/** Every clause looks at every objective in every period. */
const MOST_LOOKS = 20_000;
const MOST_PERIODS = 60;

interface Series {
  readonly figures: readonly unknown[];
}

export const periodsOf = (objectives: readonly Series[]): number =>
  Math.max(1, ...objectives.map(({ figures }) => figures.length));

export function refuseManyPeriods(clauses: number, objectives: readonly Series[]): void {
  const periods = periodsOf(objectives);
  refuseUnless(periods <= MOST_PERIODS, {
    ...{ path: ["objectives", "figures"], value: `${periods} of them`, wanted: `${MOST_PERIODS} periods at most` },
  });
  const looks = clauses * Math.max(1, objectives.length) * periods;
  refuseUnless(looks <= MOST_LOOKS, {
    ...{ path: ["terms", "clauses"], value: `${clauses} of them` },
    wanted: `so few that clauses × objectives × periods are at most ${MOST_LOOKS}`,
  });
}

/** The exact test looks at every event. */
const MOST_EVENTS_TESTED = 200_000;

interface Tested {
  readonly denominator: string | null;
}

export function refuseManyEvents(tests: number, figures: readonly Tested[]): void {
  const events = figures.reduce((sum, { denominator }) => sum.plus(denominator ?? 0), new Decimal(0)).times(tests);
  refuseUnless(events.lte(MOST_EVENTS_TESTED), {
    ...{ path: ["objectives", "figures"], value: `of ${events.toFixed()} events that are tested for chance` },
    wanted: `figures of ${MOST_EVENTS_TESTED} events at most, or clauses without a binomial guard`,
  });
}

const MOST_EVENTS = 100;

/** Incidents are about objectives and periods that are given, and so are wrong reports. */
export function refuseStrayEvents(
  { incidents, reportErrors }: WhatIfEvents,
  objectives: readonly { readonly code: string; readonly figures: readonly unknown[] }[],
): void {
  const periods = periodsOf(objectives);
  const codes = objectives.map(({ code }) => code);
  const lists = { incidents, reportErrors };
  for (const [list, all] of Object.entries(lists)) {
    refuseUnless(all.length <= MOST_EVENTS, { path: [list], value: all.length, wanted: `${MOST_EVENTS} at most` });
    for (const [index, { period }] of all.entries())
      refuseUnless(period >= 1 && period <= periods, {
        ...{ path: [list, String(index), "period"], value: period, wanted: `a period from 1 to ${periods}` },
      });
  }
  for (const [index, { objectives: named, chosen }] of incidents.entries()) {
    const stray = named.find((code) => !codes.includes(code));
    const path = ["incidents", String(index)];
    refuseUnless(stray === undefined, {
      ...{ path: [...path, "objectives"], value: stray ?? "", wanted: `codes of objectives: ${codes.join(", ")}` },
    });
    refuseUnless(chosen == null || named.includes(chosen), {
      ...{ path: [...path, "chosen"], value: chosen ?? "", wanted: "one of the objectives that it affected" },
    });
  }
}
