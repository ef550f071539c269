import { Decimal } from "../../shared/decimal";
import type { DomainError } from "../../shared/errors";
import type { Cap, Clause } from "./clause";
import { InvalidAmount, InvalidClause } from "./clause.errors";
import { paidIn } from "./modifier-check.rules";
import type { PromisedObjective } from "./promised-objective";
import type { SettlementTerms } from "./settlement-terms";

/** Everything about terms as a whole that contradicts itself. */
export function termsTroubles(terms: SettlementTerms, objectives: readonly PromisedObjective[]): DomainError[] {
  return [
    ...codeTroubles(terms),
    ...allocationTroubles(terms),
    ...pointTroubles(terms),
    ...capTroubles(terms),
    ...incidentTroubles(terms),
    ...periodTroubles(terms, objectives),
  ];
}

function codeTroubles({ clauses }: SettlementTerms): DomainError[] {
  const codes = clauses.map(({ code }) => code);
  return clauses.flatMap(({ code }, index) =>
    codes.indexOf(code) === index
      ? []
      : [
          new InvalidClause(`There are two clauses "${code}".`, {
            path: ["clauses", String(index), "code"],
            remedy: "Give each clause a code of its own.",
          }),
        ],
  );
}

/** All allocations, one per objective, against what they may come to (semantics §6, C2). */
function allocationTroubles({ clauses, allocationLimit }: SettlementTerms): DomainError[] {
  const parts = clauses.map(({ mechanism, objectives }) =>
    mechanism.kind === "allocation" ? new Decimal(mechanism.allocation).times(objectives.length) : new Decimal(0),
  );
  const sum = parts.reduce((total, part) => total.plus(part), new Decimal(0));
  if (sum.lte(allocationLimit)) return [];
  const last = parts.findLastIndex((part) => !part.isZero());
  return [
    new InvalidAmount(
      `All allocations, one for each objective, come to ${percent(sum)}: more than ${percent(allocationLimit)}.`,
      {
        path: ["clauses", String(last), "mechanism", "allocation"],
        remedy: `Allocate less, or write allocationLimit: ${percent(sum)} if the contract says so.`,
      },
    ),
  ];
}

function pointTroubles({ clauses, pointValue }: SettlementTerms): DomainError[] {
  const giving = clauses.findIndex((clause) => paidIn(clause) === "points");
  const ladder = clauses.findIndex(({ mechanism }) => mechanism.kind === "points_ladder");
  const troubles: DomainError[] = [];
  if (giving !== -1 && ladder === -1 && pointValue === null)
    troubles.push(
      new InvalidClause(`Clause "${clauses[giving]!.code}" gives points, and nothing says what they are worth.`, {
        path: ["clauses", String(giving), "mechanism"],
        remedy: "Write pointValue, or a clause with a points_ladder.",
      }),
    );
  if (giving === -1 && ladder !== -1)
    troubles.push(
      new InvalidClause(`Clause "${clauses[ladder]!.code}" counts points, and no clause gives any.`, {
        path: ["clauses", String(ladder), "mechanism"],
        remedy: "Let a clause pay points, or leave the ladder out.",
      }),
    );
  if (giving === -1 && pointValue !== null)
    troubles.push(
      new InvalidClause("Points have a value, and no clause gives any.", {
        path: ["pointValue"],
        remedy: "Leave pointValue out.",
      }),
    );
  return [...troubles, ...(pointValue === null ? clauses.flatMap(moneyOfPoints) : [])];
}

/** Floors, caps and earn-backs of points that are no money yet. */
const moneyOfPoints = (clause: Clause, index: number): DomainError[] =>
  paidIn(clause) !== "points"
    ? []
    : (["ignoredUpTo", "atLeast", "cap", "earnBack"] as const)
        .filter((field) => clause[field] != null)
        .map(
          (field) =>
            new InvalidClause(`Clause "${clause.code}" gives points for a ladder; "${field}" is about money.`, {
              path: ["clauses", String(index), field],
              remedy: `Write pointValue, or put "${field}" on the ladder.`,
            }),
        );

const moneyOf = ({ pays, amount }: Cap, { fee, atRisk }: SettlementTerms): Decimal => {
  const whole = { money: 1, fee_share: fee, pool_share: new Decimal(fee).times(atRisk) }[pays];
  return new Decimal(amount).times(whole);
};

/** Caps that leave nothing of what they cap, or less than the clause pays at least. */
const capTroubles = (terms: SettlementTerms): DomainError[] =>
  terms.clauses.flatMap(({ code, cap, ignoredUpTo, atLeast }, index) => {
    if (!cap) return [];
    const path = ["clauses", String(index), "cap"];
    if (ignoredUpTo !== null && moneyOf(cap, terms).lte(ignoredUpTo))
      return [
        new InvalidClause(`Clause "${code}" pays at most what is ignored.`, {
          path,
          remedy: "Raise the cap above ignoredUpTo, or ignore less: nothing would ever be paid.",
        }),
      ];
    if (atLeast == null || moneyOf(cap, terms).gte(atLeast)) return [];
    return [
      new InvalidClause(`Clause "${code}" is to pay more at least than its cap lets it pay at most.`, {
        path,
        remedy: "Raise the cap to atLeast, or lower atLeast.",
      }),
    ];
  });

function incidentTroubles({ singleIncident, clauses }: SettlementTerms): DomainError[] {
  if (!singleIncident) return [];
  const credited = new Set(
    clauses.flatMap((clause) => (clause.side === "credit" && paidIn(clause) !== null ? clause.objectives : [])),
  );
  if (credited.size > 1) return [];
  return [
    new InvalidClause("One incident yields one credit, and fewer than two objectives have credits to choose from.", {
      path: ["singleIncident"],
      remedy: "Leave singleIncident out.",
    }),
  ];
}

/** Objectives that are judged by another length of period than is settled. */
function periodTroubles(
  { settledBy, clauses }: SettlementTerms,
  objectives: readonly PromisedObjective[],
): DomainError[] {
  return clauses.flatMap(({ objectives: codes }, index) =>
    codes.flatMap((code, place) => {
      const other = objectives.find((one) => one.code === code && one.measuredBy !== settledBy);
      if (!other) return [];
      return [
        new InvalidClause(`${code} is judged by the ${other.measuredBy}, and money is settled by the ${settledBy}.`, {
          path: ["clauses", String(index), "objectives", String(place)],
          remedy: `Judge it by the ${settledBy}, or settle by the ${other.measuredBy}.`,
        }),
      ];
    }),
  );
}

const percent = (ratio: Decimal | string): string => `${new Decimal(ratio).times(100).toString()} %`;
