import type { Services } from "../../src/main/services";
import type { Runtime } from "../../src/main/runtime";
import { RIGHTS } from "../../src/platform/viewer";
import { addDays, type Day } from "../../src/shared/day";
import { parseGlobalId } from "../../src/shared/ids";
import { actor, viewer } from "./acting";

export interface LifeOptions {
  readonly clientIds: readonly string[];
  /** The first day of last month. */
  readonly lastMonth: Day;
  readonly now: Date;
}

/** Somebody whose panel answered late, and who disputes what came of it. */
export const DISPUTING_AGENT = "AU-02";
const LATE_RATINGS = [1, 2, 2];

/**
 * What happens to figures of last month after they were computed: answers come late, which shows as drift where the month
 * is closed; somebody enters a value; and somebody disputes one. Another run in the same month changes nothing more.
 */
export async function liveOn(runtime: Runtime, services: Services, options: LifeOptions): Promise<void> {
  const { lastMonth, clientIds, now } = options;
  const act = actor(runtime, services, now);
  const operations = viewer({ name: "Operations (demo)", clientIds, rights: new Set(RIGHTS) });
  const { person } = await act(operations, PERSON, { code: DISPUTING_AGENT });
  const himself = viewer({ name: person.name, personId: parseGlobalId(person.id).id, clientIds });
  const about = {
    client: "aurora",
    contract: "aurora-care",
    kpi: "CSAT",
    period: { kind: "MONTH", containing: lastMonth },
  };
  await act(operations, LATE, { input: lateAnswers(lastMonth) });
  await act(operations, ENTER, {
    input: {
      ...{ ...about, subject: { service: "aurora-chat" }, value: "91.5 %", attachment: "file 7 of the panel" },
      reason: "For a week the panel asked in the wrong language; counted again from the mails",
      idempotencyKey: `chat by hand ${lastMonth}`,
    },
  });
  await act(himself, DISPUTE, {
    input: {
      ...{ ...about, subject: { position: person.positions.nodes[0]?.id }, evidence: "outage report of the network" },
      reason: "Two of the bad ratings are about an outage, not about the call",
      idempotencyKey: `ratings of ${lastMonth}`,
    },
  });
}

const lateAnswers = (lastMonth: Day): object => ({
  ...{ client: "aurora", source: "aurora-panel-by-post", idempotencyKey: `late answers ${lastMonth}` },
  rows: LATE_RATINGS.map((rating, index) => ({
    ...{ externalId: `${lastMonth} ${index}`, service: "aurora-voice", channel: "phone", person: DISPUTING_AGENT },
    ...{ rating, surveyedAt: `${addDays(lastMonth, index)}T10:00:00Z` },
  })),
});

const PERSON = `query ($code: String!) { person(code: $code) { id name positions(first: 1) { nodes { id } } } }`;
const LATE = `mutation ($input: IngestSurveysInput!) { ingestSurveys(input: $input) { errors { code message } } }`;
const ENTER = `mutation ($input: EnterManualValueInput!) { enterManualValue(input: $input) { errors { code message } } }`;
const DISPUTE = `mutation ($input: OpenDisputeInput!) { openDispute(input: $input) { errors { code message } } }`;
