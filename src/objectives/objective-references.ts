import type { Contract } from "../contracts/contract.entity";
import { rows, type Tx } from "../platform/database";
import { UnknownReference } from "../platform/definitions/by-code";
import type { Day } from "../shared/day";
import { nearest } from "../shared/nearest";

type Kind = "calendar" | "objective" | "amendment";

/** Something that terms name by its code. */
export interface Named {
  readonly kind: Kind;
  readonly id: string;
  readonly code: string;
  /** Of amendments: when they take effect. */
  readonly effectiveFrom: Day | null;
}

/** What the terms of a contract's objectives may name; a draft adds its own. */
export class ObjectiveReferences {
  private readonly codes: ReadonlyMap<string, string>;

  constructor(private readonly all: readonly Named[]) {
    this.codes = new Map(all.map(({ id, code }) => [id, code]));
  }

  known = (kind: Kind, code: string): Named | undefined =>
    this.all.find((one) => one.kind === kind && one.code === code);

  /** Refuses a code there is none of, with the nearest there is. */
  find(kind: Kind, code: string, path: readonly string[]): Named {
    const found = this.known(kind, code);
    if (found) return found;
    const codes = this.all.filter((one) => one.kind === kind).map((one) => one.code);
    throw new UnknownReference(kind, code, { path, meant: nearest(code, codes) });
  }

  codeOf = (id: string): string => this.codes.get(id) ?? id;
}

export async function loadObjectiveReferences(
  tx: Tx,
  { clientId, id }: Pick<Contract, "clientId" | "id">,
): Promise<ObjectiveReferences> {
  return new ObjectiveReferences(await rows<Named>(tx, NAMED, [clientId, id], "objectiveReferences"));
}

const NAMED = `
  select 'calendar' as kind, id, code, null::date as "effectiveFrom" from calendar where client_id = $1
  union all
  select 'objective', id, code, null from objective where client_id = $1 and contract_id = $2
  union all
  select 'amendment', a.id, a.code, v.effective_from
    from contract_amendment a
    join contract_amendment_version v
      on v.client_id = a.client_id and v.amendment_id = a.id and v.superseded_at is null
   where a.client_id = $1 and a.contract_id = $2`;
