import type { MigrationInterface, QueryRunner } from "typeorm";
import { secureByClient } from "./row-level-security";

/** Values that people enter, what is disputed, and what was decided of evaluations. */
export class ManualValuesAndDisputes0017 implements MigrationInterface {
  readonly name = "ManualValuesAndDisputes1795000000017";

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [DISPUTE, DISPUTE_EVENT, MANUAL_VALUE, EVALUATION_DECISION]) await runner.query(sql);
    for (const table of TABLES) await runner.query(secureByClient(table));
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error("What people decided is not undone by a migration: drop the database instead.");
  }
}

const TABLES = ["dispute", "dispute_event", "manual_value", "evaluation_decision"];

const PERIOD_KINDS = "('day', 'week', 'month', 'quarter', 'year')";
const SUBJECT_KINDS = "('contract', 'service', 'team', 'person', 'position')";

const DISPUTE = `
  create table dispute (
    client_id uuid not null,
    id uuid not null,
    contract_id uuid not null,
    about text not null constraint dispute_about_check check (about in ('item', 'evaluation')),
    -- whose result it is about, and who may therefore see it
    subject_kind text not null constraint dispute_subject_kind_check check (subject_kind in ${SUBJECT_KINDS}),
    subject_id uuid not null,
    service_id uuid,
    team_id uuid,
    person_id uuid,
    -- of an item: what is measured, and when
    kpi_code text,
    dialect text,
    parameters jsonb,
    period_kind text constraint dispute_period_kind_check check (period_kind in ${PERIOD_KINDS}),
    period_from date,
    period_until date,
    -- of an evaluation: its identity as a fact, and who made it
    source text,
    external_id text,
    evaluator_id uuid,
    state text not null constraint dispute_state_check
      check (state in ('open', 'evidence', 'review', 'decided', 'closed', 'withdrawn')),
    reason text not null,
    -- the figure, or the points, when it was opened (disputes/dispute.entity.ts has the shapes)
    original jsonb not null,
    outcome text constraint dispute_outcome_check check (outcome in ('upheld', 'partly', 'rejected')),
    -- what counts instead; null: what was measured stays
    decided jsonb,
    -- principal or API key, and the person behind it
    opened_by text not null,
    opened_by_name text not null,
    opened_by_person_id uuid,
    opened_at timestamptz not null,
    decided_by_name text,
    decided_at timestamptz,
    decision_reason text,
    constraint dispute_pkey primary key (client_id, id),
    constraint dispute_about_columns_check check (
      case about when 'item' then kpi_code is not null and dialect is not null and parameters is not null
                              and period_kind is not null and period_from is not null and period_until is not null
                 else source is not null and external_id is not null end),
    constraint dispute_decision_check check (
      (outcome is null) = (decided_at is null) and (outcome is null) = (decision_reason is null)
      and (outcome is not null) = (state in ('decided', 'closed')) and (decided is null or outcome <> 'rejected')),
    constraint dispute_contract_id_fkey foreign key (client_id, contract_id) references contract
  );
  create index dispute_contract_id_idx on dispute (client_id, contract_id, id desc);
  create index dispute_item_idx on dispute (client_id, subject_kind, subject_id, period_kind, period_from)
    where about = 'item';
  create index dispute_evaluation_idx on dispute (client_id, source, external_id) where about = 'evaluation';
  create unique index dispute_undecided_item_key
    on dispute (client_id, subject_kind, subject_id, period_kind, period_from, kpi_code, dialect, parameters)
    where about = 'item' and state in ('open', 'evidence', 'review');
  create unique index dispute_undecided_evaluation_key on dispute (client_id, source, external_id)
    where about = 'evaluation' and state in ('open', 'evidence', 'review');
`;

