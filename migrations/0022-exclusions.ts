import type { MigrationInterface, QueryRunner } from "typeorm";
import { secureByClient } from "./row-level-security";

/** What does not count, because the parties agreed that it is not to. */
export class Exclusions0022 implements MigrationInterface {
  readonly name = "Exclusions1795000000022";

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [CONTRACT, EXCLUSION, EXCLUSION_EVENT]) await runner.query(sql);
    for (const table of TABLES) await runner.query(secureByClient(table));
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error("What people agreed is not undone by a migration: drop the database instead.");
  }
}

const TABLES = ["exclusion", "exclusion_event"];

const CONTRACT = `
  alter table contract add column exclusions_approved_by text not null default 'both'
    constraint contract_exclusions_approved_by_check check (exclusions_approved_by in ('ours', 'client', 'both'));
`;

const EXCLUSION = `
  create table exclusion (
    client_id uuid not null,
    id uuid not null,
    contract_id uuid not null,
    code text not null,
    kind text not null constraint exclusion_kind_check
      check (kind in ('force_majeure', 'client_caused', 'planned_outage', 'volume_over_forecast', 'other')),
    reason text not null,
    -- where the evidence is; references, not the files
    evidence text[] not null,
    from_at timestamptz not null,
    until_at timestamptz not null,
    -- empty: all
    service_ids uuid[] not null,
    channels text[] not null,
    -- empty: all that allow it
    objective_ids uuid[] not null,
    -- whose approval it takes, as the contract said when it was requested
    approval_by text not null constraint exclusion_approval_by_check check (approval_by in ('ours', 'client', 'both')),
    state text not null constraint exclusion_state_check
      check (state in ('requested', 'approved', 'refused', 'withdrawn', 'revoked')),
    -- principal or API key
    requested_by text not null,
    requested_by_name text not null,
    requested_side text not null constraint exclusion_requested_side_check check (requested_side in ('ours', 'client')),
    requested_at timestamptz not null,
    -- since when it counts: all approvals were there
    approved_at timestamptz,
    -- since when it counts no longer
    revoked_at timestamptz,
    constraint exclusion_pkey primary key (client_id, id),
    constraint exclusion_code_key unique (client_id, contract_id, code),
    constraint exclusion_interval_check check (from_at < until_at),
    constraint exclusion_state_columns_check check (
      (approved_at is not null) = (state in ('approved', 'revoked')) and (revoked_at is not null) = (state = 'revoked')
      and revoked_at >= approved_at),
    constraint exclusion_contract_id_fkey foreign key (client_id, contract_id) references contract
  );
  create index exclusion_listed_idx on exclusion (client_id, contract_id, id desc);
  create index exclusion_counting_idx on exclusion (client_id, contract_id, until_at) where approved_at is not null;
`;

const EXCLUSION_EVENT = `
  -- Append-only: every step of an exclusion.
  create table exclusion_event (
    client_id uuid not null,
    exclusion_id uuid not null,
    ordinal integer not null,
    at timestamptz not null,
    actor text not null,
    actor_name text not null,
    side text not null constraint exclusion_event_side_check check (side in ('ours', 'client')),
    step text not null constraint exclusion_event_step_check
      check (step in ('requested', 'approved', 'refused', 'withdrawn', 'revoked')),
    -- the state it led to
    state text not null,
    note text,
    constraint exclusion_event_pkey primary key (client_id, exclusion_id, ordinal),
    constraint exclusion_event_exclusion_id_fkey foreign key (client_id, exclusion_id) references exclusion
  );
`;

const GRANTS = `
  grant select, insert on exclusion, exclusion_event to regia_app;
  grant update (state, approved_at, revoked_at) on exclusion to regia_app;
`;
