import type { MigrationInterface, QueryRunner } from "typeorm";

/** Objectives of every kind and with every level, and results that tell how they came about. */
export class ObjectiveLevels0018 implements MigrationInterface {
  readonly name = "ObjectiveLevels1795000000018";

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [OBJECTIVE, OBJECTIVE_VERSION, OBJECTIVE_RESULT]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error("What was promised is not undone by a migration: drop the database instead.");
  }
}

const OBJECTIVE = `
  alter table objective
    add kind text not null default 'measured' constraint objective_kind_check
      check (kind in ('measured', 'composite', 'qualitative'));
`;

/** Shapes are in objectives/objective-terms.ts and assignments/scoring-scheme.ts. */
const OBJECTIVE_VERSION = `
  alter table objective_version
    add expected numeric,
    -- how a value is rounded before it is compared; null: it is not
    add rounding jsonb,
    add weight numeric not null default 1 constraint objective_version_weight_check check (weight >= 0),
    -- this period and so many less one before it are judged together
    add rolling integer not null default 1 constraint objective_version_rolling_check check (rolling >= 1 and rolling <= 24),
    -- only what happens within the windows of this calendar counts; null: whatever happens
    add calendar_id uuid,
    -- kinds of exclusions that are allowed; null: all
    add exclusions_allowed jsonb,
    -- what the target is relative to
    add baseline jsonb,
    -- of a composite: its parts and how they become one value
    add composite jsonb,
    -- of a qualitative one: what is asked
    add question jsonb,
    -- relief for volume above the locked forecast
    add relief jsonb,
    -- the change of the contract that brought it; null: the contract itself
    add amendment_id uuid,
    add constraint objective_version_calendar_id_fkey foreign key (client_id, calendar_id) references calendar;
  create index objective_version_calendar_id_idx on objective_version (client_id, calendar_id);
`;

const OBJECTIVE_RESULT = `
  alter table objective_result
    -- what it was held against (objectives/objective-terms.ts)
    add aims jsonb not null,
    -- the figure without exclusions; null: nothing was excluded
    add unadjusted jsonb,
    add exclusions jsonb not null default '[]',
    -- stretches under terms of their own, where the contract changed within the period
    add segments jsonb not null default '[]';
`;
