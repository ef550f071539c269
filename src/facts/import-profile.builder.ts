import type { Tx } from "../platform/database";
import { newId } from "../shared/ids";
import { ImportProfile } from "./import-profile.entity";

type ImportProfileParts = Partial<ImportProfile> & Pick<ImportProfile, "clientId" | "code" | "definition">;

export async function saveImportProfile(tx: Tx, parts: ImportProfileParts): Promise<ImportProfile> {
  const profile = Object.assign(new ImportProfile(), {
    id: newId(),
    stream: "contact",
    version: 1,
    recordedAt: new Date("2020-01-01T00:00:00Z"),
    supersededAt: null,
    ...parts,
  });
  await tx.insert(ImportProfile, profile);
  return profile;
}
