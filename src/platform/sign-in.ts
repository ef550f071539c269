import type { IncomingHttpHeaders } from "node:http";
import type { DataSource } from "typeorm";
import { isApiKey, parseApiKey, secretMatches } from "./api-key";
import { rowsOfNobody } from "./database";
import { Unauthenticated } from "./sign-in.errors";
import type { Tokens } from "./tokens";
import { RIGHTS, type Right, type Viewer } from "./viewer";

/** Finds out who is asking. Clients and rights come from the database at every request, so that a change counts at once. */
export class SignIn {
  constructor(private readonly tokens: Tokens) {}

  /** From `Authorization: Bearer <token or API key>` or `X-Api-Key: <API key>`. Throws Unauthenticated. */
  async authenticate(db: DataSource, headers: IncomingHttpHeaders, now: Date): Promise<Viewer> {
    const credential = credentialIn(headers);
    return isApiKey(credential) ? integration(db, credential, now) : this.person(db, credential, now);
  }

  private async person(db: DataSource, token: string, now: Date): Promise<Viewer> {
    const { issuer, subject } = await this.tokens.verify(token, now);
    const [row] = await rowsOfNobody<PrincipalRow>(db, PRINCIPAL, [issuer, subject]);
    if (!row) throw new Unauthenticated(`nobody is registered here as "${subject}" of ${issuer}`);
    return { ...row, rights: rightsAmong(row.rights), sight: null };
  }
}

interface PrincipalRow {
  kind: "internal" | "client";
  id: string;
  name: string;
  personId: string | null;
  clientIds: string[];
  rights: string[];
}

const PRINCIPAL = {
  name: "principal",
  text: `
  select p.id, p.kind, p.name, p.person_id as "personId", p.rights,
         array(select t.client_id from tenant t where p.kind = 'internal' or t.client_id = any (p.reaches)
               order by t.client_id) as "clientIds"
  from principal p where p.issuer = $1 and p.subject = $2`,
};

interface ApiKeyRow {
  id: string;
  name: string;
  secretHash: string;
  expiresAt: Date | null;
  revokedAt: Date | null;
  clientIds: string[];
  scopes: string[];
}

const API_KEY = {
  name: "api-key",
  text: `
  select k.id, k.name, k.secret_hash as "secretHash", k.expires_at as "expiresAt", k.revoked_at as "revokedAt", k.scopes,
         array(select t.client_id from tenant t where t.client_id = any (k.reaches) order by t.client_id) as "clientIds"
  from api_key k where k.id = $1`,
};

async function integration(db: DataSource, key: string, now: Date): Promise<Viewer> {
  const parts = parseApiKey(key);
  const [row] = parts ? await rowsOfNobody<ApiKeyRow>(db, API_KEY, [parts.id]) : [];
  if (!parts || !row || !secretMatches(parts.secret, row.secretHash))
    throw new Unauthenticated("the API key is not known");
  if (row.revokedAt && row.revokedAt <= now) throw new Unauthenticated("the API key was revoked");
  if (row.expiresAt && row.expiresAt <= now) throw new Unauthenticated("the API key has expired");
  const { id, name, clientIds } = row;
  return { kind: "integration", id, name, personId: null, clientIds, rights: rightsAmong(row.scopes), sight: null };
}

function credentialIn(headers: IncomingHttpHeaders): string {
  const [, bearer] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? "") ?? [];
  const key = headers["x-api-key"];
  if (bearer && key) throw new Unauthenticated("the request carries two credentials");
  const credential = bearer ?? (typeof key === "string" && isApiKey(key) ? key : undefined);
  if (credential) return credential;
  const sent = headers.authorization ?? key;
  throw new Unauthenticated(
    sent === undefined ? "the request carries no token or API key" : "the credential is malformed",
  );
}

const rightsAmong = (names: readonly string[]): ReadonlySet<Right> =>
  new Set(RIGHTS.filter((one) => names.includes(one)));
