import type { CascadeFinding, Found, Severity } from "./cascade-finding";
import { Ground, postsOf, type CascadeMaterial } from "./cascade-ground.rules";
import { definitionFindings } from "./definition-continuity.rules";
import { findingList } from "./finding-list.rules";
import { unheldSets } from "./holder.rules";
import { ownershipFindings } from "./ownership.rules";
import { positionFindings } from "./position-continuity.rules";
import { serviceDaysOf } from "./service-days.rules";
import { setFindings } from "./set.rules";
import { contractTargetFindings, treeFindings } from "./target-cascade.rules";
import { weightFindings } from "./weight.rules";

/** Everything about a contract's setup that keeps targets from being handed down, on the days looked at. */
export function cascadeFindings(material: CascadeMaterial): CascadeFinding[] {
  const { definitions, days } = material;
  const { currency } = definitions.contract;
  const ground = new Ground(material);
  const posts = postsOf(material);
  const held = posts.map((post) => ({ post, stretches: ground.stretchesOf(post) }));
  const stretches = held.flatMap((one) => one.stretches);
  const atServices = serviceDaysOf(ground, held);
  const found: Found[] = [
    ...ownershipFindings(ground, atServices),
    ...setFindings(stretches),
    ...unheldSets(material, posts),
    ...contractTargetFindings(stretches, currency),
    ...treeFindings(atServices, currency),
    ...weightFindings(stretches, definitions.kpiSets),
    ...positionFindings(material),
    ...definitionFindings(material, held),
  ];
  return findingList(found, { services: definitions.services, days });
}

export type CascadeVerdict = "pass" | "warn" | "fail";

/** fail: an error; warn: a warning; pass: nothing, or notes only. */
export function verdictOf(findings: readonly { readonly severity: Severity }[]): CascadeVerdict {
  if (findings.some(({ severity }) => severity === "error")) return "fail";
  return findings.some(({ severity }) => severity === "warning") ? "warn" : "pass";
}
