import { inSavepoint, type Tx } from "../platform/database";
import type { Day } from "../shared/day";
import type { Stream } from "../shared/stream";
import { FactBatch, noRows, type BatchedFact } from "./fact-batch";
import { noteDelivery } from "./feed.queries";
import type { RowCounts } from "./import-report";
import {
  copyToStage,
  holdServices,
  insertAll,
  insertNew,
  lockFacts,
  openStage,
  removeFacts,
  replaceFacts,
  storedHashes,
  touchDays,
  type BatchOrigin,
  type FormerFact,
} from "./fact.queries";
import { countRows, saveRejects } from "./import.queries";
import { noteLateFacts } from "./late-fact.queries";
import type { DerivedFacts } from "./streams/declared-stream";
import { streamFacts } from "./streams/stream-facts";

/**
 * Brings the facts of a batch into the session's stage. It takes no lock that anybody waits for, so that it may run
 * while another session still stores the batch before.
 */
export async function stageBatch(tx: Tx, { stream }: BatchOrigin, { batch, lines }: ReadyBatch): Promise<void> {
  if (batch.facts.size === 0) return;
  await openStage(tx, stream);
  await copyToStage(tx, stream, lines);
}

/** How a file is written. It begins hopeful: most files bring nothing that is stored already. */
export interface Manner {
  isHopeful: boolean;
}

/**
 * Stores a staged batch with its rejects and counts, and logs the days it touches: those of new facts, and of changed
 * facts where they were and where they are. All of it in the caller's transaction; what loses against another writer, or
 * hoped in vain that all was new, is undone to here and done again.
 */
export async function storeStaged(tx: Tx, origin: BatchOrigin, batch: FactBatch, manner: Manner): Promise<RowCounts> {
  if (manner.isHopeful) {
    try {
      return await inSavepoint(tx, () => store(tx, { origin, batch, isAllNew: true }));
    } catch (error) {
      if (codeOf(error) !== KNOWN_FACT && !CONFLICTS.has(codeOf(error))) throw error;
      manner.isHopeful = false;
    }
  }
  return retried(() => inSavepoint(tx, () => store(tx, { origin, batch, isAllNew: false })));
}

interface Storing {
  readonly origin: BatchOrigin;
  readonly batch: FactBatch;
  readonly isAllNew: boolean;
}

async function store(tx: Tx, storing: Storing): Promise<RowCounts> {
  const { origin, batch } = storing;
  const counts = { ...noRows(), rejected: batch.rejects.length, skipped: batch.skipped };
  if (batch.facts.size > 0) await storeFacts(tx, storing, counts);
  if (batch.withdrawn.size > 0) await withdrawFacts(tx, origin, [...batch.withdrawn]);
  await saveRejects(tx, origin, batch.rejects);
  await countRows(tx, origin, counts);
  await noteDelivery(tx, origin, {
    at: origin.at,
    latest: batch.latest === null ? null : new Date(batch.latest),
    serviceIds: batch.serviceIds,
    hasChanges: counts.accepted + counts.replaced + batch.withdrawn.size > 0,
  });
  return counts;
}

/** A batch with its lines for COPY, so that they can be made while the batch before is still being written. */
export interface ReadyBatch {
  readonly batch: FactBatch;
  readonly lines: Buffer;
}

export const ready = (batch: FactBatch): ReadyBatch => ({ batch, lines: batch.copyLines() });

async function storeFacts(tx: Tx, { origin, batch, isAllNew }: Storing, counts: RowCounts): Promise<void> {
  await holdServices(tx, origin.clientId, batch.serviceIds);
  if (isAllNew) await insertAll(tx, origin);
  const isNew: ReadonlySet<string> = new Set(isAllNew ? batch.facts.keys() : await insertNew(tx, origin));
  const former = isNew.size === batch.facts.size ? NONE : await replaceChanged(tx, origin, { batch, isNew });
  for (const one of batch.facts.values()) count(counts, one, { isNew, former });
  if (isNew.size + former.size === 0) return;
  const places = placesOf(batch, { isNew, former });
  const ids = [...isNew, ...former.keys()];
  await touchDays(tx, origin, places);
  await noteLateFacts(tx, origin, { places, ids });
  await afterStore(tx, origin, ids);
}

