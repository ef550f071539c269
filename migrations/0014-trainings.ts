import type { MigrationInterface, QueryRunner } from "typeorm";
import { secureByClient } from "./row-level-security";

/** Who answers for the training of whom; and roles that answer for every contract of a client. */
export class Trainings0014 implements MigrationInterface {
  readonly name = "Trainings1795000000014";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TRAINING);
    await runner.query(secureByClient("training"));
    await runner.query("grant select, insert, update on training to regia_app");
    await runner.query(POSITIONS_BY_ROLE);
    await runner.query(SCORECARDS_BY_PERSON);
  }

  async down(): Promise<void> {
    throw new Error("Who trained whom is not thrown away by a migration: drop the database instead.");
  }
}

const TRAINING = `
  -- Days on which a trainer answers for a trainee's own work. service_id null: on every service of the contract.
  create table training (
    client_id uuid not null,
    id uuid not null,
    contract_id uuid not null,
    trainer_id uuid not null constraint training_trainer_id_fkey references person,
    trainee_id uuid not null constraint training_trainee_id_fkey references person,
    service_id uuid,
    version integer not null,
    valid_from date not null,
    valid_until date,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    constraint training_valid_until_check check (valid_until is null or valid_until > valid_from),
    constraint training_superseded_at_check check (superseded_at is null or superseded_at >= recorded_at),
    constraint training_trainee_id_check check (trainee_id <> trainer_id),
    constraint training_pkey primary key (client_id, id, version),
    constraint training_contract_id_fkey foreign key (client_id, contract_id) references contract,
    constraint training_service_id_fkey foreign key (client_id, service_id) references service
  );
  create unique index training_current_key on training (client_id, id) where superseded_at is null;
  create index training_contract_id_idx on training (client_id, contract_id);
  create index training_service_id_idx on training (client_id, service_id);
  create index training_trainer_id_idx on training (trainer_id);
  create index training_trainee_id_idx on training (trainee_id);
`;

/** Finds the few positions of a client that answer for all its contracts, on every day that is computed. */
const POSITIONS_BY_ROLE = `
  create index position_client_role_idx on position (client_id, role_code) where superseded_at is null;
`;

/** Finds what one person did under whatever contract, and in whatever position. */
const SCORECARDS_BY_PERSON = `
  create index scorecard_person_idx on scorecard (client_id, person_id, period_kind, period_from)
   where person_id is not null;
`;
