import type { Tx } from "../platform/database";
import { day } from "../shared/day";
import { newId } from "../shared/ids";
import { Forum } from "./forum.entity";

type ForumParts = Partial<Forum> & Pick<Forum, "clientId" | "contractId">;

/** A monthly review on the tenth, since 2020. */
export function aForum(parts: ForumParts): Forum {
  const id = parts.id ?? newId();
  return Object.assign(new Forum(), {
    id,
    code: `forum-${id.slice(-8)}`,
    name: "Monthly service review",
    cadence: "FREQ=MONTHLY;BYMONTHDAY=10",
    startsOn: day("2020-01-01"),
    reviewsKind: "month",
    quorum: 2,
    participants: [
      { name: "Operations manager", side: "provider", duty: "chair" },
      { name: "Client's service owner", side: "client", duty: null },
    ],
    minSample: 30,
    ...parts,
  });
}

export async function saveForum(tx: Tx, parts: ForumParts): Promise<Forum> {
  const forum = aForum(parts);
  await tx.insert(Forum, forum);
  return forum;
}
