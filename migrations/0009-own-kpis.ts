import type { MigrationInterface, QueryRunner } from "typeorm";
import { secureByClient } from "./row-level-security";

/** Measures and KPIs of one's own, of the house (nil client) or of one client. */
export class OwnKpis0009 implements MigrationInterface {
  readonly name = "OwnKpis1795000000009";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of OWNED) await runner.query(secureByClient(table, { houseWide: true }));
    await runner.query(`grant select, insert, update, delete on ${OWNED.join(", ")}, own_code to regia_app;
      grant select, update on own_revision to regia_app;`);
  }

  async down(): Promise<void> {
    throw new Error("Definitions are not thrown away by a migration: drop the database instead.");
  }
}

const OWNED = ["own_measure", "own_measure_version", "own_kpi", "own_kpi_version"];

const TWO_TIMES = `
  version integer not null check (version >= 1),
  valid_from date not null,
  valid_until date,
  recorded_at timestamptz not null,
  superseded_at timestamptz`;

const TABLES = `
  -- Counts changes of the definitions below: a process that has seen the number need not read them again.
  create table own_revision (
    id integer constraint own_revision_pkey primary key constraint own_revision_id_check check (id = 1),
    revision bigint not null
  );
  insert into own_revision values (1, 0);
  -- A code means one thing, whoever owns it; therefore not under row level security. Never exposed by the API.
  create table own_code (
    code text constraint own_code_pkey primary key,
    -- nil: the house
    owner_id uuid not null
  );
  create table own_measure (
    client_id uuid not null,
    code text not null,
    stream text not null,
    description text not null,
    constraint own_measure_pkey primary key (client_id, code)
  );
  create table own_measure_version (
    client_id uuid not null,
    code text not null,
    -- what is counted or summed, on which conditions and days
    definition jsonb not null,
    ${TWO_TIMES},
    constraint own_measure_version_pkey primary key (client_id, code, version),
    constraint own_measure_version_code_fkey foreign key (client_id, code) references own_measure
  );
  create table own_kpi (
    client_id uuid not null,
    code text not null constraint own_kpi_code_fkey references kpi,
    -- names, unit, direction, parameters: all but the formula
    definition jsonb not null,
    constraint own_kpi_pkey primary key (client_id, code)
  );
  create index own_kpi_code_idx on own_kpi (code);
  create table own_kpi_version (
    client_id uuid not null,
    code text not null,
    formula text not null,
    -- formula of how many facts it rests on; null: the denominator
    sample text,
    -- which version of each measure of one's own it counts
    measure_versions jsonb not null,
    ${TWO_TIMES},
    constraint own_kpi_version_pkey primary key (client_id, code, version),
    constraint own_kpi_version_code_fkey foreign key (client_id, code) references own_kpi
  );
`;
