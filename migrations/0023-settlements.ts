import type { MigrationInterface, QueryRunner } from "typeorm";
import { secureByClient } from "./row-level-security";

/** What closed periods come to in money, what both parties did about it, and that nothing of it changes silently. */
export class Settlements0023 implements MigrationInterface {
  readonly name = "Settlements1795000000023";

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [SETTLEMENT, DISPUTE, LINE, EVENTS, CHARGE, INCIDENT, NOTICE, RUN]) await runner.query(sql);
    for (const table of TABLES) await runner.query(secureByClient(table));
    for (const sql of [ISSUED_STAYS, GRANTS]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error("Settlements are not undone by a migration: drop the database instead.");
  }
}

const TABLES = [
  ...["settlement", "settlement_dispute", "settlement_line", "settlement_event", "settlement_dispute_event"],
  ...["charge", "incident", "settlement_notice", "settlement_run"],
];

const PERIOD_KINDS = "('day', 'week', 'month', 'quarter', 'year')";

const SETTLEMENT = `
  create table settlement (
    client_id uuid not null,
    id uuid not null,
    contract_id uuid not null,
    period_kind text not null constraint settlement_period_kind_check check (period_kind in ${PERIOD_KINDS}),
    period_from date not null,
    period_until date not null,
    -- 1: the settlement of the period; the others are corrections of it
    version integer not null constraint settlement_version_check check (version >= 1),
    kind text not null constraint settlement_kind_check check (kind in ('regular', 'correction')),
    -- what made it: the period's closing, something that it is based on, or a decided dispute
    cause text not null constraint settlement_cause_check check (cause in ('closing', 'basis', 'dispute')),
    state text not null constraint settlement_state_check
      check (state in ('proposed', 'issued', 'disputed', 'agreed', 'invoiced')),
    currency text not null,
    -- version of the settlement terms in force on the period's last day
    terms_version integer not null,
    -- the last amendment that applied; null: the contract itself
    amendment_id uuid,
    -- all amounts in minor units, in the client's favour where nothing else is said
    fee numeric not null,
    credits numeric not null,
    bonuses numeric not null,
    held numeric not null,
    released numeric not null,
    returned numeric not null,
    net numeric not null,
    -- how it came about (settlements/engine/settled-period.ts)
    settled jsonb not null,
    -- what it was based on: results, charge, incidents, report errors (settlements/settlement.entity.ts)
    basis jsonb not null,
    -- of a correction: what changed in the basis since (settlements/settlement.entity.ts)
    changes jsonb not null default '[]',
    -- of a correction: why
    reason text,
    -- of what it says and follows from: another one makes a proposal another
    fingerprint text not null,
    -- of everything that it and all periods before it follow from
    chain text not null default '',
    -- what it and the periods before it each followed from, by their names
    followed_from jsonb not null default '{}',
    settled_at timestamptz not null,
    issued_at timestamptz,
    issued_by text,
    agreed_at timestamptz,
    agreed_by text,
    invoiced_at timestamptz,
    invoiced_by text,
    -- number of the invoice or credit note
    invoice_reference text,
    constraint settlement_pkey primary key (client_id, id),
    constraint settlement_version_key unique (client_id, contract_id, period_kind, period_from, version),
    constraint settlement_kind_version_check check ((kind = 'regular') = (version = 1)),
    constraint settlement_issued_at_check check ((state = 'proposed') = (issued_at is null)),
    constraint settlement_contract_id_fkey foreign key (client_id, contract_id) references contract
  );
  create index settlement_contract_id_idx on settlement (client_id, contract_id, period_from desc, id);
  create unique index settlement_proposed_key on settlement (client_id, contract_id, period_kind, period_from)
    where state = 'proposed' and cause <> 'dispute';
`;

const DISPUTE = `
  create table settlement_dispute (
    client_id uuid not null,
    id uuid not null,
    contract_id uuid not null,
    settlement_id uuid not null,
    state text not null constraint settlement_dispute_state_check
      check (state in ('open', 'evidence', 'review', 'decided', 'closed', 'withdrawn')),
    reason text not null,
    opened_by text not null,
    opened_by_name text not null,
    opened_at timestamptz not null,
    outcome text constraint settlement_dispute_outcome_check check (outcome in ('upheld', 'partly', 'rejected')),
    -- what the lines come to instead, by number of line: {"3": "-1200"}; minor units
    decided jsonb,
    decided_by_name text,
    decided_at timestamptz,
    decision_reason text,
    -- the settlement that has the differences
    correction_id uuid,
    constraint settlement_dispute_pkey primary key (client_id, id),
    constraint settlement_dispute_decision_check check (
      (outcome is null) = (decided_at is null) and (outcome is null) = (decision_reason is null)
      and (outcome is not null) = (state in ('decided', 'closed'))),
    constraint settlement_dispute_contract_id_fkey foreign key (client_id, contract_id) references contract,
    constraint settlement_dispute_settlement_id_fkey foreign key (client_id, settlement_id) references settlement,
    constraint settlement_dispute_correction_id_fkey foreign key (client_id, correction_id) references settlement
  );
  create index settlement_dispute_contract_id_idx on settlement_dispute (client_id, contract_id, id desc);
  create index settlement_dispute_settlement_id_idx on settlement_dispute (client_id, settlement_id);
  create index settlement_dispute_correction_id_idx on settlement_dispute (client_id, correction_id);
`;

