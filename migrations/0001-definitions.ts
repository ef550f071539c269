import type { MigrationInterface, QueryRunner } from "typeorm";
import { secureByClient, securedBy } from "./row-level-security";

/** The columns of a definition that is kept in two times: when it applies, and when we believed it. */
const TWO_TIMES = `
  version integer not null,
  valid_from date not null,
  valid_until date,
  recorded_at timestamptz not null,
  superseded_at timestamptz,
  check (valid_until is null or valid_until > valid_from),
  check (superseded_at is null or superseded_at >= recorded_at)`;

/** Who we serve, what was agreed, who works on it, and how it is measured. */
export class Definitions0001 implements MigrationInterface {
  readonly name = "Definitions1795000000001";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ROLE);
    for (const sql of [CLIENTS, PEOPLE, KPIS, OBJECTIVES, FORUMS, PROFILES]) await runner.query(sql);
    for (const table of CLIENT_OWNED) await runner.query(secureByClient(table));
    await runner.query(secureByClient("kpi_assignment", { houseWide: true }));
    await runner.query(secureByClient("audit_record", { houseWide: true }));
    await runner.query(PERSON_POLICIES);
    await runner.query(GRANTS);
  }

  async down(): Promise<void> {
    throw new Error("The first migration is not undone: drop the database instead.");
  }
}

const ROLE = `
  do $$ begin
    create role regia_app nologin;
  exception when duplicate_object or unique_violation then null;
  end $$;
  grant usage on schema public to regia_app;
`;

const CLIENTS = `
  -- The directory of tenants: ids and codes only, read by workers that go client by client.
  create table tenant (
    client_id uuid constraint tenant_pkey primary key,
    code text not null constraint tenant_code_key unique
  );
  create table client (
    client_id uuid constraint client_pkey primary key constraint client_client_id_fkey references tenant,
    code text not null,
    name text not null,
    industry text
  );
  create table calendar (
    client_id uuid not null constraint calendar_client_id_fkey references client,
    id uuid not null,
    code text not null,
    name text not null,
    constraint calendar_pkey primary key (client_id, id),
    constraint calendar_code_key unique (client_id, code)
  );
  create table calendar_version (
    client_id uuid not null,
    calendar_id uuid not null,
    time_zone text not null,
    windows jsonb not null,
    holidays jsonb not null,
    ${TWO_TIMES},
    constraint calendar_version_pkey primary key (client_id, calendar_id, version),
    constraint calendar_version_calendar_id_fkey foreign key (client_id, calendar_id) references calendar
  );
  create table contract (
    client_id uuid not null constraint contract_client_id_fkey references client,
    id uuid not null,
    code text not null,
    name text not null,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    time_zone text not null,
    calendar_id uuid not null,
    starts_on date not null,
    ends_on date,
    grace_days integer not null default 5 check (grace_days >= 0),
    -- whether final figures are corrected only when the client consents
    restatement_needs_consent boolean not null default false,
    constraint contract_pkey primary key (client_id, id),
    constraint contract_code_key unique (client_id, code),
    constraint contract_calendar_id_fkey foreign key (client_id, calendar_id) references calendar,
    constraint contract_term_check check (ends_on is null or ends_on > starts_on)
  );
  create index contract_calendar_id_idx on contract (client_id, calendar_id);
  create table service (
    client_id uuid not null,
    id uuid not null,
    contract_id uuid not null,
    code text not null,
    name text not null,
    channels text[] not null,
    time_zone text,
    calendar_id uuid,
    constraint service_pkey primary key (client_id, id),
    constraint service_code_key unique (client_id, code),
    constraint service_contract_id_fkey foreign key (client_id, contract_id) references contract,
    constraint service_calendar_id_fkey foreign key (client_id, calendar_id) references calendar
  );
  create index service_contract_id_idx on service (client_id, contract_id);
  create index service_calendar_id_idx on service (client_id, calendar_id);
`;

