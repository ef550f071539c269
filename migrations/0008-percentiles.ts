import type { MigrationInterface, QueryRunner } from "typeorm";
import { secureByClient } from "./row-level-security";

/** Distributions of times, day by day; and when a touched period is due. */
export class Percentiles0008 implements MigrationInterface {
  readonly name = "Percentiles1795000000008";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HISTOGRAMS);
    await runner.query(DUE_PERIODS);
    for (const table of ["histogram_in_use", "touched_histogram", "daily_histogram"]) {
      await runner.query(secureByClient(table));
      await runner.query(`grant select, insert, update, delete on ${table} to regia_app`);
    }
  }

  async down(): Promise<void> {
    throw new Error("Histograms are computed from facts: drop the two tables and the column by hand.");
  }
}

const HISTOGRAMS = `
  -- The distributions that a client's KPIs need: computed along with the days of their streams.
  create table histogram_in_use (
    client_id uuid not null constraint histogram_in_use_client_id_fkey references client,
    -- hash of the definition
    id uuid not null,
    stream text not null,
    -- numerator, denominator and parameters, as canonical JSON
    definition text not null,
    constraint histogram_in_use_pkey primary key (client_id, id)
  );
  -- Append-only log of the days whose histograms must be made again; after their measures, which people wait for.
  create table touched_histogram (
    client_id uuid not null,
    id bigint generated always as identity,
    stream text not null,
    service_id uuid not null,
    day date not null,
    constraint touched_histogram_pkey primary key (client_id, id)
  );
  -- Log-bucket histograms: of two days, services or persons the counts are added bucket by bucket.
  create table daily_histogram (
    client_id uuid not null,
    stream text not null,
    service_id uuid not null,
    day date not null,
    histogram_id uuid not null,
    channel text not null,
    -- nil: nobody in particular
    person_id uuid not null,
    buckets smallint[] not null,
    -- how many facts each bucket has; null: one
    counts integer[],
    constraint daily_histogram_pkey
      primary key (client_id, stream, service_id, day, histogram_id, channel, person_id)
  );
`;

/** Facts may count on days to come (an issue some days after its last contact): not before those days. */
const DUE_PERIODS = `
  alter table touched_period add column due_on date not null default '-infinity';
`;
