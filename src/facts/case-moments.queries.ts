import { layOutDueWindows } from "../contracts/calendar-window.queries";
import { neighbourDaysSql, momentDaysSql } from "../kpis/case-days.rules";
import { affected, type Tx } from "../platform/database";
import { lockCases } from "./case-lock.queries";
import { casesOnClosedDays, noteLateCases } from "./late-case.queries";
import { momentsSql } from "./case-moments.rules";
import type { StoredFacts } from "./streams/declared-stream";

/**
 * Derives the moments of cases that came, changed or went, and logs every day on which they counted or count now; and
 * those of other cases of the same customers, which are repeats or not of these. One client's batches go through here
 * one after the other: neighbours that arrive side by side see each other.
 */
export async function deriveMoments(tx: Tx, stored: StoredFacts): Promise<void> {
  const { clientId, source, ids, at } = stored;
  await lockCases(tx, clientId);
  await layOutDueWindows(tx, clientId, at);
  const some = [clientId, source, ids];
  const before = await casesOnClosedDays(tx, clientId, source, ids);
  await affected(tx, TOUCH, some);
  await affected(tx, "delete from case_moment where client_id = $1 and source = $2 and external_id = any($3)", some);
  await affected(tx, DERIVE, some);
  await affected(tx, TOUCH, some);
  await affected(tx, TOUCH_NEIGHBOURS, some);
  await noteLateCases(tx, stored, { before, after: await casesOnClosedDays(tx, clientId, source, ids) });
}

/**
 * Derives all moments of a client anew, by calendars as they are believed now. Whoever writes calendars or cases has laid
 * out their windows.
 */
export async function deriveAllMoments(tx: Tx, clientId: string): Promise<number> {
  await lockCases(tx, clientId);
  await affected(tx, "delete from case_moment where client_id = $1", [clientId]);
  return affected(tx, DERIVE_ALL, [clientId]);
}

const DERIVE_ALL = momentsSql("r.client_id = $1");
const DERIVE = momentsSql("r.client_id = $1 and r.source = $2 and r.external_id = any($3)");

const MINE = `(select * from case_moment where client_id = $1 and source = $2 and external_id = any($3))`;

const TOUCH = `
  insert into touched_day (client_id, stream, service_id, day)
  select $1::uuid, 'case', d.service_id, d.day from (${momentDaysSql(MINE)}) d`;

/** How the cases were, and how they are. */
const CHANGED = `(
  select * from pg_temp.former_case_record
  union all
  select * from case_record where client_id = $1 and source = $2 and external_id = any($3))`;

const TOUCH_NEIGHBOURS = `
  insert into touched_day (client_id, stream, service_id, day)
  select $1::uuid, 'case', d.service_id, d.day from (${neighbourDaysSql(CHANGED)}) d`;
