import type { MigrationInterface, QueryRunner } from "typeorm";
import { secureByClient } from "./row-level-security";

/** What happened, and everything that is computed from it. */
export class FactsAndResults0002 implements MigrationInterface {
  readonly name = "FactsAndResults1795000000002";

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [IMPORTS, FACTS, FACTS_HAVE_A_SERVICE, MEASURES, SCORECARDS, REVIEWS]) await runner.query(sql);
    for (const table of CLIENT_OWNED) await runner.query(secureByClient(table));
    await runner.query(`grant select, insert, update, delete on all tables in schema public to regia_app;
      revoke update, delete on audit_record, review_package from regia_app;`);
  }

  async down(): Promise<void> {
    throw new Error("Facts are not thrown away by a migration: drop the database instead.");
  }
}

const IMPORTS = `
  create table import (
    client_id uuid not null constraint import_client_id_fkey references client,
    id uuid not null,
    stream text not null,
    profile_code text not null,
    file_name text,
    state text not null constraint import_state_check check (state in ('running', 'finished', 'interrupted', 'refused')),
    rows_accepted bigint not null default 0,
    rows_replaced bigint not null default 0,
    rows_unchanged bigint not null default 0,
    rows_rejected bigint not null default 0,
    -- rows that the profile leaves out on purpose
    rows_skipped bigint not null default 0,
    -- what to look at, though rows were taken in: [{"code": …, "message": …}]
    warnings jsonb not null default '[]',
    error jsonb,
    started_by text not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    constraint import_pkey primary key (client_id, id)
  );
  create index import_started_at_idx on import (client_id, started_at desc, id);
  create table import_reject (
    client_id uuid not null,
    import_id uuid not null,
    ordinal bigint not null,
    line bigint not null,
    field text not null,
    value text,
    code text not null,
    reason text not null,
    -- which fact it would have been, as far as it could be read
    source text,
    external_id text,
    -- where the row would have counted, as far as it could be read
    day date,
    constraint import_reject_pkey primary key (client_id, import_id, ordinal),
    constraint import_reject_import_id_fkey foreign key (client_id, import_id) references import
  );
  create index import_reject_day_idx on import_reject (client_id, day);
`;

const FACTS = `
  create table contact (
    client_id uuid not null,
    source text not null,
    external_id text not null,
    service_id uuid not null,
    channel text not null,
    person_id uuid,
    customer_ref text,
    reason text,
    outcome text not null constraint contact_outcome_check
      check (outcome in ('answered', 'abandoned', 'flow_out', 'callback', 'breakout')),
    offered_at timestamptz not null,
    answered_at timestamptz,
    ended_at timestamptz,
    -- to the answer, or to leaving the queue without one
    wait_seconds integer check (wait_seconds >= 0),
    talk_seconds integer check (talk_seconds >= 0),
    hold_seconds integer check (hold_seconds >= 0),
    wrap_seconds integer check (wrap_seconds >= 0),
    transferred boolean,
    -- local days of the three instants in the service's zone
    offered_day date not null,
    answered_day date,
    ended_day date,
    content_hash uuid not null,
    import_id uuid not null,
    ingested_at timestamptz not null,
    constraint contact_pkey primary key (client_id, source, external_id)
  );
  create index contact_offered_day_idx on contact (client_id, service_id, offered_day);
  -- the few that end or are answered on another day than they were offered
  create index contact_answered_later_idx on contact (client_id, service_id, answered_day) where answered_day <> offered_day;
  create index contact_ended_later_idx on contact (client_id, service_id, ended_day) where ended_day <> offered_day;
  create index contact_customer_idx on contact (client_id, customer_ref, offered_at) where customer_ref is not null;
  create table survey (
    client_id uuid not null,
    source text not null,
    external_id text not null,
    service_id uuid not null,
    channel text not null,
    person_id uuid,
    contact_external_id text,
    surveyed_at timestamptz not null,
    -- when the contact or case it is about was closed
    closed_at timestamptz,
    -- 1 is worst, rating_scale is best
    rating integer,
    rating_scale integer not null default 5 check (rating_scale >= 2 and rating_scale <= 100),
    resolved boolean,
    resolved_first_contact boolean,
    surveyed_day date not null,
    closed_day date,
    content_hash uuid not null,
    import_id uuid not null,
    ingested_at timestamptz not null,
    constraint survey_pkey primary key (client_id, source, external_id),
    constraint survey_rating_check check (rating is null or (rating >= 1 and rating <= rating_scale))
  );
  create index survey_surveyed_day_idx on survey (client_id, service_id, surveyed_day);
  create index survey_closed_day_idx on survey (client_id, service_id, closed_day) where closed_day <> surveyed_day;
`;

/**
 * A foreign key on facts would be checked row by row, under row level security, and double the cost of taking them in.
 * Instead, whoever writes facts locks their services (for key share), and a service that has facts cannot be deleted.
 */
const FACTS_HAVE_A_SERVICE = `
  create function service_has_no_facts() returns trigger language plpgsql set search_path = public as $$
  begin
    if exists (select 1 from contact where client_id = old.client_id and service_id = old.id)
      or exists (select 1 from survey where client_id = old.client_id and service_id = old.id) then
      raise foreign_key_violation using message = format('service "%s" has facts', old.code), table = 'service';
    end if;
    return null;
  end $$;
  create trigger service_has_no_facts after delete on service for each row execute function service_has_no_facts();
`;

