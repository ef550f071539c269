import type { MigrationInterface, QueryRunner } from "typeorm";
import { secureByClient } from "./row-level-security";

/** What contracts say about money. */
export class SettlementTerms0019 implements MigrationInterface {
  readonly name = "SettlementTerms1795000000019";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SETTLEMENT_TERMS);
    await runner.query(secureByClient("settlement_terms"));
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error("What was agreed about money is not undone by a migration: drop the database instead.");
  }
}

const SETTLEMENT_TERMS = `
  create table settlement_terms (
    client_id uuid not null,
    contract_id uuid not null,
    -- fee, pool, caps, order and clauses (objectives/clauses/settlement-terms.ts has the shape)
    terms jsonb not null,
    -- the change of the contract that brought it; null: the contract itself
    amendment_id uuid,
    version integer not null,
    valid_from date not null,
    valid_until date,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    constraint settlement_terms_valid_until_check check (valid_until > valid_from),
    constraint settlement_terms_superseded_at_check check (superseded_at >= recorded_at),
    constraint settlement_terms_pkey primary key (client_id, contract_id, version),
    constraint settlement_terms_contract_id_fkey foreign key (client_id, contract_id) references contract
  );
`;

/** Terms are never changed: a change supersedes and inserts. */
const GRANTS = `
  grant select, insert on settlement_terms to regia_app;
  grant update (superseded_at) on settlement_terms to regia_app;
`;
