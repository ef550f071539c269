import type { MigrationInterface, QueryRunner } from "typeorm";
import { secureByClient } from "./row-level-security";

/** What provisional figures said before they followed the facts. */
export class PastResults0015 implements MigrationInterface {
  readonly name = "PastResults1795000000015";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PAST_RESULT);
    await runner.query(secureByClient("past_result"));
    await runner.query("grant select, insert, update, delete on past_result to regia_app");
  }

  async down(): Promise<void> {
    throw new Error("What was believed is not undone by a migration: drop the database instead.");
  }
}

const PAST_RESULT = `
  create table past_result (
    client_id uuid not null,
    contract_id uuid not null,
    result text not null constraint past_result_result_check check (result in ('scorecard', 'objective_result')),
    -- the row that said so; it may be gone
    row_id uuid not null,
    -- whose it was: a subject's, or an objective's
    subject_id uuid not null,
    period_kind text not null,
    period_from date not null,
    -- believed in [recorded_at, superseded_at)
    recorded_at timestamptz not null,
    superseded_at timestamptz not null,
    -- the whole row, by the names of its columns
    document jsonb not null,
    constraint past_result_pkey primary key (client_id, row_id, recorded_at),
    constraint past_result_superseded_at_check check (recorded_at < superseded_at),
    constraint past_result_contract_id_fkey foreign key (client_id, contract_id) references contract
  );
  create index past_result_contract_id_idx on past_result (client_id, contract_id, period_kind, period_from);
  create index past_result_subject_id_idx on past_result (client_id, subject_id, period_kind, period_from);
  create index past_result_superseded_at_idx on past_result (client_id, superseded_at);
`;
