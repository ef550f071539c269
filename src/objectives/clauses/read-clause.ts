import { UnknownReference } from "../../platform/definitions/by-code";
import { Gathering } from "../../shared/gathering";
import { nearest } from "../../shared/nearest";
import type { Cap, Clause, EarnBack, MechanismKind, Trigger } from "./clause";
import { clauseTroubles } from "./clause-check.rules";
import { InvalidClause } from "./clause.errors";
import type { WrittenClause } from "./clause.schema";
import type { PromisedObjective } from "./promised-objective";
import { readAmount, readWholeMoney } from "./read-amount.rules";
import { readGuard } from "./read-guard";
import { readMechanism } from "./read-mechanism";
import { readRepeat } from "./read-repeat";

export interface ClauseSetting {
  /** Of the contract. */
  readonly currency: string;
  /** Every version that applies while the clause does; several of one code where it changes meanwhile. */
  readonly objectives: readonly PromisedObjective[];
}

/** A clause as written, in exact numbers. Refuses all that could not be settled; paths begin inside it. */
export function readClause(written: WrittenClause, setting: ClauseSetting): Clause {
  const gathering = new Gathering();
  gathering.attemptNow(() => refuseUnknownObjectives(written, setting));
  const about = setting.objectives.filter(({ code }) => written.objectives.includes(code));
  const isKnown = written.objectives.every((code) => about.some((one) => one.code === code));
  const kpi = gathering.attemptNow(() => commonKpi(written, about)) ?? null;
  const { side } = written;
  const mechanism =
    isKnown && (kpi !== null || about.length === 0)
      ? gathering.attemptNow(
          () => readMechanism(written.mechanism, { currency: setting.currency, side, kpi }),
          ["mechanism"],
        )
      : undefined;
  const guards = written.guards.map((guard, index) =>
    gathering.attemptNow(() => readGuard(guard), ["guards", String(index)]),
  );
  const modifiers = gathering.attemptNow(() => readModifiers(written, setting));
  gathering.throwIfAny();
  const { code, name, cites, objectives } = written;
  const clause: Clause = {
    ...{ code, name, cites, side, objectives },
    when: written.when ?? usualTrigger(mechanism!.kind, side),
    mechanism: mechanism!,
    guards: guards.map((guard) => guard!),
    ...modifiers!,
  };
  for (const trouble of clauseTroubles(clause, { about, all: setting.objectives })) gathering.add(trouble);
  gathering.throwIfAny();
  return clause;
}

/** When a clause that does not say so looks at an objective. */
const usualTrigger = (kind: MechanismKind, side: Clause["side"]): Trigger => {
  if (!["allocation", "fixed", "escalating"].includes(kind)) return "always";
  return side === "credit" ? "missed" : "met";
};

function refuseUnknownObjectives({ objectives, guards }: WrittenClause, { objectives: known }: ClauseSetting): void {
  const gathering = new Gathering();
  const codes = [...new Set(known.map(({ code }) => code))];
  const check = (list: readonly string[], under: readonly string[]): void =>
    list.forEach((code, index) => {
      const path = [...under, String(index)];
      if (!codes.includes(code))
        gathering.add(new UnknownReference("objective", code, { path, meant: nearest(code, codes) }));
      else if (list.indexOf(code) < index)
        gathering.add(
          new InvalidClause(`Objective "${code}" is named twice.`, { path, remedy: "Keep one of the two." }),
        );
    });
  check(objectives, ["objectives"]);
  guards.forEach((guard, index) => {
    const named = guard["objectives"];
    if (guard["kind"] === "all_reach" && Array.isArray(named))
      check(named.map(String), ["guards", String(index), "objectives"]);
  });
  gathering.throwIfAny();
}

const BY_VALUE = ["bands", "table", "per_point", "bonus_malus"];

/** What the values of a clause are written in; null: it is about no objective. Refuses objectives that differ in it. */
function commonKpi({ mechanism }: WrittenClause, about: readonly PromisedObjective[]): PromisedObjective["kpi"] | null {
  const [first, ...others] = about;
  if (!first || !BY_VALUE.includes(String(mechanism["kind"]))) return first?.kpi ?? null;
  const other = others.find(({ kpi }) => kpi.unit !== first.kpi.unit || kpi.direction !== first.kpi.direction);
  if (!other) return first.kpi;
  const described = ({ code, kpi }: PromisedObjective): string => `${code} (${kpi.unit}, to be ${kpi.direction}d)`;
  throw new InvalidClause(`The values of the clause cannot suit both ${described(first)} and ${described(other)}.`, {
    path: ["objectives"],
    remedy: "Write a clause for each of them.",
  });
}

type Modifiers = Pick<Clause, "repeat" | "ignoredUpTo" | "atLeast" | "cap" | "earnBack">;

function readModifiers(written: WrittenClause, { currency }: ClauseSetting): Modifiers {
  const gathering = new Gathering();
  const repeat = gathering.attemptNow(() => written.repeat && readRepeat(written.repeat), ["repeat"]);
  const { ignoredUpTo, atLeast, cap, earnBack } = written;
  const ignored = gathering.attemptNow(() => ignoredUpTo && readWholeMoney(ignoredUpTo, currency, ["ignoredUpTo"]));
  const least = gathering.attemptNow(() => atLeast && readWholeMoney(atLeast, currency, ["atLeast"]));
  const limit = gathering.attemptNow(() => cap && readCap(cap, currency), ["cap"]);
  const back = gathering.attemptNow(() => earnBack && readEarnBack(earnBack), ["earnBack"]);
  gathering.throwIfAny();
  return { repeat: repeat!, ignoredUpTo: ignored!, atLeast: least!, cap: limit!, earnBack: back! };
}

export function readCap({ pays, amount }: { pays: Cap["pays"]; amount: string }, currency: string): Cap {
  const exact =
    pays === "money"
      ? readWholeMoney(amount, currency, ["amount"])
      : readAmount(pays, amount, { currency }, ["amount"]);
  return { pays, amount: exact };
}

function readEarnBack({ expiresAfter, ...earnBack }: NonNullable<WrittenClause["earnBack"]>): EarnBack {
  const expires = expiresAfter ?? earnBack.periods;
  if (expires >= earnBack.periods) return { ...earnBack, expiresAfter: expires };
  throw new InvalidClause(
    `What is earned back by ${earnBack.periods} periods is lost after ${expires}, before it can be earned.`,
    { path: ["expiresAfter"], remedy: `Write ${earnBack.periods} or more, or ask for fewer periods.` },
  );
}