/** What else follows from facts of this stream. */
async function afterStore(tx: Tx, origin: BatchOrigin, ids: readonly string[]): Promise<void> {
  const bring = (stream: Stream, derived: DerivedFacts) => storeDerived(tx, { ...origin, stream }, derived);
  await streamFacts(origin.stream).afterStore?.(tx, { ...origin, ids, bring });
}

/** Facts that follow from those of another stream are stored, replaced and withdrawn like any others. */
async function storeDerived(tx: Tx, origin: BatchOrigin, { facts, gone }: DerivedFacts): Promise<void> {
  const batch = new FactBatch();
  for (const fact of facts) batch.add(fact);
  await stageBatch(tx, origin, ready(batch));
  if (facts.length > 0) await storeFacts(tx, { origin, batch, isAllNew: false }, noRows());
  if (gone.length > 0) await withdrawFacts(tx, origin, gone);
}

const NONE: ReadonlyMap<string, FormerFact> = new Map();

/** A row that the profile now leaves out takes back the fact that an earlier copy of it brought. */
async function withdrawFacts(tx: Tx, origin: BatchOrigin, ids: readonly string[]): Promise<void> {
  if ((await storedHashes(tx, origin, ids)).length === 0) return;
  await openStage(tx, origin.stream);
  const former = await lockFacts(tx, origin, ids);
  await removeFacts(tx, origin, ids);
  const places = daysByService(former);
  await touchDays(tx, origin, places);
  await noteLateFacts(tx, origin, { places, ids });
  await afterStore(tx, origin, ids);
}

/** Replaces stored facts whose content differs; answers how they were. */
async function replaceChanged(
  tx: Tx,
  origin: BatchOrigin,
  { batch, isNew }: { batch: FactBatch; isNew: ReadonlySet<string> },
): Promise<Map<string, FormerFact>> {
  const known = [...batch.facts.keys()].filter((id) => !isNew.has(id));
  const stored = await storedHashes(tx, origin, known);
  const differ = stored.filter((one) => one.contentHash !== batch.facts.get(one.externalId)?.contentHash);
  if (differ.length === 0) return new Map();
  const ids = differ.map(({ externalId }) => externalId);
  const former = await lockFacts(tx, origin, ids);
  await replaceFacts(tx, origin, ids);
  return new Map(former.map((one) => [one.externalId, one]));
}

interface Outcome {
  readonly isNew: ReadonlySet<string>;
  readonly former: ReadonlyMap<string, FormerFact>;
}

/** As if the rows had come one by one: how a file is cut into batches does not show in the counts. */
function count(counts: RowCounts, { fact, contentHash, firstHash, ...copies }: BatchedFact, outcome: Outcome): void {
  const formerHash = outcome.former.get(fact.externalId)?.contentHash ?? contentHash;
  if (outcome.isNew.has(fact.externalId)) counts.accepted += 1;
  else if (formerHash === firstHash) counts.unchanged += 1;
  else counts.replaced += 1;
  counts.replaced += copies.replacing;
  counts.unchanged += copies.repeating;
}

/** Each service with the days on which new and changed facts count, or counted before. */
function placesOf({ facts }: FactBatch, { isNew, former }: Outcome): Map<string, Set<Day>> {
  const changed = [...facts.values()].flatMap(({ fact }) => {
    const before = former.get(fact.externalId);
    return before ? [before, fact] : isNew.has(fact.externalId) ? [fact] : [];
  });
  return daysByService(changed);
}

type Placed = Pick<FormerFact, "serviceId" | "days">;

function daysByService(facts: readonly Placed[]): Map<string, Set<Day>> {
  const places = new Map<string, Set<Day>>();
  for (const { serviceId, days } of facts) {
    let known = places.get(serviceId);
    if (!known) places.set(serviceId, (known = new Set()));
    for (const on of days) if (on !== null) known.add(on);
  }
  return places;
}

const MOST_TRIES = 6;
/** Another transaction held what this one wanted, and the other way round; nothing was done. */
const CONFLICTS = new Set(["40P01", "40001"]);
const KNOWN_FACT = "23505";
const codeOf = (error: unknown): string => (error as { code?: string }).code ?? "";

/** Runs work again that lost against another transaction. */
async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === MOST_TRIES || !CONFLICTS.has(codeOf(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 5 * 2 ** tries));
    }
  }
}
