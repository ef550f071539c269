import { z } from "zod";
import { instant } from "../field-readers";
import type { FieldSpec, TextField } from "../field-text";
import type { ProfileReaders } from "../profile-readers";
import * as specs from "../profile-fields.schema";
import type { FieldReader, RowInHand } from "../row-in-hand";
import { AssignmentInput, PauseInput, ReopeningInput } from "./case-lists.type";
import { PAUSE_REASONS, RESPONSES, type CaseAssignment, type CasePause, type Reopening } from "./case-record";
import type { FieldKind } from "./field-kinds";
import { jsonList } from "./value-readers";

type ListKind<T> = FieldKind<readonly T[], false>;

/** Readers of what stands within an item. */
interface Within {
  readonly instant: (row: RowInHand, text: string | null | undefined) => number | null;
  readonly person: (row: RowInHand, text: string | null | undefined) => string | null;
}

/** A list whose items name instants, and perhaps persons, in the way the profile says for the field. */
const listOf = <I, T>(
  { description, item, type }: { description: string; item: z.ZodType<I>; type: () => unknown },
  understood: (item: I, row: RowInHand, within: Within) => T | null,
): ListKind<T> => ({
  ...{ description, isRequired: false, isList: true, scalar: () => [type()] },
  spec: specs.instant as unknown as z.ZodType<FieldSpec>,
  read: (name, spec, readers) => {
    const field = readers.text(name, spec);
    const items = jsonList(field, item);
    const within = readersWithin(field, spec, readers);
    return (row) => {
      const all = items(row)?.map((one) => understood(one, row, within)) ?? null;
      return all?.includes(null) ? null : (all as T[] | null);
    };
  },
});

/** Texts within an item are read as if each stood in a cell of its own. */
function readersWithin({ label }: TextField, spec: FieldSpec, readers: ProfileReaders): Within {
  let current: string | null = null;
  const cell: TextField = { label, read: () => current };
  const reading =
    <T>(read: FieldReader<T>) =>
    (row: RowInHand, text: string | null | undefined): T | null => {
      current = text?.trim() || null;
      return read(row);
    };
  return { instant: reading(instant(cell, readers.instantRules(spec))), person: reading(readers.person(cell)) };
}

const time = z.string().min(1);
const perhaps = z.string().nullish();

export const pauses = (description: string): ListKind<CasePause> =>
  listOf(
    {
      description,
      item: z.strictObject({ from: time, until: perhaps, reason: z.enum(PAUSE_REASONS) }),
      type: () => PauseInput,
    },
    ({ from, until, reason }, row, within) => {
      const begun = within.instant(row, from);
      return begun === null ? null : { from: begun, until: within.instant(row, until), reason };
    },
  );

export const reopenings = (description: string): ListKind<Reopening> =>
  listOf(
    { description, item: z.strictObject({ resolvedAt: time, reopenedAt: time }), type: () => ReopeningInput },
    (item, row, within) => {
      const resolvedAt = within.instant(row, item.resolvedAt);
      const reopenedAt = within.instant(row, item.reopenedAt);
      return resolvedAt === null || reopenedAt === null ? null : { resolvedAt, reopenedAt };
    },
  );

const assignment = z.strictObject({
  person: perhaps,
  assignedAt: time,
  respondedAt: perhaps,
  response: z.enum(RESPONSES).nullish(),
});

export const assignments = (description: string): ListKind<CaseAssignment> =>
  listOf({ description, item: assignment, type: () => AssignmentInput }, (item, row, within) => {
    const assignedAt = within.instant(row, item.assignedAt);
    const [personId, respondedAt] = [within.person(row, item.person), within.instant(row, item.respondedAt)];
    return assignedAt === null ? null : { personId, assignedAt, respondedAt, response: item.response ?? null };
  });
