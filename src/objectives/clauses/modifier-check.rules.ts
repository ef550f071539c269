import type { DomainError } from "../../shared/errors";
import type { Clause, Pays } from "./clause";
import type { CheckSetting } from "./check-setting";
import { InvalidClause } from "./clause.errors";

/** What a mechanism pays in; null: it pays nothing. */
export function paidIn({ mechanism }: Pick<Clause, "mechanism">): Pays | null {
  if (mechanism.kind === "allocation") return "pool_share";
  if (mechanism.kind === "ratchet") return null;
  if (mechanism.kind === "default_counter") return mechanism.pays?.pays ?? null;
  return mechanism.pays;
}

const MODIFIERS = ["repeat", "ignoredUpTo", "atLeast", "cap", "earnBack"] as const;

/** Modifiers of what is not there. */
export function modifierTroubles(clause: Clause, _setting: CheckSetting): DomainError[] {
  if (paidIn(clause) === null) return withoutPay(clause);
  return [...repeatTroubles(clause), ...earnBackTroubles(clause)];
}

const withoutPay = (clause: Clause): DomainError[] =>
  MODIFIERS.filter((field) => clause[field] != null).map(
    (field) =>
      new InvalidClause(`"${clause.mechanism.kind}" pays nothing here, so there is nothing for "${field}" to change.`, {
        path: [field],
        remedy: "Leave it out.",
      }),
  );

function repeatTroubles({ repeat, side, mechanism, objectives }: Clause): DomainError[] {
  if (!repeat) return [];
  const why =
    side === "bonus"
      ? "A bonus is not paid for failing, so failing again cannot multiply it."
      : mechanism.kind === "points_ladder"
        ? "A ladder counts points, which are multiplied by the clauses that give them."
        : objectives.length === 0
          ? "Failing again is of an objective, and the clause names none."
          : mechanism.kind === "escalating" && "inARow" in repeat
            ? "An escalating amount counts failures in a row itself."
            : null;
  return why === null ? [] : [new InvalidClause(why, { path: ["repeat"], remedy: "Leave it out." })];
}

function earnBackTroubles({ earnBack, side, objectives }: Clause): DomainError[] {
  if (!earnBack) return [];
  if (side === "bonus")
    return [
      new InvalidClause("Credits are earned back by better service; a bonus is not.", {
        path: ["earnBack"],
        remedy: "Leave it out of bonuses.",
      }),
    ];
  if (objectives.length > 0 || earnBack.of === "all") return [];
  return [
    new InvalidClause("It is earned back by the objective itself, and the clause names none.", {
      path: ["earnBack", "of"],
      remedy: "Name objectives, or write of: all.",
    }),
  ];
}
