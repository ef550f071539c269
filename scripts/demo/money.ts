import type { Runtime } from "../../src/main/runtime";
import type { Services } from "../../src/main/services";
import { RIGHTS, type Viewer } from "../../src/platform/viewer";
import { addDays, noon, type Day } from "../../src/shared/day";
import { actor, viewer, type Act } from "./acting";

export interface MoneyActs {
  readonly clientIds: readonly string[];
  readonly auroraId: string;
  /** The first day of last month. */
  readonly lastMonth: Day;
  readonly now: Date;
}

const operationsOf = (clientIds: readonly string[]): Viewer =>
  viewer({ name: "Operations (demo)", clientIds, rights: new Set(RIGHTS) });

const auroraOf = (id: string): Viewer =>
  viewer({ kind: "client", name: "Aurora Energia (demo)", clientIds: [id], rights: new Set(RIGHTS) });

/** Before last month is closed: both parties agree that an hour of it is not to count. */
export async function agreeOutage(runtime: Runtime, services: Services, acts: MoneyActs): Promise<void> {
  const act = actor(runtime, services, acts.now);
  const operations = operationsOf(acts.clientIds);
  const day = firstTuesday(addDays(acts.lastMonth, 7));
  const { contract } = await act(operations, EXCLUSIONS);
  const code = `outage-${day}`;
  if (contract.exclusions.nodes.some((one: { code: string }) => one.code === code)) return;
  const { requestExclusion } = await act(operations, REQUEST, {
    input: {
      ...{ client: "aurora", contract: "aurora-care", code, kind: "PLANNED_OUTAGE", services: ["aurora-chat"] },
      ...{
        objectives: ["aurora-chat-level"],
        reason: "The chat platform was renewed, as announced on the first of the month",
        evidence: ["change 4711"],
      },
      ...{ fromAt: `${day}T08:00:00Z`, untilAt: `${day}T10:00:00Z` },
    },
  });
  const { id } = requestExclusion.exclusion;
  for (const by of [operations, auroraOf(acts.auroraId)]) await act(by, APPROVE, { input: { id } });
}

const firstTuesday = (from: Day): Day => addDays(from, (2 - noon(from).weekday + 7) % 7);

/** What is closed was settled: it is issued; older months are agreed to and invoiced; one line of last month is disputed. */
export async function tradeMoney(runtime: Runtime, services: Services, acts: MoneyActs): Promise<string> {
  const act = actor(runtime, services, acts.now);
  const operations = operationsOf(acts.clientIds);
  const all = await settlementsOf(act, operations);
  for (const one of all) if (one.state === "PROPOSED") await act(operations, ISSUE, { input: { id: one.id } });
  for (const one of all)
    if (one.period.from < acts.lastMonth && one.state === "PROPOSED") {
      await act(operations, AGREE, { input: { id: one.id, note: "Agreed at the monthly review" } });
      const reference = `RE-${one.period.from.slice(0, 7)}-${one.contract.code}`;
      await act(operations, INVOICE, { input: { id: one.id, reference } });
    }
  const disputed = all.find((one) => one.contract.code === "aurora-care" && one.period.from === acts.lastMonth);
  const line = disputed?.lines.at(-1);
  if (disputed?.state === "PROPOSED" && line)
    await act(auroraOf(acts.auroraId), DISPUTE, {
      input: { id: disputed.id, lines: [line.no], reason: "By our own records the month came out otherwise" },
    });
  return `${all.length} settlements`;
}

interface ListedSettlement {
  readonly id: string;
  readonly state: string;
  readonly contract: { readonly code: string };
  readonly period: { readonly from: Day };
  readonly lines: readonly { readonly no: number }[];
}

/** The oldest first, as they are issued. */
async function settlementsOf(act: Act, by: Viewer): Promise<ListedSettlement[]> {
  const { contracts } = await act(by, SETTLEMENTS);
  const listed = contracts.nodes.flatMap(
    (one: { settlements: { nodes: ListedSettlement[] } }) => one.settlements.nodes,
  );
  return listed.sort((a: ListedSettlement, b: ListedSettlement) => (a.period.from < b.period.from ? -1 : 1));
}

const EXCLUSIONS = `{ contract(client: "aurora", code: "aurora-care") { exclusions(first: 50) { nodes { code } } } }`;
const REQUEST = `mutation ($input: RequestExclusionInput!) { requestExclusion(input: $input) { exclusion { id } errors { code message } } }`;
const APPROVE = `mutation ($input: ExclusionStepInput!) { approveExclusion(input: $input) { errors { code message } } }`;
const SETTLEMENTS = `{ contracts(first: 10) { nodes { settlements(first: 20) { nodes {
  id state contract { code } period { from } lines { no } } } } } }`;
const ISSUE = `mutation ($input: SettlementStepInput!) { issueSettlement(input: $input) { errors { code message } } }`;
const AGREE = `mutation ($input: SettlementStepInput!) { agreeSettlement(input: $input) { errors { code message } } }`;
const INVOICE = `mutation ($input: InvoiceSettlementInput!) { invoiceSettlement(input: $input) { errors { code message } } }`;
const DISPUTE = `mutation ($input: DisputeSettlementLinesInput!) { disputeSettlementLines(input: $input) { errors { code message } } }`;
