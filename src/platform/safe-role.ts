import type { DataSource } from "typeorm";
import { DomainError } from "../shared/errors";

export class UnsafeRole extends DomainError {
  readonly code = "UNSAFE_ROLE";
  constructor(role: string, reason: string) {
    super(`The program must not run as "${role}": ${reason}, so row level security would not hold it.`, {
      remedy: "Let DATABASE_URL name a login role that is a member of regia_app and owns nothing.",
    });
  }
}

interface RoleFacts {
  role: string;
  superuser: boolean;
  bypass: boolean;
  owned: string | null;
}

/** Refuses roles that row level security does not bind: superusers, BYPASSRLS, and owners of tables. */
export async function assertSafeRole(db: DataSource): Promise<void> {
  const [facts] = await db.query<[RoleFacts]>(ROLE_FACTS);
  if (facts.superuser) throw new UnsafeRole(facts.role, "it is a superuser");
  if (facts.bypass) throw new UnsafeRole(facts.role, "it may bypass row level security");
  if (facts.owned) throw new UnsafeRole(facts.role, `it owns the table ${facts.owned}`);
}

/** Also through the roles it is a member of: it could switch to them. */
const ROLE_FACTS = `
  with mine as (select * from pg_roles where pg_has_role(current_user, oid, 'member'))
  select current_user as role,
         bool_or(rolsuper) as superuser,
         bool_or(rolbypassrls) as bypass,
         (select c.oid::regclass::text from pg_class c
          where c.relkind in ('r', 'p') and c.relowner in (select oid from mine)
            and c.relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
            and c.relpersistence <> 't'
          order by 1 limit 1) as owned
  from mine`;
