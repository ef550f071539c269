import { BatchIngestService } from "../facts/batch-ingest.service";
import { viewerOf } from "../facts/ingest.builder";
import { Person } from "../people/person.entity";
import { NOW, type AgentName, type SettledHouse } from "../scorecards/settled-house.builder";
import type { Day } from "../shared/day";
import { globalId } from "../shared/ids";

/** Sends a document to the API as somebody. */
type Ask = (source: string) => Promise<{
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look at what came, whatever it is
  readonly data: any;
  readonly errors: readonly { readonly code: string }[];
}>;

/** An evaluation of somebody's work on the telephone desk, on 2 June unless it says otherwise. */
export interface TestEvaluation {
  readonly id: string;
  readonly of: AgentName;
  readonly by?: AgentName;
  readonly earned: string;
  readonly applicable: string;
  readonly autoFailed?: boolean;
  readonly on?: Day;
}

/** Sends evaluations as a program does. */
export async function sendEvaluations(at: SettledHouse, all: readonly TestEvaluation[]): Promise<void> {
  const codeOf = (name: AgentName): Promise<string> =>
    at.in(async (tx) => (await tx.findOneByOrFail(Person, { id: at.house.agents[name].personId })).code);
  const rows = await Promise.all(
    all.map(async ({ id, of, by, earned, applicable, autoFailed = false, on = "2026-06-02" }) => ({
      ...{ externalId: id, service: at.house.phone.code, channel: "phone", person: await codeOf(of), formCode: "call" },
      ...{ evaluatedAt: `${on}T09:00:00Z`, earnedPoints: earned, applicablePoints: applicable, autoFailed },
      ...(by ? { evaluator: await codeOf(by) } : {}),
    })),
  );
  const sent = { stream: "evaluation", client: null, source: "qa", rows, by: viewerOf(at.clientId), now: NOW } as const;
  const { rejects } = await at.in((tx) => new BatchIngestService().append(tx, sent));
  if (rejects.length > 0) throw new Error(`Rejected: ${JSON.stringify(rejects)}`);
}

const SHOWN = `id state outcome about reason openedByName decidedByName decisionReason
  original { value display numerator denominator status sample autoFailed }
  decided { value display numerator denominator status sample autoFailed }
  events { step state actorName note evidence }`;

/** A mutation about disputes: its dispute, the codes of what it refused, and errors above. */
export async function actOn(ask: Ask, name: string, input: string) {
  const { data, errors } = await ask(`mutation { ${name}(input: { ${input} }) {
    dispute { ${SHOWN} } errors { code path message remedy } } }`);
  const payload = data?.[name];
  return { dispute: payload?.dispute, refusals: payload?.errors ?? [], errors };
}

const REASON = "The survey answers of 1 June were somebody else's";

/** Disputes a position's figure of June. */
export const disputeCsat = (ask: Ask, at: SettledHouse, who: AgentName = "anna", kpi = "CSAT") =>
  actOn(
    ask,
    "openDispute",
    `contract: "${at.house.contract.code}", subject: { position: "${globalId("Position", at.house.agents[who].id)}" },
     kpi: "${kpi}", period: { kind: MONTH, containing: "2026-06-15" }, reason: "${REASON}", evidence: "call 17"`,
  );

export const disputeEvaluation = (ask: Ask, id: string) =>
  actOn(ask, "openEvaluationDispute", `source: "qa", externalId: "${id}", reason: "The caller had hung up already"`);

/** Reviews a dispute and decides it. */
export async function decide(ask: Ask, id: string, decision: string) {
  const reviewed = await actOn(ask, "reviewDispute", `id: "${id}"`);
  if (reviewed.refusals.length > 0) return reviewed;
  return actOn(ask, "decideDispute", `id: "${id}", reason: "Heard the recordings of that day", ${decision}`);
}