const LINE = `
  create table settlement_line (
    client_id uuid not null,
    settlement_id uuid not null,
    no integer not null,
    kind text not null constraint settlement_line_kind_check
      check (kind in ('credit', 'bonus', 'earn_back_hold', 'earn_back_release', 'earn_back_return')),
    -- code of the clause, and where the contract has it
    clause text not null,
    cites text not null,
    objective_id uuid,
    objective_code text,
    -- whole minor units in the client's favour; negative: in ours
    amount numeric not null constraint settlement_line_amount_check check (amount = trunc(amount)),
    reason text not null,
    -- first day of the period that the money comes from, where it is not this one
    origin date,
    -- days it is about, where terms changed within the period; null: all of it
    stretch_from date,
    stretch_until date,
    state text not null constraint settlement_line_state_check
      check (state in ('open', 'disputed', 'agreed', 'invoiced')),
    -- the latest dispute about it
    dispute_id uuid,
    -- number of the invoice or credit note that it is on; lines of a settlement may be on several
    invoice_reference text,
    constraint settlement_line_pkey primary key (client_id, settlement_id, no),
    constraint settlement_line_settlement_id_fkey
      foreign key (client_id, settlement_id) references settlement on delete cascade,
    constraint settlement_line_dispute_id_fkey foreign key (client_id, dispute_id) references settlement_dispute
  );
  create index settlement_line_dispute_id_idx on settlement_line (client_id, dispute_id);
  create index settlement_line_objective_id_idx on settlement_line (client_id, objective_id, settlement_id);
`;

const EVENTS = `
  -- Append-only: every step of a settlement.
  create table settlement_event (
    client_id uuid not null,
    settlement_id uuid not null,
    ordinal integer not null,
    at timestamptz not null,
    actor text not null,
    actor_name text not null,
    step text not null constraint settlement_event_step_check
      check (step in ('issued', 'agreed', 'disputed', 'dispute_ended', 'invoiced')),
    state text not null,
    note text,
    constraint settlement_event_pkey primary key (client_id, settlement_id, ordinal),
    constraint settlement_event_settlement_id_fkey foreign key (client_id, settlement_id) references settlement
  );
  -- Append-only: every step of a dispute about lines.
  create table settlement_dispute_event (
    client_id uuid not null,
    dispute_id uuid not null,
    ordinal integer not null,
    at timestamptz not null,
    actor text not null,
    actor_name text not null,
    step text not null constraint settlement_dispute_event_step_check
      check (step in ('opened', 'evidence_added', 'review_begun', 'decided', 'closed', 'withdrawn')),
    state text not null,
    note text,
    -- where the evidence is; a reference, not the file
    evidence text,
    constraint settlement_dispute_event_pkey primary key (client_id, dispute_id, ordinal),
    constraint settlement_dispute_event_dispute_id_fkey
      foreign key (client_id, dispute_id) references settlement_dispute
  );
`;

const CHARGE = `
  -- What was really charged for a period; append-only, another amount supersedes the one before.
  create table charge (
    client_id uuid not null,
    id uuid not null,
    contract_id uuid not null,
    period_kind text not null constraint charge_period_kind_check check (period_kind in ${PERIOD_KINDS}),
    period_from date not null,
    period_until date not null,
    -- minor units
    amount numeric not null constraint charge_amount_check check (amount >= 0 and amount = trunc(amount)),
    -- number of the invoice
    reference text,
    note text,
    recorded_by text not null,
    recorded_by_name text not null,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    constraint charge_pkey primary key (client_id, id),
    constraint charge_superseded_at_check check (superseded_at >= recorded_at),
    constraint charge_contract_id_fkey foreign key (client_id, contract_id) references contract
  );
  create unique index charge_in_force_key on charge (client_id, contract_id, period_kind, period_from)
    where superseded_at is null;
  create index charge_contract_id_idx on charge (client_id, contract_id, id desc);
`;