const PEOPLE = `
  create table person (
    id uuid constraint person_pkey primary key,
    code text not null constraint person_code_key unique,
    name text not null,
    -- {"source system": "name the feed uses for this person"}
    logins jsonb not null default '{}'
  );
  create table role (
    code text constraint role_pkey primary key,
    name text not null,
    scope text not null constraint role_scope_check check (scope in ('own', 'team', 'trained', 'service', 'contract', 'all')),
    description text not null default ''
  );
  create table team (
    client_id uuid not null,
    id uuid not null,
    contract_id uuid not null,
    code text not null,
    name text not null,
    constraint team_pkey primary key (client_id, id),
    constraint team_code_key unique (client_id, code),
    constraint team_contract_id_fkey foreign key (client_id, contract_id) references contract
  );
  create index team_contract_id_idx on team (client_id, contract_id);
  -- A person in a role. service_id null: every service of the contract; team_id null: in no team.
  create table position (
    client_id uuid not null,
    id uuid not null,
    person_id uuid not null constraint position_person_id_fkey references person,
    role_code text not null constraint position_role_code_fkey references role,
    contract_id uuid not null,
    service_id uuid,
    team_id uuid,
    ${TWO_TIMES},
    constraint position_pkey primary key (client_id, id, version),
    constraint position_contract_id_fkey foreign key (client_id, contract_id) references contract,
    constraint position_service_id_fkey foreign key (client_id, service_id) references service,
    constraint position_team_id_fkey foreign key (client_id, team_id) references team
  );
  create unique index position_current_key on position (client_id, id) where superseded_at is null;
  create index position_person_id_idx on position (person_id);
  create index position_role_code_idx on position (role_code);
  create index position_contract_id_idx on position (client_id, contract_id);
  create index position_service_id_idx on position (client_id, service_id);
  create index position_team_id_idx on position (client_id, team_id);
`;

const KPIS = `
  create table kpi (
    code text constraint kpi_pkey primary key,
    name text not null
  );
  -- The catalogue as it was released; a change of definition makes a version.
  create table kpi_version (
    kpi_code text not null constraint kpi_version_kpi_code_fkey references kpi,
    version integer not null,
    definition jsonb not null,
    content_hash text not null,
    recorded_at timestamptz not null,
    constraint kpi_version_pkey primary key (kpi_code, version)
  );
  -- Where each measure, with its parameters, stands in daily_measures.sums. Only appended.
  create table measure_slot (
    stream text not null,
    slot integer not null check (slot >= 1),
    measure text not null,
    -- canonical JSON, so that equal parameters are equal text
    parameters text not null,
    constraint measure_slot_pkey primary key (stream, slot),
    constraint measure_slot_measure_key unique (stream, measure, parameters)
  );
  -- A KPI in use under a contract, or under one of its services, with its dialect and parameters.
  create table kpi_use (
    client_id uuid not null,
    id uuid not null,
    contract_id uuid not null,
    service_id uuid,
    kpi_code text not null constraint kpi_use_kpi_code_fkey references kpi,
    dialect text,
    parameters jsonb not null,
    min_sample integer not null default 0 check (min_sample >= 0),
    ${TWO_TIMES},
    constraint kpi_use_pkey primary key (client_id, id, version),
    constraint kpi_use_contract_id_fkey foreign key (client_id, contract_id) references contract,
    constraint kpi_use_service_id_fkey foreign key (client_id, service_id) references service
  );
  create index kpi_use_contract_id_idx on kpi_use (client_id, contract_id);
  create index kpi_use_service_id_idx on kpi_use (client_id, service_id);
  create index kpi_use_kpi_code_idx on kpi_use (kpi_code);
`;

