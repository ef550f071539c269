import { display } from "../../src/kpis/kpi-display.rules";
import { rows, type Tx } from "../../src/platform/database";
import type { Day } from "../../src/shared/day";
import { aligned } from "./summary";

interface Row {
  readonly contract: string;
  readonly currency: string;
  readonly fee: string;
  readonly credits: string;
  readonly bonuses: string;
  readonly held: string;
  readonly net: string;
  readonly state: string;
}

/** A table of what a month came to in money, in the clients' favour. */
export async function moneySummary(tx: Tx, clientIds: readonly string[], month: Day): Promise<string[]> {
  const settled = await rows<Row>(tx, SETTLED, [clientIds, month]);
  const table = settled.map(({ contract, currency, state, ...amounts }) => {
    const shown = (minor: string): string => display({ unit: "money", precision: 2 }, minor, "en", currency);
    const { fee, credits, bonuses, held, net } = amounts;
    return [contract, ...[fee, credits, bonuses, held, net].map(shown), state];
  });
  const heading = ["contract", "fee", "credits", "bonuses", "withheld", "net", "state"];
  return [`Money of ${month.slice(0, 7)}, in the clients' favour`, ...aligned([heading, ...table])];
}

const SETTLED = `
  select k.name as contract, s.currency, s.fee, s.credits, s.bonuses, s.held, s.net, s.state
    from settlement s join contract k on k.client_id = s.client_id and k.id = s.contract_id
   where s.client_id = any($1) and s.period_kind = 'month' and s.period_from = $2 and s.version = 1
   order by k.code`;
