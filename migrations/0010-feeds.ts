import type { MigrationInterface, QueryRunner } from "typeorm";
import { secureByClient } from "./row-level-security";

/** Where facts come from, how far they are complete, and when they are expected. */
export class Feeds0010 implements MigrationInterface {
  readonly name = "Feeds1795000000010";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FEEDS);
    for (const table of TABLES) await runner.query(secureByClient(table));
    await runner.query(`grant select, insert, update, delete on ${TABLES.join(", ")} to regia_app;
      revoke update, delete on feed_declaration from regia_app;`);
  }

  async down(): Promise<void> {
    throw new Error("What senders declared is not thrown away by a migration: drop the database instead.");
  }
}

const TABLES = ["feed", "feed_declaration", "feed_expectation"];

const FEEDS = `
  create table feed (
    client_id uuid not null constraint feed_client_id_fkey references client,
    id uuid not null,
    stream text not null,
    source text not null,
    -- services that it ever brought facts of
    service_ids uuid[] not null default '{}',
    last_import_at timestamptz,
    -- when it last brought a new or changed fact
    last_change_at timestamptz,
    -- the latest instant of its facts
    observed_through timestamptz,
    -- what a sender vouched for: all facts before this instant have been sent
    complete_through timestamptz,
    -- since when it is late, as far as that was announced
    late_since timestamptz,
    constraint feed_pkey primary key (client_id, id),
    constraint feed_source_key unique (client_id, stream, source)
  );
  create index feed_late_since_idx on feed (client_id) where late_since is not null;
  -- Every declaration that moved a feed's completeness, corrections backwards included.
  create table feed_declaration (
    client_id uuid not null,
    id uuid not null,
    feed_id uuid not null,
    complete_through timestamptz not null,
    declared_at timestamptz not null,
    declared_by text not null,
    -- needed where it takes back what was declared before
    reason text,
    constraint feed_declaration_pkey primary key (client_id, id),
    constraint feed_declaration_feed_id_fkey foreign key (client_id, feed_id) references feed
  );
  create index feed_declaration_feed_id_idx on feed_declaration (client_id, feed_id, id);
  create table feed_expectation (
    client_id uuid not null,
    feed_id uuid not null,
    -- an ISO 8601 duration (data is never older than that) or an RFC 5545 rule of the days on which data is due
    every text not null,
    -- time of day on those days; null with a duration
    due_by text,
    time_zone text not null,
    grace text not null,
    -- whether only declarations count, and not the instants of facts
    declares boolean not null,
    version integer not null,
    valid_from date not null,
    valid_until date,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    check (valid_until is null or valid_until > valid_from),
    check (superseded_at is null or superseded_at >= recorded_at),
    constraint feed_expectation_pkey primary key (client_id, feed_id, version),
    constraint feed_expectation_feed_id_fkey foreign key (client_id, feed_id) references feed
  );
`;
