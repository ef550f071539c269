import type { LineState } from "./settlement-line.entity";
import type { SettlementState } from "./settlement.entity";
import { SettlementStateForbids } from "./settlement.errors";
import { ALLOWED, type SettlementAct } from "./allowed-acts.rules";

export function refuseUnlessAllowed(act: SettlementAct, state: SettlementState): void {
  if (!(ALLOWED[act] as readonly SettlementState[]).includes(state)) throw new SettlementStateForbids(act, state);
}

/**
 * What an issued settlement is by its lines: one that is disputed holds itself only, the others flow.
 * | lines                       | settlement |
 * | agreed, disputed            | disputed   |
 * | invoiced, agreed            | agreed     |
 * | invoiced, invoiced          | invoiced   |
 * | open, agreed                | issued     |
 * | none                        | as it was  |
 */
export function stateByLines(lines: readonly LineState[], was: SettlementState): SettlementState {
  if (lines.length === 0) return was;
  if (lines.includes("disputed")) return "disputed";
  if (lines.every((one) => one === "invoiced")) return "invoiced";
  return lines.every((one) => one !== "open") ? "agreed" : "issued";
}

/** Lines that go on an invoice now: agreed ones; of a disputed settlement also those that nobody disputes. */
export const flows = (line: LineState, settlement: SettlementState): boolean =>
  line === "agreed" || (line === "open" && settlement === "disputed");
