import type { MigrationInterface, QueryRunner } from "typeorm";
import { secureByClient } from "./row-level-security";

/** How the KPIs of a role make one score. */
export class KpiSets0013 implements MigrationInterface {
  readonly name = "KpiSets1795000000013";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(KPI_SET);
    await runner.query(secureByClient("kpi_set", { houseWide: true }));
    await runner.query("grant select, insert on kpi_set to regia_app");
    await runner.query("grant update (superseded_at) on kpi_set to regia_app");
  }

  async down(): Promise<void> {
    throw new Error("What was decided is not undone by a migration: drop the database instead.");
  }
}

const KPI_SET = `
  create table kpi_set (
    -- nil: of the whole house
    client_id uuid not null,
    id uuid not null,
    role_code text not null constraint kpi_set_role_code_fkey references role,
    contract_id uuid,
    service_id uuid,
    weights text not null constraint kpi_set_weights_check check (weights in ('whole', 'rescaled')),
    -- [{name, colour, from}], from worst to best
    levels jsonb not null,
    anonymous_under integer not null check (anonymous_under >= 0),
    version integer not null,
    valid_from date not null,
    valid_until date,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    check (valid_until is null or valid_until > valid_from),
    check (superseded_at is null or superseded_at >= recorded_at),
    constraint kpi_set_pkey primary key (client_id, id, version),
    constraint kpi_set_contract_id_fkey foreign key (client_id, contract_id) references contract,
    constraint kpi_set_service_id_fkey foreign key (client_id, service_id) references service
  );
  create index kpi_set_role_code_idx on kpi_set (role_code);
  create index kpi_set_contract_id_idx on kpi_set (client_id, contract_id);
  create index kpi_set_service_id_idx on kpi_set (client_id, service_id);
`;
