import type { KpiEvidence } from "./kpi-evidence";
import { letterOf, type Finding, type LetterResult, type Verdict } from "./letter.rules";

/**
 * Leads to improvement: somebody answers for it, and there is a target to reach.
 * | role with holders | target  | verdict |
 * | yes               | yes     | pass    |
 * | one of the two              | warn    |
 * | neither                     | fail    |
 */
export function improvement(evidence: KpiEvidence): LetterResult {
  const hasOwner = evidence.owners.some(({ holders }) => holders > 0);
  const hasTarget = evidence.objectives.length > 0 || evidence.owners.some((one) => one.hasTarget);
  const verdict: Verdict = hasOwner && hasTarget ? "pass" : hasOwner || hasTarget ? "warn" : "fail";
  const told = (text: string): Finding => ({ verdict: "not_applicable", evidence: text });
  return letterOf("improvement", [
    { verdict, evidence: ownersText(evidence) },
    told(targetsText(evidence)),
    told("Actions: none kept yet."),
  ]);
}

function ownersText({ owners }: KpiEvidence): string {
  if (owners.length === 0) return "No role answers for it.";
  const shown = owners.map(({ role, holders }) => `${role} (held by ${holders})`);
  return `Roles that answer for it: ${distinct(shown).join(", ")}.`;
}

function targetsText({ objectives, owners }: KpiEvidence): string {
  const aims = objectives.map(({ code, target }) => `objective ${code}: ${target}`);
  const own = owners.filter(({ hasTarget }) => hasTarget).map(({ role }) => `own target of ${role}`);
  const all = distinct([...aims, ...own]);
  return all.length === 0 ? "No objective and no assignment has a target for it." : `Targets: ${all.join(", ")}.`;
}

/** A role may answer for a KPI in several places: here, for the client, and for the whole house. */
const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];
