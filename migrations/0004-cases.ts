import type { MigrationInterface, QueryRunner } from "typeorm";
import { secureByClient } from "./row-level-security";

/** Cases, the events they may be folded from, and the instants of a case that are counted. */
export class Cases0004 implements MigrationInterface {
  readonly name = "Cases1795000000004";

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [CASES, MOMENTS, EVENTS]) await runner.query(sql);
    for (const table of TABLES) await runner.query(secureByClient(table));
    await runner.query(`grant select, insert, update, delete on ${TABLES.join(", ")} to regia_app;`);
  }

  async down(): Promise<void> {
    throw new Error("Facts are not thrown away by a migration: drop the database instead.");
  }
}

const TABLES = ["case_record", "case_moment", "case_event"];

const CASES = `
  create table case_record (
    client_id uuid not null,
    source text not null,
    external_id text not null,
    service_id uuid not null,
    -- '': none in particular
    channel text not null,
    -- who owns it, or resolved it
    person_id uuid,
    customer_ref text,
    reason text,
    priority text,
    opened_at timestamptz not null,
    first_response_at timestamptz,
    first_solution_at timestamptz,
    -- the last time; null while it is not resolved
    resolved_at timestamptz,
    closed_at timestamptz,
    due_at timestamptz,
    -- each earlier resolution, and when the case was opened again after it
    earlier_resolved_at timestamptz[] not null,
    reopened_at timestamptz[] not null,
    -- waiting for the customer, and for anybody else
    customer_pauses tstzmultirange not null,
    other_pauses tstzmultirange not null,
    -- [{"person": id or null, "assigned": instant, "responded": instant or null, "response": solution or information}]
    assignments jsonb not null,
    escalations integer check (escalations >= 0),
    contacts integer check (contacts >= 0),
    agent_interactions integer check (agent_interactions >= 0),
    within_target boolean,
    resolvable_first_contact boolean,
    content_hash uuid not null,
    import_id uuid not null,
    ingested_at timestamptz not null,
    constraint case_record_pkey primary key (client_id, source, external_id),
    constraint case_record_reopenings_check check (cardinality(earlier_resolved_at) = cardinality(reopened_at))
  );
  create index case_record_service_id_idx on case_record (client_id, service_id);
  create index case_record_customer_idx on case_record (client_id, customer_ref, opened_at, source, external_id)
    where customer_ref is not null;
`;

/** Derived from case_record, in the same transaction: deleting and deriving them again brings back the same. */
const MOMENTS = `
  create table case_moment (
    client_id uuid not null,
    source text not null,
    external_id text not null,
    ordinal integer not null,
    moment text not null constraint case_moment_moment_check check (moment in ('opened', 'reopened', 'responded',
      'solution', 'turnaround', 'resolved', 'closed', 'unanswered_ended', 'due', 'due_business_day', 'due_24h')),
    service_id uuid not null,
    channel text not null,
    -- whose it is; null: nobody's in particular
    person_id uuid,
    occurred_at timestamptz not null,
    -- local days of the service
    day date not null,
    opened_at timestamptz not null,
    opened_day date not null,
    -- of opened and reopened: when it was resolved after that; null: not yet
    until_day date,
    -- of resolved: when it was opened, or opened again, before that
    since_day date,
    -- of opened: when it was answered, or resolved without; null: not yet
    answered_day date,
    -- of resolved: the first time; and not opened again since
    is_first boolean not null,
    is_last boolean not null,
    -- of due and deadlines: done in time
    is_met boolean not null,
    -- of the time that the moment ends: without waiting for the customer, without any pause, and whole
    calendar_seconds bigint,
    business_seconds bigint,
    calendar_worked_seconds bigint,
    business_worked_seconds bigint,
    calendar_whole_seconds bigint,
    business_whole_seconds bigint,
    -- of the case
    customer_ref text,
    reason text,
    priority text,
    resolved_at timestamptz,
    first_reopened_at timestamptz,
    reopenings integer not null,
    due_at timestamptz,
    escalations integer,
    contacts integer,
    agent_interactions integer,
    within_target boolean,
    resolvable_first_contact boolean,
    import_id uuid not null,
    constraint case_moment_pkey primary key (client_id, source, external_id, ordinal)
  );
  create index case_moment_day_idx on case_moment (client_id, service_id, day);
  create index case_moment_opened_day_idx on case_moment (client_id, service_id, opened_day)
    where moment in ('opened', 'reopened');
`;

const EVENTS = `
  create table case_event (
    client_id uuid not null,
    source text not null,
    external_id text not null,
    service_id uuid not null,
    channel text not null,
    -- to whom the case is assigned after it
    person_id uuid,
    case_external_id text not null,
    sequence bigint,
    occurred_at timestamptz not null,
    kind text constraint case_event_kind_check check (kind in ('opened', 'assigned', 'acknowledged', 'responded',
      'solution_offered', 'information_requested', 'customer_replied', 'paused', 'resumed', 'escalated', 'resolved',
      'reopened', 'closed', 'updated')),
    state text constraint case_event_state_check
      check (state in ('new', 'open', 'waiting_customer', 'waiting_other', 'resolved', 'closed')),
    pause_reason text constraint case_event_pause_reason_check check (pause_reason in ('customer', 'other')),
    opened_at timestamptz,
    resolved_at timestamptz,
    due_at timestamptz,
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
    ingested_at timestamptz not null,
    constraint case_event_pkey primary key (client_id, source, external_id)
  );
  create index case_event_case_idx on case_event (client_id, source, case_external_id);
  create index case_event_service_id_idx on case_event (client_id, service_id);
`;
