-- Generated from the migrations by `npm run schema`. Change those, not this.

\set condition_1 'client_id = ANY ((ARRAY( SELECT unnest(string_to_array(NULLIF(current_setting(''app.client_ids''::text, true), ''''::text), '',''::text)::uuid[]) AS unnest)))'
\set condition_2 '(client_id = ANY ((ARRAY( SELECT unnest(string_to_array(NULLIF(current_setting(''app.client_ids''::text, true), ''''::text), '',''::text)::uuid[]) AS unnest)))) OR client_id = ''00000000-0000-0000-0000-000000000000''::uuid AND (( SELECT current_setting(''app.internal''::text, true) AS current_setting)) = ''on''::text'
\set condition_3 '(client_id = ANY ((ARRAY( SELECT unnest(string_to_array(NULLIF(current_setting(''app.client_ids''::text, true), ''''::text), '',''::text)::uuid[]) AS unnest)))) OR client_id = ''00000000-0000-0000-0000-000000000000''::uuid'
\set condition_4 '(( SELECT current_setting(''app.internal''::text, true) AS current_setting)) = ''on''::text'

CREATE OR REPLACE FUNCTION business_add(client uuid, calendar uuid, since timestamp with time zone, seconds bigint)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE STRICT
AS $function$
  declare
    goal bigint; found_start timestamptz; found_end timestamptz; found_before bigint;
  begin
    if seconds = 0 then return date_trunc('second', since, 'UTC'); end if;
    goal := business_seconds(client, calendar, since) + seconds;
    if seconds > 0 then
      select w.starts_at, w.ends_at, w.seconds_before into found_start, found_end, found_before
        from calendar_window w
       where w.client_id = client and w.calendar_id = calendar and w.seconds_before < goal
       order by w.seconds_before desc, w.starts_at desc limit 1;
    else
      select w.starts_at, w.ends_at, w.seconds_before into found_start, found_end, found_before
        from calendar_window w
       where w.client_id = client and w.calendar_id = calendar and w.seconds_before <= goal
       order by w.seconds_before desc, w.starts_at desc limit 1;
    end if;
    if found_start = 'infinity' then return null; end if;
    if found_end is null or found_end = found_start then
      perform calendar_window_missing(calendar, null);
    end if;
    return found_start + make_interval(secs => goal - found_before);
  end $function$;

CREATE OR REPLACE FUNCTION business_between(client uuid, calendar uuid, since timestamp with time zone, until timestamp with time zone)
 RETURNS bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (business_seconds(client, calendar, until) - business_seconds(client, calendar, since));

CREATE OR REPLACE FUNCTION business_day_end(client uuid, calendar uuid, instant timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE STRICT
AS $function$
  declare
    found_start timestamptz; found_end timestamptz; found_day_end timestamptz;
  begin
    select w.ends_at, w.day_ends_at into found_end, found_day_end
      from calendar_window w
     where w.client_id = client and w.calendar_id = calendar and w.starts_at <= instant
     order by w.starts_at desc limit 1;
    if found and found_end > instant then return found_day_end; end if;
    if not found or found_end is null then perform calendar_window_missing(calendar, instant); end if;
    select w.starts_at, w.day_ends_at into found_start, found_day_end
      from calendar_window w
     where w.client_id = client and w.calendar_id = calendar and w.starts_at > instant
     order by w.starts_at limit 1;
    if found_day_end is null and found_start < 'infinity' then perform calendar_window_missing(calendar, instant); end if;
    return found_day_end;
  end $function$;

CREATE OR REPLACE FUNCTION business_in(client uuid, calendar uuid, spans tstzmultirange)
 RETURNS bigint
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE STRICT
AS $function$
  declare
    total bigint; is_missing boolean;
  begin
    if isempty(spans) then return 0; end if;
    if lower_inf(spans) or upper_inf(spans) then
      raise exception using errcode = 'data_exception', message = format('spans %s have no end', spans);
    end if;
    if spans = multirange(range_merge(spans)) then
      return business_seconds(client, calendar, upper(spans))
        - business_seconds(client, calendar, lower(spans));
    end if;
    select sum(edge.sign * (w.seconds_before
             + floor(extract(epoch from least(edge.instant, w.ends_at) - w.starts_at))::bigint)),
           bool_or(w.starts_at is null or (w.ends_at is null and edge.instant > w.starts_at))
      into total, is_missing
      from unnest(spans) as one
     cross join lateral (values (-1, lower(one)), (1, upper(one))) as edge(sign, instant)
      left join lateral (
        select w.starts_at, w.ends_at, w.seconds_before from calendar_window w
         where w.client_id = client and w.calendar_id = calendar and w.starts_at <= edge.instant
         order by w.starts_at desc limit 1) w on true;
    if is_missing then perform calendar_window_missing(calendar, upper(spans)); end if;
    return total;
  end $function$;

CREATE OR REPLACE FUNCTION business_seconds(client uuid, calendar uuid, instant timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE STRICT
AS $function$
  declare
    found_start timestamptz; found_end timestamptz; found_before bigint;
  begin
    select w.starts_at, w.ends_at, w.seconds_before into found_start, found_end, found_before
      from calendar_window w
     where w.client_id = client and w.calendar_id = calendar and w.starts_at <= instant
     order by w.starts_at desc limit 1;
    if found_start is null or (found_end is null and instant > found_start) then
      perform calendar_window_missing(calendar, instant);
    end if;
    if found_end is null or instant >= found_end then
      return found_before + coalesce(extract(epoch from found_end - found_start), 0)::bigint;
    end if;
    return found_before + floor(extract(epoch from instant - found_start))::bigint;
  end $function$;

CREATE OR REPLACE FUNCTION calendar_in(spans tstzmultirange)
 RETURNS bigint
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE STRICT
AS $function$
  declare
    total bigint;
  begin
    if lower_inf(spans) or upper_inf(spans) then
      raise exception using errcode = 'data_exception', message = format('spans %s have no end', spans);
    end if;
    select coalesce(sum(floor(extract(epoch from upper(one))) - floor(extract(epoch from lower(one)))), 0)::bigint
      into total from unnest(spans) as one;
    return total;
  end $function$;

CREATE OR REPLACE FUNCTION calendar_window_missing(calendar uuid, instant timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
 SET search_path TO 'public'
AS $function$
  begin
    raise exception using errcode = 'no_data_found',
      message = format('calendar %s has no windows at %s', calendar, coalesce(instant::text, 'that distance')),
      hint = 'A settle lays them out; before 2000, and further ahead than some years, there are none.';
  end $function$;

CREATE OR REPLACE FUNCTION calendar_windows_are_stale()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public'
AS $function$
  begin
    delete from calendar_window w where w.client_id = coalesce(new.client_id, old.client_id)
      and w.calendar_id = coalesce(new.calendar_id, old.calendar_id);
    return null;
  end $function$;

CREATE OR REPLACE FUNCTION final_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    raise exception 'a % % is not changed: restate the period instead', old.state, tg_table_name
      using errcode = 'restrict_violation', table = tg_table_name;
  end $function$;

CREATE OR REPLACE FUNCTION issued_lines_stay()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  declare
    line settlement_line := case when tg_op = 'INSERT' then new else old end;
  begin
    if exists (select from settlement s
                where s.client_id = line.client_id and s.id = line.settlement_id and s.state <> 'proposed') then
      raise exception 'lines of an issued settlement are neither added nor taken away'
        using errcode = 'restrict_violation', table = 'settlement_line';
    end if;
    return line;
  end $function$;

CREATE OR REPLACE FUNCTION issued_settlement_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if tg_op = 'UPDATE' and
       (new.settled, new.basis, new.changes, new.net, new.credits, new.bonuses, new.held, new.fee, new.currency,
        new.version, new.kind, new.cause, new.contract_id, new.period_kind, new.period_from, new.issued_at)
       is not distinct from
       (old.settled, old.basis, old.changes, old.net, old.credits, old.bonuses, old.held, old.fee, old.currency,
        old.version, old.kind, old.cause, old.contract_id, old.period_kind, old.period_from, old.issued_at)
    then
      return new;
    end if;
    raise exception 'a settlement that is % is not changed: a correction is added', old.state
      using errcode = 'restrict_violation', table = 'settlement';
  end $function$;

CREATE OR REPLACE FUNCTION restated_by_restatement()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  begin
    if not exists (
      select from restatement r
       where r.client_id = new.client_id and r.contract_id = new.contract_id and r.period_kind = new.period_kind
         and r.period_from = new.period_from and r.state = 'applied' and r.applied_at = new.final_at) then
      raise exception 'no restatement makes this %', tg_table_name using errcode = 'restrict_violation', table = tg_table_name;
    end if;
    return new;
  end $function$;

CREATE OR REPLACE FUNCTION service_has_no_facts()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public'
AS $function$
  begin
    if exists (select 1 from contact f where f.client_id = old.client_id and f.service_id = old.id)
      or exists (select 1 from survey f where f.client_id = old.client_id and f.service_id = old.id)
      or exists (select 1 from case_record f where f.client_id = old.client_id and f.service_id = old.id)
      or exists (select 1 from case_event f where f.client_id = old.client_id and f.service_id = old.id)
      or exists (select 1 from evaluation f where f.client_id = old.client_id and f.service_id = old.id)
      or exists (select 1 from calibration f where f.client_id = old.client_id and f.service_id = old.id)
      or exists (select 1 from work_time f where f.client_id = old.client_id and f.service_id = old.id)
      or exists (select 1 from forecast f where f.client_id = old.client_id and f.service_id = old.id)
      or exists (select 1 from volume f where f.client_id = old.client_id and f.service_id = old.id)
      or exists (select 1 from headcount f where f.client_id = old.client_id and f.service_id = old.id)
      or exists (select 1 from cost f where f.client_id = old.client_id and f.service_id = old.id)
      or exists (select 1 from complaint f where f.client_id = old.client_id and f.service_id = old.id)
      or exists (select 1 from employee_survey f where f.client_id = old.client_id and f.service_id = old.id) then
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

create table assessment (
  client_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  objective_id uuid not null,
  period_kind text not null,
  period_from date not null,
  period_until date not null,
  points integer not null,
  scale_from integer not null,
  scale_to integer not null,
  side text not null,
  assessor text not null,
  assessor_name text not null,
  assessor_person_id uuid,
  note text,
  evidence text,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  withdrawn_by text,
  withdrawal_reason text,
  constraint assessment_pkey PRIMARY KEY (client_id, id),
  constraint assessment_period_kind_check CHECK (period_kind = ANY (ARRAY['day'::text, 'week'::text, 'month'::text, 'quarter'::text, 'year'::text])),
  constraint assessment_points_check CHECK (scale_from < scale_to AND scale_from <= points AND points <= scale_to),
  constraint assessment_side_check CHECK (side = ANY (ARRAY['ours'::text, 'clients'::text])),
  constraint assessment_superseded_at_check CHECK (superseded_at >= recorded_at),
  constraint assessment_contract_id_fkey FOREIGN KEY (client_id, contract_id) REFERENCES contract(client_id, id),
  constraint assessment_objective_id_fkey FOREIGN KEY (client_id, objective_id) REFERENCES objective(client_id, id)
);
CREATE INDEX assessment_contract_id_idx ON assessment (client_id, contract_id, period_from);
CREATE UNIQUE INDEX assessment_in_force_key ON assessment (client_id, objective_id, period_kind, period_from, assessor) WHERE (superseded_at IS NULL);
CREATE INDEX assessment_objective_id_idx ON assessment (client_id, objective_id, id DESC);
alter table assessment enable row level security;
alter table assessment force row level security;
create policy assessment_delete on assessment for delete
  using (:condition_1);
create policy assessment_insert on assessment for insert
  with check (:condition_1);
create policy assessment_select on assessment for select
  using (:condition_1);
create policy assessment_update on assessment for update
  using (:condition_1)
  with check (:condition_1);
grant insert, select on assessment to regia_app;

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
  using (:condition_2);
create policy audit_record_insert on audit_record for insert
  with check (:condition_2);
create policy audit_record_select on audit_record for select
  using (:condition_3);
create policy audit_record_update on audit_record for update
  using (:condition_2)
  with check (:condition_2);
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
  using (:condition_1);
create policy calendar_insert on calendar for insert
  with check (:condition_1);
create policy calendar_select on calendar for select
  using (:condition_1);
create policy calendar_update on calendar for update
  using (:condition_1)
  with check (:condition_1);
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
CREATE TRIGGER calendar_windows_are_stale AFTER INSERT OR DELETE OR UPDATE ON calendar_version FOR EACH ROW EXECUTE FUNCTION calendar_windows_are_stale();
alter table calendar_version enable row level security;
alter table calendar_version force row level security;
create policy calendar_version_delete on calendar_version for delete
  using (:condition_1);
create policy calendar_version_insert on calendar_version for insert
  with check (:condition_1);
create policy calendar_version_select on calendar_version for select
  using (:condition_1);
create policy calendar_version_update on calendar_version for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on calendar_version to regia_app;

create table calendar_window (
  client_id uuid not null,
  calendar_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone,
  seconds_before bigint not null,
  day_ends_at timestamp with time zone,
  constraint calendar_window_pkey PRIMARY KEY (client_id, calendar_id, starts_at)
);
CREATE UNIQUE INDEX calendar_window_last_key ON calendar_window (client_id, calendar_id) WHERE (ends_at IS NULL);
CREATE INDEX calendar_window_seconds_before_idx ON calendar_window (client_id, calendar_id, seconds_before, starts_at);
alter table calendar_window enable row level security;
alter table calendar_window force row level security;
create policy calendar_window_delete on calendar_window for delete
  using (:condition_1);
create policy calendar_window_insert on calendar_window for insert
  with check (:condition_1);
create policy calendar_window_select on calendar_window for select
  using (:condition_1);
create policy calendar_window_update on calendar_window for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on calendar_window to regia_app;

create table calibration (
  client_id uuid not null,
  source text not null,
  external_id text not null,
  service_id uuid not null,
  channel text not null,
  person_id uuid,
  form_code text not null,
  item_code text,
  score_hundredths integer,
  reference_hundredths integer,
  passed boolean,
  reference_passed boolean,
  occurred_at timestamp with time zone not null,
  day date not null,
  content_hash uuid not null,
  import_id uuid not null,
  ingested_at timestamp with time zone not null,
  constraint calibration_pkey PRIMARY KEY (client_id, source, external_id),
  constraint calibration_reference_hundredths_check CHECK (reference_hundredths >= 0 AND reference_hundredths <= 10000),
  constraint calibration_score_hundredths_check CHECK (score_hundredths >= 0 AND score_hundredths <= 10000)
);
CREATE INDEX calibration_day_idx ON calibration (client_id, service_id, day);
alter table calibration enable row level security;
alter table calibration force row level security;
create policy calibration_delete on calibration for delete
  using (:condition_1);
create policy calibration_insert on calibration for insert
  with check (:condition_1);
create policy calibration_select on calibration for select
  using (:condition_1);
create policy calibration_update on calibration for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on calibration to regia_app;

create table case_event (
  client_id uuid not null,
  source text not null,
  external_id text not null,
  service_id uuid not null,
  channel text not null,
  person_id uuid,
  case_external_id text not null,
  sequence bigint,
  occurred_at timestamp with time zone not null,
  kind text,
  state text,
  pause_reason text,
  opened_at timestamp with time zone,
  resolved_at timestamp with time zone,
  due_at timestamp with time zone,
  customer_ref text,
  reason text,
  priority text,
  escalations integer,
  contacts integer,
  agent_interactions integer,
  within_target boolean,
  resolvable_first_contact boolean,
  content_hash uuid not null,
  import_id uuid not null,
  ingested_at timestamp with time zone not null,
  constraint case_event_pkey PRIMARY KEY (client_id, source, external_id),
  constraint case_event_kind_check CHECK (kind = ANY (ARRAY['opened'::text, 'assigned'::text, 'acknowledged'::text, 'responded'::text, 'solution_offered'::text, 'information_requested'::text, 'customer_replied'::text, 'paused'::text, 'resumed'::text, 'escalated'::text, 'resolved'::text, 'reopened'::text, 'closed'::text, 'updated'::text])),
  constraint case_event_pause_reason_check CHECK (pause_reason = ANY (ARRAY['customer'::text, 'other'::text])),
  constraint case_event_state_check CHECK (state = ANY (ARRAY['new'::text, 'open'::text, 'waiting_customer'::text, 'waiting_other'::text, 'resolved'::text, 'closed'::text]))
);
CREATE INDEX case_event_case_idx ON case_event (client_id, source, case_external_id);
CREATE INDEX case_event_service_id_idx ON case_event (client_id, service_id);
alter table case_event enable row level security;
alter table case_event force row level security;
create policy case_event_delete on case_event for delete
  using (:condition_1);
create policy case_event_insert on case_event for insert
  with check (:condition_1);
create policy case_event_select on case_event for select
  using (:condition_1);
create policy case_event_update on case_event for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on case_event to regia_app;

create table case_moment (
  client_id uuid not null,
  source text not null,
  external_id text not null,
  ordinal integer not null,
  moment text not null,
  service_id uuid not null,
  channel text not null,
  person_id uuid,
  occurred_at timestamp with time zone not null,
  day date not null,
  opened_at timestamp with time zone not null,
  opened_day date not null,
  until_day date,
  since_day date,
  answered_day date,
  is_first boolean not null,
  is_last boolean not null,
  is_met boolean not null,
  calendar_seconds bigint,
  business_seconds bigint,
  calendar_worked_seconds bigint,
  business_worked_seconds bigint,
  calendar_whole_seconds bigint,
  business_whole_seconds bigint,
  customer_ref text,
  reason text,
  priority text,
  resolved_at timestamp with time zone,
  first_reopened_at timestamp with time zone,
  reopenings integer not null,
  due_at timestamp with time zone,
  escalations integer,
  contacts integer,
  agent_interactions integer,
  within_target boolean,
  resolvable_first_contact boolean,
  import_id uuid not null,
  constraint case_moment_pkey PRIMARY KEY (client_id, source, external_id, ordinal),
  constraint case_moment_moment_check CHECK (moment = ANY (ARRAY['opened'::text, 'reopened'::text, 'responded'::text, 'solution'::text, 'turnaround'::text, 'resolved'::text, 'closed'::text, 'unanswered_ended'::text, 'due'::text, 'due_business_day'::text, 'due_24h'::text]))
);
CREATE INDEX case_moment_day_idx ON case_moment (client_id, service_id, day);
CREATE INDEX case_moment_opened_day_idx ON case_moment (client_id, service_id, opened_day) WHERE (moment = ANY (ARRAY['opened'::text, 'reopened'::text]));
alter table case_moment enable row level security;
alter table case_moment force row level security;
create policy case_moment_delete on case_moment for delete
  using (:condition_1);
create policy case_moment_insert on case_moment for insert
  with check (:condition_1);
create policy case_moment_select on case_moment for select
  using (:condition_1);
create policy case_moment_update on case_moment for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on case_moment to regia_app;

create table case_record (
  client_id uuid not null,
  source text not null,
  external_id text not null,
  service_id uuid not null,
  channel text not null,
  person_id uuid,
  customer_ref text,
  reason text,
  priority text,
  opened_at timestamp with time zone not null,
  first_response_at timestamp with time zone,
  first_solution_at timestamp with time zone,
  resolved_at timestamp with time zone,
  closed_at timestamp with time zone,
  due_at timestamp with time zone,
  earlier_resolved_at timestamp with time zone[] not null,
  reopened_at timestamp with time zone[] not null,
  customer_pauses tstzmultirange not null,
  other_pauses tstzmultirange not null,
  assignments jsonb not null,
  escalations integer,
  contacts integer,
  agent_interactions integer,
  within_target boolean,
  resolvable_first_contact boolean,
  content_hash uuid not null,
  import_id uuid not null,
  ingested_at timestamp with time zone not null,
  constraint case_record_pkey PRIMARY KEY (client_id, source, external_id),
  constraint case_record_agent_interactions_check CHECK (agent_interactions >= 0),
  constraint case_record_contacts_check CHECK (contacts >= 0),
  constraint case_record_escalations_check CHECK (escalations >= 0),
  constraint case_record_reopenings_check CHECK (cardinality(earlier_resolved_at) = cardinality(reopened_at))
);
CREATE INDEX case_record_customer_idx ON case_record (client_id, customer_ref, opened_at, source, external_id) WHERE (customer_ref IS NOT NULL);
CREATE INDEX case_record_service_id_idx ON case_record (client_id, service_id);
alter table case_record enable row level security;
alter table case_record force row level security;
create policy case_record_delete on case_record for delete
  using (:condition_1);
create policy case_record_insert on case_record for insert
  with check (:condition_1);
create policy case_record_select on case_record for select
  using (:condition_1);
create policy case_record_update on case_record for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on case_record to regia_app;

create table charge (
  client_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  period_kind text not null,
  period_from date not null,
  period_until date not null,
  amount numeric not null,
  reference text,
  note text,
  recorded_by text not null,
  recorded_by_name text not null,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  constraint charge_pkey PRIMARY KEY (client_id, id),
  constraint charge_amount_check CHECK (amount >= 0::numeric AND amount = trunc(amount)),
  constraint charge_period_kind_check CHECK (period_kind = ANY (ARRAY['day'::text, 'week'::text, 'month'::text, 'quarter'::text, 'year'::text])),
  constraint charge_superseded_at_check CHECK (superseded_at >= recorded_at),
  constraint charge_contract_id_fkey FOREIGN KEY (client_id, contract_id) REFERENCES contract(client_id, id)
);
CREATE INDEX charge_contract_id_idx ON charge (client_id, contract_id, id DESC);
CREATE UNIQUE INDEX charge_in_force_key ON charge (client_id, contract_id, period_kind, period_from) WHERE (superseded_at IS NULL);
alter table charge enable row level security;
alter table charge force row level security;
create policy charge_delete on charge for delete
  using (:condition_1);
create policy charge_insert on charge for insert
  with check (:condition_1);
create policy charge_select on charge for select
  using (:condition_1);
create policy charge_update on charge for update
  using (:condition_1)
  with check (:condition_1);
grant insert, select on charge to regia_app;

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
  using (:condition_1);
create policy client_insert on client for insert
  with check (:condition_1);
create policy client_select on client for select
  using (:condition_1);
create policy client_update on client for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on client to regia_app;

create table complaint (
  client_id uuid not null,
  source text not null,
  external_id text not null,
  service_id uuid not null,
  channel text not null,
  person_id uuid,
  customer_ref text,
  reason text,
  severity text,
  justified boolean,
  contact_external_id text,
  occurred_at timestamp with time zone not null,
  resolved_at timestamp with time zone,
  day date not null,
  content_hash uuid not null,
  import_id uuid not null,
  ingested_at timestamp with time zone not null,
  constraint complaint_pkey PRIMARY KEY (client_id, source, external_id)
);
CREATE INDEX complaint_day_idx ON complaint (client_id, service_id, day);
alter table complaint enable row level security;
alter table complaint force row level security;
create policy complaint_delete on complaint for delete
  using (:condition_1);
create policy complaint_insert on complaint for insert
  with check (:condition_1);
create policy complaint_select on complaint for select
  using (:condition_1);
create policy complaint_update on complaint for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on complaint to regia_app;

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
  ring_seconds integer,
  whisper_seconds integer,
  constraint contact_pkey PRIMARY KEY (client_id, source, external_id),
  constraint contact_hold_seconds_check CHECK (hold_seconds >= 0),
  constraint contact_outcome_check CHECK (outcome = ANY (ARRAY['answered'::text, 'abandoned'::text, 'flow_out'::text, 'callback'::text, 'breakout'::text])),
  constraint contact_ring_seconds_check CHECK (ring_seconds >= 0),
  constraint contact_talk_seconds_check CHECK (talk_seconds >= 0),
  constraint contact_wait_seconds_check CHECK (wait_seconds >= 0),
  constraint contact_whisper_seconds_check CHECK (whisper_seconds >= 0),
  constraint contact_wrap_seconds_check CHECK (wrap_seconds >= 0)
);
CREATE INDEX contact_answered_later_idx ON contact (client_id, service_id, answered_day) WHERE (answered_day <> offered_day);
CREATE INDEX contact_customer_idx ON contact (client_id, customer_ref, offered_at) WHERE (customer_ref IS NOT NULL);
CREATE INDEX contact_ended_later_idx ON contact (client_id, service_id, ended_day) WHERE (ended_day <> offered_day);
CREATE INDEX contact_offered_day_idx ON contact (client_id, service_id, offered_day);
alter table contact enable row level security;
alter table contact force row level security;
create policy contact_delete on contact for delete
  using (:condition_1);
create policy contact_insert on contact for insert
  with check (:condition_1);
create policy contact_select on contact for select
  using (:condition_1);
create policy contact_update on contact for update
  using (:condition_1)
  with check (:condition_1);
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
  restatement_needs_consent boolean not null default false,
  exclusions_approved_by text not null default 'both'::text,
  constraint contract_pkey PRIMARY KEY (client_id, id),
  constraint contract_code_key UNIQUE (client_id, code),
  constraint contract_currency_check CHECK (currency ~ '^[A-Z]{3}$'::text),
  constraint contract_exclusions_approved_by_check CHECK (exclusions_approved_by = ANY (ARRAY['ours'::text, 'client'::text, 'both'::text])),
  constraint contract_grace_days_check CHECK (grace_days >= 0),
  constraint contract_term_check CHECK (ends_on IS NULL OR ends_on > starts_on),
  constraint contract_calendar_id_fkey FOREIGN KEY (client_id, calendar_id) REFERENCES calendar(client_id, id),
  constraint contract_client_id_fkey FOREIGN KEY (client_id) REFERENCES client(client_id)
);
CREATE INDEX contract_calendar_id_idx ON contract (client_id, calendar_id);
alter table contract enable row level security;
alter table contract force row level security;
create policy contract_delete on contract for delete
  using (:condition_1);
create policy contract_insert on contract for insert
  with check (:condition_1);
create policy contract_select on contract for select
  using (:condition_1);
create policy contract_update on contract for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on contract to regia_app;

create table contract_amendment (
  client_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  code text not null,
  constraint contract_amendment_pkey PRIMARY KEY (client_id, id),
  constraint contract_amendment_code_key UNIQUE (client_id, contract_id, code),
  constraint contract_amendment_contract_id_fkey FOREIGN KEY (client_id, contract_id) REFERENCES contract(client_id, id)
);
alter table contract_amendment enable row level security;
alter table contract_amendment force row level security;
create policy contract_amendment_delete on contract_amendment for delete
  using (:condition_1);
create policy contract_amendment_insert on contract_amendment for insert
  with check (:condition_1);
create policy contract_amendment_select on contract_amendment for select
  using (:condition_1);
create policy contract_amendment_update on contract_amendment for update
  using (:condition_1)
  with check (:condition_1);
grant insert, select on contract_amendment to regia_app;

create table contract_amendment_version (
  client_id uuid not null,
  amendment_id uuid not null,
  version integer not null,
  title text not null,
  document text not null,
  signed_on date not null,
  effective_from date not null,
  rule text not null,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  constraint contract_amendment_version_pkey PRIMARY KEY (client_id, amendment_id, version),
  constraint contract_amendment_version_rule_check CHECK (rule = ANY (ARRAY['by_volume'::text, 'by_time'::text, 'start_version'::text, 'end_version'::text])),
  constraint contract_amendment_version_superseded_at_check CHECK (superseded_at >= recorded_at),
  constraint contract_amendment_version_amendment_id_fkey FOREIGN KEY (client_id, amendment_id) REFERENCES contract_amendment(client_id, id)
);
CREATE UNIQUE INDEX contract_amendment_version_believed_key ON contract_amendment_version (client_id, amendment_id) WHERE (superseded_at IS NULL);
alter table contract_amendment_version enable row level security;
alter table contract_amendment_version force row level security;
create policy contract_amendment_version_delete on contract_amendment_version for delete
  using (:condition_1);
create policy contract_amendment_version_insert on contract_amendment_version for insert
  with check (:condition_1);
create policy contract_amendment_version_select on contract_amendment_version for select
  using (:condition_1);
create policy contract_amendment_version_update on contract_amendment_version for update
  using (:condition_1)
  with check (:condition_1);
grant insert, select on contract_amendment_version to regia_app;

create table cost (
  client_id uuid not null,
  source text not null,
  external_id text not null,
  service_id uuid not null,
  channel text not null,
  person_id uuid,
  category text,
  unit_kind text not null,
  amount_minor bigint not null,
  amount_given numeric not null,
  currency text not null,
  exchange_rate numeric,
  rate_date date,
  occurred_at timestamp with time zone not null,
  day date not null,
  content_hash uuid not null,
  import_id uuid not null,
  ingested_at timestamp with time zone not null,
  constraint cost_pkey PRIMARY KEY (client_id, source, external_id),
  constraint cost_unit_kind_check CHECK (unit_kind = ANY (ARRAY['contact'::text, 'case'::text, 'hour'::text, 'all'::text]))
);
CREATE INDEX cost_day_idx ON cost (client_id, service_id, day);
alter table cost enable row level security;
alter table cost force row level security;
create policy cost_delete on cost for delete
  using (:condition_1);
create policy cost_insert on cost for insert
  with check (:condition_1);
create policy cost_select on cost for select
  using (:condition_1);
create policy cost_update on cost for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on cost to regia_app;

create table daily_histogram (
  client_id uuid not null,
  stream text not null,
  service_id uuid not null,
  day date not null,
  histogram_id uuid not null,
  channel text not null,
  person_id uuid not null,
  buckets smallint[] not null,
  counts integer[],
  constraint daily_histogram_pkey PRIMARY KEY (client_id, stream, service_id, day, histogram_id, channel, person_id)
);
alter table daily_histogram enable row level security;
alter table daily_histogram force row level security;
create policy daily_histogram_delete on daily_histogram for delete
  using (:condition_1);
create policy daily_histogram_insert on daily_histogram for insert
  with check (:condition_1);
create policy daily_histogram_select on daily_histogram for select
  using (:condition_1);
create policy daily_histogram_update on daily_histogram for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on daily_histogram to regia_app;

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
  using (:condition_1);
create policy daily_measures_insert on daily_measures for insert
  with check (:condition_1);
create policy daily_measures_select on daily_measures for select
  using (:condition_1);
create policy daily_measures_update on daily_measures for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on daily_measures to regia_app;

create table dispute (
  client_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  about text not null,
  subject_kind text not null,
  subject_id uuid not null,
  service_id uuid,
  team_id uuid,
  person_id uuid,
  kpi_code text,
  dialect text,
  parameters jsonb,
  period_kind text,
  period_from date,
  period_until date,
  source text,
  external_id text,
  evaluator_id uuid,
  state text not null,
  reason text not null,
  original jsonb not null,
  outcome text,
  decided jsonb,
  opened_by text not null,
  opened_by_name text not null,
  opened_by_person_id uuid,
  opened_at timestamp with time zone not null,
  decided_by_name text,
  decided_at timestamp with time zone,
  decision_reason text,
  constraint dispute_pkey PRIMARY KEY (client_id, id),
  constraint dispute_about_check CHECK (about = ANY (ARRAY['item'::text, 'evaluation'::text])),
  constraint dispute_about_columns_check CHECK (
CASE about
    WHEN 'item'::text THEN kpi_code IS NOT NULL AND dialect IS NOT NULL AND parameters IS NOT NULL AND period_kind IS NOT NULL AND period_from IS NOT NULL AND period_until IS NOT NULL
    ELSE source IS NOT NULL AND external_id IS NOT NULL
END),
  constraint dispute_decision_check CHECK ((outcome IS NULL) = (decided_at IS NULL) AND (outcome IS NULL) = (decision_reason IS NULL) AND (outcome IS NOT NULL) = (state = ANY (ARRAY['decided'::text, 'closed'::text])) AND (decided IS NULL OR outcome <> 'rejected'::text)),
  constraint dispute_outcome_check CHECK (outcome = ANY (ARRAY['upheld'::text, 'partly'::text, 'rejected'::text])),
  constraint dispute_period_kind_check CHECK (period_kind = ANY (ARRAY['day'::text, 'week'::text, 'month'::text, 'quarter'::text, 'year'::text])),
  constraint dispute_state_check CHECK (state = ANY (ARRAY['open'::text, 'evidence'::text, 'review'::text, 'decided'::text, 'closed'::text, 'withdrawn'::text])),
  constraint dispute_subject_kind_check CHECK (subject_kind = ANY (ARRAY['contract'::text, 'service'::text, 'team'::text, 'person'::text, 'position'::text])),
  constraint dispute_contract_id_fkey FOREIGN KEY (client_id, contract_id) REFERENCES contract(client_id, id)
);
CREATE INDEX dispute_contract_id_idx ON dispute (client_id, contract_id, id DESC);
CREATE INDEX dispute_evaluation_idx ON dispute (client_id, source, external_id) WHERE (about = 'evaluation'::text);
CREATE INDEX dispute_item_idx ON dispute (client_id, subject_kind, subject_id, period_kind, period_from) WHERE (about = 'item'::text);
CREATE UNIQUE INDEX dispute_undecided_evaluation_key ON dispute (client_id, source, external_id) WHERE ((about = 'evaluation'::text) AND (state = ANY (ARRAY['open'::text, 'evidence'::text, 'review'::text])));
CREATE UNIQUE INDEX dispute_undecided_item_key ON dispute (client_id, subject_kind, subject_id, period_kind, period_from, kpi_code, dialect, parameters) WHERE ((about = 'item'::text) AND (state = ANY (ARRAY['open'::text, 'evidence'::text, 'review'::text])));
alter table dispute enable row level security;
alter table dispute force row level security;
create policy dispute_delete on dispute for delete
  using (:condition_1);
create policy dispute_insert on dispute for insert
  with check (:condition_1);
create policy dispute_select on dispute for select
  using (:condition_1);
create policy dispute_update on dispute for update
  using (:condition_1)
  with check (:condition_1);
grant insert, select on dispute to regia_app;

create table dispute_event (
  client_id uuid not null,
  dispute_id uuid not null,
  ordinal integer not null,
  at timestamp with time zone not null,
  actor text not null,
  actor_name text not null,
  step text not null,
  state text not null,
  note text,
  evidence text,
  constraint dispute_event_pkey PRIMARY KEY (client_id, dispute_id, ordinal),
  constraint dispute_event_step_check CHECK (step = ANY (ARRAY['opened'::text, 'evidence_added'::text, 'review_begun'::text, 'decided'::text, 'closed'::text, 'withdrawn'::text])),
  constraint dispute_event_dispute_id_fkey FOREIGN KEY (client_id, dispute_id) REFERENCES dispute(client_id, id)
);
alter table dispute_event enable row level security;
alter table dispute_event force row level security;
create policy dispute_event_delete on dispute_event for delete
  using (:condition_1);
create policy dispute_event_insert on dispute_event for insert
  with check (:condition_1);
create policy dispute_event_select on dispute_event for select
  using (:condition_1);
create policy dispute_event_update on dispute_event for update
  using (:condition_1)
  with check (:condition_1);
grant insert, select on dispute_event to regia_app;

create table drift (
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
  result_id uuid,
  result_version integer,
  difference jsonb not null,
  believed_at timestamp with time zone not null,
  since timestamp with time zone not null,
  noticed_at timestamp with time zone not null,
  constraint drift_pkey PRIMARY KEY (client_id, id),
  constraint drift_subject_key UNIQUE (client_id, subject_kind, subject_id, period_kind, period_from),
  constraint drift_period_kind_check CHECK (period_kind = ANY (ARRAY['day'::text, 'week'::text, 'month'::text, 'quarter'::text, 'year'::text])),
  constraint drift_subject_kind_check CHECK (subject_kind = ANY (ARRAY['contract'::text, 'service'::text, 'team'::text, 'person'::text, 'position'::text, 'objective'::text])),
  constraint drift_contract_id_fkey FOREIGN KEY (client_id, contract_id) REFERENCES contract(client_id, id)
);
CREATE INDEX drift_contract_id_idx ON drift (client_id, contract_id, noticed_at DESC, id);
alter table drift enable row level security;
alter table drift force row level security;
create policy drift_delete on drift for delete
  using (:condition_1);
create policy drift_insert on drift for insert
  with check (:condition_1);
create policy drift_select on drift for select
  using (:condition_1);
create policy drift_update on drift for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on drift to regia_app;

create table employee_survey (
  client_id uuid not null,
  source text not null,
  external_id text not null,
  service_id uuid not null,
  channel text not null,
  person_id uuid,
  team text,
  anonymous boolean not null,
  rating integer,
  rating_scale integer not null default 5,
  recommend integer,
  occurred_at timestamp with time zone not null,
  day date not null,
  content_hash uuid not null,
  import_id uuid not null,
  ingested_at timestamp with time zone not null,
  constraint employee_survey_pkey PRIMARY KEY (client_id, source, external_id),
  constraint employee_survey_anonymous_check CHECK (NOT anonymous OR person_id IS NULL),
  constraint employee_survey_rating_check CHECK (rating IS NULL OR rating >= 1 AND rating <= rating_scale),
  constraint employee_survey_rating_scale_check CHECK (rating_scale >= 2 AND rating_scale <= 100),
  constraint employee_survey_recommend_check CHECK (recommend >= 0 AND recommend <= 10)
);
CREATE INDEX employee_survey_day_idx ON employee_survey (client_id, service_id, day);
alter table employee_survey enable row level security;
alter table employee_survey force row level security;
create policy employee_survey_delete on employee_survey for delete
  using (:condition_1);
create policy employee_survey_insert on employee_survey for insert
  with check (:condition_1);
create policy employee_survey_select on employee_survey for select
  using (:condition_1);
create policy employee_survey_update on employee_survey for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on employee_survey to regia_app;

create table evaluation (
  client_id uuid not null,
  source text not null,
  external_id text not null,
  service_id uuid not null,
  channel text not null,
  person_id uuid,
  evaluator_id uuid,
  form_code text not null,
  form_version text,
  contact_external_id text,
  occurred_at timestamp with time zone not null,
  earned_millionths bigint,
  applicable_millionths bigint,
  auto_failed boolean not null,
  product_errors integer not null,
  process_errors integer not null,
  other_errors integer not null,
  traced_errors integer not null,
  training_errors integer not null,
  items jsonb,
  errors jsonb,
  day date not null,
  content_hash uuid not null,
  import_id uuid not null,
  ingested_at timestamp with time zone not null,
  constraint evaluation_pkey PRIMARY KEY (client_id, source, external_id),
  constraint evaluation_errors_check CHECK (training_errors <= traced_errors AND traced_errors <= (product_errors + process_errors)),
  constraint evaluation_other_errors_check CHECK (other_errors >= 0),
  constraint evaluation_points_check CHECK (earned_millionths >= 0 AND earned_millionths <= applicable_millionths),
  constraint evaluation_process_errors_check CHECK (process_errors >= 0),
  constraint evaluation_product_errors_check CHECK (product_errors >= 0),
  constraint evaluation_traced_errors_check CHECK (traced_errors >= 0),
  constraint evaluation_training_errors_check CHECK (training_errors >= 0)
);
CREATE INDEX evaluation_day_idx ON evaluation (client_id, service_id, day);
alter table evaluation enable row level security;
alter table evaluation force row level security;
create policy evaluation_delete on evaluation for delete
  using (:condition_1);
create policy evaluation_insert on evaluation for insert
  with check (:condition_1);
create policy evaluation_select on evaluation for select
  using (:condition_1);
create policy evaluation_update on evaluation for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on evaluation to regia_app;

create table evaluation_decision (
  client_id uuid not null,
  source text not null,
  external_id text not null,
  earned_millionths bigint not null,
  applicable_millionths bigint not null,
  auto_failed boolean not null,
  dispute_id uuid not null,
  decided_at timestamp with time zone not null,
  constraint evaluation_decision_pkey PRIMARY KEY (client_id, source, external_id),
  constraint evaluation_decision_points_check CHECK (earned_millionths >= 0 AND earned_millionths <= applicable_millionths AND applicable_millionths > 0)
);
CREATE INDEX evaluation_decision_external_id_idx ON evaluation_decision USING hash (external_id);
alter table evaluation_decision enable row level security;
alter table evaluation_decision force row level security;
create policy evaluation_decision_delete on evaluation_decision for delete
  using (:condition_1);
create policy evaluation_decision_insert on evaluation_decision for insert
  with check (:condition_1);
create policy evaluation_decision_select on evaluation_decision for select
  using (:condition_1);
create policy evaluation_decision_update on evaluation_decision for update
  using (:condition_1)
  with check (:condition_1);
grant insert, select, update on evaluation_decision to regia_app;

create table exclusion (
  client_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  code text not null,
  kind text not null,
  reason text not null,
  evidence text[] not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  service_ids uuid[] not null,
  channels text[] not null,
  objective_ids uuid[] not null,
  approval_by text not null,
  state text not null,
  requested_by text not null,
  requested_by_name text not null,
  requested_side text not null,
  requested_at timestamp with time zone not null,
  approved_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint exclusion_pkey PRIMARY KEY (client_id, id),
  constraint exclusion_code_key UNIQUE (client_id, contract_id, code),
  constraint exclusion_approval_by_check CHECK (approval_by = ANY (ARRAY['ours'::text, 'client'::text, 'both'::text])),
  constraint exclusion_interval_check CHECK (from_at < until_at),
  constraint exclusion_kind_check CHECK (kind = ANY (ARRAY['force_majeure'::text, 'client_caused'::text, 'planned_outage'::text, 'volume_over_forecast'::text, 'other'::text])),
  constraint exclusion_requested_side_check CHECK (requested_side = ANY (ARRAY['ours'::text, 'client'::text])),
  constraint exclusion_state_check CHECK (state = ANY (ARRAY['requested'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text, 'revoked'::text])),
  constraint exclusion_state_columns_check CHECK ((approved_at IS NOT NULL) = (state = ANY (ARRAY['approved'::text, 'revoked'::text])) AND (revoked_at IS NOT NULL) = (state = 'revoked'::text) AND revoked_at >= approved_at),
  constraint exclusion_contract_id_fkey FOREIGN KEY (client_id, contract_id) REFERENCES contract(client_id, id)
);
CREATE INDEX exclusion_counting_idx ON exclusion (client_id, contract_id, until_at) WHERE (approved_at IS NOT NULL);
CREATE INDEX exclusion_listed_idx ON exclusion (client_id, contract_id, id DESC);
alter table exclusion enable row level security;
alter table exclusion force row level security;
create policy exclusion_delete on exclusion for delete
  using (:condition_1);
create policy exclusion_insert on exclusion for insert
  with check (:condition_1);
create policy exclusion_select on exclusion for select
  using (:condition_1);
create policy exclusion_update on exclusion for update
  using (:condition_1)
  with check (:condition_1);
grant insert, select on exclusion to regia_app;

create table exclusion_event (
  client_id uuid not null,
  exclusion_id uuid not null,
  ordinal integer not null,
  at timestamp with time zone not null,
  actor text not null,
  actor_name text not null,
  side text not null,
  step text not null,
  state text not null,
  note text,
  constraint exclusion_event_pkey PRIMARY KEY (client_id, exclusion_id, ordinal),
  constraint exclusion_event_side_check CHECK (side = ANY (ARRAY['ours'::text, 'client'::text])),
  constraint exclusion_event_step_check CHECK (step = ANY (ARRAY['requested'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text, 'revoked'::text])),
  constraint exclusion_event_exclusion_id_fkey FOREIGN KEY (client_id, exclusion_id) REFERENCES exclusion(client_id, id)
);
alter table exclusion_event enable row level security;
alter table exclusion_event force row level security;
create policy exclusion_event_delete on exclusion_event for delete
  using (:condition_1);
create policy exclusion_event_insert on exclusion_event for insert
  with check (:condition_1);
create policy exclusion_event_select on exclusion_event for select
  using (:condition_1);
create policy exclusion_event_update on exclusion_event for update
  using (:condition_1)
  with check (:condition_1);
grant insert, select on exclusion_event to regia_app;

create table feed (
  client_id uuid not null,
  id uuid not null,
  stream text not null,
  source text not null,
  service_ids uuid[] not null default '{}'::uuid[],
  last_import_at timestamp with time zone,
  last_change_at timestamp with time zone,
  observed_through timestamp with time zone,
  complete_through timestamp with time zone,
  late_since timestamp with time zone,
  constraint feed_pkey PRIMARY KEY (client_id, id),
  constraint feed_source_key UNIQUE (client_id, stream, source),
  constraint feed_client_id_fkey FOREIGN KEY (client_id) REFERENCES client(client_id)
);
CREATE INDEX feed_late_since_idx ON feed (client_id) WHERE (late_since IS NOT NULL);
alter table feed enable row level security;
alter table feed force row level security;
create policy feed_delete on feed for delete
  using (:condition_1);
create policy feed_insert on feed for insert
  with check (:condition_1);
create policy feed_select on feed for select
  using (:condition_1);
create policy feed_update on feed for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on feed to regia_app;

create table feed_declaration (
  client_id uuid not null,
  id uuid not null,
  feed_id uuid not null,
  complete_through timestamp with time zone not null,
  declared_at timestamp with time zone not null,
  declared_by text not null,
  reason text,
  constraint feed_declaration_pkey PRIMARY KEY (client_id, id),
  constraint feed_declaration_feed_id_fkey FOREIGN KEY (client_id, feed_id) REFERENCES feed(client_id, id)
);
CREATE INDEX feed_declaration_feed_id_idx ON feed_declaration (client_id, feed_id, id);
alter table feed_declaration enable row level security;
alter table feed_declaration force row level security;
create policy feed_declaration_delete on feed_declaration for delete
  using (:condition_1);
create policy feed_declaration_insert on feed_declaration for insert
  with check (:condition_1);
create policy feed_declaration_select on feed_declaration for select
  using (:condition_1);
create policy feed_declaration_update on feed_declaration for update
  using (:condition_1)
  with check (:condition_1);
grant insert, select on feed_declaration to regia_app;

create table feed_expectation (
  client_id uuid not null,
  feed_id uuid not null,
  every text not null,
  due_by text,
  time_zone text not null,
  grace text not null,
  declares boolean not null,
  version integer not null,
  valid_from date not null,
  valid_until date,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  constraint feed_expectation_pkey PRIMARY KEY (client_id, feed_id, version),
  constraint feed_expectation_check CHECK (valid_until IS NULL OR valid_until > valid_from),
  constraint feed_expectation_check1 CHECK (superseded_at IS NULL OR superseded_at >= recorded_at),
  constraint feed_expectation_feed_id_fkey FOREIGN KEY (client_id, feed_id) REFERENCES feed(client_id, id)
);
alter table feed_expectation enable row level security;
alter table feed_expectation force row level security;
create policy feed_expectation_delete on feed_expectation for delete
  using (:condition_1);
create policy feed_expectation_insert on feed_expectation for insert
  with check (:condition_1);
create policy feed_expectation_select on feed_expectation for select
  using (:condition_1);
create policy feed_expectation_update on feed_expectation for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on feed_expectation to regia_app;

create table forecast (
  client_id uuid not null,
  source text not null,
  external_id text not null,
  service_id uuid not null,
  channel text not null,
  person_id uuid,
  interval_start timestamp with time zone not null,
  interval_end timestamp with time zone not null,
  publication text not null,
  published_at timestamp with time zone not null,
  is_locked boolean not null,
  volume_hundredths bigint,
  aht_hundredths bigint,
  required_hundredths bigint,
  handle_seconds bigint,
  day date not null,
  end_day date not null,
  content_hash uuid not null,
  import_id uuid not null,
  ingested_at timestamp with time zone not null,
  constraint forecast_pkey PRIMARY KEY (client_id, source, external_id),
  constraint forecast_aht_hundredths_check CHECK (aht_hundredths >= 0),
  constraint forecast_handle_seconds_check CHECK (handle_seconds >= 0),
  constraint forecast_order_check CHECK (interval_end > interval_start),
  constraint forecast_required_hundredths_check CHECK (required_hundredths >= 0),
  constraint forecast_volume_hundredths_check CHECK (volume_hundredths >= 0)
);
CREATE INDEX forecast_day_idx ON forecast (client_id, service_id, day);
CREATE INDEX forecast_end_day_idx ON forecast (client_id, service_id, end_day) WHERE (end_day <> day);
alter table forecast enable row level security;
alter table forecast force row level security;
create policy forecast_delete on forecast for delete
  using (:condition_1);
create policy forecast_insert on forecast for insert
  with check (:condition_1);
create policy forecast_select on forecast for select
  using (:condition_1);
create policy forecast_update on forecast for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on forecast to regia_app;

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
  using (:condition_1);
create policy forum_insert on forum for insert
  with check (:condition_1);
create policy forum_select on forum for select
  using (:condition_1);
create policy forum_update on forum for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on forum to regia_app;

create table headcount (
  client_id uuid not null,
  source text not null,
  external_id text not null,
  service_id uuid not null,
  channel text not null,
  person_id uuid,
  day date not null,
  population text not null,
  group_name text not null,
  headcount_hundredths bigint not null,
  required_hundredths bigint,
  joiners integer,
  leavers integer,
  voluntary_leavers integer,
  involuntary_leavers integer,
  occurred_at timestamp with time zone not null,
  content_hash uuid not null,
  import_id uuid not null,
  ingested_at timestamp with time zone not null,
  constraint headcount_pkey PRIMARY KEY (client_id, source, external_id),
  constraint headcount_headcount_hundredths_check CHECK (headcount_hundredths >= 0),
  constraint headcount_involuntary_leavers_check CHECK (involuntary_leavers >= 0),
  constraint headcount_joiners_check CHECK (joiners >= 0),
  constraint headcount_leavers_check CHECK (leavers >= 0),
  constraint headcount_population_check CHECK (population = ANY (ARRAY['staff'::text, 'customers'::text])),
  constraint headcount_required_hundredths_check CHECK (required_hundredths >= 0),
  constraint headcount_voluntary_leavers_check CHECK (voluntary_leavers >= 0)
);
CREATE INDEX headcount_day_idx ON headcount (client_id, service_id, day);
CREATE INDEX headcount_group_idx ON headcount (client_id, service_id, population, group_name, day, source, external_id);
alter table headcount enable row level security;
alter table headcount force row level security;
create policy headcount_delete on headcount for delete
  using (:condition_1);
create policy headcount_insert on headcount for insert
  with check (:condition_1);
create policy headcount_select on headcount for select
  using (:condition_1);
create policy headcount_update on headcount for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on headcount to regia_app;

create table histogram_in_use (
  client_id uuid not null,
  id uuid not null,
  stream text not null,
  definition text not null,
  constraint histogram_in_use_pkey PRIMARY KEY (client_id, id),
  constraint histogram_in_use_client_id_fkey FOREIGN KEY (client_id) REFERENCES client(client_id)
);
alter table histogram_in_use enable row level security;
alter table histogram_in_use force row level security;
create policy histogram_in_use_delete on histogram_in_use for delete
  using (:condition_1);
create policy histogram_in_use_insert on histogram_in_use for insert
  with check (:condition_1);
create policy histogram_in_use_select on histogram_in_use for select
  using (:condition_1);
create policy histogram_in_use_update on histogram_in_use for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on histogram_in_use to regia_app;

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
  using (:condition_1);
create policy import_insert on import for insert
  with check (:condition_1);
create policy import_select on import for select
  using (:condition_1);
create policy import_update on import for update
  using (:condition_1)
  with check (:condition_1);
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
  using (:condition_1);
create policy import_profile_insert on import_profile for insert
  with check (:condition_1);
create policy import_profile_select on import_profile for select
  using (:condition_1);
create policy import_profile_update on import_profile for update
  using (:condition_1)
  with check (:condition_1);
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
  using (:condition_1);
create policy import_reject_insert on import_reject for insert
  with check (:condition_1);
create policy import_reject_select on import_reject for select
  using (:condition_1);
create policy import_reject_update on import_reject for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on import_reject to regia_app;

create table incident (
  client_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  code text not null,
  title text not null,
  period_kind text not null,
  period_from date not null,
  period_until date not null,
  objective_ids uuid[] not null,
  evidence text,
  recorded_by text not null,
  recorded_by_name text not null,
  recorded_at timestamp with time zone not null,
  chosen_objective_id uuid,
  chosen_by_name text,
  chosen_at timestamp with time zone,
  constraint incident_pkey PRIMARY KEY (client_id, id),
  constraint incident_code_key UNIQUE (client_id, contract_id, code),
  constraint incident_chosen_check CHECK ((chosen_objective_id IS NULL) = (chosen_at IS NULL) AND (chosen_objective_id IS NULL OR (chosen_objective_id = ANY (objective_ids)))),
  constraint incident_objectives_check CHECK (cardinality(objective_ids) >= 2),
  constraint incident_period_kind_check CHECK (period_kind = ANY (ARRAY['day'::text, 'week'::text, 'month'::text, 'quarter'::text, 'year'::text])),
  constraint incident_contract_id_fkey FOREIGN KEY (client_id, contract_id) REFERENCES contract(client_id, id)
);
CREATE INDEX incident_contract_id_idx ON incident (client_id, contract_id, period_from);
alter table incident enable row level security;
alter table incident force row level security;
create policy incident_delete on incident for delete
  using (:condition_1);
create policy incident_insert on incident for insert
  with check (:condition_1);
create policy incident_select on incident for select
  using (:condition_1);
create policy incident_update on incident for update
  using (:condition_1)
  with check (:condition_1);
grant insert, select on incident to regia_app;

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
  using (:condition_2);
create policy job_run_insert on job_run for insert
  with check (:condition_2);
create policy job_run_select on job_run for select
  using (:condition_3);
create policy job_run_update on job_run for update
  using (:condition_2)
  with check (:condition_2);
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
  scheme jsonb not null default '{"kind": "attainment"}'::jsonb,
  on_missing text not null default 'renormalise'::text,
  gate jsonb,
  baseline jsonb,
  version integer not null,
  valid_from date not null,
  valid_until date,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  constraint kpi_assignment_pkey PRIMARY KEY (client_id, id, version),
  constraint kpi_assignment_check CHECK (valid_until IS NULL OR valid_until > valid_from),
  constraint kpi_assignment_check1 CHECK (superseded_at IS NULL OR superseded_at >= recorded_at),
  constraint kpi_assignment_min_sample_check CHECK (min_sample >= 0),
  constraint kpi_assignment_on_missing_check CHECK (on_missing = ANY (ARRAY['renormalise'::text, 'zero'::text, 'fail'::text, 'carry'::text])),
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
  using (:condition_2);
create policy kpi_assignment_insert on kpi_assignment for insert
  with check (:condition_2);
create policy kpi_assignment_select on kpi_assignment for select
  using (:condition_3);
create policy kpi_assignment_update on kpi_assignment for update
  using (:condition_2)
  with check (:condition_2);
grant delete, insert, select, update on kpi_assignment to regia_app;

create table kpi_set (
  client_id uuid not null,
  id uuid not null,
  role_code text not null,
  contract_id uuid,
  service_id uuid,
  weights text not null,
  levels jsonb not null,
  anonymous_under integer not null,
  version integer not null,
  valid_from date not null,
  valid_until date,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  constraint kpi_set_pkey PRIMARY KEY (client_id, id, version),
  constraint kpi_set_anonymous_under_check CHECK (anonymous_under >= 0),
  constraint kpi_set_check CHECK (valid_until IS NULL OR valid_until > valid_from),
  constraint kpi_set_check1 CHECK (superseded_at IS NULL OR superseded_at >= recorded_at),
  constraint kpi_set_weights_check CHECK (weights = ANY (ARRAY['whole'::text, 'rescaled'::text])),
  constraint kpi_set_contract_id_fkey FOREIGN KEY (client_id, contract_id) REFERENCES contract(client_id, id),
  constraint kpi_set_role_code_fkey FOREIGN KEY (role_code) REFERENCES role(code),
  constraint kpi_set_service_id_fkey FOREIGN KEY (client_id, service_id) REFERENCES service(client_id, id)
);
CREATE INDEX kpi_set_contract_id_idx ON kpi_set (client_id, contract_id);
CREATE INDEX kpi_set_role_code_idx ON kpi_set (role_code);
CREATE INDEX kpi_set_service_id_idx ON kpi_set (client_id, service_id);
alter table kpi_set enable row level security;
alter table kpi_set force row level security;
create policy kpi_set_delete on kpi_set for delete
  using (:condition_2);
create policy kpi_set_insert on kpi_set for insert
  with check (:condition_2);
create policy kpi_set_select on kpi_set for select
  using (:condition_3);
create policy kpi_set_update on kpi_set for update
  using (:condition_2)
  with check (:condition_2);
grant insert, select on kpi_set to regia_app;

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
  using (:condition_1);
create policy kpi_use_insert on kpi_use for insert
  with check (:condition_1);
create policy kpi_use_select on kpi_use for select
  using (:condition_1);
create policy kpi_use_update on kpi_use for update
  using (:condition_1)
  with check (:condition_1);
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

create table late_fact (
  client_id uuid not null,
  id bigint not null generated always as identity,
  contract_id uuid not null,
  stream text not null,
  source text not null,
  external_id text not null,
  service_id uuid not null,
  person_id uuid,
  day date not null,
  change text not null,
  import_id uuid not null,
  at timestamp with time zone not null,
  constraint late_fact_pkey PRIMARY KEY (client_id, id),
  constraint late_fact_change_check CHECK (change = ANY (ARRAY['added'::text, 'changed'::text, 'moved'::text, 'withdrawn'::text]))
);
CREATE INDEX late_fact_service_id_idx ON late_fact (client_id, service_id, day);
alter table late_fact enable row level security;
alter table late_fact force row level security;
create policy late_fact_delete on late_fact for delete
  using (:condition_1);
create policy late_fact_insert on late_fact for insert
  with check (:condition_1);
create policy late_fact_select on late_fact for select
  using (:condition_1);
create policy late_fact_update on late_fact for update
  using (:condition_1)
  with check (:condition_1);
grant insert, select on late_fact to regia_app;

create table manual_value (
  client_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  service_id uuid,
  team_id uuid,
  person_id uuid,
  kpi_code text not null,
  dialect text not null,
  parameters jsonb not null,
  period_kind text not null,
  period_from date not null,
  period_until date not null,
  value numeric not null,
  numerator numeric,
  denominator numeric,
  sample integer not null,
  author text not null,
  author_name text not null,
  reason text not null,
  attachment text,
  dispute_id uuid,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  withdrawn_by text,
  withdrawal_reason text,
  constraint manual_value_pkey PRIMARY KEY (client_id, id),
  constraint manual_value_parts_check CHECK ((numerator IS NULL) = (denominator IS NULL)),
  constraint manual_value_period_kind_check CHECK (period_kind = ANY (ARRAY['day'::text, 'week'::text, 'month'::text, 'quarter'::text, 'year'::text])),
  constraint manual_value_sample_check CHECK (sample >= 0),
  constraint manual_value_subject_kind_check CHECK (subject_kind = ANY (ARRAY['contract'::text, 'service'::text, 'team'::text, 'person'::text, 'position'::text])),
  constraint manual_value_superseded_at_check CHECK (superseded_at >= recorded_at),
  constraint manual_value_contract_id_fkey FOREIGN KEY (client_id, contract_id) REFERENCES contract(client_id, id),
  constraint manual_value_dispute_id_fkey FOREIGN KEY (client_id, dispute_id) REFERENCES dispute(client_id, id)
);
CREATE INDEX manual_value_contract_id_idx ON manual_value (client_id, contract_id, period_kind, period_from);
CREATE INDEX manual_value_dispute_id_idx ON manual_value (client_id, dispute_id);
CREATE UNIQUE INDEX manual_value_in_force_key ON manual_value (client_id, subject_kind, subject_id, period_kind, period_from, kpi_code, dialect, parameters) WHERE (superseded_at IS NULL);
CREATE INDEX manual_value_listed_idx ON manual_value (client_id, contract_id, id DESC);
alter table manual_value enable row level security;
alter table manual_value force row level security;
create policy manual_value_delete on manual_value for delete
  using (:condition_1);
create policy manual_value_insert on manual_value for insert
  with check (:condition_1);
create policy manual_value_select on manual_value for select
  using (:condition_1);
create policy manual_value_update on manual_value for update
  using (:condition_1)
  with check (:condition_1);
grant insert, select on manual_value to regia_app;

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
  kind text not null default 'measured'::text,
  constraint objective_pkey PRIMARY KEY (client_id, id),
  constraint objective_code_key UNIQUE (client_id, contract_id, code),
  constraint objective_kind_check CHECK (kind = ANY (ARRAY['measured'::text, 'composite'::text, 'qualitative'::text])),
  constraint objective_contract_id_fkey FOREIGN KEY (client_id, contract_id) REFERENCES contract(client_id, id),
  constraint objective_service_id_fkey FOREIGN KEY (client_id, service_id) REFERENCES service(client_id, id)
);
CREATE INDEX objective_service_id_idx ON objective (client_id, service_id);
alter table objective enable row level security;
alter table objective force row level security;
create policy objective_delete on objective for delete
  using (:condition_1);
create policy objective_insert on objective for insert
  with check (:condition_1);
create policy objective_select on objective for select
  using (:condition_1);
create policy objective_update on objective for update
  using (:condition_1)
  with check (:condition_1);
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
  recorded_at timestamp with time zone not null,
  final_at timestamp with time zone,
  aims jsonb not null,
  unadjusted jsonb,
  exclusions jsonb not null default '[]'::jsonb,
  segments jsonb not null default '[]'::jsonb,
  constraint objective_result_pkey PRIMARY KEY (client_id, id),
  constraint objective_result_period_key UNIQUE (client_id, objective_id, period_kind, period_from, version),
  constraint objective_result_final_at_check CHECK ((state = 'provisional'::text) = (final_at IS NULL)),
  constraint objective_result_outcome_check CHECK (outcome = ANY (ARRAY['met'::text, 'missed'::text, 'below_minimum'::text, 'undetermined'::text, 'not_measured'::text])),
  constraint objective_result_state_check CHECK (state = ANY (ARRAY['provisional'::text, 'final'::text, 'restated'::text])),
  constraint objective_result_objective_id_fkey FOREIGN KEY (client_id, objective_id) REFERENCES objective(client_id, id)
);
CREATE INDEX objective_result_contract_id_idx ON objective_result (client_id, contract_id, period_kind, period_from);
CREATE TRIGGER objective_result_becomes_final BEFORE UPDATE ON objective_result FOR EACH ROW WHEN (new.state = 'restated'::text) EXECUTE FUNCTION final_stays();
CREATE TRIGGER objective_result_final_stays BEFORE DELETE OR UPDATE ON objective_result FOR EACH ROW WHEN (old.state <> 'provisional'::text) EXECUTE FUNCTION final_stays();
CREATE TRIGGER objective_result_restated BEFORE INSERT ON objective_result FOR EACH ROW WHEN (new.state = 'restated'::text) EXECUTE FUNCTION restated_by_restatement();
alter table objective_result enable row level security;
alter table objective_result force row level security;
create policy objective_result_delete on objective_result for delete
  using (:condition_1);
create policy objective_result_insert on objective_result for insert
  with check (:condition_1);
create policy objective_result_select on objective_result for select
  using (:condition_1);
create policy objective_result_update on objective_result for update
  using (:condition_1)
  with check (:condition_1);
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
  expected numeric,
  rounding jsonb,
  weight numeric not null default 1,
  rolling integer not null default 1,
  calendar_id uuid,
  exclusions_allowed jsonb,
  baseline jsonb,
  composite jsonb,
  question jsonb,
  relief jsonb,
  amendment_id uuid,
  constraint objective_version_pkey PRIMARY KEY (client_id, objective_id, version),
  constraint objective_version_check CHECK (valid_until IS NULL OR valid_until > valid_from),
  constraint objective_version_check1 CHECK (superseded_at IS NULL OR superseded_at >= recorded_at),
  constraint objective_version_measured_by_check CHECK (measured_by = ANY (ARRAY['day'::text, 'week'::text, 'month'::text, 'quarter'::text, 'year'::text])),
  constraint objective_version_min_sample_check CHECK (min_sample >= 0),
  constraint objective_version_rolling_check CHECK (rolling >= 1 AND rolling <= 24),
  constraint objective_version_weight_check CHECK (weight >= 0::numeric),
  constraint objective_version_amendment_id_fkey FOREIGN KEY (client_id, amendment_id) REFERENCES contract_amendment(client_id, id),
  constraint objective_version_calendar_id_fkey FOREIGN KEY (client_id, calendar_id) REFERENCES calendar(client_id, id),
  constraint objective_version_kpi_code_fkey FOREIGN KEY (kpi_code) REFERENCES kpi(code),
  constraint objective_version_objective_id_fkey FOREIGN KEY (client_id, objective_id) REFERENCES objective(client_id, id)
);
CREATE INDEX objective_version_amendment_id_idx ON objective_version (client_id, amendment_id);
CREATE INDEX objective_version_calendar_id_idx ON objective_version (client_id, calendar_id);
CREATE INDEX objective_version_kpi_code_idx ON objective_version (kpi_code);
alter table objective_version enable row level security;
alter table objective_version force row level security;
create policy objective_version_delete on objective_version for delete
  using (:condition_1);
create policy objective_version_insert on objective_version for insert
  with check (:condition_1);
create policy objective_version_select on objective_version for select
  using (:condition_1);
create policy objective_version_update on objective_version for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on objective_version to regia_app;

create table own_code (
  code text not null,
  owner_id uuid not null,
  constraint own_code_pkey PRIMARY KEY (code)
);
grant delete, insert, select, update on own_code to regia_app;

create table own_kpi (
  client_id uuid not null,
  code text not null,
  definition jsonb not null,
  constraint own_kpi_pkey PRIMARY KEY (client_id, code),
  constraint own_kpi_code_fkey FOREIGN KEY (code) REFERENCES kpi(code)
);
CREATE INDEX own_kpi_code_idx ON own_kpi (code);
alter table own_kpi enable row level security;
alter table own_kpi force row level security;
create policy own_kpi_delete on own_kpi for delete
  using (:condition_2);
create policy own_kpi_insert on own_kpi for insert
  with check (:condition_2);
create policy own_kpi_select on own_kpi for select
  using (:condition_3);
create policy own_kpi_update on own_kpi for update
  using (:condition_2)
  with check (:condition_2);
grant delete, insert, select, update on own_kpi to regia_app;

create table own_kpi_version (
  client_id uuid not null,
  code text not null,
  formula text not null,
  sample text,
  measure_versions jsonb not null,
  version integer not null,
  valid_from date not null,
  valid_until date,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  constraint own_kpi_version_pkey PRIMARY KEY (client_id, code, version),
  constraint own_kpi_version_version_check CHECK (version >= 1),
  constraint own_kpi_version_code_fkey FOREIGN KEY (client_id, code) REFERENCES own_kpi(client_id, code)
);
alter table own_kpi_version enable row level security;
alter table own_kpi_version force row level security;
create policy own_kpi_version_delete on own_kpi_version for delete
  using (:condition_2);
create policy own_kpi_version_insert on own_kpi_version for insert
  with check (:condition_2);
create policy own_kpi_version_select on own_kpi_version for select
  using (:condition_3);
create policy own_kpi_version_update on own_kpi_version for update
  using (:condition_2)
  with check (:condition_2);
grant delete, insert, select, update on own_kpi_version to regia_app;

create table own_measure (
  client_id uuid not null,
  code text not null,
  stream text not null,
  description text not null,
  constraint own_measure_pkey PRIMARY KEY (client_id, code)
);
alter table own_measure enable row level security;
alter table own_measure force row level security;
create policy own_measure_delete on own_measure for delete
  using (:condition_2);
create policy own_measure_insert on own_measure for insert
  with check (:condition_2);
create policy own_measure_select on own_measure for select
  using (:condition_3);
create policy own_measure_update on own_measure for update
  using (:condition_2)
  with check (:condition_2);
grant delete, insert, select, update on own_measure to regia_app;

create table own_measure_version (
  client_id uuid not null,
  code text not null,
  definition jsonb not null,
  version integer not null,
  valid_from date not null,
  valid_until date,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  constraint own_measure_version_pkey PRIMARY KEY (client_id, code, version),
  constraint own_measure_version_version_check CHECK (version >= 1),
  constraint own_measure_version_code_fkey FOREIGN KEY (client_id, code) REFERENCES own_measure(client_id, code)
);
alter table own_measure_version enable row level security;
alter table own_measure_version force row level security;
create policy own_measure_version_delete on own_measure_version for delete
  using (:condition_2);
create policy own_measure_version_insert on own_measure_version for insert
  with check (:condition_2);
create policy own_measure_version_select on own_measure_version for select
  using (:condition_3);
create policy own_measure_version_update on own_measure_version for update
  using (:condition_2)
  with check (:condition_2);
grant delete, insert, select, update on own_measure_version to regia_app;

create table own_revision (
  id integer not null,
  revision bigint not null,
  constraint own_revision_pkey PRIMARY KEY (id),
  constraint own_revision_id_check CHECK (id = 1)
);
grant select, update on own_revision to regia_app;

create table past_result (
  client_id uuid not null,
  contract_id uuid not null,
  result text not null,
  row_id uuid not null,
  subject_id uuid not null,
  period_kind text not null,
  period_from date not null,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone not null,
  document jsonb not null,
  constraint past_result_pkey PRIMARY KEY (client_id, row_id, recorded_at),
  constraint past_result_result_check CHECK (result = ANY (ARRAY['scorecard'::text, 'objective_result'::text])),
  constraint past_result_superseded_at_check CHECK (recorded_at < superseded_at),
  constraint past_result_contract_id_fkey FOREIGN KEY (client_id, contract_id) REFERENCES contract(client_id, id)
);
CREATE INDEX past_result_contract_id_idx ON past_result (client_id, contract_id, period_kind, period_from);
CREATE INDEX past_result_subject_id_idx ON past_result (client_id, subject_id, period_kind, period_from);
CREATE INDEX past_result_superseded_at_idx ON past_result (client_id, superseded_at);
alter table past_result enable row level security;
alter table past_result force row level security;
create policy past_result_delete on past_result for delete
  using (:condition_1);
create policy past_result_insert on past_result for insert
  with check (:condition_1);
create policy past_result_select on past_result for select
  using (:condition_1);
create policy past_result_update on past_result for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on past_result to regia_app;

create table period_closing (
  client_id uuid not null,
  contract_id uuid not null,
  period_kind text not null,
  period_from date not null,
  period_until date not null,
  closed_at timestamp with time zone not null,
  closed_by text not null,
  inputs_fingerprint text not null,
  results_fingerprint text not null,
  watermark jsonb not null,
  definitions jsonb not null,
  constraint period_closing_pkey PRIMARY KEY (client_id, contract_id, period_kind, period_from),
  constraint period_closing_period_kind_check CHECK (period_kind = ANY (ARRAY['day'::text, 'week'::text, 'month'::text, 'quarter'::text, 'year'::text])),
  constraint period_closing_contract_id_fkey FOREIGN KEY (client_id, contract_id) REFERENCES contract(client_id, id)
);
alter table period_closing enable row level security;
alter table period_closing force row level security;
create policy period_closing_delete on period_closing for delete
  using (:condition_1);
create policy period_closing_insert on period_closing for insert
  with check (:condition_1);
create policy period_closing_select on period_closing for select
  using (:condition_1);
create policy period_closing_update on period_closing for update
  using (:condition_1)
  with check (:condition_1);
grant insert, select on period_closing to regia_app;

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
CREATE INDEX position_client_role_idx ON "position" (client_id, role_code) WHERE (superseded_at IS NULL);
CREATE INDEX position_contract_id_idx ON "position" (client_id, contract_id);
CREATE UNIQUE INDEX position_current_key ON "position" (client_id, id) WHERE (superseded_at IS NULL);
CREATE INDEX position_person_id_idx ON "position" (person_id);
CREATE INDEX position_role_code_idx ON "position" (role_code);
CREATE INDEX position_service_id_idx ON "position" (client_id, service_id);
CREATE INDEX position_team_id_idx ON "position" (client_id, team_id);
alter table "position" enable row level security;
alter table "position" force row level security;
create policy position_delete on "position" for delete
  using (:condition_1);
create policy position_insert on "position" for insert
  with check (:condition_1);
create policy position_select on "position" for select
  using (:condition_1);
create policy position_update on "position" for update
  using (:condition_1)
  with check (:condition_1);
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

create table restatement (
  client_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  period_kind text not null,
  period_from date not null,
  period_until date not null,
  state text not null,
  basis text not null,
  believed_at timestamp with time zone,
  reason text not null,
  evidence text,
  needs_consent boolean not null,
  proposed_by text not null,
  proposer_id text not null,
  proposed_at timestamp with time zone not null,
  decided_by text,
  decided_at timestamp with time zone,
  decision_note text,
  applied_at timestamp with time zone,
  scorecards integer not null,
  objective_results integer not null,
  figures integer not null,
  changes jsonb not null,
  changes_hash text not null,
  consequences jsonb,
  constraint restatement_pkey PRIMARY KEY (client_id, id),
  constraint restatement_applied_at_check CHECK ((state = 'applied'::text) = (applied_at IS NOT NULL)),
  constraint restatement_basis_check CHECK (basis = ANY (ARRAY['as_closed'::text, 'as_now'::text])),
  constraint restatement_period_kind_check CHECK (period_kind = ANY (ARRAY['day'::text, 'week'::text, 'month'::text, 'quarter'::text, 'year'::text])),
  constraint restatement_state_check CHECK (state = ANY (ARRAY['proposed'::text, 'applied'::text, 'declined'::text, 'withdrawn'::text])),
  constraint restatement_contract_id_fkey FOREIGN KEY (client_id, contract_id) REFERENCES contract(client_id, id)
);
CREATE INDEX restatement_contract_id_idx ON restatement (client_id, contract_id, proposed_at DESC, id);
CREATE INDEX restatement_period_idx ON restatement (client_id, contract_id, period_kind, period_from, applied_at);
CREATE UNIQUE INDEX restatement_proposed_key ON restatement (client_id, contract_id, period_kind, period_from) WHERE (state = 'proposed'::text);
alter table restatement enable row level security;
alter table restatement force row level security;
create policy restatement_delete on restatement for delete
  using (:condition_1);
create policy restatement_insert on restatement for insert
  with check (:condition_1);
create policy restatement_select on restatement for select
  using (:condition_1);
create policy restatement_update on restatement for update
  using (:condition_1)
  with check (:condition_1);
grant insert, select, update on restatement to regia_app;

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
  using (:condition_1);
create policy review_insert on review for insert
  with check (:condition_1);
create policy review_select on review for select
  using (:condition_1);
create policy review_update on review for update
  using (:condition_1)
  with check (:condition_1);
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
  using (:condition_1);
create policy review_package_insert on review_package for insert
  with check (:condition_1);
create policy review_package_select on review_package for select
  using (:condition_1);
create policy review_package_update on review_package for update
  using (:condition_1)
  with check (:condition_1);
grant insert, select on review_package to regia_app;

create table role (
  code text not null,
  name text not null,
  scope text not null,
  description text not null default ''::text,
  constraint role_pkey PRIMARY KEY (code),
  constraint role_scope_check CHECK (scope = ANY (ARRAY['own'::text, 'team'::text, 'trained'::text, 'service'::text, 'contract'::text, 'all'::text]))
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
  level jsonb,
  composition jsonb not null,
  positions jsonb not null default '[]'::jsonb,
  computed_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  final_at timestamp with time zone,
  constraint scorecard_pkey PRIMARY KEY (client_id, id),
  constraint scorecard_subject_key UNIQUE (client_id, subject_kind, subject_id, period_kind, period_from, version),
  constraint scorecard_final_at_check CHECK ((state = 'provisional'::text) = (final_at IS NULL)),
  constraint scorecard_period_kind_check CHECK (period_kind = ANY (ARRAY['day'::text, 'week'::text, 'month'::text, 'quarter'::text, 'year'::text])),
  constraint scorecard_state_check CHECK (state = ANY (ARRAY['provisional'::text, 'final'::text, 'restated'::text])),
  constraint scorecard_subject_kind_check CHECK (subject_kind = ANY (ARRAY['contract'::text, 'service'::text, 'team'::text, 'person'::text, 'position'::text])),
  constraint scorecard_contract_id_fkey FOREIGN KEY (client_id, contract_id) REFERENCES contract(client_id, id)
);
CREATE INDEX scorecard_contract_id_idx ON scorecard (client_id, contract_id, period_kind, period_from, subject_kind);
CREATE INDEX scorecard_person_idx ON scorecard (client_id, person_id, period_kind, period_from) WHERE (person_id IS NOT NULL);
CREATE INDEX scorecard_team_idx ON scorecard (client_id, team_id, period_kind, period_from, score);
CREATE TRIGGER scorecard_becomes_final BEFORE UPDATE ON scorecard FOR EACH ROW WHEN (new.state = 'restated'::text) EXECUTE FUNCTION final_stays();
CREATE TRIGGER scorecard_final_stays BEFORE DELETE OR UPDATE ON scorecard FOR EACH ROW WHEN (old.state <> 'provisional'::text) EXECUTE FUNCTION final_stays();
CREATE TRIGGER scorecard_restated BEFORE INSERT ON scorecard FOR EACH ROW WHEN (new.state = 'restated'::text) EXECUTE FUNCTION restated_by_restatement();
alter table scorecard enable row level security;
alter table scorecard force row level security;
create policy scorecard_delete on scorecard for delete
  using (:condition_1);
create policy scorecard_insert on scorecard for insert
  with check (:condition_1);
create policy scorecard_select on scorecard for select
  using (:condition_1);
create policy scorecard_update on scorecard for update
  using (:condition_1)
  with check (:condition_1);
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
  using (:condition_1);
create policy service_insert on service for insert
  with check (:condition_1);
create policy service_select on service for select
  using (:condition_1);
create policy service_update on service for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on service to regia_app;

create table settlement (
  client_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  period_kind text not null,
  period_from date not null,
  period_until date not null,
  version integer not null,
  kind text not null,
  cause text not null,
  state text not null,
  currency text not null,
  terms_version integer not null,
  amendment_id uuid,
  fee numeric not null,
  credits numeric not null,
  bonuses numeric not null,
  held numeric not null,
  released numeric not null,
  returned numeric not null,
  net numeric not null,
  settled jsonb not null,
  basis jsonb not null,
  changes jsonb not null default '[]'::jsonb,
  reason text,
  fingerprint text not null,
  chain text not null default ''::text,
  followed_from jsonb not null default '{}'::jsonb,
  settled_at timestamp with time zone not null,
  issued_at timestamp with time zone,
  issued_by text,
  agreed_at timestamp with time zone,
  agreed_by text,
  invoiced_at timestamp with time zone,
  invoiced_by text,
  invoice_reference text,
  constraint settlement_pkey PRIMARY KEY (client_id, id),
  constraint settlement_version_key UNIQUE (client_id, contract_id, period_kind, period_from, version),
  constraint settlement_cause_check CHECK (cause = ANY (ARRAY['closing'::text, 'basis'::text, 'dispute'::text])),
  constraint settlement_issued_at_check CHECK ((state = 'proposed'::text) = (issued_at IS NULL)),
  constraint settlement_kind_check CHECK (kind = ANY (ARRAY['regular'::text, 'correction'::text])),
  constraint settlement_kind_version_check CHECK ((kind = 'regular'::text) = (version = 1)),
  constraint settlement_period_kind_check CHECK (period_kind = ANY (ARRAY['day'::text, 'week'::text, 'month'::text, 'quarter'::text, 'year'::text])),
  constraint settlement_state_check CHECK (state = ANY (ARRAY['proposed'::text, 'issued'::text, 'disputed'::text, 'agreed'::text, 'invoiced'::text])),
  constraint settlement_version_check CHECK (version >= 1),
  constraint settlement_contract_id_fkey FOREIGN KEY (client_id, contract_id) REFERENCES contract(client_id, id)
);
CREATE INDEX settlement_contract_id_idx ON settlement (client_id, contract_id, period_from DESC, id);
CREATE UNIQUE INDEX settlement_proposed_key ON settlement (client_id, contract_id, period_kind, period_from) WHERE ((state = 'proposed'::text) AND (cause <> 'dispute'::text));
CREATE TRIGGER settlement_issued_stays BEFORE DELETE OR UPDATE ON settlement FOR EACH ROW WHEN (old.state <> 'proposed'::text) EXECUTE FUNCTION issued_settlement_stays();
alter table settlement enable row level security;
alter table settlement force row level security;
create policy settlement_delete on settlement for delete
  using (:condition_1);
create policy settlement_insert on settlement for insert
  with check (:condition_1);
create policy settlement_select on settlement for select
  using (:condition_1);
create policy settlement_update on settlement for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on settlement to regia_app;

create table settlement_dispute (
  client_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  settlement_id uuid not null,
  state text not null,
  reason text not null,
  opened_by text not null,
  opened_by_name text not null,
  opened_at timestamp with time zone not null,
  outcome text,
  decided jsonb,
  decided_by_name text,
  decided_at timestamp with time zone,
  decision_reason text,
  correction_id uuid,
  constraint settlement_dispute_pkey PRIMARY KEY (client_id, id),
  constraint settlement_dispute_decision_check CHECK ((outcome IS NULL) = (decided_at IS NULL) AND (outcome IS NULL) = (decision_reason IS NULL) AND (outcome IS NOT NULL) = (state = ANY (ARRAY['decided'::text, 'closed'::text]))),
  constraint settlement_dispute_outcome_check CHECK (outcome = ANY (ARRAY['upheld'::text, 'partly'::text, 'rejected'::text])),
  constraint settlement_dispute_state_check CHECK (state = ANY (ARRAY['open'::text, 'evidence'::text, 'review'::text, 'decided'::text, 'closed'::text, 'withdrawn'::text])),
  constraint settlement_dispute_contract_id_fkey FOREIGN KEY (client_id, contract_id) REFERENCES contract(client_id, id),
  constraint settlement_dispute_correction_id_fkey FOREIGN KEY (client_id, correction_id) REFERENCES settlement(client_id, id),
  constraint settlement_dispute_settlement_id_fkey FOREIGN KEY (client_id, settlement_id) REFERENCES settlement(client_id, id)
);
CREATE INDEX settlement_dispute_contract_id_idx ON settlement_dispute (client_id, contract_id, id DESC);
CREATE INDEX settlement_dispute_correction_id_idx ON settlement_dispute (client_id, correction_id);
CREATE INDEX settlement_dispute_settlement_id_idx ON settlement_dispute (client_id, settlement_id);
alter table settlement_dispute enable row level security;
alter table settlement_dispute force row level security;
create policy settlement_dispute_delete on settlement_dispute for delete
  using (:condition_1);
create policy settlement_dispute_insert on settlement_dispute for insert
  with check (:condition_1);
create policy settlement_dispute_select on settlement_dispute for select
  using (:condition_1);
create policy settlement_dispute_update on settlement_dispute for update
  using (:condition_1)
  with check (:condition_1);
grant insert, select on settlement_dispute to regia_app;

create table settlement_dispute_event (
  client_id uuid not null,
  dispute_id uuid not null,
  ordinal integer not null,
  at timestamp with time zone not null,
  actor text not null,
  actor_name text not null,
  step text not null,
  state text not null,
  note text,
  evidence text,
  constraint settlement_dispute_event_pkey PRIMARY KEY (client_id, dispute_id, ordinal),
  constraint settlement_dispute_event_step_check CHECK (step = ANY (ARRAY['opened'::text, 'evidence_added'::text, 'review_begun'::text, 'decided'::text, 'closed'::text, 'withdrawn'::text])),
  constraint settlement_dispute_event_dispute_id_fkey FOREIGN KEY (client_id, dispute_id) REFERENCES settlement_dispute(client_id, id)
);
alter table settlement_dispute_event enable row level security;
alter table settlement_dispute_event force row level security;
create policy settlement_dispute_event_delete on settlement_dispute_event for delete
  using (:condition_1);
create policy settlement_dispute_event_insert on settlement_dispute_event for insert
  with check (:condition_1);
create policy settlement_dispute_event_select on settlement_dispute_event for select
  using (:condition_1);
create policy settlement_dispute_event_update on settlement_dispute_event for update
  using (:condition_1)
  with check (:condition_1);
grant insert, select on settlement_dispute_event to regia_app;

create table settlement_event (
  client_id uuid not null,
  settlement_id uuid not null,
  ordinal integer not null,
  at timestamp with time zone not null,
  actor text not null,
  actor_name text not null,
  step text not null,
  state text not null,
  note text,
  constraint settlement_event_pkey PRIMARY KEY (client_id, settlement_id, ordinal),
  constraint settlement_event_step_check CHECK (step = ANY (ARRAY['issued'::text, 'agreed'::text, 'disputed'::text, 'dispute_ended'::text, 'invoiced'::text])),
  constraint settlement_event_settlement_id_fkey FOREIGN KEY (client_id, settlement_id) REFERENCES settlement(client_id, id)
);
alter table settlement_event enable row level security;
alter table settlement_event force row level security;
create policy settlement_event_delete on settlement_event for delete
  using (:condition_1);
create policy settlement_event_insert on settlement_event for insert
  with check (:condition_1);
create policy settlement_event_select on settlement_event for select
  using (:condition_1);
create policy settlement_event_update on settlement_event for update
  using (:condition_1)
  with check (:condition_1);
grant insert, select on settlement_event to regia_app;

create table settlement_line (
  client_id uuid not null,
  settlement_id uuid not null,
  no integer not null,
  kind text not null,
  clause text not null,
  cites text not null,
  objective_id uuid,
  objective_code text,
  amount numeric not null,
  reason text not null,
  origin date,
  stretch_from date,
  stretch_until date,
  state text not null,
  dispute_id uuid,
  invoice_reference text,
  constraint settlement_line_pkey PRIMARY KEY (client_id, settlement_id, no),
  constraint settlement_line_amount_check CHECK (amount = trunc(amount)),
  constraint settlement_line_kind_check CHECK (kind = ANY (ARRAY['credit'::text, 'bonus'::text, 'earn_back_hold'::text, 'earn_back_release'::text, 'earn_back_return'::text])),
  constraint settlement_line_state_check CHECK (state = ANY (ARRAY['open'::text, 'disputed'::text, 'agreed'::text, 'invoiced'::text])),
  constraint settlement_line_dispute_id_fkey FOREIGN KEY (client_id, dispute_id) REFERENCES settlement_dispute(client_id, id),
  constraint settlement_line_settlement_id_fkey FOREIGN KEY (client_id, settlement_id) REFERENCES settlement(client_id, id) ON DELETE CASCADE
);
CREATE INDEX settlement_line_dispute_id_idx ON settlement_line (client_id, dispute_id);
CREATE INDEX settlement_line_objective_id_idx ON settlement_line (client_id, objective_id, settlement_id);
CREATE TRIGGER settlement_line_issued_stays BEFORE INSERT OR DELETE ON settlement_line FOR EACH ROW EXECUTE FUNCTION issued_lines_stay();
alter table settlement_line enable row level security;
alter table settlement_line force row level security;
create policy settlement_line_delete on settlement_line for delete
  using (:condition_1);
create policy settlement_line_insert on settlement_line for insert
  with check (:condition_1);
create policy settlement_line_select on settlement_line for select
  using (:condition_1);
create policy settlement_line_update on settlement_line for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select on settlement_line to regia_app;

create table settlement_notice (
  client_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  settlement_id uuid not null,
  clause text not null,
  cites text not null,
  objective_id uuid,
  objective_code text not null,
  consequence text not null,
  failures integer not null,
  within integer not null,
  failures_limit integer not null,
  period_from date not null,
  raised_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  withdrawal_reason text,
  constraint settlement_notice_pkey PRIMARY KEY (client_id, id),
  constraint settlement_notice_consequence_check CHECK (consequence = ANY (ARRAY['default'::text, 'termination'::text])),
  constraint settlement_notice_withdrawn_check CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdrawal_reason IS NULL)),
  constraint settlement_notice_contract_id_fkey FOREIGN KEY (client_id, contract_id) REFERENCES contract(client_id, id),
  constraint settlement_notice_settlement_id_fkey FOREIGN KEY (client_id, settlement_id) REFERENCES settlement(client_id, id)
);
CREATE INDEX settlement_notice_contract_id_idx ON settlement_notice (client_id, contract_id, period_from DESC, id);
CREATE INDEX settlement_notice_settlement_id_idx ON settlement_notice (client_id, settlement_id);
CREATE UNIQUE INDEX settlement_notice_standing_key ON settlement_notice (client_id, contract_id, clause, objective_code, period_from) WHERE (withdrawn_at IS NULL);
alter table settlement_notice enable row level security;
alter table settlement_notice force row level security;
create policy settlement_notice_delete on settlement_notice for delete
  using (:condition_1);
create policy settlement_notice_insert on settlement_notice for insert
  with check (:condition_1);
create policy settlement_notice_select on settlement_notice for select
  using (:condition_1);
create policy settlement_notice_update on settlement_notice for update
  using (:condition_1)
  with check (:condition_1);
grant insert, select on settlement_notice to regia_app;

create table settlement_run (
  client_id uuid not null,
  contract_id uuid not null,
  fingerprint text not null,
  settled_at timestamp with time zone not null,
  constraint settlement_run_pkey PRIMARY KEY (client_id, contract_id),
  constraint settlement_run_contract_id_fkey FOREIGN KEY (client_id, contract_id) REFERENCES contract(client_id, id)
);
alter table settlement_run enable row level security;
alter table settlement_run force row level security;
create policy settlement_run_delete on settlement_run for delete
  using (:condition_1);
create policy settlement_run_insert on settlement_run for insert
  with check (:condition_1);
create policy settlement_run_select on settlement_run for select
  using (:condition_1);
create policy settlement_run_update on settlement_run for update
  using (:condition_1)
  with check (:condition_1);
grant insert, select, update on settlement_run to regia_app;

create table settlement_terms (
  client_id uuid not null,
  contract_id uuid not null,
  terms jsonb not null,
  amendment_id uuid,
  version integer not null,
  valid_from date not null,
  valid_until date,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  constraint settlement_terms_pkey PRIMARY KEY (client_id, contract_id, version),
  constraint settlement_terms_superseded_at_check CHECK (superseded_at >= recorded_at),
  constraint settlement_terms_valid_until_check CHECK (valid_until > valid_from),
  constraint settlement_terms_amendment_id_fkey FOREIGN KEY (client_id, amendment_id) REFERENCES contract_amendment(client_id, id),
  constraint settlement_terms_contract_id_fkey FOREIGN KEY (client_id, contract_id) REFERENCES contract(client_id, id)
);
CREATE INDEX settlement_terms_amendment_id_idx ON settlement_terms (client_id, amendment_id);
alter table settlement_terms enable row level security;
alter table settlement_terms force row level security;
create policy settlement_terms_delete on settlement_terms for delete
  using (:condition_1);
create policy settlement_terms_insert on settlement_terms for insert
  with check (:condition_1);
create policy settlement_terms_select on settlement_terms for select
  using (:condition_1);
create policy settlement_terms_update on settlement_terms for update
  using (:condition_1)
  with check (:condition_1);
grant insert, select on settlement_terms to regia_app;

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
  error_kind text,
  root_cause text,
  root_cause_approved boolean,
  constraint survey_pkey PRIMARY KEY (client_id, source, external_id),
  constraint survey_error_kind_check CHECK (error_kind = ANY (ARRAY['product'::text, 'process'::text, 'other'::text])),
  constraint survey_rating_check CHECK (rating IS NULL OR rating >= 1 AND rating <= rating_scale),
  constraint survey_rating_scale_check CHECK (rating_scale >= 2 AND rating_scale <= 100)
);
CREATE INDEX survey_closed_day_idx ON survey (client_id, service_id, closed_day) WHERE (closed_day <> surveyed_day);
CREATE INDEX survey_surveyed_day_idx ON survey (client_id, service_id, surveyed_day);
alter table survey enable row level security;
alter table survey force row level security;
create policy survey_delete on survey for delete
  using (:condition_1);
create policy survey_insert on survey for insert
  with check (:condition_1);
create policy survey_select on survey for select
  using (:condition_1);
create policy survey_update on survey for update
  using (:condition_1)
  with check (:condition_1);
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
  using (:condition_1);
create policy team_insert on team for insert
  with check (:condition_1);
create policy team_select on team for select
  using (:condition_1);
create policy team_update on team for update
  using (:condition_1)
  with check (:condition_1);
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
  using (:condition_1);
create policy touched_day_insert on touched_day for insert
  with check (:condition_1);
create policy touched_day_select on touched_day for select
  using (:condition_1);
create policy touched_day_update on touched_day for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on touched_day to regia_app;

create table touched_histogram (
  client_id uuid not null,
  id bigint not null generated always as identity,
  stream text not null,
  service_id uuid not null,
  day date not null,
  constraint touched_histogram_pkey PRIMARY KEY (client_id, id)
);
alter table touched_histogram enable row level security;
alter table touched_histogram force row level security;
create policy touched_histogram_delete on touched_histogram for delete
  using (:condition_1);
create policy touched_histogram_insert on touched_histogram for insert
  with check (:condition_1);
create policy touched_histogram_select on touched_histogram for select
  using (:condition_1);
create policy touched_histogram_update on touched_histogram for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on touched_histogram to regia_app;

create table touched_period (
  client_id uuid not null,
  id bigint not null generated always as identity,
  contract_id uuid not null,
  period_kind text not null,
  period_from date not null,
  due_on date not null default '-infinity'::date,
  constraint touched_period_pkey PRIMARY KEY (client_id, id)
);
alter table touched_period enable row level security;
alter table touched_period force row level security;
create policy touched_period_delete on touched_period for delete
  using (:condition_1);
create policy touched_period_insert on touched_period for insert
  with check (:condition_1);
create policy touched_period_select on touched_period for select
  using (:condition_1);
create policy touched_period_update on touched_period for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on touched_period to regia_app;

create table training (
  client_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  trainer_id uuid not null,
  trainee_id uuid not null,
  service_id uuid,
  version integer not null,
  valid_from date not null,
  valid_until date,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  constraint training_pkey PRIMARY KEY (client_id, id, version),
  constraint training_superseded_at_check CHECK (superseded_at IS NULL OR superseded_at >= recorded_at),
  constraint training_trainee_id_check CHECK (trainee_id <> trainer_id),
  constraint training_valid_until_check CHECK (valid_until IS NULL OR valid_until > valid_from),
  constraint training_contract_id_fkey FOREIGN KEY (client_id, contract_id) REFERENCES contract(client_id, id),
  constraint training_service_id_fkey FOREIGN KEY (client_id, service_id) REFERENCES service(client_id, id),
  constraint training_trainee_id_fkey FOREIGN KEY (trainee_id) REFERENCES person(id),
  constraint training_trainer_id_fkey FOREIGN KEY (trainer_id) REFERENCES person(id)
);
CREATE INDEX training_contract_id_idx ON training (client_id, contract_id);
CREATE UNIQUE INDEX training_current_key ON training (client_id, id) WHERE (superseded_at IS NULL);
CREATE INDEX training_service_id_idx ON training (client_id, service_id);
CREATE INDEX training_trainee_id_idx ON training (trainee_id);
CREATE INDEX training_trainer_id_idx ON training (trainer_id);
alter table training enable row level security;
alter table training force row level security;
create policy training_delete on training for delete
  using (:condition_1);
create policy training_insert on training for insert
  with check (:condition_1);
create policy training_select on training for select
  using (:condition_1);
create policy training_update on training for update
  using (:condition_1)
  with check (:condition_1);
grant insert, select, update on training to regia_app;

create table volume (
  client_id uuid not null,
  source text not null,
  external_id text not null,
  service_id uuid not null,
  channel text not null,
  person_id uuid,
  interval_start timestamp with time zone not null,
  interval_end timestamp with time zone not null,
  offered integer not null,
  handled integer,
  abandoned integer,
  handle_seconds bigint,
  day date not null,
  end_day date not null,
  content_hash uuid not null,
  import_id uuid not null,
  ingested_at timestamp with time zone not null,
  constraint volume_pkey PRIMARY KEY (client_id, source, external_id),
  constraint volume_abandoned_check CHECK (abandoned >= 0),
  constraint volume_handle_seconds_check CHECK (handle_seconds >= 0),
  constraint volume_handled_check CHECK (handled >= 0),
  constraint volume_offered_check CHECK (offered >= 0),
  constraint volume_order_check CHECK (interval_end > interval_start)
);
CREATE INDEX volume_day_idx ON volume (client_id, service_id, day);
alter table volume enable row level security;
alter table volume force row level security;
create policy volume_delete on volume for delete
  using (:condition_1);
create policy volume_insert on volume for insert
  with check (:condition_1);
create policy volume_select on volume for select
  using (:condition_1);
create policy volume_update on volume for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on volume to regia_app;

create table work_time (
  client_id uuid not null,
  source text not null,
  external_id text not null,
  service_id uuid not null,
  channel text not null,
  person_id uuid,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone not null,
  scheduled_seconds integer,
  paid_seconds integer,
  logged_seconds integer,
  available_seconds integer,
  handling_seconds integer,
  contact_seconds integer,
  adherent_seconds integer,
  productive_seconds integer,
  attended_seconds integer,
  unavailable_seconds integer,
  aux_states jsonb,
  day date not null,
  content_hash uuid not null,
  import_id uuid not null,
  ingested_at timestamp with time zone not null,
  constraint work_time_pkey PRIMARY KEY (client_id, source, external_id),
  constraint work_time_adherent_seconds_check CHECK (adherent_seconds >= 0),
  constraint work_time_attended_seconds_check CHECK (attended_seconds >= 0),
  constraint work_time_available_seconds_check CHECK (available_seconds >= 0),
  constraint work_time_contact_seconds_check CHECK (contact_seconds >= 0),
  constraint work_time_handling_seconds_check CHECK (handling_seconds >= 0),
  constraint work_time_logged_seconds_check CHECK (logged_seconds >= 0),
  constraint work_time_order_check CHECK (ended_at > started_at),
  constraint work_time_paid_seconds_check CHECK (paid_seconds >= 0),
  constraint work_time_productive_seconds_check CHECK (productive_seconds >= 0),
  constraint work_time_scheduled_seconds_check CHECK (scheduled_seconds >= 0),
  constraint work_time_unavailable_seconds_check CHECK (unavailable_seconds >= 0)
);
CREATE INDEX work_time_day_idx ON work_time (client_id, service_id, day);
CREATE INDEX work_time_staff_idx ON work_time (client_id, service_id, day) WHERE (COALESCE((available_seconds + handling_seconds), logged_seconds) IS NOT NULL);
alter table work_time enable row level security;
alter table work_time force row level security;
create policy work_time_delete on work_time for delete
  using (:condition_1);
create policy work_time_insert on work_time for insert
  with check (:condition_1);
create policy work_time_select on work_time for select
  using (:condition_1);
create policy work_time_update on work_time for update
  using (:condition_1)
  with check (:condition_1);
grant delete, insert, select, update on work_time to regia_app;

create view service_calendar with (security_invoker=true) as
 SELECT s.client_id,
    s.id AS service_id,
    COALESCE(s.calendar_id, c.calendar_id) AS calendar_id,
    COALESCE(s.time_zone, c.time_zone) AS time_zone
   FROM service s
     JOIN contract c ON c.client_id = s.client_id AND c.id = s.contract_id;
