import { createHash } from "node:crypto";
import { Contract } from "../contracts/contract.entity";
import { rows, type Tx } from "../platform/database";
import { batchLoaderBy } from "../platform/graphql/loader";
import type { Viewer } from "../platform/viewer";
import type { Day } from "../shared/day";
import type { Period } from "../shared/period";
import { computeResults } from "./contract-results";
import {
  objectiveResultView,
  periodDescriber,
  scorecardView,
  type ObjectiveResultView,
  type ScorecardView,
} from "./scorecard-view";
import type { Scorecard } from "./scorecard.entity";
import { visibility, visiblePromise, visibleScorecard } from "./visible-results";

/** Results of a contract's period by the definitions in force on a day, as they were believed at an instant. */
export interface OnDay {
  readonly clientId: string;
  readonly contractId: string;
  readonly period: Period;
  /** Null: as they are believed now. */
  readonly asOf: Date | null;
  readonly validOn: Day;
}

/** A result that nobody published: computed for whoever asked. */
export type Computed<V> = V & { readonly validOn: Day };

export interface ResultsOnDay {
  readonly cards: readonly Computed<ScorecardView>[];
  readonly objectives: readonly Computed<ObjectiveResultView>[];
}

const NOTHING: ResultsOnDay = { cards: [], objectives: [] };

/** Computed once per request, whoever of the contract is asked for; holds what the viewer may see. */
export const resultsOnDay = batchLoaderBy<OnDay, ResultsOnDay>(textOf, async (tx, viewer, keys, now) => {
  const found: ResultsOnDay[] = [];
  for (const key of keys)
    found.push(viewer.clientIds.includes(key.clientId) ? await compute(tx, viewer, key, now) : NOTHING);
  return found;
});

function textOf({ clientId, contractId, period, asOf, validOn }: OnDay): string {
  return [clientId, contractId, period.kind, period.from, asOf?.toISOString() ?? "now", validOn].join("/");
}

async function compute(tx: Tx, viewer: Viewer, key: OnDay, now: Date): Promise<ResultsOnDay> {
  const { clientId, contractId, period, asOf: believedAt, validOn } = key;
  const contract = await tx.findOneBy(Contract, { clientId, id: contractId });
  if (!contract) return NOTHING;
  const computed = await computeResults(tx, { clientId, contractId, periods: [period], now, believedAt, validOn });
  const { timeZone, graceDays, currency } = contract;
  const shared = { clientId, contractId, version: 0, state: "provisional", recordedAt: now, finalAt: null } as const;
  const clock = { timeZone, graceDays, currency };
  const describe = periodDescriber(now);
  const cards = computed.cards.map((row) => ({
    ...{ ...row, ...shared, ...clock },
    id: idOf(key, row.subjectKind, row.subjectId),
  }));
  const seen = await visibleCards(tx, viewer, cards);
  const promises = await visiblePromises(tx, viewer, contractId);
  return {
    cards: cards.filter(({ id }) => seen.has(id)).map((row) => ({ ...scorecardView(row, describe), validOn })),
    objectives: computed.objectives.flatMap((row) => {
      const promise = promises.find(({ id }) => id === row.objectiveId);
      const id = idOf(key, "objective", row.objectiveId);
      const whole = promise && { ...row, ...shared, ...clock, id, serviceId: promise.serviceId };
      return whole ? [{ ...objectiveResultView(whole, describe), validOn }] : [];
    }),
  };
}

/** A UUID (version 8) that follows from what was asked: the same question has the same id, so that pages fit together. */
function idOf(key: OnDay, kind: string, id: string): string {
  const hash = createHash("sha256")
    .update(`${textOf(key)}/${kind}/${id}`)
    .digest("hex");
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`];
  return [...parts, hash.slice(20, 32)].join("-");
}

/** Ids of the cards that the viewer may see, by the rule for those in the database. */
async function visibleCards(
  tx: Tx,
  viewer: Viewer,
  cards: readonly Pick<
    Scorecard,
    "id" | "clientId" | "contractId" | "subjectKind" | "subjectId" | "serviceId" | "teamId" | "personId"
  >[],
): Promise<ReadonlySet<string>> {
  const asked = cards.map((card) => ({
    ...{ client_id: card.clientId, id: card.id, contract_id: card.contractId, subject_kind: card.subjectKind },
    subject_id: card.subjectId,
    ...{ service_id: card.serviceId, team_id: card.teamId, person_id: card.personId },
  }));
  const found = await rows<{ id: string }>(tx, VISIBLE_CARDS, [...visibility(viewer), JSON.stringify(asked)]);
  return new Set(found.map(({ id }) => id));
}

const VISIBLE_CARDS = `
  select s.id from jsonb_to_recordset($4) as s(client_id uuid, id uuid, contract_id uuid, subject_kind text,
    subject_id uuid, service_id uuid, team_id uuid, person_id uuid)
   where ${visibleScorecard("s")}`;

async function visiblePromises(tx: Tx, viewer: Viewer, contractId: string) {
  const [clientIds, , sight] = visibility(viewer);
  return rows<{ id: string; serviceId: string | null }>(
    tx,
    `select o.id, o.service_id as "serviceId" from objective o
      where o.client_id = any($1) and o.contract_id = $2 and ${visiblePromise("o.contract_id", "o.service_id")}`,
    [clientIds, contractId, sight],
  );
}
