import { AccessService, type NewPrincipal } from "../../src/platform/access.service";
import type { Config } from "../../src/platform/config";
import { rows, type Tx } from "../../src/platform/database";
import { LOCAL_ISSUER, localTokens } from "../../src/platform/tokens";
import { RIGHTS, type Right } from "../../src/platform/viewer";

/** One credential of each kind of viewer, ready to be used. */
export interface DemoAccess {
  readonly who: string;
  readonly credential: string;
}

const CLIENT_RIGHTS: Right[] = [
  ...(["facts:read", "restatements:consent", "objectives:assess"] as const),
  ...(["exclusions:request", "exclusions:approve", "settlements:dispute"] as const),
];
const HOURS = 24 * 7;
const KEY_NAME = "demo: Jadran's nightly feed";

/** Somebody in each role; they have no rights, and see what their positions answer for. */
const IN_ROLES: Readonly<Record<string, string>> = {
  "an agent": "AU-02",
  "a team lead": "TL-01",
  "a quality specialist": "QS-01",
  "a trainer": "TR-01",
  "an operations manager": "OM-01",
  "a service delivery director": "SD-01",
  "a process analyst": "PA-01",
  "a control room manager": "CR-01",
};

/** Registers the demo's viewers; keys of earlier runs are revoked, because a key is shown once only. */
export async function grantAccess(tx: Tx, config: Pick<Config, "dataFolder">, now: Date): Promise<DemoAccess[]> {
  const access = new AccessService();
  const tokens = await localTokens(config.dataFolder);
  const [aurora = "", jadran = ""] = await access.clientIds(tx, ["aurora", "jadran"]);
  const granted: DemoAccess[] = [];
  for (const { who, ...principal } of [...houses(aurora), ...(await people(tx))]) {
    await access.putPrincipal(tx, { issuer: LOCAL_ISSUER, ...principal });
    granted.push({ who, credential: await tokens.issue(principal.subject, now, HOURS) });
  }
  for (const old of await access.listApiKeys(tx))
    if (old.name === KEY_NAME && !old.revokedAt) await access.revokeApiKey(tx, old.id, now);
  const key = await access.createApiKey(tx, { name: KEY_NAME, reaches: [jadran], scopes: ["facts:write"] }, now);
  return [...granted, { who: "Jadran's system, an API key that sends facts", credential: key.key }];
}

type Granting = Omit<NewPrincipal, "issuer"> & { readonly who: string };

const houses = (aurora: string): Granting[] => [
  {
    ...{ who: "our operations, all rights", subject: "demo-operations", name: "Operations (demo)" },
    ...{ kind: "internal", rights: RIGHTS.filter((right) => right !== "restatements:consent") },
  },
  {
    ...{ who: "Aurora's people, their contracts only", subject: "demo-aurora", name: "Aurora Energia (demo)" },
    ...{ kind: "client", rights: CLIENT_RIGHTS, reaches: [aurora] },
  },
];

async function people(tx: Tx): Promise<Granting[]> {
  const sql = "select id, code, name from person where code = any($1)";
  const found = await rows<{ id: string; code: string; name: string }>(tx, sql, [Object.values(IN_ROLES)]);
  return Object.entries(IN_ROLES).flatMap(([who, code]) => {
    const person = found.find((one) => one.code === code);
    if (!person) return [];
    const subject = `demo-${code.toLowerCase()}`;
    return [
      { who: `${who}, ${person.name}`, subject, kind: "internal" as const, name: person.name, personId: person.id },
    ];
  });
}