const DISPUTE_EVENT = `
  -- Append-only: every step of a dispute.
  create table dispute_event (
    client_id uuid not null,
    dispute_id uuid not null,
    ordinal integer not null,
    at timestamptz not null,
    actor text not null,
    actor_name text not null,
    step text not null constraint dispute_event_step_check
      check (step in ('opened', 'evidence_added', 'review_begun', 'decided', 'closed', 'withdrawn')),
    state text not null,
    note text,
    -- where the evidence is; a reference, not the file
    evidence text,
    constraint dispute_event_pkey primary key (client_id, dispute_id, ordinal),
    constraint dispute_event_dispute_id_fkey foreign key (client_id, dispute_id) references dispute
  );
`;

const MANUAL_VALUE = `
  -- Append-only: another value supersedes the one before, a withdrawal supersedes without another.
  create table manual_value (
    client_id uuid not null,
    id uuid not null,
    contract_id uuid not null,
    subject_kind text not null constraint manual_value_subject_kind_check check (subject_kind in ${SUBJECT_KINDS}),
    subject_id uuid not null,
    service_id uuid,
    team_id uuid,
    person_id uuid,
    kpi_code text not null,
    dialect text not null,
    parameters jsonb not null,
    period_kind text not null constraint manual_value_period_kind_check check (period_kind in ${PERIOD_KINDS}),
    period_from date not null,
    period_until date not null,
    -- in the KPI's unit: a share is 0 to 1, money in minor units
    value numeric not null,
    numerator numeric,
    denominator numeric,
    -- how many facts its author says it rests on; 0: nobody said
    sample integer not null constraint manual_value_sample_check check (sample >= 0),
    author text not null,
    author_name text not null,
    reason text not null,
    -- where the evidence is; a reference, not the file
    attachment text,
    -- the dispute whose decision it is
    dispute_id uuid,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    -- who withdrew it, and why; null: it is in force, or another took its place
    withdrawn_by text,
    withdrawal_reason text,
    constraint manual_value_pkey primary key (client_id, id),
    constraint manual_value_superseded_at_check check (superseded_at >= recorded_at),
    constraint manual_value_parts_check check ((numerator is null) = (denominator is null)),
    constraint manual_value_contract_id_fkey foreign key (client_id, contract_id) references contract,
    constraint manual_value_dispute_id_fkey foreign key (client_id, dispute_id) references dispute
  );
  create unique index manual_value_in_force_key
    on manual_value (client_id, subject_kind, subject_id, period_kind, period_from, kpi_code, dialect, parameters)
    where superseded_at is null;
  create index manual_value_contract_id_idx on manual_value (client_id, contract_id, period_kind, period_from);
  create index manual_value_listed_idx on manual_value (client_id, contract_id, id desc);
  create index manual_value_dispute_id_idx on manual_value (client_id, dispute_id);
`;

/** Beside the fact and not in it: whatever its source sends again, what was decided counts. */
const EVALUATION_DECISION = `
  create table evaluation_decision (
    client_id uuid not null,
    source text not null,
    external_id text not null,
    -- weighted points, in millionths of a point
    earned_millionths bigint not null,
    applicable_millionths bigint not null,
    auto_failed boolean not null,
    -- the latest dispute that was decided so
    dispute_id uuid not null,
    decided_at timestamptz not null,
    constraint evaluation_decision_pkey primary key (client_id, source, external_id),
    constraint evaluation_decision_points_check
      check (earned_millionths >= 0 and earned_millionths <= applicable_millionths and applicable_millionths > 0)
  );
  -- every evaluation is looked up here when its day is computed, mostly in vain: a third of the time that the key takes
  create index evaluation_decision_external_id_idx on evaluation_decision using hash (external_id);
`;

const GRANTS = `
  grant select, insert on dispute, dispute_event, manual_value, evaluation_decision to regia_app;
  grant update (state, outcome, decided, decided_by_name, decided_at, decision_reason) on dispute to regia_app;
  grant update (superseded_at, withdrawn_by, withdrawal_reason) on manual_value to regia_app;
  grant update on evaluation_decision to regia_app;
`;