const INCIDENT = `
  -- One event that made several objectives fail; the client chooses the one credit it yields.
  create table incident (
    client_id uuid not null,
    id uuid not null,
    contract_id uuid not null,
    code text not null,
    title text not null,
    period_kind text not null constraint incident_period_kind_check check (period_kind in ${PERIOD_KINDS}),
    period_from date not null,
    period_until date not null,
    -- objectives that it breached
    objective_ids uuid[] not null constraint incident_objectives_check check (cardinality(objective_ids) >= 2),
    -- where the evidence is; a reference, not the file
    evidence text,
    recorded_by text not null,
    recorded_by_name text not null,
    recorded_at timestamptz not null,
    chosen_objective_id uuid,
    chosen_by_name text,
    chosen_at timestamptz,
    constraint incident_pkey primary key (client_id, id),
    constraint incident_code_key unique (client_id, contract_id, code),
    constraint incident_chosen_check check (
      (chosen_objective_id is null) = (chosen_at is null)
      and (chosen_objective_id is null or chosen_objective_id = any (objective_ids))),
    constraint incident_contract_id_fkey foreign key (client_id, contract_id) references contract
  );
  create index incident_contract_id_idx on incident (client_id, contract_id, period_from);
`;

const NOTICE = `
  -- A default, or a ground for termination, that arose; raised once, when its settlement is issued.
  create table settlement_notice (
    client_id uuid not null,
    id uuid not null,
    contract_id uuid not null,
    settlement_id uuid not null,
    clause text not null,
    cites text not null,
    objective_id uuid,
    objective_code text not null,
    consequence text not null constraint settlement_notice_consequence_check
      check (consequence in ('default', 'termination')),
    failures integer not null,
    within integer not null,
    failures_limit integer not null,
    period_from date not null,
    raised_at timestamptz not null,
    -- the figures it arose from were corrected: it stays on record
    withdrawn_at timestamptz,
    withdrawn_by text,
    withdrawal_reason text,
    constraint settlement_notice_pkey primary key (client_id, id),
    constraint settlement_notice_withdrawn_check check (
      (withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawal_reason is null)),
    constraint settlement_notice_contract_id_fkey foreign key (client_id, contract_id) references contract,
    constraint settlement_notice_settlement_id_fkey foreign key (client_id, settlement_id) references settlement
  );
  create unique index settlement_notice_standing_key
    on settlement_notice (client_id, contract_id, clause, objective_code, period_from) where withdrawn_at is null;
  create index settlement_notice_settlement_id_idx on settlement_notice (client_id, settlement_id);
  create index settlement_notice_contract_id_idx on settlement_notice (client_id, contract_id, period_from desc, id);
`;

const RUN = `
  -- What a contract's settlements were last worked out from, so that nothing is done when nothing changed.
  create table settlement_run (
    client_id uuid not null,
    contract_id uuid not null,
    fingerprint text not null,
    settled_at timestamptz not null,
    constraint settlement_run_pkey primary key (client_id, contract_id),
    constraint settlement_run_contract_id_fkey foreign key (client_id, contract_id) references contract
  );
`;

/** Whatever a program does: what the parties were told stays as it was; only its state goes on. */
const ISSUED_STAYS = `
  create function issued_settlement_stays() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and
       (new.settled, new.basis, new.changes, new.net, new.credits, new.bonuses, new.held, new.fee, new.currency,
        new.version, new.kind, new.cause, new.contract_id, new.period_kind, new.period_from, new.issued_at)
       is not distinct from
       (old.settled, old.basis, old.changes, old.net, old.credits, old.bonuses, old.held, old.fee, old.currency,
        old.version, old.kind, old.cause, old.contract_id, old.period_kind, old.period_from, old.issued_at)
    then
      return new;
    end if;
    raise exception 'a settlement that is % is not changed: a correction is added', old.state
      using errcode = 'restrict_violation', table = 'settlement';
  end $$;
  create trigger settlement_issued_stays before update or delete on settlement for each row
    when (old.state <> 'proposed') execute function issued_settlement_stays();
  create function issued_lines_stay() returns trigger language plpgsql as $$
  declare
    line settlement_line := case when tg_op = 'INSERT' then new else old end;
  begin
    if exists (select from settlement s
                where s.client_id = line.client_id and s.id = line.settlement_id and s.state <> 'proposed') then
      raise exception 'lines of an issued settlement are neither added nor taken away'
        using errcode = 'restrict_violation', table = 'settlement_line';
    end if;
    return line;
  end $$;
  create trigger settlement_line_issued_stays before insert or delete on settlement_line for each row
    execute function issued_lines_stay();
`;

const GRANTS = `
  grant select, insert, update, delete on settlement to regia_app;
  grant select, insert, delete on settlement_line to regia_app;
  grant update (state, dispute_id, invoice_reference) on settlement_line to regia_app;
  grant select, insert on settlement_event, settlement_dispute_event, settlement_notice to regia_app;
  grant select, insert on settlement_dispute, charge, incident to regia_app;
  grant update (state, outcome, decided, decided_by_name, decided_at, decision_reason, correction_id)
    on settlement_dispute to regia_app;
  grant update (superseded_at) on charge to regia_app;
  grant update (withdrawn_at, withdrawn_by, withdrawal_reason) on settlement_notice to regia_app;
  grant update (chosen_objective_id, chosen_by_name, chosen_at) on incident to regia_app;
  grant select, insert, update on settlement_run to regia_app;
`;
