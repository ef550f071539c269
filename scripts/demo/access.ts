import { AccessService } from "../../src/platform/access.service";
import type { Config } from "../../src/platform/config";
import type { Tx } from "../../src/platform/database";
import { LOCAL_ISSUER, localTokens } from "../../src/platform/tokens";
import { RIGHTS } from "../../src/platform/viewer";

/** One credential of each kind of viewer, ready to be used. */
export interface DemoAccess {
  readonly who: string;
  readonly credential: string;
}

const HOURS = 24 * 7;
const KEY_NAME = "demo: Jadran's nightly feed";

/** Registers the demo's viewers; keys of earlier runs are revoked, because a key is shown once only. */
export async function grantAccess(tx: Tx, config: Pick<Config, "dataFolder">, now: Date): Promise<DemoAccess[]> {
  const access = new AccessService();
  const tokens = await localTokens(config.dataFolder);
  const [aurora = "", jadran = ""] = await access.clientIds(tx, ["aurora", "jadran"]);
  const ours = { issuer: LOCAL_ISSUER, kind: "internal" as const, rights: RIGHTS };
  await access.putPrincipal(tx, { ...ours, subject: "demo-operations", name: "Operations (demo)" });
  const theirs = { issuer: LOCAL_ISSUER, kind: "client" as const, rights: ["facts:read"] };
  await access.putPrincipal(tx, {
    ...theirs,
    subject: "demo-aurora",
    name: "Aurora Energia (demo)",
    reaches: [aurora],
  });
  for (const old of await access.listApiKeys(tx))
    if (old.name === KEY_NAME && !old.revokedAt) await access.revokeApiKey(tx, old.id, now);
  const key = await access.createApiKey(tx, { name: KEY_NAME, reaches: [jadran], scopes: ["facts:write"] }, now);
  return [
    { who: "our operations, all rights", credential: await tokens.issue("demo-operations", now, HOURS) },
    { who: "Aurora's people, their contracts only", credential: await tokens.issue("demo-aurora", now, HOURS) },
    { who: "Jadran's system, an API key that sends facts", credential: key.key },
  ];
}
