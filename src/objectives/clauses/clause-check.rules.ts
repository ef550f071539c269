import type { CheckSetting } from "./check-setting";
import type { DomainError } from "../../shared/errors";
import type { AimLevel, Clause, MechanismKind, Trigger } from "./clause";
import { InvalidClause, PaysForWorse } from "./clause.errors";
import { guardTroubles } from "./guard-check.rules";
import { modifierTroubles } from "./modifier-check.rules";
import type { PromisedObjective } from "./promised-objective";

/** Everything about a clause that could not be settled, or would reward the wrong side. */
export function clauseTroubles(clause: Clause, setting: CheckSetting): DomainError[] {
  return [
    ...subjectTroubles(clause),
    ...triggerTroubles(clause),
    ...levelTroubles(clause, setting),
    ...kpiTroubles(clause, setting),
    ...guardTroubles(clause, setting),
    ...modifierTroubles(clause, setting),
  ];
}

const NEED_OBJECTIVES: readonly MechanismKind[] = [
  "allocation",
  "bands",
  "per_point",
  "table",
  "bonus_malus",
  "per_event",
  "escalating",
];

/** Whom a clause is about, and in whose favour it may be. */
function subjectTroubles({ mechanism, objectives, side }: Clause): DomainError[] {
  const { kind } = mechanism;
  const troubles: DomainError[] = [];
  if (objectives.length === 0 && NEED_OBJECTIVES.includes(kind))
    troubles.push(
      new InvalidClause(`"${kind}" looks at objectives, and the clause names none.`, {
        path: ["objectives"],
        remedy: "Name the objectives it looks at, each by itself.",
      }),
    );
  if (objectives.length > 0 && kind === "erroneous_reporting")
    troubles.push(
      new InvalidClause("Wrong reports are failures of the contract, and the clause names objectives.", {
        path: ["objectives"],
        remedy: "Leave the objectives out.",
      }),
    );
  if (side === "bonus" && FOR_CREDITS.includes(kind))
    troubles.push(
      new PaysForWorse(`"${kind}" pays the more the worse the service is, and is written as a bonus.`, {
        path: ["side"],
        remedy: "Write side: credit; for a bonus write fixed, bands, table or bonus_malus.",
      }),
    );
  return troubles;
}

const FOR_CREDITS: readonly MechanismKind[] = [
  "allocation",
  "per_point",
  "per_event",
  "escalating",
  "points_ladder",
  "default_counter",
  "erroneous_reporting",
];

/** Mechanisms that find out themselves whether anything follows. */
const TELL_THEMSELVES: readonly MechanismKind[] = [
  "bonus_malus",
  "points_ladder",
  "default_counter",
  "erroneous_reporting",
  "ratchet",
];
const FAILING: readonly Trigger[] = ["missed", "below_minimum", "below_expected"];

function triggerTroubles({ mechanism: { kind }, when, side }: Clause): DomainError[] {
  if (TELL_THEMSELVES.includes(kind) && when !== "always")
    return [
      new InvalidClause(`"${kind}" tells itself whether anything follows, and the clause says when: ${when}.`, {
        path: ["when"],
        remedy: "Leave it out, or write always.",
      }),
    ];
  if (side === "credit" && (when === "met" || when === "expected_met"))
    return [
      paysForWorse(
        `A credit is paid when the objective is ${when === "met" ? "met" : "at its expected level"}.`,
        "missed, or side: bonus",
      ),
    ];
  if (side === "bonus" && FAILING.includes(when))
    return [paysForWorse(`A bonus is paid when the objective is ${when.replace("_", " ")}.`, "met, or side: credit")];
  return [];
}

const paysForWorse = (message: string, instead: string): PaysForWorse =>
  new PaysForWorse(message, { path: ["when"], remedy: `Write when: ${instead}.` });

const LEVEL_OF: Readonly<Partial<Record<Trigger, AimLevel>>> = {
  below_minimum: "minimum",
  below_expected: "expected",
  expected_met: "expected",
};

/** Levels that the clause asks about and an objective does not have. */
function levelTroubles(clause: Clause, { about, all }: CheckSetting): DomainError[] {
  const { mechanism, when, guards, earnBack, objectives } = clause;
  const looksAt = objectives.length > 0 ? about : all;
  const triggered = LEVEL_OF[when];
  const troubles = triggered ? missing(triggered, looksAt, ["when"]) : [];
  if (mechanism.kind === "per_point" || mechanism.kind === "default_counter")
    troubles.push(...missing(mechanism.below, looksAt, ["mechanism", "below"]));
  guards.forEach((guard, index) => {
    if (guard.kind !== "all_reach") return;
    const reached = guard.objectives.length > 0 ? all.filter(({ code }) => guard.objectives.includes(code)) : all;
    troubles.push(...missing(guard.level, reached, ["guards", String(index), "level"]));
  });
  if (earnBack) troubles.push(...missing(earnBack.level, earnBack.of === "all" ? all : about, ["earnBack", "level"]));
  return troubles;
}

function missing(level: AimLevel, about: readonly PromisedObjective[], path: readonly string[]): DomainError[] {
  const without = [...new Set(about.filter(({ aims }) => aims[level] === null).map(({ code }) => code))];
  if (without.length === 0) return [];
  const names = without.join(", ");
  return [
    new InvalidClause(`${names} ${without.length === 1 ? "has" : "have"} no ${level} level.`, {
      path,
      remedy: `Give ${names} "${level}", or ask about another level.`,
    }),
  ];
}

/** What a KPI cannot tell. */
function kpiTroubles({ mechanism }: Clause, { about }: CheckSetting): DomainError[] {
  const seen = new Set<string>();
  const once = about.filter(({ code }) => !seen.has(code) && seen.add(code));
  return once.flatMap((objective) => {
    const trouble = rangeTrouble(objective) ?? eventTrouble(mechanism, objective);
    return trouble ? [trouble] : ratchetTrouble(mechanism, objective);
  });
}

function rangeTrouble({ code, kpi }: PromisedObjective): DomainError | null {
  if (kpi.direction !== "range") return null;
  return new InvalidClause(`Which way ${code} is worse cannot be told: the best of ${kpi.code} lies in between.`, {
    path: ["objectives"],
    remedy: "Leave it out: money can follow only from KPIs that are to be maximised or minimised.",
  });
}

function eventTrouble(mechanism: Clause["mechanism"], { code, kpi, counts }: PromisedObjective): DomainError | null {
  if (mechanism.kind !== "per_event" || counts === "shares") return null;
  if (counts === "misses" && mechanism.toleratedShare === null) return null;
  const isShare = counts === "misses";
  return new InvalidClause(
    isShare
      ? `${code} counts misses alone: a share of all events cannot be tolerated.`
      : `${code} counts no events: ${kpi.code} is measured in ${kpi.unit}.`,
    {
      path: isShare ? ["mechanism", "toleratedShare"] : ["mechanism", "kind"],
      remedy: isShare ? "Write toleratedCount." : "Write per_point for what it falls short, or bands.",
    },
  );
}

function ratchetTrouble(mechanism: Clause["mechanism"], { code, kpi }: PromisedObjective): DomainError[] {
  if (mechanism.kind !== "ratchet" || mechanism.most === null || kpi.unit === "share") return [];
  return [
    new InvalidClause(`The target of ${code} has no whole that it could be limited by: ${kpi.code} is no share.`, {
      path: ["mechanism", "most"],
      remedy: 'Leave "most" out.',
    }),
  ];
}
