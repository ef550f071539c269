import type { MigrationInterface, QueryRunner } from "typeorm";
import { secureByClient } from "./row-level-security";

/** What would change in figures that are final, what of it was made to change, and that nothing else does. */
export class DriftAndRestatements0016 implements MigrationInterface {
  readonly name = "DriftAndRestatements1795000000016";

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [LATE_FACT, DRIFT, RESTATEMENT, FINAL_STAYS]) await runner.query(sql);
    for (const table of ["late_fact", "drift", "restatement"]) await runner.query(secureByClient(table));
    await runner.query(`grant select, insert on late_fact to regia_app;
      grant select, insert, update, delete on drift to regia_app;
      grant select, insert, update on restatement to regia_app;`);
  }

  async down(): Promise<void> {
    throw new Error("Restatements are not undone by a migration: drop the database instead.");
  }
}

const LATE_FACT = `
  -- Append-only log of what happened to facts on days of closed periods, after they were closed.
  create table late_fact (
    client_id uuid not null,
    id bigint generated always as identity,
    contract_id uuid not null,
    stream text not null,
    source text not null,
    external_id text not null,
    -- where it counts or counted
    service_id uuid not null,
    person_id uuid,
    day date not null,
    -- moved: it counts here now or did before, but not both
    change text not null constraint late_fact_change_check check (change in ('added', 'changed', 'moved', 'withdrawn')),
    import_id uuid not null,
    at timestamptz not null,
    constraint late_fact_pkey primary key (client_id, id)
  );
  create index late_fact_service_id_idx on late_fact (client_id, service_id, day);
`;

const DRIFT = `
  -- What final results would be by what is known now; replaced whenever a closed period is looked at again.
  create table drift (
    client_id uuid not null,
    id uuid not null,
    contract_id uuid not null,
    -- a subject of scorecards, or an objective
    subject_kind text not null constraint drift_subject_kind_check
      check (subject_kind in ('contract', 'service', 'team', 'person', 'position', 'objective')),
    subject_id uuid not null,
    service_id uuid,
    team_id uuid,
    person_id uuid,
    role_code text,
    period_kind text not null constraint drift_period_kind_check
      check (period_kind in ('day', 'week', 'month', 'quarter', 'year')),
    period_from date not null,
    period_until date not null,
    -- the version in force; null: there is none yet
    result_id uuid,
    result_version integer,
    -- from what to what (scorecards/drift/result-difference.ts has the shape)
    difference jsonb not null,
    -- definitions as they were believed then decide
    believed_at timestamptz not null,
    -- since when the version in force holds
    since timestamptz not null,
    -- when this very difference was seen first
    noticed_at timestamptz not null,
    constraint drift_pkey primary key (client_id, id),
    constraint drift_subject_key unique (client_id, subject_kind, subject_id, period_kind, period_from),
    constraint drift_contract_id_fkey foreign key (client_id, contract_id) references contract
  );
  create index drift_contract_id_idx on drift (client_id, contract_id, noticed_at desc, id);
`;

const RESTATEMENT = `
  create table restatement (
    client_id uuid not null,
    id uuid not null,
    contract_id uuid not null,
    period_kind text not null constraint restatement_period_kind_check
      check (period_kind in ('day', 'week', 'month', 'quarter', 'year')),
    period_from date not null,
    period_until date not null,
    state text not null constraint restatement_state_check
      check (state in ('proposed', 'applied', 'declined', 'withdrawn')),
    basis text not null constraint restatement_basis_check check (basis in ('as_closed', 'as_now')),
    -- definitions as they were believed then made the new figures; null: not applied
    believed_at timestamptz,
    reason text not null,
    -- where the evidence is; a reference, not the file
    evidence text,
    needs_consent boolean not null,
    proposed_by text not null,
    -- principal or API key
    proposer_id text not null,
    proposed_at timestamptz not null,
    -- who consented, declined or withdrew it; null where nobody had to
    decided_by text,
    decided_at timestamptz,
    decision_note text,
    applied_at timestamptz,
    -- how many scorecards, objective results and figures in them it is about
    scorecards integer not null,
    objective_results integer not null,
    figures integer not null,
    -- every result with its old and new figures (scorecards/drift/result-difference.ts has the shape)
    changes jsonb not null,
    -- of the changes: the client consents to these and no others
    changes_hash text not null,
    -- what follows from it, as it was when it was applied
    consequences jsonb,
    constraint restatement_pkey primary key (client_id, id),
    constraint restatement_applied_at_check check ((state = 'applied') = (applied_at is not null)),
    constraint restatement_contract_id_fkey foreign key (client_id, contract_id) references contract
  );
  create index restatement_contract_id_idx on restatement (client_id, contract_id, proposed_at desc, id);
  create index restatement_period_idx on restatement (client_id, contract_id, period_kind, period_from, applied_at);
  create unique index restatement_proposed_key on restatement (client_id, contract_id, period_kind, period_from)
    where state = 'proposed';
`;

/** Whatever a program does: what was decided stays in the table as it was. */
const FINAL_STAYS = `
  create function final_stays() returns trigger language plpgsql as $$
  begin
    raise exception 'a % % is not changed: restate the period instead', old.state, tg_table_name
      using errcode = 'restrict_violation', table = tg_table_name;
  end $$;
  create trigger scorecard_final_stays before update or delete on scorecard for each row
    when (old.state <> 'provisional') execute function final_stays();
  create trigger objective_result_final_stays before update or delete on objective_result for each row
    when (old.state <> 'provisional') execute function final_stays();
  create function restated_by_restatement() returns trigger language plpgsql as $$
  begin
    if not exists (
      select from restatement r
       where r.client_id = new.client_id and r.contract_id = new.contract_id and r.period_kind = new.period_kind
         and r.period_from = new.period_from and r.state = 'applied' and r.applied_at = new.final_at) then
      raise exception 'no restatement makes this %', tg_table_name using errcode = 'restrict_violation', table = tg_table_name;
    end if;
    return new;
  end $$;
  create trigger scorecard_restated before insert on scorecard for each row
    when (new.state = 'restated') execute function restated_by_restatement();
  create trigger objective_result_restated before insert on objective_result for each row
    when (new.state = 'restated') execute function restated_by_restatement();
  create trigger scorecard_becomes_final before update on scorecard for each row
    when (new.state = 'restated') execute function final_stays();
  create trigger objective_result_becomes_final before update on objective_result for each row
    when (new.state = 'restated') execute function final_stays();
`;
