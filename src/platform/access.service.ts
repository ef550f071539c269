import { validate } from "uuid";
import { sha256 } from "../shared/canonical-hash";
import { NotFound } from "../shared/errors";
import { newId } from "../shared/ids";
import { apiKeyText, newSecret } from "./api-key";
import { rows, type Tx } from "./database";
import { ReachesNobody, UnknownRight } from "./sign-in.errors";
import { RIGHTS } from "./viewer";

export interface NewPrincipal {
  readonly issuer: string;
  readonly subject: string;
  readonly kind: "internal" | "client";
  readonly name: string;
  readonly personId?: string | null;
  /** For client people. */
  readonly reaches?: readonly string[];
  readonly rights?: readonly string[];
}

export interface NewApiKey {
  readonly name: string;
  readonly reaches: readonly string[];
  readonly scopes: readonly string[];
  readonly expiresAt?: Date | null;
}

export interface ListedApiKey {
  readonly id: string;
  readonly name: string;
  readonly clients: readonly string[];
  readonly scopes: readonly string[];
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

/** Lets people and systems in, and shuts them out. */
export class AccessService {
  /** Registers a person who signs in, or changes what a registered one may do. Returns the id. */
  async putPrincipal(tx: Tx, given: NewPrincipal): Promise<string> {
    const { reaches = [], rights = [] } = given;
    refuseUnknownRights(rights, "rights");
    if (given.kind === "client" && reaches.length === 0) throw new ReachesNobody(given.name, ["reaches"]);
    const [row] = await rows<{ id: string }>(tx, PUT_PRINCIPAL, [
      ...[newId(), given.issuer, given.subject, given.kind, given.name, given.personId ?? null],
      ...[given.kind === "client" ? reaches : [], rights],
    ]);
    return row?.id ?? "";
  }

  /** The key's text is returned here and never again. */
  async createApiKey(tx: Tx, given: NewApiKey, now: Date): Promise<{ id: string; key: string }> {
    refuseUnknownRights(given.scopes, "scopes");
    if (given.reaches.length === 0) throw new ReachesNobody(given.name, ["reaches"]);
    const [id, secret] = [newId(), newSecret()];
    await rows(tx, INSERT_API_KEY, [
      id,
      given.name,
      sha256(secret),
      given.reaches,
      given.scopes,
      now,
      given.expiresAt ?? null,
    ]);
    return { id, key: apiKeyText({ id, secret }) };
  }

  /** Ids of the clients with these codes, all of them or a refusal. */
  async clientIds(tx: Tx, codes: readonly string[]): Promise<string[]> {
    const found = await rows<{ id: string; code: string }>(tx, TENANTS, [codes]);
    const unknown = codes.find((code) => !found.some((one) => one.code === code));
    if (unknown !== undefined) throw new NotFound("client", unknown, ["clients"]);
    return found.map(({ id }) => id);
  }

  /** Every key there is, without its secret; the newest first. */
  listApiKeys(tx: Tx): Promise<ListedApiKey[]> {
    return rows<ListedApiKey>(tx, LIST_API_KEYS);
  }

  /** From `now` on the key is refused. Revoking again changes nothing. */
  async revokeApiKey(tx: Tx, id: string, now: Date): Promise<void> {
    const sql = `update api_key set revoked_at = coalesce(revoked_at, $2) where id = $1 returning id`;
    const revoked = validate(id) ? await rows(tx, sql, [id, now]) : [];
    if (revoked.length === 0) throw new NotFound("API key", id);
  }
}

function refuseUnknownRights(names: readonly string[], field: string): void {
  const unknown = names.findIndex((name) => !(RIGHTS as readonly string[]).includes(name));
  if (unknown >= 0) throw new UnknownRight(names[unknown] ?? "", [field, String(unknown)]);
}

const PUT_PRINCIPAL = `
  insert into principal (id, issuer, subject, kind, name, person_id, reaches, rights)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (issuer, subject) do update
  set kind = excluded.kind, name = excluded.name, person_id = excluded.person_id,
      reaches = excluded.reaches, rights = excluded.rights
  returning id`;

const INSERT_API_KEY = `
  insert into api_key (id, name, secret_hash, reaches, scopes, created_at, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7)`;

const TENANTS = `select client_id as id, code from tenant where code = any ($1) order by code`;

const LIST_API_KEYS = `
  select k.id, k.name, k.scopes, k.expires_at as "expiresAt", k.revoked_at as "revokedAt",
         array(select t.code from tenant t where t.client_id = any (k.reaches) order by t.code) as clients
  from api_key k order by k.created_at desc, k.id`;
