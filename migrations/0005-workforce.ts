import type { MigrationInterface, QueryRunner } from "typeorm";
import { secureByClient } from "./row-level-security";

/** Working time, forecasts, volumes of intervals and headcount; the parts of a wait. */
export class Workforce0005 implements MigrationInterface {
  readonly name = "Workforce1795000000005";

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [PARTS_OF_A_WAIT, WORK_TIME, FORECAST, VOLUME, HEADCOUNT]) await runner.query(sql);
    for (const table of TABLES) await runner.query(secureByClient(table));
    await runner.query(`grant select, insert, update, delete on ${TABLES.join(", ")} to regia_app`);
  }

  async down(): Promise<void> {
    throw new Error("Facts are not thrown away by a migration: drop the database instead.");
  }
}

const TABLES = ["work_time", "forecast", "volume", "headcount"];

const PARTS_OF_A_WAIT = `
  alter table contact
    -- how long the agent's telephone rang; part of the wait
    add column ring_seconds integer check (ring_seconds >= 0),
    -- what the agent was told before the customer was put through; after the wait
    add column whisper_seconds integer check (whisper_seconds >= 0);
`;

const KEY = `
    client_id uuid not null,
    source text not null,
    external_id text not null,
    service_id uuid not null,
    channel text not null,
    person_id uuid,`;

const END = `
    content_hash uuid not null,
    import_id uuid not null,
    ingested_at timestamptz not null,`;

const WORK_TIME = `
  create table work_time (${KEY}
    started_at timestamptz not null,
    ended_at timestamptz not null,
    -- seconds of the interval; null: not known
    scheduled_seconds integer check (scheduled_seconds >= 0),
    paid_seconds integer check (paid_seconds >= 0),
    logged_seconds integer check (logged_seconds >= 0),
    available_seconds integer check (available_seconds >= 0),
    -- each second once, however many customers at a time
    handling_seconds integer check (handling_seconds >= 0),
    -- the same for each contact
    contact_seconds integer check (contact_seconds >= 0),
    adherent_seconds integer check (adherent_seconds >= 0),
    productive_seconds integer check (productive_seconds >= 0),
    attended_seconds integer check (attended_seconds >= 0),
    unavailable_seconds integer check (unavailable_seconds >= 0),
    -- [{"state": …, "seconds": …, "paid": …, "productive": …}]
    aux_states jsonb,
    -- local day of the start in the service's zone
    day date not null,${END}
    constraint work_time_pkey primary key (client_id, source, external_id),
    constraint work_time_order_check check (ended_at > started_at)
  );
  create index work_time_day_idx on work_time (client_id, service_id, day);
  -- those that tell how long somebody was there for customers
  create index work_time_staff_idx on work_time (client_id, service_id, day)
    where coalesce(available_seconds + handling_seconds, logged_seconds) is not null;
`;

const FORECAST = `
  create table forecast (${KEY}
    interval_start timestamptz not null,
    interval_end timestamptz not null,
    publication text not null,
    published_at timestamptz not null,
    -- whether the contract measures against it
    is_locked boolean not null,
    -- hundredths of a contact, of a second and of a person
    volume_hundredths bigint check (volume_hundredths >= 0),
    aht_hundredths bigint check (aht_hundredths >= 0),
    required_hundredths bigint check (required_hundredths >= 0),
    -- of all contacts together
    handle_seconds bigint check (handle_seconds >= 0),
    -- local days of the first and the last instant in the service's zone
    day date not null,
    end_day date not null,${END}
    constraint forecast_pkey primary key (client_id, source, external_id),
    constraint forecast_order_check check (interval_end > interval_start)
  );
  create index forecast_day_idx on forecast (client_id, service_id, day);
  -- the few that cross midnight
  create index forecast_end_day_idx on forecast (client_id, service_id, end_day) where end_day <> day;
`;

const VOLUME = `
  create table volume (${KEY}
    interval_start timestamptz not null,
    interval_end timestamptz not null,
    offered integer not null check (offered >= 0),
    handled integer check (handled >= 0),
    abandoned integer check (abandoned >= 0),
    -- of all contacts handled together
    handle_seconds bigint check (handle_seconds >= 0),
    -- local days of the first and the last instant in the service's zone
    day date not null,
    end_day date not null,${END}
    constraint volume_pkey primary key (client_id, source, external_id),
    constraint volume_order_check check (interval_end > interval_start)
  );
  create index volume_day_idx on volume (client_id, service_id, day);
`;

const HEADCOUNT = `
  create table headcount (${KEY}
    day date not null,
    population text not null constraint headcount_population_check check (population in ('staff', 'customers')),
    -- '': the whole population of the service
    group_name text not null,
    headcount_hundredths bigint not null check (headcount_hundredths >= 0),
    required_hundredths bigint check (required_hundredths >= 0),
    -- since the snapshot before
    joiners integer check (joiners >= 0),
    leavers integer check (leavers >= 0),
    voluntary_leavers integer check (voluntary_leavers >= 0),
    involuntary_leavers integer check (involuntary_leavers >= 0),
    -- midnight of the day in the service's zone
    occurred_at timestamptz not null,${END}
    constraint headcount_pkey primary key (client_id, source, external_id)
  );
  create index headcount_day_idx on headcount (client_id, service_id, day);
  create index headcount_group_idx on headcount (client_id, service_id, population, group_name, day, source, external_id);
`;
