-- Generated from the migrations by `npm run schema`. Change those, not this.

\set condition_1 '(client_id = ANY ((ARRAY( SELECT unnest(string_to_array(NULLIF(current_setting(''app.client_ids''::text, true), ''''::text), '',''::text)::uuid[]) AS unnest)))) OR client_id = ''00000000-0000-0000-0000-000000000000''::uuid AND (( SELECT current_setting(''app.internal''::text, true) AS current_setting)) = ''on''::text'
\set condition_2 'client_id = ANY ((ARRAY( SELECT unnest(string_to_array(NULLIF(current_setting(''app.client_ids''::text, true), ''''::text), '',''::text)::uuid[]) AS unnest)))'
\set condition_3 '(client_id = ANY ((ARRAY( SELECT unnest(string_to_array(NULLIF(current_setting(''app.client_ids''::text, true), ''''::text), '',''::text)::uuid[]) AS unnest)))) OR client_id = ''00000000-0000-0000-0000-000000000000''::uuid'
\set condition_4 '(( SELECT current_setting(''app.internal''::text, true) AS current_setting)) = ''on''::text'

CREATE OR REPLACE FUNCTION service_has_no_facts()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public'
AS $function$
  begin
    if exists (select 1 from contact where client_id = old.client_id and service_id = old.id)
      or exists (select 1 from survey where client_id = old.client_id and service_id = old.id) then
      raise foreign_key_violation using message = format('service "%s" has facts', old.code), table = 'service';
    end if;
    return null;
  end $function$;

create table api_key (
  id uuid not null,
  name text not null,
  secret_hash text not null,
  reaches uuid[] not null,
  scopes text[] not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_key_pkey PRIMARY KEY (id)
);
grant delete, insert, select, update on api_key to regia_app;

create table audit_record (
  client_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  actor text not null,
  act text not null,
  subject text not null,
  before jsonb,
  after jsonb,
  request_id text,
  constraint audit_record_pkey PRIMARY KEY (client_id, id)
);
alter table audit_record enable row level security;
alter table audit_record force row level security;
create policy audit_record_delete on audit_record for delete
  using (:condition_1);
create policy audit_record_insert on audit_record for insert
  with check (:condition_1);
create policy audit_record_select on audit_record for select
  using (:condition_3);
create policy audit_record_update on audit_record for update
  using (:condition_1)
  with check (:condition_1);
grant insert, select on audit_record to regia_app;

create table calendar (
  client_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  constraint calendar_pkey PRIMARY KEY (client_id, id),
  constraint calendar_code_key UNIQUE (client_id, code),
  constraint calendar_client_id_fkey FOREIGN KEY (client_id) REFERENCES client(client_id)
);
alter table calendar enable row level security;
alter table calendar force row level security;
create policy calendar_delete on calendar for delete
  using (:condition_2);
create policy calendar_insert on calendar for insert
  with check (:condition_2);
create policy calendar_select on calendar for select
  using (:condition_2);
create policy calendar_update on calendar for update
  using (:condition_2)
  with check (:condition_2);
grant delete, insert, select, update on calendar to regia_app;

create table calendar_version (
  client_id uuid not null,
  calendar_id uuid not null,
  time_zone text not null,
  windows jsonb not null,
  holidays jsonb not null,
  version integer not null,
  valid_from date not null,
  valid_until date,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  constraint calendar_version_pkey PRIMARY KEY (client_id, calendar_id, version),
  constraint calendar_version_check CHECK (valid_until IS NULL OR valid_until > valid_from),
  constraint calendar_version_check1 CHECK (superseded_at IS NULL OR superseded_at >= recorded_at),
  constraint calendar_version_calendar_id_fkey FOREIGN KEY (client_id, calendar_id) REFERENCES calendar(client_id, id)
);
alter table calendar_version enable row level security;
alter table calendar_version force row level security;
create policy calendar_version_delete on calendar_version for delete
  using (:condition_2);
create policy calendar_version_insert on calendar_version for insert
  with check (:condition_2);
create policy calendar_version_select on calendar_version for select
  using (:condition_2);
create policy calendar_version_update on calendar_version for update
  using (:condition_2)
  with check (:condition_2);
grant delete, insert, select, update on calendar_version to regia_app;

create table client (
  client_id uuid not null,
  code text not null,
  name text not null,
  industry text,
  constraint client_pkey PRIMARY KEY (client_id),
  constraint client_client_id_fkey FOREIGN KEY (client_id) REFERENCES tenant(client_id)
);
alter table client enable row level security;
alter table client force row level security;
create policy client_delete on client for delete
  using (:condition_2);
create policy client_insert on client for insert
  with check (:condition_2);
create policy client_select on client for select
  using (:condition_2);
create policy client_update on client for update
  using (:condition_2)
  with check (:condition_2);
grant delete, insert, select, update on client to regia_app;

create table contact (
  client_id uuid not null,
  source text not null,
  external_id text not null,
  service_id uuid not null,
  channel text not null,
  person_id uuid,
  customer_ref text,
  reason text,
  outcome text not null,
  offered_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  ended_at timestamp with time zone,
  wait_seconds integer,
  talk_seconds integer,
  hold_seconds integer,
  wrap_seconds integer,
  transferred boolean,
  offered_day date not null,
  answered_day date,
  ended_day date,
  content_hash uuid not null,
  import_id uuid not null,
  ingested_at timestamp with time zone not null,
  constraint contact_pkey PRIMARY KEY (client_id, source, external_id),
  constraint contact_hold_seconds_check CHECK (hold_seconds >= 0),
  constraint contact_outcome_check CHECK (outcome = ANY (ARRAY['answered'::text, 'abandoned'::text, 'flow_out'::text, 'callback'::text, 'breakout'::text])),
  constraint contact_talk_seconds_check CHECK (talk_seconds >= 0),
  constraint contact_wait_seconds_check CHECK (wait_seconds >= 0),
  constraint contact_wrap_seconds_check CHECK (wrap_seconds >= 0)
);
CREATE INDEX contact_answered_later_idx ON contact (client_id, service_id, answered_day) WHERE (answered_day <> offered_day);
CREATE INDEX contact_customer_idx ON contact (client_id, customer_ref, offered_at) WHERE (customer_ref IS NOT NULL);
CREATE INDEX contact_ended_later_idx ON contact (client_id, service_id, ended_day) WHERE (ended_day <> offered_day);
CREATE INDEX contact_offered_day_idx ON contact (client_id, service_id, offered_day);
alter table contact enable row level security;
alter table contact force row level security;
create policy contact_delete on contact for delete
  using (:condition_2);
create policy contact_insert on contact for insert
  with check (:condition_2);
create policy contact_select on contact for select
  using (:condition_2);
create policy contact_update on contact for update
  using (:condition_2)
  with check (:condition_2);
grant delete, insert, select, update on contact to regia_app;

create table contract (
  client_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  currency text not null,
  time_zone text not null,
  calendar_id uuid not null,
  starts_on date not null,
  ends_on date,
  grace_days integer not null default 5,
  constraint contract_pkey PRIMARY KEY (client_id, id),
  constraint contract_code_key UNIQUE (client_id, code),
  constraint contract_currency_check CHECK (currency ~ '^[A-Z]{3}$'::text),
  constraint contract_grace_days_check CHECK (grace_days >= 0),
  constraint contract_term_check CHECK (ends_on IS NULL OR ends_on > starts_on),
  constraint contract_calendar_id_fkey FOREIGN KEY (client_id, calendar_id) REFERENCES calendar(client_id, id),
  constraint contract_client_id_fkey FOREIGN KEY (client_id) REFERENCES client(client_id)
);
CREATE INDEX contract_calendar_id_idx ON contract (client_id, calendar_id);
alter table contract enable row level security;
alter table contract force row level security;
create policy contract_delete on contract for delete
  using (:condition_2);
create policy contract_insert on contract for insert
  with check (:condition_2);
create policy contract_select on contract for select
  using (:condition_2);
create policy contract_update on contract for update
  using (:condition_2)
  with check (:condition_2);
grant delete, insert, select, update on contract to regia_app;

create table daily_measures (
  client_id uuid not null,
  stream text not null,
  service_id uuid not null,
  day date not null,
  channel text not null,
  person_id uuid not null,
  sums double precision[] not null,
  constraint daily_measures_pkey PRIMARY KEY (client_id, stream, service_id, day, channel, person_id),
  constraint daily_measures_service_id_fkey FOREIGN KEY (client_id, service_id) REFERENCES service(client_id, id)
);
CREATE INDEX daily_measures_length_idx ON daily_measures (client_id, stream, cardinality(sums));
CREATE INDEX daily_measures_person_id_idx ON daily_measures (client_id, person_id, day);
CREATE INDEX daily_measures_service_id_idx ON daily_measures (client_id, service_id, day);
alter table daily_measures enable row level security;
alter table daily_measures force row level security;
create policy daily_measures_delete on daily_measures for delete
  using (:condition_2);
create policy daily_measures_insert on daily_measures for insert
  with check (:condition_2);
create policy daily_measures_select on daily_measures for select
  using (:condition_2);
create policy daily_measures_update on daily_measures for update
  using (:condition_2)
  with check (:condition_2);
grant delete, insert, select, update on daily_measures to regia_app;

create table forum (
  client_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  code text not null,
  name text not null,
  cadence text not null,
  starts_on date not null,
  reviews_kind text not null,
  quorum integer not null,
  participants jsonb not null,
  min_sample integer not null default 30,
  constraint forum_pkey PRIMARY KEY (client_id, id),
  constraint forum_code_key UNIQUE (client_id, code),
  constraint forum_min_sample_check CHECK (min_sample >= 0),
  constraint forum_quorum_check CHECK (quorum >= 1),
  constraint forum_reviews_kind_check CHECK (reviews_kind = ANY (ARRAY['week'::text, 'month'::text, 'quarter'::text, 'year'::text])),
  constraint forum_contract_id_fkey FOREIGN KEY (client_id, contract_id) REFERENCES contract(client_id, id)
);
CREATE INDEX forum_contract_id_idx ON forum (client_id, contract_id);
alter table forum enable row level security;
alter table forum force row level security;
create policy forum_delete on forum for delete
  using (:condition_2);
create policy forum_insert on forum for insert
  with check (:condition_2);
create policy forum_select on forum for select
  using (:condition_2);
create policy forum_update on forum for update
  using (:condition_2)
  with check (:condition_2);
grant delete, insert, select, update on forum to regia_app;

create table idempotency_key (
  actor text not null,
  key text not null,
  operation text not null,
  request_hash text not null,
  response json not null,
  created_at timestamp with time zone not null,
  constraint idempotency_key_pkey PRIMARY KEY (actor, operation, key)
);
grant delete, insert, select, update on idempotency_key to regia_app;

create table import (
  client_id uuid not null,
  id uuid not null,
  stream text not null,
  profile_code text not null,
  file_name text,
  state text not null,
  rows_accepted bigint not null default 0,
  rows_replaced bigint not null default 0,
  rows_unchanged bigint not null default 0,
  rows_rejected bigint not null default 0,
  rows_skipped bigint not null default 0,
  warnings jsonb not null default '[]'::jsonb,
  error jsonb,
  started_by text not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint import_pkey PRIMARY KEY (client_id, id),
  constraint import_state_check CHECK (state = ANY (ARRAY['running'::text, 'finished'::text, 'interrupted'::text, 'refused'::text])),
  constraint import_client_id_fkey FOREIGN KEY (client_id) REFERENCES client(client_id)
);
CREATE INDEX import_started_at_idx ON import (client_id, started_at DESC, id);
alter table import enable row level security;
alter table import force row level security;
create policy import_delete on import for delete
  using (:condition_2);
create policy import_insert on import for insert
  with check (:condition_2);
create policy import_select on import for select
  using (:condition_2);
create policy import_update on import for update
  using (:condition_2)
  with check (:condition_2);
grant delete, insert, select, update on import to regia_app;

create table import_profile (
  client_id uuid not null,
  id uuid not null,
  code text not null,
  stream text not null,
  definition jsonb not null,
  version integer not null,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  constraint import_profile_pkey PRIMARY KEY (client_id, id, version),
  constraint import_profile_client_id_fkey FOREIGN KEY (client_id) REFERENCES client(client_id)
);
CREATE UNIQUE INDEX import_profile_current_key ON import_profile (client_id, code) WHERE (superseded_at IS NULL);
alter table import_profile enable row level security;
alter table import_profile force row level security;
create policy import_profile_delete on import_profile for delete
  using (:condition_2);
create policy import_profile_insert on import_profile for insert
  with check (:condition_2);
create policy import_profile_select on import_profile for select
  using (:condition_2);
create policy import_profile_update on import_profile for update
  using (:condition_2)
  with check (:condition_2);
grant delete, insert, select, update on import_profile to regia_app;

create table import_reject (
  client_id uuid not null,
  import_id uuid not null,
  ordinal bigint not null,
  line bigint not null,
  field text not null,
  value text,
  code text not null,
  reason text not null,
  source text,
  external_id text,
  day date,
  constraint import_reject_pkey PRIMARY KEY (client_id, import_id, ordinal),
  constraint import_reject_import_id_fkey FOREIGN KEY (client_id, import_id) REFERENCES import(client_id, id)
);
CREATE INDEX import_reject_day_idx ON import_reject (client_id, day);
alter table import_reject enable row level security;
alter table import_reject force row level security;
create policy import_reject_delete on import_reject for delete
  using (:condition_2);
create policy import_reject_insert on import_reject for insert
  with check (:condition_2);
create policy import_reject_select on import_reject for select
  using (:condition_2);
create policy import_reject_update on import_reject for update
  using (:condition_2)
  with check (:condition_2);
grant delete, insert, select, update on import_reject to regia_app;

create table job_run (
  client_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null,
  payload jsonb not null,
  done integer not null default 0,
  total integer,
  result jsonb,
  error jsonb,
  requested_by text not null,
  created_at timestamp with time zone not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  constraint job_run_pkey PRIMARY KEY (client_id, id),
  constraint job_run_state_check CHECK (state = ANY (ARRAY['queued'::text, 'running'::text, 'succeeded'::text, 'failed'::text]))
);
alter table job_run enable row level security;
alter table job_run force row level security;
create policy job_run_delete on job_run for delete
  using (:condition_1);
create policy job_run_insert on job_run for insert
  with check (:condition_1);
create policy job_run_select on job_run for select
  using (:condition_3);
create policy job_run_update on job_run for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on job_run to regia_app;

create table kpi (
  code text not null,
  name text not null,
  constraint kpi_pkey PRIMARY KEY (code)
);
grant delete, insert, select, update on kpi to regia_app;

create table kpi_assignment (
  client_id uuid not null,
  id uuid not null,
  role_code text not null,
  contract_id uuid,
  service_id uuid,
  kpi_code text not null,
  dialect text,
  parameters jsonb not null,
  weight numeric not null,
  target numeric,
  min_sample integer not null default 0,
  version integer not null,
  valid_from date not null,
  valid_until date,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  constraint kpi_assignment_pkey PRIMARY KEY (client_id, id, version),
  constraint kpi_assignment_check CHECK (valid_until IS NULL OR valid_until > valid_from),
  constraint kpi_assignment_check1 CHECK (superseded_at IS NULL OR superseded_at >= recorded_at),
  constraint kpi_assignment_min_sample_check CHECK (min_sample >= 0),
  constraint kpi_assignment_weight_check CHECK (weight >= 0::numeric AND weight <= 100::numeric),
  constraint kpi_assignment_contract_id_fkey FOREIGN KEY (client_id, contract_id) REFERENCES contract(client_id, id),
  constraint kpi_assignment_kpi_code_fkey FOREIGN KEY (kpi_code) REFERENCES kpi(code),
  constraint kpi_assignment_role_code_fkey FOREIGN KEY (role_code) REFERENCES role(code),
  constraint kpi_assignment_service_id_fkey FOREIGN KEY (client_id, service_id) REFERENCES service(client_id, id)
);
CREATE INDEX kpi_assignment_contract_id_idx ON kpi_assignment (client_id, contract_id);
CREATE INDEX kpi_assignment_kpi_code_idx ON kpi_assignment (kpi_code);
CREATE INDEX kpi_assignment_role_code_idx ON kpi_assignment (role_code);
CREATE INDEX kpi_assignment_service_id_idx ON kpi_assignment (client_id, service_id);
alter table kpi_assignment enable row level security;
alter table kpi_assignment force row level security;
create policy kpi_assignment_delete on kpi_assignment for delete
  using (:condition_1);
create policy kpi_assignment_insert on kpi_assignment for insert
  with check (:condition_1);
create policy kpi_assignment_select on kpi_assignment for select
  using (:condition_3);
create policy kpi_assignment_update on kpi_assignment for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on kpi_assignment to regia_app;

create table kpi_use (
  client_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  service_id uuid,
  kpi_code text not null,
  dialect text,
  parameters jsonb not null,
  min_sample integer not null default 0,
  version integer not null,
  valid_from date not null,
  valid_until date,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  constraint kpi_use_pkey PRIMARY KEY (client_id, id, version),
  constraint kpi_use_check CHECK (valid_until IS NULL OR valid_until > valid_from),
  constraint kpi_use_check1 CHECK (superseded_at IS NULL OR superseded_at >= recorded_at),
  constraint kpi_use_min_sample_check CHECK (min_sample >= 0),
  constraint kpi_use_contract_id_fkey FOREIGN KEY (client_id, contract_id) REFERENCES contract(client_id, id),
  constraint kpi_use_kpi_code_fkey FOREIGN KEY (kpi_code) REFERENCES kpi(code),
  constraint kpi_use_service_id_fkey FOREIGN KEY (client_id, service_id) REFERENCES service(client_id, id)
);
CREATE INDEX kpi_use_contract_id_idx ON kpi_use (client_id, contract_id);
CREATE INDEX kpi_use_kpi_code_idx ON kpi_use (kpi_code);
CREATE INDEX kpi_use_service_id_idx ON kpi_use (client_id, service_id);
alter table kpi_use enable row level security;
alter table kpi_use force row level security;
create policy kpi_use_delete on kpi_use for delete
  using (:condition_2);
create policy kpi_use_insert on kpi_use for insert
  with check (:condition_2);
create policy kpi_use_select on kpi_use for select
  using (:condition_2);
create policy kpi_use_update on kpi_use for update
  using (:condition_2)
  with check (:condition_2);
grant delete, insert, select, update on kpi_use to regia_app;

create table kpi_version (
  kpi_code text not null,
  version integer not null,
  definition jsonb not null,
  content_hash text not null,
  recorded_at timestamp with time zone not null,
  constraint kpi_version_pkey PRIMARY KEY (kpi_code, version),
  constraint kpi_version_kpi_code_fkey FOREIGN KEY (kpi_code) REFERENCES kpi(code)
);
grant delete, insert, select, update on kpi_version to regia_app;

create table measure_slot (
  stream text not null,
  slot integer not null,
  measure text not null,
  parameters text not null,
  constraint measure_slot_pkey PRIMARY KEY (stream, slot),
  constraint measure_slot_measure_key UNIQUE (stream, measure, parameters),
  constraint measure_slot_slot_check CHECK (slot >= 1)
);
grant delete, insert, select, update on measure_slot to regia_app;

create table objective (
  client_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  service_id uuid,
  code text not null,
  name text not null,
  clause text not null,
  constraint objective_pkey PRIMARY KEY (client_id, id),
  constraint objective_code_key UNIQUE (client_id, contract_id, code),
  constraint objective_contract_id_fkey FOREIGN KEY (client_id, contract_id) REFERENCES contract(client_id, id),
  constraint objective_service_id_fkey FOREIGN KEY (client_id, service_id) REFERENCES service(client_id, id)
);
CREATE INDEX objective_service_id_idx ON objective (client_id, service_id);
alter table objective enable row level security;
alter table objective force row level security;
create policy objective_delete on objective for delete
  using (:condition_2);
create policy objective_insert on objective for insert
  with check (:condition_2);
create policy objective_select on objective for select
  using (:condition_2);
create policy objective_update on objective for update
  using (:condition_2)
  with check (:condition_2);
grant delete, insert, select, update on objective to regia_app;

create table objective_result (
  client_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  objective_id uuid not null,
  objective_version integer not null,
  period_kind text not null,
  period_from date not null,
  period_until date not null,
  version integer not null,
  state text not null,
  outcome text not null,
  shortfall numeric,
  misses_allowed integer,
  item jsonb not null,
  computed_at timestamp with time zone not null,
  constraint objective_result_pkey PRIMARY KEY (client_id, id),
  constraint objective_result_period_key UNIQUE (client_id, objective_id, period_kind, period_from, version),
  constraint objective_result_outcome_check CHECK (outcome = ANY (ARRAY['met'::text, 'missed'::text, 'below_minimum'::text, 'undetermined'::text, 'not_measured'::text])),
  constraint objective_result_state_check CHECK (state = ANY (ARRAY['provisional'::text, 'final'::text, 'restated'::text])),
  constraint objective_result_objective_id_fkey FOREIGN KEY (client_id, objective_id) REFERENCES objective(client_id, id)
);
CREATE INDEX objective_result_contract_id_idx ON objective_result (client_id, contract_id, period_kind, period_from);
alter table objective_result enable row level security;
alter table objective_result force row level security;
create policy objective_result_delete on objective_result for delete
  using (:condition_2);
create policy objective_result_insert on objective_result for insert
  with check (:condition_2);
create policy objective_result_select on objective_result for select
  using (:condition_2);
create policy objective_result_update on objective_result for update
  using (:condition_2)
  with check (:condition_2);
grant delete, insert, select, update on objective_result to regia_app;

create table objective_version (
  client_id uuid not null,
  objective_id uuid not null,
  kpi_code text not null,
  dialect text,
  parameters jsonb not null,
  target numeric not null,
  minimum numeric,
  measured_by text not null,
  min_sample integer not null default 0,
  version integer not null,
  valid_from date not null,
  valid_until date,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  constraint objective_version_pkey PRIMARY KEY (client_id, objective_id, version),
  constraint objective_version_check CHECK (valid_until IS NULL OR valid_until > valid_from),
  constraint objective_version_check1 CHECK (superseded_at IS NULL OR superseded_at >= recorded_at),
  constraint objective_version_measured_by_check CHECK (measured_by = ANY (ARRAY['day'::text, 'week'::text, 'month'::text, 'quarter'::text, 'year'::text])),
  constraint objective_version_min_sample_check CHECK (min_sample >= 0),
  constraint objective_version_kpi_code_fkey FOREIGN KEY (kpi_code) REFERENCES kpi(code),
  constraint objective_version_objective_id_fkey FOREIGN KEY (client_id, objective_id) REFERENCES objective(client_id, id)
);
CREATE INDEX objective_version_kpi_code_idx ON objective_version (kpi_code);
alter table objective_version enable row level security;
alter table objective_version force row level security;
create policy objective_version_delete on objective_version for delete
  using (:condition_2);
create policy objective_version_insert on objective_version for insert
  with check (:condition_2);
create policy objective_version_select on objective_version for select
  using (:condition_2);
create policy objective_version_update on objective_version for update
  using (:condition_2)
  with check (:condition_2);
grant delete, insert, select, update on objective_version to regia_app;

create table person (
  id uuid not null,
  code text not null,
  name text not null,
  logins jsonb not null default '{}'::jsonb,
  constraint person_pkey PRIMARY KEY (id),
  constraint person_code_key UNIQUE (code)
);
alter table person enable row level security;
alter table person force row level security;
create policy person_delete on person for delete
  using (:condition_4);
create policy person_insert on person for insert
  with check (:condition_4);
create policy person_select on person for select
  using ((( SELECT current_setting('app.internal'::text, true) AS current_setting)) = 'on'::text OR (EXISTS ( SELECT 1
   FROM "position"
  WHERE "position".person_id = person.id)));
create policy person_update on person for update
  using (:condition_4)
  with check (:condition_4);
grant delete, insert, select, update on person to regia_app;

create table "position" (
  client_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  role_code text not null,
  contract_id uuid not null,
  service_id uuid,
  team_id uuid,
  version integer not null,
  valid_from date not null,
  valid_until date,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  constraint position_pkey PRIMARY KEY (client_id, id, version),
  constraint position_check CHECK (valid_until IS NULL OR valid_until > valid_from),
  constraint position_check1 CHECK (superseded_at IS NULL OR superseded_at >= recorded_at),
  constraint position_contract_id_fkey FOREIGN KEY (client_id, contract_id) REFERENCES contract(client_id, id),
  constraint position_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint position_role_code_fkey FOREIGN KEY (role_code) REFERENCES role(code),
  constraint position_service_id_fkey FOREIGN KEY (client_id, service_id) REFERENCES service(client_id, id),
  constraint position_team_id_fkey FOREIGN KEY (client_id, team_id) REFERENCES team(client_id, id)
);
CREATE INDEX position_contract_id_idx ON "position" (client_id, contract_id);
CREATE UNIQUE INDEX position_current_key ON "position" (client_id, id) WHERE (superseded_at IS NULL);
CREATE INDEX position_person_id_idx ON "position" (person_id);
CREATE INDEX position_role_code_idx ON "position" (role_code);
CREATE INDEX position_service_id_idx ON "position" (client_id, service_id);
CREATE INDEX position_team_id_idx ON "position" (client_id, team_id);
alter table "position" enable row level security;
alter table "position" force row level security;
create policy position_delete on "position" for delete
  using (:condition_2);
create policy position_insert on "position" for insert
  with check (:condition_2);
create policy position_select on "position" for select
  using (:condition_2);
create policy position_update on "position" for update
  using (:condition_2)
  with check (:condition_2);
grant delete, insert, select, update on "position" to regia_app;

create table principal (
  id uuid not null,
  issuer text not null,
  subject text not null,
  kind text not null,
  name text not null,
  person_id uuid,
  reaches uuid[] not null default '{}'::uuid[],
  rights text[] not null default '{}'::text[],
  constraint principal_pkey PRIMARY KEY (id),
  constraint principal_subject_key UNIQUE (issuer, subject),
  constraint principal_kind_check CHECK (kind = ANY (ARRAY['internal'::text, 'client'::text])),
  constraint principal_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX principal_person_id_idx ON principal (person_id);
grant delete, insert, select, update on principal to regia_app;

create table review (
  client_id uuid not null,
  id uuid not null,
  forum_id uuid not null,
  scheduled_for date not null,
  period_kind text not null,
  period_from date not null,
  period_until date not null,
  state text not null,
  constraint review_pkey PRIMARY KEY (client_id, id),
  constraint review_sitting_key UNIQUE (client_id, forum_id, scheduled_for),
  constraint review_state_check CHECK (state = ANY (ARRAY['scheduled'::text, 'compiled'::text, 'held'::text, 'closed'::text])),
  constraint review_forum_id_fkey FOREIGN KEY (client_id, forum_id) REFERENCES forum(client_id, id)
);
alter table review enable row level security;
alter table review force row level security;
create policy review_delete on review for delete
  using (:condition_2);
create policy review_insert on review for insert
  with check (:condition_2);
create policy review_select on review for select
  using (:condition_2);
create policy review_update on review for update
  using (:condition_2)
  with check (:condition_2);
grant delete, insert, select, update on review to regia_app;

create table review_package (
  client_id uuid not null,
  id uuid not null,
  review_id uuid not null,
  version integer not null,
  compiled_at timestamp with time zone not null,
  compiled_by text not null,
  document text not null,
  content_hash text not null,
  html text not null,
  html_hash text not null,
  constraint review_package_pkey PRIMARY KEY (client_id, id),
  constraint review_package_version_key UNIQUE (client_id, review_id, version),
  constraint review_package_review_id_fkey FOREIGN KEY (client_id, review_id) REFERENCES review(client_id, id)
);
alter table review_package enable row level security;
alter table review_package force row level security;
create policy review_package_delete on review_package for delete
  using (:condition_2);
create policy review_package_insert on review_package for insert
  with check (:condition_2);
create policy review_package_select on review_package for select
  using (:condition_2);
create policy review_package_update on review_package for update
  using (:condition_2)
  with check (:condition_2);
grant insert, select on review_package to regia_app;

create table role (
  code text not null,
  name text not null,
  scope text not null,
  description text not null default ''::text,
  constraint role_pkey PRIMARY KEY (code),
  constraint role_scope_check CHECK (scope = ANY (ARRAY['own'::text, 'team'::text, 'service'::text, 'contract'::text]))
);
grant delete, insert, select, update on role to regia_app;

create table scorecard (
  client_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  service_id uuid,
  team_id uuid,
  person_id uuid,
  role_code text,
  period_kind text not null,
  period_from date not null,
  period_until date not null,
  version integer not null,
  state text not null,
  score numeric,
  rank integer,
  ranked_of integer,
  items jsonb not null,
  data_quality jsonb not null,
  computed_at timestamp with time zone not null,
  constraint scorecard_pkey PRIMARY KEY (client_id, id),
  constraint scorecard_subject_key UNIQUE (client_id, subject_kind, subject_id, period_kind, period_from, version),
  constraint scorecard_period_kind_check CHECK (period_kind = ANY (ARRAY['day'::text, 'week'::text, 'month'::text, 'quarter'::text, 'year'::text])),
  constraint scorecard_state_check CHECK (state = ANY (ARRAY['provisional'::text, 'final'::text, 'restated'::text])),
  constraint scorecard_subject_kind_check CHECK (subject_kind = ANY (ARRAY['contract'::text, 'service'::text, 'team'::text, 'position'::text])),
  constraint scorecard_contract_id_fkey FOREIGN KEY (client_id, contract_id) REFERENCES contract(client_id, id)
);
CREATE INDEX scorecard_contract_id_idx ON scorecard (client_id, contract_id, period_kind, period_from, subject_kind);
CREATE INDEX scorecard_team_idx ON scorecard (client_id, team_id, period_kind, period_from, score);
alter table scorecard enable row level security;
alter table scorecard force row level security;
create policy scorecard_delete on scorecard for delete
  using (:condition_2);
create policy scorecard_insert on scorecard for insert
  with check (:condition_2);
create policy scorecard_select on scorecard for select
  using (:condition_2);
create policy scorecard_update on scorecard for update
  using (:condition_2)
  with check (:condition_2);
grant delete, insert, select, update on scorecard to regia_app;

create table service (
  client_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  code text not null,
  name text not null,
  channels text[] not null,
  time_zone text,
  calendar_id uuid,
  constraint service_pkey PRIMARY KEY (client_id, id),
  constraint service_code_key UNIQUE (client_id, code),
  constraint service_calendar_id_fkey FOREIGN KEY (client_id, calendar_id) REFERENCES calendar(client_id, id),
  constraint service_contract_id_fkey FOREIGN KEY (client_id, contract_id) REFERENCES contract(client_id, id)
);
CREATE INDEX service_calendar_id_idx ON service (client_id, calendar_id);
CREATE INDEX service_contract_id_idx ON service (client_id, contract_id);
CREATE TRIGGER service_has_no_facts AFTER DELETE ON service FOR EACH ROW EXECUTE FUNCTION service_has_no_facts();
alter table service enable row level security;
alter table service force row level security;
create policy service_delete on service for delete
  using (:condition_2);
create policy service_insert on service for insert
  with check (:condition_2);
create policy service_select on service for select
  using (:condition_2);
create policy service_update on service for update
  using (:condition_2)
  with check (:condition_2);
grant delete, insert, select, update on service to regia_app;

create table survey (
  client_id uuid not null,
  source text not null,
  external_id text not null,
  service_id uuid not null,
  channel text not null,
  person_id uuid,
  contact_external_id text,
  surveyed_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  rating integer,
  rating_scale integer not null default 5,
  resolved boolean,
  resolved_first_contact boolean,
  surveyed_day date not null,
  closed_day date,
  content_hash uuid not null,
  import_id uuid not null,
  ingested_at timestamp with time zone not null,
  constraint survey_pkey PRIMARY KEY (client_id, source, external_id),
  constraint survey_rating_check CHECK (rating IS NULL OR rating >= 1 AND rating <= rating_scale),
  constraint survey_rating_scale_check CHECK (rating_scale >= 2 AND rating_scale <= 100)
);
CREATE INDEX survey_closed_day_idx ON survey (client_id, service_id, closed_day) WHERE (closed_day <> surveyed_day);
CREATE INDEX survey_surveyed_day_idx ON survey (client_id, service_id, surveyed_day);
alter table survey enable row level security;
alter table survey force row level security;
create policy survey_delete on survey for delete
  using (:condition_2);
create policy survey_insert on survey for insert
  with check (:condition_2);
create policy survey_select on survey for select
  using (:condition_2);
create policy survey_update on survey for update
  using (:condition_2)
  with check (:condition_2);
grant delete, insert, select, update on survey to regia_app;

create table team (
  client_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  code text not null,
  name text not null,
  constraint team_pkey PRIMARY KEY (client_id, id),
  constraint team_code_key UNIQUE (client_id, code),
  constraint team_contract_id_fkey FOREIGN KEY (client_id, contract_id) REFERENCES contract(client_id, id)
);
CREATE INDEX team_contract_id_idx ON team (client_id, contract_id);
alter table team enable row level security;
alter table team force row level security;
create policy team_delete on team for delete
  using (:condition_2);
create policy team_insert on team for insert
  with check (:condition_2);
create policy team_select on team for select
  using (:condition_2);
create policy team_update on team for update
  using (:condition_2)
  with check (:condition_2);
grant delete, insert, select, update on team to regia_app;

create table tenant (
  client_id uuid not null,
  code text not null,
  constraint tenant_pkey PRIMARY KEY (client_id),
  constraint tenant_code_key UNIQUE (code)
);
grant delete, insert, select, update on tenant to regia_app;

create table touched_day (
  client_id uuid not null,
  id bigint not null generated always as identity,
  stream text not null,
  service_id uuid not null,
  day date not null,
  touched_at timestamp with time zone not null default now(),
  constraint touched_day_pkey PRIMARY KEY (client_id, id)
);
alter table touched_day enable row level security;
alter table touched_day force row level security;
create policy touched_day_delete on touched_day for delete
  using (:condition_2);
create policy touched_day_insert on touched_day for insert
  with check (:condition_2);
create policy touched_day_select on touched_day for select
  using (:condition_2);
create policy touched_day_update on touched_day for update
  using (:condition_2)
  with check (:condition_2);
grant delete, insert, select, update on touched_day to regia_app;

create table touched_period (
  client_id uuid not null,
  id bigint not null generated always as identity,
  contract_id uuid not null,
  period_kind text not null,
  period_from date not null,
  constraint touched_period_pkey PRIMARY KEY (client_id, id)
);
alter table touched_period enable row level security;
alter table touched_period force row level security;
create policy touched_period_delete on touched_period for delete
  using (:condition_2);
create policy touched_period_insert on touched_period for insert
  with check (:condition_2);
create policy touched_period_select on touched_period for select
  using (:condition_2);
create policy touched_period_update on touched_period for update
  using (:condition_2)
  with check (:condition_2);
grant delete, insert, select, update on touched_period to regia_app;
