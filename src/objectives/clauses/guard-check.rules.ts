import type { DomainError } from "../../shared/errors";
import type { Clause, Guard } from "./clause";
import type { CheckSetting } from "./check-setting";
import { InvalidClause } from "./clause.errors";

const STATISTICAL: readonly Guard["kind"][] = ["binomial", "critical_z", "small_sample"];

/** Guards that could never decide, or stand on the wrong side. */
export function guardTroubles(clause: Clause, setting: CheckSetting): DomainError[] {
  return clause.guards.flatMap((guard, index) => {
    const path = ["guards", String(index), "kind"];
    const trouble = STATISTICAL.includes(guard.kind)
      ? statisticalTrouble(guard, clause, setting)
      : guard.kind === "all_reach"
        ? gateTrouble(clause)
        : subjectTrouble(guard, clause);
    return trouble ? [new InvalidClause(trouble.message, { path, remedy: trouble.remedy })] : [];
  });
}

interface Trouble {
  readonly message: string;
  readonly remedy: string;
}

function statisticalTrouble({ kind }: Guard, { side, objectives }: Clause, { about }: CheckSetting): Trouble | null {
  if (side === "bonus")
    return {
      message: `"${kind}" asks whether a deficit is more than chance, and a bonus has none.`,
      remedy: "Write minimum_sample to keep bonuses from small samples.",
    };
  if (objectives.length === 0)
    return { message: `"${kind}" judges one objective, and the clause names none.`, remedy: "Name the objectives." };
  const other = about.find(({ counts }) => counts !== "shares");
  if (!other) return null;
  const { code, kpi } = other;
  return {
    message: `"${kind}" counts events, and ${code} has none: ${kpi.code} is measured in ${kpi.unit}.`,
    remedy: "Use it for objectives whose KPI is a share of events; for others write minimum_sample.",
  };
}

function gateTrouble({ side, mechanism }: Clause): Trouble | null {
  if (side === "bonus" || mechanism.kind === "bonus_malus") return null;
  return {
    message: "A credit would be paid only if the objectives reach their level.",
    remedy: "It is for bonuses: leave it out, or write side: bonus.",
  };
}

function subjectTrouble({ kind }: Guard, { objectives }: Clause): Trouble | null {
  if (objectives.length > 0) return null;
  return { message: `"${kind}" judges one objective, and the clause names none.`, remedy: "Name the objectives." };
}
