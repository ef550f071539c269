import { rows, type Tx } from "../platform/database";
import type { Viewer } from "../platform/viewer";
import type { Day } from "../shared/day";
import { LINE_COLUMNS } from "./settlement-act.queries";
import type { ContractPlace } from "./settlement-book.queries";
import { linesCsv, type SettlementForCsv } from "./settlement-csv.rules";
import type { SettlementLine } from "./settlement-line.entity";
import type { Settlement } from "./settlement.entity";
import { moneyVisibility, visibleSettlement } from "./visible-settlements";

/** The lines of a settlement as CSV; undefined where the viewer sees no such settlement. */
export async function settlementCsv(tx: Tx, viewer: Viewer, id: string): Promise<string | undefined> {
  const [found] = await rows<SettlementForCsv>(tx, `${of()} and s.id = $4`, [...moneyVisibility(viewer), id]);
  if (!found) return undefined;
  return linesCsv(found, await rows<SettlementLine>(tx, LINES, [viewer.clientIds, id]));
}

/** Every version of the settlement of the period that a day is in, in our own house. */
export async function settlementsOn(
  tx: Tx,
  { clientId, contractId }: ContractPlace,
  on: Day,
): Promise<PeriodSettlement[]> {
  const sql = `${of(", s.settled, s.cause")} and s.contract_id = $4 and s.period_from <= $5 and s.period_until > $5 order by s.version`;
  const found = await rows<SettlementForCsv & Pick<Settlement, "settled" | "cause">>(tx, sql, [
    ...[[clientId], true, "null", contractId, on],
  ]);
  const all: PeriodSettlement[] = [];
  for (const { settled, cause, ...head } of found)
    all.push({ of: head, settled, cause, lines: await rows<SettlementLine>(tx, LINES, [[clientId], head.id]) });
  return all;
}

export interface PeriodSettlement extends Pick<Settlement, "settled" | "cause"> {
  readonly of: SettlementForCsv;
  readonly lines: readonly SettlementLine[];
}

const of = (
  more = "",
): string => `select s.id, c.code as contract, s.period_kind as kind, s.period_from as "from", s.period_until as until,
  s.version, s.state, s.currency${more}
  from settlement s join contract c on c.client_id = s.client_id and c.id = s.contract_id
 where ${visibleSettlement("s")}`;

const LINES = `select ${LINE_COLUMNS} from settlement_line l
  where l.client_id = any($1) and l.settlement_id = $2 order by l.no`;
