import type { MigrationInterface, QueryRunner } from "typeorm";
import { secureByClient } from "./row-level-security";

/** Periods that no longer follow the facts. */
export class Closings0012 implements MigrationInterface {
  readonly name = "Closings1795000000012";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PERIOD_CLOSING);
    await runner.query(secureByClient("period_closing"));
    await runner.query("grant select, insert on period_closing to regia_app");
  }

  async down(): Promise<void> {
    throw new Error("What is final is not undone by a migration: drop the database instead.");
  }
}

const PERIOD_CLOSING = `
  create table period_closing (
    client_id uuid not null,
    contract_id uuid not null,
    period_kind text not null constraint period_closing_period_kind_check
      check (period_kind in ('day', 'week', 'month', 'quarter', 'year')),
    period_from date not null,
    period_until date not null,
    -- definitions as they were believed then made its figures
    closed_at timestamptz not null,
    closed_by text not null,
    -- of the daily measures of the contract's services on the period's days
    inputs_fingerprint text not null,
    -- of the scorecards and objective results
    results_fingerprint text not null,
    -- how far the data reached
    watermark jsonb not null,
    -- versions of calendars, and terms of the contract, that applied
    definitions jsonb not null,
    constraint period_closing_pkey primary key (client_id, contract_id, period_kind, period_from),
    constraint period_closing_contract_id_fkey foreign key (client_id, contract_id) references contract
  );
`;
