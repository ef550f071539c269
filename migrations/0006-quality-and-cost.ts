import type { MigrationInterface, QueryRunner } from "typeorm";
import { secureByClient } from "./row-level-security";

/** Evaluations, calibrations, costs, complaints and surveys of employees; what customers' surveys say of errors. */
export class QualityAndCost0006 implements MigrationInterface {
  readonly name = "QualityAndCost1795000000006";

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [ERRORS_IN_SURVEYS, EVALUATION, CALIBRATION, COST, COMPLAINT, EMPLOYEE_SURVEY])
      await runner.query(sql);
    for (const table of TABLES) {
      await runner.query(`create index ${table}_day_idx on ${table} (client_id, service_id, day)`);
      await runner.query(secureByClient(table));
    }
    await runner.query(`grant select, insert, update, delete on ${TABLES.join(", ")} to regia_app`);
  }

  async down(): Promise<void> {
    throw new Error("Facts are not thrown away by a migration: drop the database instead.");
  }
}

const TABLES = ["evaluation", "calibration", "cost", "complaint", "employee_survey"];

const ERRORS_IN_SURVEYS = `
  alter table survey
    -- the error that the customer's words show, and what caused it
    add column error_kind text constraint survey_error_kind_check check (error_kind in ('product', 'process', 'other')),
    add column root_cause text,
    add column root_cause_approved boolean;
`;

const KEY = `
    client_id uuid not null,
    source text not null,
    external_id text not null,
    service_id uuid not null,
    -- '': none in particular
    channel text not null,
    person_id uuid,`;

const END = `
    -- local day in the service's zone
    day date not null,
    content_hash uuid not null,
    import_id uuid not null,
    ingested_at timestamptz not null,`;

const EVALUATION = `
  create table evaluation (${KEY}
    evaluator_id uuid,
    form_code text not null,
    form_version text,
    contact_external_id text,
    occurred_at timestamptz not null,
    -- weighted points, in millionths of a point; both 0 where nothing was applicable; null: no points at all
    earned_millionths bigint,
    applicable_millionths bigint,
    auto_failed boolean not null,
    product_errors integer not null check (product_errors >= 0),
    process_errors integer not null check (process_errors >= 0),
    other_errors integer not null check (other_errors >= 0),
    -- product and process errors whose root cause is approved; of these, with the cause training
    traced_errors integer not null check (traced_errors >= 0),
    training_errors integer not null check (training_errors >= 0),
    -- as they were sent
    items jsonb,
    errors jsonb,${END}
    constraint evaluation_pkey primary key (client_id, source, external_id),
    constraint evaluation_points_check check (earned_millionths >= 0 and earned_millionths <= applicable_millionths),
    constraint evaluation_errors_check
      check (training_errors <= traced_errors and traced_errors <= product_errors + process_errors)
  );
`;

const CALIBRATION = `
  create table calibration (${KEY}
    form_code text not null,
    -- null: the whole form
    item_code text,
    -- 0 to 10,000: hundredths of a point
    score_hundredths integer check (score_hundredths >= 0 and score_hundredths <= 10000),
    reference_hundredths integer check (reference_hundredths >= 0 and reference_hundredths <= 10000),
    passed boolean,
    reference_passed boolean,
    occurred_at timestamptz not null,${END}
    constraint calibration_pkey primary key (client_id, source, external_id)
  );
`;

const COST = `
  create table cost (${KEY}
    category text,
    -- what it is a cost of
    unit_kind text not null constraint cost_unit_kind_check check (unit_kind in ('contact', 'case', 'hour', 'all')),
    -- minor units of the contract's currency; below zero: a credit
    amount_minor bigint not null,
    -- as it was sent
    amount_given numeric not null,
    currency text not null,
    exchange_rate numeric,
    rate_date date,
    -- midnight of the day in the service's zone
    occurred_at timestamptz not null,${END}
    constraint cost_pkey primary key (client_id, source, external_id)
  );
`;

const COMPLAINT = `
  create table complaint (${KEY}
    customer_ref text,
    reason text,
    severity text,
    -- null: not known, or not yet
    justified boolean,
    contact_external_id text,
    occurred_at timestamptz not null,
    resolved_at timestamptz,${END}
    constraint complaint_pkey primary key (client_id, source, external_id)
  );
`;

const EMPLOYEE_SURVEY = `
  create table employee_survey (${KEY}
    team text,
    anonymous boolean not null,
    -- 1 is worst, rating_scale is best
    rating integer,
    rating_scale integer not null default 5 check (rating_scale >= 2 and rating_scale <= 100),
    -- 0 to 10: how likely they recommend working here
    recommend integer check (recommend >= 0 and recommend <= 10),
    occurred_at timestamptz not null,${END}
    constraint employee_survey_pkey primary key (client_id, source, external_id),
    constraint employee_survey_rating_check check (rating is null or (rating >= 1 and rating <= rating_scale)),
    constraint employee_survey_anonymous_check check (not anonymous or person_id is null)
  );
`;
