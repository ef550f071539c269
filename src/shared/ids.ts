import { v7, validate } from "uuid";
import { DomainError } from "./errors";

/** UUIDv7, so that ids sort by the time they were made. */
export const newId = (): string => v7();

/** Stands for "none" in keys that cannot hold null (no person, every client). */
export const NIL_ID = "00000000-0000-0000-0000-000000000000";

export class InvalidId extends DomainError {
  readonly code = "INVALID_ID";
  constructor(text: string) {
    super(`"${text.slice(0, 60)}" is not an id of ours.`, { remedy: "Pass an id exactly as a response gave it." });
  }
}

/** The opaque global id of a thing of the graph. */
export const globalId = (type: string, id: string): string => Buffer.from(`${type}:${id}`).toString("base64url");

/** Reads a global id back; refuses what is not one. */
export function parseGlobalId(text: string): { type: string; id: string } {
  const [type, id, ...rest] = Buffer.from(text, "base64url").toString("utf8").split(":");
  if (!type || !id || rest.length > 0 || !/^[A-Z][A-Za-z]*$/.test(type) || !validate(id)) throw new InvalidId(text);
  return { type, id };
}

export const isId = (text: string): boolean => validate(text);
