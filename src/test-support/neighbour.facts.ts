import { BatchIngestService } from "../facts/batch-ingest.service";
import { viewerOf } from "../facts/ingest.builder";
import { Person } from "../people/person.entity";
import { NOW, type SettledHouse } from "../scorecards/settled-house.builder";
import type { Stream } from "../shared/stream";

const AT = "2026-06-02T09:00:00Z";
const LATER = "2026-06-02T11:00:00Z";
const QUARTER = { intervalStart: AT, intervalSeconds: 900 };

/** A fact of every stream, sent as programs send them; `mark` stands in every text of theirs. */
export async function factsOfEveryStream(at: SettledHouse, mark: string): Promise<void> {
  const { clientId } = at;
  const anna = await codeOf(at, at.house.agents.anna.personId);
  const batches = new BatchIngestService();
  const place = { externalId: `1-${mark}`, service: at.house.phone.code };
  for (const [stream, fact] of Object.entries(factsOf(mark, anna))) {
    const rows = [{ ...place, ...fact }];
    const sent = { stream: stream as Stream, source: mark, rows, by: { ...viewerOf(clientId), name: mark }, now: NOW };
    const { rejects } = await at.in((tx) => batches.append(tx, { ...sent, completeThrough: new Date(LATER) }));
    if (rejects.length > 0) throw new Error(`The neighbour's ${stream} was rejected: ${JSON.stringify(rejects)}`);
  }
}

async function codeOf(at: SettledHouse, personId: string): Promise<string> {
  const person = await at.in((tx) => tx.findOneByOrFail(Person, { id: personId }));
  return person.code;
}

/** By stream: what they say besides id and service. */
const factsOf = (mark: string, person: string): Record<Stream, object> => ({
  contact: {
    channel: "phone",
    person,
    outcome: "answered",
    offeredAt: AT,
    waitSeconds: 9,
    talkSeconds: 60,
    reason: mark,
  },
  survey: { channel: "phone", person, surveyedAt: AT, rating: 5, contactExternalId: mark },
  ...caseFacts(mark, person),
  ...qualityFacts(mark, person),
  ...workforceFacts(mark, person),
  cost: { incurredOn: "2026-06-02", amount: "12.50", category: mark },
  complaint: { person, receivedAt: AT, reason: mark, severity: mark, customerRef: mark },
  employee_survey: { answeredAt: AT, rating: 4, recommend: 9, team: mark },
});

const caseFacts = (mark: string, person: string) => ({
  case: {
    ...{ person, openedAt: AT, resolvedAt: LATER, reason: mark, priority: mark, customerRef: mark },
    assignments: [{ person, assignedAt: AT, respondedAt: LATER, response: "solution" }],
  },
  case_event: { person, at: AT, caseId: `logged-${mark}`, kind: "opened", reason: mark, priority: mark },
});

const qualityFacts = (mark: string, person: string) => ({
  evaluation: {
    ...{ person, evaluator: person, evaluatedAt: AT, formCode: mark, formVersion: mark, contactExternalId: mark },
    items: [{ code: mark, section: mark, points: "3", maximum: "5" }],
    errors: [{ kind: "process", code: mark, rootCause: "training", rootCauseApproved: true }],
  },
  calibration: { person, calibratedAt: AT, formCode: mark, itemCode: mark, score: "87.5", reference: "82" },
});

const workforceFacts = (mark: string, person: string) => ({
  work_time: {
    ...{ person, startedAt: AT, endedAt: LATER, paidSeconds: 7_200, loggedSeconds: 7_000, handlingSeconds: 5_000 },
    auxStates: [{ state: mark, seconds: 100, paid: true, productive: false }],
  },
  forecast: { ...QUARTER, publication: mark, publishedAt: "2026-05-20T09:00:00Z", isLocked: true, volume: "12.5" },
  volume: { ...QUARTER, offered: 10, handled: 9, abandoned: 1, handleSeconds: 900 },
  headcount: { day: "2026-06-02", group: mark, headcount: "12.5", required: "14", joiners: 1, leavers: 2 },
});
