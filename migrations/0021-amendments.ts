import type { MigrationInterface, QueryRunner } from "typeorm";
import { secureByClient } from "./row-level-security";

/** Signed changes of contracts, which versions of objectives and of money terms cite. */
export class Amendments0021 implements MigrationInterface {
  readonly name = "Amendments1795000000021";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CONTRACT_AMENDMENT);
    await runner.query(CITED);
    for (const table of ["contract_amendment", "contract_amendment_version"]) await runner.query(secureByClient(table));
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error("What was signed is not undone by a migration: drop the database instead.");
  }
}

const CONTRACT_AMENDMENT = `
  create table contract_amendment (
    client_id uuid not null,
    id uuid not null,
    contract_id uuid not null,
    code text not null,
    constraint contract_amendment_pkey primary key (client_id, id),
    constraint contract_amendment_code_key unique (client_id, contract_id, code),
    constraint contract_amendment_contract_id_fkey foreign key (client_id, contract_id) references contract
  );
  -- What is believed of an amendment: none that is not superseded, and it was withdrawn.
  create table contract_amendment_version (
    client_id uuid not null,
    amendment_id uuid not null,
    version integer not null,
    title text not null,
    -- the document and section that hold it
    document text not null,
    signed_on date not null,
    effective_from date not null,
    -- what becomes of a period within which it takes effect
    rule text not null constraint contract_amendment_version_rule_check
      check (rule in ('by_volume', 'by_time', 'start_version', 'end_version')),
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    constraint contract_amendment_version_pkey primary key (client_id, amendment_id, version),
    constraint contract_amendment_version_superseded_at_check check (superseded_at >= recorded_at),
    constraint contract_amendment_version_amendment_id_fkey foreign key (client_id, amendment_id)
      references contract_amendment
  );
  create unique index contract_amendment_version_believed_key on contract_amendment_version (client_id, amendment_id)
    where superseded_at is null;
`;

const CITED = `
  alter table objective_version add constraint objective_version_amendment_id_fkey
    foreign key (client_id, amendment_id) references contract_amendment;
  create index objective_version_amendment_id_idx on objective_version (client_id, amendment_id);
  alter table settlement_terms add constraint settlement_terms_amendment_id_fkey
    foreign key (client_id, amendment_id) references contract_amendment;
  create index settlement_terms_amendment_id_idx on settlement_terms (client_id, amendment_id);
`;

const GRANTS = `
  grant select, insert on contract_amendment, contract_amendment_version to regia_app;
  grant update (superseded_at) on contract_amendment_version to regia_app;
`;
