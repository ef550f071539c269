import { IsNull } from "typeorm";
import { z } from "zod";
import { clientByCode } from "../clients/client.lookups";
import type { Tx } from "../platform/database";
import { lockDefinitions } from "../platform/definitions/by-code";
import type { Defined } from "../platform/definitions/change";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import { recordChange } from "../platform/definitions/record-change";
import { canonicalJson, type Json } from "../shared/canonical-hash";
import { codeField } from "../shared/fields";
import { newId } from "../shared/ids";
import { parseInput } from "../shared/input";
import { STREAMS, type Stream } from "../shared/stream";
import { ImportProfile } from "./import-profile.entity";
import type { contactProfile } from "./import-profile.schema";
import { profileSchemaOf } from "./streams/stream-facts";

const headSchema = z.object({ client: z.string(), code: codeField, stream: z.enum(STREAMS) });
/** The rest is the profile itself, whose schema depends on the stream. */
export type ImportProfileInput = z.input<typeof headSchema> & Readonly<Record<string, unknown>>;

/** The profile as its document says it: a field that only names its column is written as that name. */
export function importProfileRecord({ stream, definition }: ImportProfile): { stream: string } & Record<string, Json> {
  const { fields, ...rest } = definition as { fields?: Record<string, Json> } & Record<string, Json>;
  const schema = profileSchemaOf(stream as Stream) as typeof contactProfile;
  const short = Object.entries(fields ?? {}).map(([name, spec]) => [name, shortened(spec)] as const);
  const inOrder = ordered(Object.fromEntries(short), Object.keys(schema.shape.fields.shape));
  return { stream, ...ordered(rest, Object.keys(schema.shape)), fields: inOrder };
}

/** The database does not keep the order of fields; people read them in the order of the schema. */
const ordered = (fields: Record<string, Json>, order: readonly string[]): Record<string, Json> =>
  Object.fromEntries(Object.entries(fields).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));

function shortened(spec: Json): Json {
  const parts = Object.entries(spec ?? {});
  return parts.length === 1 && parts[0]![0] === "column" ? (parts[0]![1] as Json) : spec;
}

export class ImportProfileService {
  async define(tx: Tx, context: DefinitionContext, raw: ImportProfileInput): Promise<Defined<ImportProfile>> {
    const { client: clientCode, code, stream } = parseInput(headSchema, raw);
    const { client: _client, code: _code, stream: _stream, ...written } = raw;
    const definition = parseInput(profileSchemaOf(stream), written) as object;
    const { clientId } = await clientByCode(tx, context, clientCode);
    await lockDefinitions(tx, clientId);
    const before = await tx.findOneBy(ImportProfile, { clientId, code, supersededAt: IsNull() });
    const row = { clientId, id: before?.id ?? newId(), code, stream, definition, version: (before?.version ?? 0) + 1 };
    const fresh = Object.assign(new ImportProfile(), { ...row, recordedAt: context.now, supersededAt: null });
    const profile = before && isSame(before, fresh) ? before : fresh;
    if (profile === fresh) await replace(tx, before, fresh);
    const change = await recordChange(tx, context, {
      clientId,
      kind: "ImportProfile",
      key: `${clientCode}/${code}`,
      before: before && importProfileRecord(before),
      after: importProfileRecord(profile),
    });
    return { thing: profile, change };
  }
}

const isSame = (a: ImportProfile, b: ImportProfile): boolean =>
  canonicalJson(importProfileRecord(a)) === canonicalJson(importProfileRecord(b));

async function replace(tx: Tx, before: ImportProfile | null, fresh: ImportProfile): Promise<void> {
  const { clientId, id, version } = before ?? fresh;
  if (before) await tx.update(ImportProfile, { clientId, id, version }, { supersededAt: fresh.recordedAt });
  await tx.insert(ImportProfile, fresh);
}
