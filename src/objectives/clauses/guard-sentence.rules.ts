import type { Guard } from "./clause";
import { LEVELS } from "./mechanism-words.rules";
import { writtenShare } from "./written-amount.rules";

/** A guard in plain English. */
export function guardSentence(guard: Guard): string {
  switch (guard.kind) {
    case "binomial":
      return `It applies only if chance alone would explain the deficit in at most ${writtenShare(guard.alpha)} of cases (exact binomial test).`;
    case "critical_z":
      return `It applies only if the deficit exceeds the critical value of its sample (${guard.table
        .map(({ fromSample, z }) => `from ${fromSample}: ${z}`)
        .join(", ")} standard errors).`;
    case "small_sample":
      return `In small samples it applies only to more misses than allowed (${guard.table
        .map(({ upToSample, missesAllowed }) => `up to ${upToSample}: ${missesAllowed}`)
        .join(", ")}).`;
    case "minimum_sample":
      return `It applies only to ${guard.sample} facts or more.`;
    case "all_reach": {
      const who = guard.objectives.length === 0 ? "every objective is" : `${guard.objectives.join(", ")} are`;
      return `It applies only if ${who} at the ${LEVELS[guard.level]}.`;
    }
  }
}
