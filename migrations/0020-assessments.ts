import type { MigrationInterface, QueryRunner } from "typeorm";
import { secureByClient } from "./row-level-security";

/** What people answer to the questions of qualitative objectives. */
export class Assessments0020 implements MigrationInterface {
  readonly name = "Assessments1795000000020";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ASSESSMENT);
    await runner.query(secureByClient("assessment"));
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error("What people assessed is not undone by a migration: drop the database instead.");
  }
}

const ASSESSMENT = `
  -- Append-only: an assessor's next answer for a period supersedes the one before, a withdrawal supersedes without another.
  create table assessment (
    client_id uuid not null,
    id uuid not null,
    contract_id uuid not null,
    objective_id uuid not null,
    -- the period that is assessed, of the cadence that was agreed
    period_kind text not null constraint assessment_period_kind_check
      check (period_kind in ('day', 'week', 'month', 'quarter', 'year')),
    period_from date not null,
    period_until date not null,
    points integer not null,
    -- the scale that applied, from worst to best
    scale_from integer not null,
    scale_to integer not null,
    -- on whose side the assessor is
    side text not null constraint assessment_side_check check (side in ('ours', 'clients')),
    -- principal or API key, and the person behind it
    assessor text not null,
    assessor_name text not null,
    assessor_person_id uuid,
    note text,
    -- where the evidence is; a reference, not the file
    evidence text,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    -- who withdrew it, and why; null: it is in force, or another took its place
    withdrawn_by text,
    withdrawal_reason text,
    constraint assessment_pkey primary key (client_id, id),
    constraint assessment_points_check check (scale_from < scale_to and scale_from <= points and points <= scale_to),
    constraint assessment_superseded_at_check check (superseded_at >= recorded_at),
    constraint assessment_contract_id_fkey foreign key (client_id, contract_id) references contract,
    constraint assessment_objective_id_fkey foreign key (client_id, objective_id) references objective
  );
  create unique index assessment_in_force_key
    on assessment (client_id, objective_id, period_kind, period_from, assessor) where superseded_at is null;
  create index assessment_contract_id_idx on assessment (client_id, contract_id, period_from);
  create index assessment_objective_id_idx on assessment (client_id, objective_id, id desc);
`;

const GRANTS = `
  grant select, insert on assessment to regia_app;
  grant update (superseded_at, withdrawn_by, withdrawal_reason) on assessment to regia_app;
`;
