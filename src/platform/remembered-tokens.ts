import { decodeJwt } from "jose";
import type { Subject, Tokens } from "./tokens";

const REMEMBERED_MS = 60_000;
const MOST_TOKENS = 5_000;

interface Verified {
  readonly subject: Subject;
  readonly until: number;
}

/**
 * Checks a token's signature once a minute instead of at every request: that takes longer than many requests do. Its
 * expiry counts to the second all the same, and what its subject may do is read from the database every time.
 */
export function rememberedTokens(tokens: Tokens): Tokens {
  const known = new Map<string, Verified>();
  return {
    async verify(token, now) {
      const earlier = known.get(token);
      if (earlier && now.getTime() < earlier.until) return earlier.subject;
      known.delete(token);
      const subject = await tokens.verify(token, now);
      if (known.size >= MOST_TOKENS) known.clear();
      known.set(token, { subject, until: Math.min(now.getTime() + REMEMBERED_MS, expiryOf(token)) });
      return subject;
    },
  };
}

const expiryOf = (token: string): number => (decodeJwt(token).exp ?? 0) * 1000;