const MEASURES = `
  -- Append-only log of the days whose facts changed; claimed and deleted by the job that recomputes them.
  create table touched_day (
    client_id uuid not null,
    id bigint generated always as identity,
    stream text not null,
    service_id uuid not null,
    day date not null,
    touched_at timestamptz not null default now(),
    constraint touched_day_pkey primary key (client_id, id)
  );
  create table daily_measures (
    client_id uuid not null,
    stream text not null,
    service_id uuid not null,
    day date not null,
    channel text not null,
    -- nil: nobody in particular
    person_id uuid not null,
    -- one slot per measure (measure_slot); whole numbers only; shorter than a slot: not computed yet
    sums double precision[] not null,
    constraint daily_measures_pkey primary key (client_id, stream, service_id, day, channel, person_id),
    constraint daily_measures_service_id_fkey foreign key (client_id, service_id) references service
  );
  create index daily_measures_service_id_idx on daily_measures (client_id, service_id, day);
  create index daily_measures_person_id_idx on daily_measures (client_id, person_id, day);
  -- finds rows too short for a measure without reading the others
  create index daily_measures_length_idx on daily_measures (client_id, stream, cardinality(sums));
  -- Append-only log of the periods whose scorecards must be computed again.
  create table touched_period (
    client_id uuid not null,
    id bigint generated always as identity,
    contract_id uuid not null,
    period_kind text not null,
    period_from date not null,
    constraint touched_period_pkey primary key (client_id, id)
  );
`;

const SCORECARDS = `
  create table scorecard (
    client_id uuid not null,
    id uuid not null,
    contract_id uuid not null,
    subject_kind text not null constraint scorecard_subject_kind_check
      check (subject_kind in ('contract', 'service', 'team', 'person', 'position')),
    subject_id uuid not null,
    service_id uuid,
    team_id uuid,
    person_id uuid,
    role_code text,
    period_kind text not null constraint scorecard_period_kind_check
      check (period_kind in ('day', 'week', 'month', 'quarter', 'year')),
    period_from date not null,
    period_until date not null,
    version integer not null,
    state text not null constraint scorecard_state_check check (state in ('provisional', 'final', 'restated')),
    score numeric,
    rank integer,
    ranked_of integer,
    -- KPI results, in the order they are shown (scorecards/scorecard.entity.ts has the shape)
    items jsonb not null,
    data_quality jsonb not null,
    -- name and colour of the score
    level jsonb,
    -- how the items became a score, and why they did not
    composition jsonb not null,
    -- versions of the positions whose work counts
    positions jsonb not null default '[]',
    -- when it was last computed, with whatever result
    computed_at timestamptz not null,
    -- since when this very result has been believed
    recorded_at timestamptz not null,
    -- when it stopped following the facts
    final_at timestamptz,
    constraint scorecard_final_at_check check ((state = 'provisional') = (final_at is null)),
    constraint scorecard_pkey primary key (client_id, id),
    constraint scorecard_subject_key unique (client_id, subject_kind, subject_id, period_kind, period_from, version),
    constraint scorecard_contract_id_fkey foreign key (client_id, contract_id) references contract
  );
  create index scorecard_contract_id_idx on scorecard (client_id, contract_id, period_kind, period_from, subject_kind);
  create index scorecard_team_idx on scorecard (client_id, team_id, period_kind, period_from, score);
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
    state text not null constraint objective_result_state_check check (state in ('provisional', 'final', 'restated')),
    outcome text not null constraint objective_result_outcome_check
      check (outcome in ('met', 'missed', 'below_minimum', 'undetermined', 'not_measured')),
    shortfall numeric,
    misses_allowed integer,
    item jsonb not null,
    computed_at timestamptz not null,
    recorded_at timestamptz not null,
    final_at timestamptz,
    constraint objective_result_final_at_check check ((state = 'provisional') = (final_at is null)),
    constraint objective_result_pkey primary key (client_id, id),
    constraint objective_result_period_key unique (client_id, objective_id, period_kind, period_from, version),
    constraint objective_result_objective_id_fkey foreign key (client_id, objective_id) references objective
  );
  create index objective_result_contract_id_idx on objective_result (client_id, contract_id, period_kind, period_from);
`;

const REVIEWS = `
  create table review (
    client_id uuid not null,
    id uuid not null,
    forum_id uuid not null,
    scheduled_for date not null,
    period_kind text not null,
    period_from date not null,
    period_until date not null,
    state text not null constraint review_state_check check (state in ('scheduled', 'compiled', 'held', 'closed')),
    constraint review_pkey primary key (client_id, id),
    constraint review_sitting_key unique (client_id, forum_id, scheduled_for),
    constraint review_forum_id_fkey foreign key (client_id, forum_id) references forum
  );
  create table review_package (
    client_id uuid not null,
    id uuid not null,
    review_id uuid not null,
    version integer not null,
    compiled_at timestamptz not null,
    compiled_by text not null,
    -- canonical JSON, kept as text so that its hash verifies to the byte
    document text not null,
    content_hash text not null,
    html text not null,
    html_hash text not null,
    constraint review_package_pkey primary key (client_id, id),
    constraint review_package_version_key unique (client_id, review_id, version),
    constraint review_package_review_id_fkey foreign key (client_id, review_id) references review
  );
`;

const CLIENT_OWNED = [
  "import",
  "import_reject",
  "contact",
  "survey",
  "touched_day",
  "daily_measures",
  "touched_period",
  "scorecard",
  "objective_result",
  "review",
  "review_package",
];
