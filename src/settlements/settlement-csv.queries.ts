import { rows, type Tx } from "../platform/database";
import type { Viewer } from "../platform/viewer";
import { LINE_COLUMNS } from "./settlement-act.queries";
import { linesCsv, type SettlementForCsv } from "./settlement-csv.rules";
import type { SettlementLine } from "./settlement-line.entity";
import { moneyVisibility, visibleSettlement } from "./visible-settlements";

/** The lines of a settlement as CSV; undefined where the viewer sees no such settlement. */
export async function settlementCsv(tx: Tx, viewer: Viewer, id: string): Promise<string | undefined> {
  const [found] = await rows<SettlementForCsv>(tx, `${OF} and s.id = $4`, [...moneyVisibility(viewer), id]);
  if (!found) return undefined;
  return linesCsv(found, await rows<SettlementLine>(tx, LINES, [viewer.clientIds, id]));
}

const OF = `select s.id, c.code as contract, s.period_kind as kind, s.period_from as "from", s.period_until as until,
  s.version, s.state, s.currency, s.invoice_reference as "invoiceReference"
  from settlement s join contract c on c.client_id = s.client_id and c.id = s.contract_id
 where ${visibleSettlement("s")}`;

const LINES = `select ${LINE_COLUMNS} from settlement_line l
  where l.client_id = any($1) and l.settlement_id = $2 order by l.no`;
