import type { MigrationInterface, QueryRunner } from "typeorm";
import { secureByClient } from "./row-level-security";

/** Who may ask, what was asked before, and work that takes a while. */
export class AccessAndJobs0003 implements MigrationInterface {
  readonly name = "AccessAndJobs1795000000003";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(secureByClient("job_run", { houseWide: true }));
    await runner.query(
      `grant select, insert, update, delete on principal, api_key, idempotency_key, job_run to regia_app;`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table job_run, idempotency_key, api_key, principal;`);
  }
}

const TABLES = `
  -- Read before it is known whose request it is, therefore not under row level security; never exposed by the API.
  create table principal (
    id uuid constraint principal_pkey primary key,
    issuer text not null,
    subject text not null,
    kind text not null constraint principal_kind_check check (kind in ('internal', 'client')),
    name text not null,
    person_id uuid constraint principal_person_id_fkey references person,
    -- for client people; our own people reach every client
    reaches uuid[] not null default '{}',
    rights text[] not null default '{}',
    constraint principal_subject_key unique (issuer, subject)
  );
  create index principal_person_id_idx on principal (person_id);
  create table api_key (
    id uuid constraint api_key_pkey primary key,
    name text not null,
    secret_hash text not null,
    reaches uuid[] not null,
    scopes text[] not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz
  );
  create table idempotency_key (
    actor text not null,
    key text not null,
    operation text not null,
    request_hash text not null,
    response json not null,
    created_at timestamptz not null,
    constraint idempotency_key_pkey primary key (actor, operation, key)
  );
  -- client_id nil: work for the whole house.
  create table job_run (
    client_id uuid not null,
    id uuid not null,
    kind text not null,
    state text not null constraint job_run_state_check check (state in ('queued', 'running', 'succeeded', 'failed')),
    payload jsonb not null,
    done integer not null default 0,
    total integer,
    result jsonb,
    error jsonb,
    requested_by text not null,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    constraint job_run_pkey primary key (client_id, id)
  );
`;