const OBJECTIVES = `
  create table objective (
    client_id uuid not null,
    id uuid not null,
    contract_id uuid not null,
    service_id uuid,
    code text not null,
    name text not null,
    clause text not null,
    constraint objective_pkey primary key (client_id, id),
    constraint objective_code_key unique (client_id, contract_id, code),
    constraint objective_contract_id_fkey foreign key (client_id, contract_id) references contract,
    constraint objective_service_id_fkey foreign key (client_id, service_id) references service
  );
  create index objective_service_id_idx on objective (client_id, service_id);
  create table objective_version (
    client_id uuid not null,
    objective_id uuid not null,
    kpi_code text not null constraint objective_version_kpi_code_fkey references kpi,
    dialect text,
    parameters jsonb not null,
    target numeric not null,
    minimum numeric,
    measured_by text not null constraint objective_version_measured_by_check
      check (measured_by in ('day', 'week', 'month', 'quarter', 'year')),
    min_sample integer not null default 0 check (min_sample >= 0),
    ${TWO_TIMES},
    constraint objective_version_pkey primary key (client_id, objective_id, version),
    constraint objective_version_objective_id_fkey foreign key (client_id, objective_id) references objective
  );
  create index objective_version_kpi_code_idx on objective_version (kpi_code);
  -- Which role answers for which KPI. client_id nil: for every client; contract_id and service_id narrow it.
  create table kpi_assignment (
    client_id uuid not null,
    id uuid not null,
    role_code text not null constraint kpi_assignment_role_code_fkey references role,
    contract_id uuid,
    service_id uuid,
    kpi_code text not null constraint kpi_assignment_kpi_code_fkey references kpi,
    dialect text,
    parameters jsonb not null,
    weight numeric not null check (weight >= 0 and weight <= 100),
    target numeric,
    min_sample integer not null default 0 check (min_sample >= 0),
    -- how a value becomes a score (assignments/scoring-scheme.ts has the shapes)
    scheme jsonb not null default '{"kind": "attainment"}',
    on_missing text not null default 'renormalise' constraint kpi_assignment_on_missing_check
      check (on_missing in ('renormalise', 'zero', 'fail', 'carry')),
    -- what missing this KPI does to the whole score
    gate jsonb,
    -- what the target is relative to
    baseline jsonb,
    ${TWO_TIMES},
    constraint kpi_assignment_pkey primary key (client_id, id, version),
    constraint kpi_assignment_contract_id_fkey foreign key (client_id, contract_id) references contract,
    constraint kpi_assignment_service_id_fkey foreign key (client_id, service_id) references service
  );
  create index kpi_assignment_role_code_idx on kpi_assignment (role_code);
  create index kpi_assignment_kpi_code_idx on kpi_assignment (kpi_code);
  create index kpi_assignment_contract_id_idx on kpi_assignment (client_id, contract_id);
  create index kpi_assignment_service_id_idx on kpi_assignment (client_id, service_id);
`;

const FORUMS = `
  create table forum (
    client_id uuid not null,
    id uuid not null,
    contract_id uuid not null,
    code text not null,
    name text not null,
    -- RFC 5545 recurrence rule of its sittings, in the contract's time zone
    cadence text not null,
    starts_on date not null,
    reviews_kind text not null constraint forum_reviews_kind_check check (reviews_kind in ('week', 'month', 'quarter', 'year')),
    quorum integer not null check (quorum >= 1),
    participants jsonb not null,
    min_sample integer not null default 30 check (min_sample >= 0),
    constraint forum_pkey primary key (client_id, id),
    constraint forum_code_key unique (client_id, code),
    constraint forum_contract_id_fkey foreign key (client_id, contract_id) references contract
  );
  create index forum_contract_id_idx on forum (client_id, contract_id);
`;

const PROFILES = `
  create table import_profile (
    client_id uuid not null constraint import_profile_client_id_fkey references client,
    id uuid not null,
    code text not null,
    stream text not null,
    definition jsonb not null,
    version integer not null,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    constraint import_profile_pkey primary key (client_id, id, version)
  );
  create unique index import_profile_current_key on import_profile (client_id, code) where superseded_at is null;
  create table audit_record (
    client_id uuid not null,
    id uuid not null,
    at timestamptz not null,
    actor text not null,
    act text not null,
    subject text not null,
    before jsonb,
    after jsonb,
    request_id text,
    constraint audit_record_pkey primary key (client_id, id)
  );
`;

const CLIENT_OWNED = [
  "client",
  "calendar",
  "calendar_version",
  "contract",
  "service",
  "team",
  "position",
  "kpi_use",
  "objective",
  "objective_version",
  "forum",
  "import_profile",
];

/** A person is seen by whoever sees one of its positions (themselves under row level security), and by our own people. */
const PERSON_POLICIES = securedBy(
  "person",
  `(select current_setting('app.internal', true)) = 'on' or exists (select 1 from position where position.person_id = person.id)`,
  `(select current_setting('app.internal', true)) = 'on'`,
);

const GRANTS = `
  grant select, insert, update, delete on all tables in schema public to regia_app;
  revoke update, delete on audit_record from regia_app;
`;
