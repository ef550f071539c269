import type { Tx } from "../platform/database";
import { periodTitle } from "../shared/day-words";
import { actorOf, record, type Acting } from "./act";
import type { SettlementStep } from "./settlement-event.entity";
import {
  appendSettlementEvent,
  linesOf,
  moveLines,
  saveSettlementState,
  type NewState,
} from "./settlement-act.queries";
import { flows, refuseUnlessAllowed, stateByLines } from "./settlement-state.rules";
import { EarlierPeriodProposed, NothingToInvoice } from "./settlement.errors";
import { lockSettlements } from "./settlement-book.queries";
import { countersBefore, standingNotices, writeNotices } from "./settlement-notice.queries";
import { noticeChanges } from "./settlement-notice.rules";
import { lockSettlement, proposedBefore, settledOf, type SettlementRow } from "./settlement.queries";

/** What follows from an issued settlement beside money: targets that rise. */
export type OnIssued = (tx: Tx, settlement: SettlementRow, acting: Acting) => Promise<void>;

type Key = Pick<SettlementRow, "clientId" | "id" | "contractId">;

/** The life of a settlement: issued, agreed, invoiced. Every step is kept. */
export class SettlementActsService {
  constructor(private readonly onIssued: OnIssued) {}

  /** From now on it stays as it is, and the client sees it. */
  async issue(tx: Tx, key: Key, note: string | null, acting: Acting): Promise<SettlementRow> {
    const before = await this.locked(tx, key);
    refuseUnlessAllowed("issue", before.state);
    const earlier = await proposedBefore(tx, before);
    if (earlier) throw new EarlierPeriodProposed(periodTitle(earlier));
    const after = await this.move(tx, before, { step: "issued", state: "issued", note }, acting);
    if (before.cause !== "dispute") await this.tellNotices(tx, before, acting);
    await this.onIssued(tx, after, acting);
    return after;
  }

  /** All lines that nobody disputes are agreed to. */
  async agree(tx: Tx, key: Key, note: string | null, acting: Acting): Promise<SettlementRow> {
    const before = await this.locked(tx, key);
    refuseUnlessAllowed("agree", before.state);
    const open = (await linesOf(tx, before)).filter(({ state }) => state === "open").map(({ no }) => no);
    await moveLines(tx, before, { nos: open, state: "agreed" });
    return this.moveByLines(tx, before, { step: "agreed", whenEmpty: "agreed", note }, acting);
  }

  /** What is agreed goes on an invoice or credit note; of a disputed settlement all that is not disputed. */
  async invoice(
    tx: Tx,
    key: Key,
    { reference, note }: { readonly reference: string; readonly note: string | null },
    acting: Acting,
  ): Promise<SettlementRow> {
    const before = await this.locked(tx, key);
    refuseUnlessAllowed("invoice", before.state);
    const lines = await linesOf(tx, before);
    const nos = lines.filter(({ state }) => flows(state, before.state)).map(({ no }) => no);
    if (nos.length === 0 && lines.length > 0) throw new NothingToInvoice();
    await moveLines(tx, before, { nos, state: "invoiced", reference });
    const said = note ?? `${reference}: ${nos.length} of ${lines.length} lines`;
    return this.moveByLines(tx, before, { step: "invoiced", whenEmpty: "invoiced", note: said, reference }, acting);
  }

  /** Brings a settlement to the state of its lines, after something was done to them. */
  async moveByLines(tx: Tx, before: SettlementRow, move: MoveByLines, acting: Acting): Promise<SettlementRow> {
    const lines = (await linesOf(tx, before)).map(({ state }) => state);
    return this.move(tx, before, { ...move, state: stateByLines(lines, move.whenEmpty) }, acting);
  }

  async locked(tx: Tx, key: Key): Promise<SettlementRow> {
    await lockSettlements(tx, key.contractId);
    return lockSettlement(tx, key);
  }

  /** Defaults that arise with it, and those that its figures undo. */
  private async tellNotices(tx: Tx, of: SettlementRow, { viewer, now }: Acting): Promise<void> {
    const { counters } = (await settledOf(tx, of)).settled;
    const standing = (await standingNotices(tx, of)).filter(({ periodFrom }) => periodFrom === of.periodFrom);
    const { raised, withdrawn } = noticeChanges(standing, counters, await countersBefore(tx, of));
    const told = withdrawn.map((one) => ({ ...one, reason: [one.reason, of.reason].filter(Boolean).join(" ") }));
    await writeNotices(tx, of, { raised, withdrawn: told }, { by: viewer.name, now });
  }

  private async move(tx: Tx, before: SettlementRow, move: Move, acting: Acting): Promise<SettlementRow> {
    const { viewer, now } = acting;
    const { clientId, id } = before;
    await saveSettlementState(tx, before, {
      ...{ state: move.state, by: viewer.name, now, invoiceReference: move.reference ?? null },
    });
    await appendSettlementEvent(tx, {
      ...{ clientId, settlementId: id, at: now, actor: actorOf(viewer), actorName: viewer.name },
      ...{ step: move.step, state: move.state, note: move.note },
    });
    const after = await lockSettlement(tx, before);
    const of = { clientId, act: `settlement.${move.step.replace("_", "-")}`, subject: `Settlement ${id}` };
    await record(tx, acting, { ...of, before: recordOf(before), after: recordOf(after) });
    return after;
  }
}

interface Saying {
  readonly step: SettlementStep;
  readonly note: string | null;
  /** Of an invoice. */
  readonly reference?: string;
}

interface Move extends Saying {
  readonly state: NewState["state"];
}

interface MoveByLines extends Saying {
  /** The state it comes to when it has no lines. */
  readonly whenEmpty: NewState["state"];
}

const recordOf = ({ state, version, net, invoiceReference }: SettlementRow) => ({
  state,
  version,
  net,
  invoiceReference,
});
