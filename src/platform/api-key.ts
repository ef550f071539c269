import { randomBytes, timingSafeEqual } from "node:crypto";
import { sha256 } from "../shared/canonical-hash";

/** `regia_<id>_<secret>`: the id finds the row, the secret proves that the sender may use it. */
export interface ApiKeyParts {
  readonly id: string;
  readonly secret: string;
}

const SHAPE = /^regia_([0-9a-f]{32})_([A-Za-z0-9_-]{43})$/;

export const isApiKey = (credential: string): boolean => credential.startsWith("regia_");

/** 256 random bits: too many to guess, so that a plain hash keeps the secret. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

export const apiKeyText = ({ id, secret }: ApiKeyParts): string => `regia_${id.replaceAll("-", "")}_${secret}`;

export function parseApiKey(text: string): ApiKeyParts | null {
  const [, hex, secret] = SHAPE.exec(text) ?? [];
  if (!hex || !secret) return null;
  return { id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"), secret };
}

/** Takes the same time wherever the two differ. */
export const secretMatches = (secret: string, hash: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(secret)), Buffer.from(hash));
