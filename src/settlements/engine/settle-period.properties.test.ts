import type { Cap } from "../../objectives/clauses/clause";
import type { SettlementTerms } from "../../objectives/clauses/settlement-terms";
import { compare, floorOf, rational, times } from "../../shared/rational";
import { seeded } from "../../test-support/seeded";
import type { PeriodInput } from "./period-input";
import { capMoney } from "./pool.rules";
import { randomMonths, randomTerms, shareOf } from "./random-contract.builder";
import { settleAmended, settlePeriod } from "./settle-period.rules";
import type { SettledPeriod } from "./settled-period";

const SEED = 20_260_101;
const CONTRACTS = 100;

interface Sample {
  readonly terms: SettlementTerms;
  readonly months: PeriodInput[];
  readonly settled: SettledPeriod[];
  readonly random: () => number;
}

/** One month after the other, without steps. */
const settleSeries = (terms: SettlementTerms, months: readonly PeriodInput[]): SettledPeriod[] =>
  months.reduce<SettledPeriod[]>((past, input) => [...past, settlePeriod(terms, input, past, "sums")], []);

const samples: Sample[] = Array.from({ length: CONTRACTS }, (_, index) => {
  const random = seeded(SEED + index);
  const terms = randomTerms(random);
  const months = randomMonths(random, 14);
  return { terms, months, settled: settleSeries(terms, months), random };
});

const sum = (amounts: readonly string[]): bigint => amounts.reduce((all, amount) => all + BigInt(amount), 0n);
const capOf = (cap: Cap, { fee }: { fee: string }, atRisk: string): bigint =>
  floorOf(capMoney(cap, { fee: rational(fee), pool: times(rational(fee), rational(atRisk)) }));

describe(`Random contracts (seed ${SEED})`, () => {
  it("are worth trying: they credit, cut, hold, release and return", () => {
    const lines = samples.flatMap(({ settled }) => settled.flatMap((one) => one.lines));
    const kinds = new Set(lines.map(({ kind }) => kind));
    const cuts = samples
      .flatMap(({ settled }) => settled.flatMap(({ steps }) => steps))
      .filter(({ output }) => output.includes("reduced"));

    expect(kinds.size).toBe(5);
    expect(cuts.length).toBeGreaterThan(50);
  });

  it("never credit more than a period's, a clause's and a year's cap", () => {
    for (const { terms, months, settled } of samples) {
      for (const [index, one] of settled.entries()) {
        const fee = months[index]!;
        const cap = terms.creditCap ?? { pays: "pool_share", amount: "1" };
        expect(BigInt(one.totals.credits) <= capOf(cap, fee, terms.atRisk)).toBe(true);
        const year = settled.slice(Math.max(0, index - 11), index + 1).map(({ totals }) => totals.credits);
        if (terms.yearlyCreditCap) expect(sum(year) <= BigInt(terms.yearlyCreditCap.amount)).toBe(true);
        if (terms.bonusCap) expect(BigInt(one.totals.bonuses) <= BigInt(terms.bonusCap.amount)).toBe(true);
        for (const line of one.lines.filter(({ kind }) => kind === "credit")) {
          const own = terms.clauses.find(({ code }) => code === line.clause)!.cap;
          if (own) expect(BigInt(line.amount) <= capOf(own, fee, terms.atRisk)).toBe(true);
        }
      }
    }
  });

  it("have lines that add up to their totals, to the minor unit", () => {
    for (const { totals, lines } of samples.flatMap(({ settled }) => settled)) {
      const { credits, bonuses, held, released, returned, net } = totals;
      expect(sum(lines.map(({ amount }) => amount))).toBe(BigInt(net));
      expect(
        sum([credits, `-${bonuses}`, `-${held}`, released, `-${returned}`].map((one) => one.replace("--", ""))),
      ).toBe(BigInt(net));
      expect(lines.every(({ amount }) => /^-?[1-9]\d*$/.test(amount))).toBe(true);
    }
  });

  it("give back no more than was held, and each credit once", () => {
    for (const { settled } of samples) {
      const given = settled.flatMap(({ period, lines }) =>
        lines.filter(({ kind }) => kind === "credit").map((line) => ({ ...line, from: period.from })),
      );
      const later = settled.flatMap(({ lines }) => lines.filter(({ origin }) => origin !== null));
      const keys = later.map(({ clause, objective, origin }) => `${clause}/${objective}/${origin}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { clause, objective, origin, amount } of later) {
        const credit = given.find((one) => one.clause === clause && one.objective === objective && one.from === origin);
        expect(BigInt(amount.replace("-", ""))).toBe(BigInt(credit!.amount));
      }
    }
  });

  it("come to the same in whatever order clauses, objectives and incidents are listed", () => {
    for (const { terms, months, settled } of samples) {
      const turned = { ...terms, clauses: [...terms.clauses].reverse() };
      const inputs = months.map((one) => ({ ...one, objectives: [...one.objectives].reverse() }));
      expect(settleSeries(turned, inputs).map(({ totals }) => totals)).toEqual(settled.map(({ totals }) => totals));
    }
  });

  it("come to the same with steps as without", () => {
    for (const { terms, months, settled } of samples.slice(0, 50)) {
      const told = settlePeriod(terms, months[7]!, settled.slice(0, 7));
      expect({ totals: told.totals, holds: told.holds }).toEqual({
        totals: settled[7]!.totals,
        holds: settled[7]!.holds,
      });
      expect(told.outcomes.every(({ steps }) => steps.length > 0)).toBe(true);
    }
  });

  it("never cost more for a better month", () => {
    for (const { terms, months, settled, random } of samples) {
      const index = Math.floor(random() * months.length);
      const better = months[index]!.objectives.map((one) => {
        const good = Number(one.figure.numerator);
        return one.outcome === "undetermined" ? one : shareOf(one.code, good + Math.floor(random() * (1001 - good)));
      });
      const again = settlePeriod(terms, { ...months[index]!, objectives: better }, settled.slice(0, index), "sums");
      const before = settled[index]!.totals;
      const incident = terms.singleIncident && months[index]!.incidents.some(({ chosen }) => chosen !== null);
      if (!incident) expect(BigInt(again.totals.credits) <= BigInt(before.credits)).toBe(true);
      expect(BigInt(again.totals.bonuses) >= BigInt(before.bonuses)).toBe(true);
    }
  });

  it("come to what they would alone when both parts of a month say the same, a rounding per line apart", () => {
    for (const { terms, months, settled } of samples) {
      const { period } = months[0]!;
      const parts = ["10/31", "21/31"].map((share) => ({ terms, input: months[0]!, days: period, share }));
      const apart = settleAmended(parts, [], "sums");
      const difference = BigInt(apart.totals.credits) - BigInt(settled[0]!.totals.credits);
      const slack = BigInt(settled[0]!.lines.length + apart.lines.length);
      expect(compare(rational(difference < 0n ? -difference : difference), rational(slack)) <= 0).toBe(true);
    }
  });
});
