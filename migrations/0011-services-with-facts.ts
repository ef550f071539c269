import type { MigrationInterface, QueryRunner } from "typeorm";

/** A service that has facts of any stream cannot be deleted; facts have no foreign key that would say so. */
export class ServicesWithFacts0011 implements MigrationInterface {
  readonly name = "ServicesWithFacts1795000000011";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FACTS_HAVE_A_SERVICE);
  }

  async down(): Promise<void> {
    throw new Error("Facts are not thrown away by a migration: drop the database instead.");
  }
}

const TABLES = [
  ...["contact", "survey", "case_record", "case_event", "evaluation", "calibration", "work_time", "forecast"],
  ...["volume", "headcount", "cost", "complaint", "employee_survey"],
];

const FACTS_HAVE_A_SERVICE = `
  create or replace function service_has_no_facts() returns trigger language plpgsql set search_path = public as $$
  begin
    if ${TABLES.map(
      (table) => `exists (select 1 from ${table} f where f.client_id = old.client_id and f.service_id = old.id)`,
    ).join("\n      or ")} then
      raise foreign_key_violation using message = format('service "%s" has facts', old.code), table = 'service';
    end if;
    return null;
  end $$;`;
