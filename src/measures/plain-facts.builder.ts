import { issueDaysSql } from "../kpis/contact-chain.rules";
import { rows, type Tx } from "../platform/database";
import { NIL_ID } from "../shared/ids";
import { localDay, type PlainContact, type PlainSurvey } from "./plain-measures";

type Random = () => number;

/** Where random facts may fall. */
export interface Ground {
  readonly clientId: string;
  readonly services: readonly { readonly id: string; readonly zone: string }[];
  readonly people: readonly string[];
  readonly instants: readonly number[];
}

const pick = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
const maybe = <T>(random: Random, chance: number, value: () => T): T | null => (random() < chance ? value() : null);

const WAITS = [0, 1, 4, 5, 6, 19, 20, 21, 30, 31, 86_400];

/** A contact full of edges: ties, limits, midnights, things nobody wrote down. */
export function aRandomContact(random: Random, ground: Ground, externalId: string): PlainContact {
  const service = pick(random, ground.services);
  const outcome = pick(random, [
    "answered",
    "answered",
    "answered",
    "abandoned",
    "abandoned",
    "flow_out",
    "callback",
    "breakout",
  ] as const);
  const offeredAt = pick(random, ground.instants) + pick(random, [0, 0, 0, 1_000, -1, 59_999]);
  const waitSeconds = maybe(random, 0.85, () => pick(random, WAITS));
  const isAnswered = outcome === "answered";
  const answeredAt = isAnswered ? maybe(random, 0.9, () => offeredAt + (waitSeconds ?? 3) * 1_000) : null;
  const handled = pick(random, [0, 1, 60, 7_200, 90_000]);
  return {
    ...{ externalId, serviceId: service.id, zone: service.zone, outcome, offeredAt, waitSeconds, answeredAt },
    channel: pick(random, ["phone", "email"]),
    personId: maybe(random, 0.8, () => pick(random, ground.people)),
    customerRef: maybe(random, 0.7, () => `customer-${Math.floor(random() * 6)}`),
    reason: maybe(random, 0.6, () => pick(random, ["bill", "move"])),
    endedAt: maybe(random, 0.85, () => (answeredAt ?? offeredAt) + handled * 1_000),
    talkSeconds: isAnswered ? maybe(random, 0.8, () => handled) : null,
    holdSeconds: isAnswered ? maybe(random, 0.5, () => pick(random, [0, 7])) : null,
    wrapSeconds: isAnswered ? maybe(random, 0.5, () => pick(random, [0, 11])) : null,
    transferred: maybe(random, 0.7, () => random() < 0.3),
    ringSeconds: maybe(random, 0.7, () => Math.min(waitSeconds ?? 0, pick(random, [0, 3, 15]))),
    whisperSeconds: maybe(random, 0.5, () => pick(random, [0, 2])),
  };
}

/** A survey on one of several scales, perhaps about something closed long before. */
export function aRandomSurvey(random: Random, ground: Ground, externalId: string): PlainSurvey {
  const service = pick(random, ground.services);
  const surveyedAt = pick(random, ground.instants);
  const ratingScale = pick(random, [2, 5, 10]);
  const answer = (): boolean => random() < 0.5;
  return {
    ...{ externalId, serviceId: service.id, zone: service.zone, surveyedAt, ratingScale },
    channel: "phone",
    personId: maybe(random, 0.8, () => pick(random, ground.people)),
    closedAt: maybe(random, 0.7, () => surveyedAt - pick(random, [0, 3_600_000, 200_000_000])),
    rating: maybe(random, 0.8, () => 1 + Math.floor(random() * ratingScale)),
    resolved: maybe(random, 0.8, answer),
    resolvedFirstContact: maybe(random, 0.8, answer),
    errorKind: maybe(random, 0.6, () => pick(random, ["product", "process", "other"])),
    rootCause: maybe(random, 0.7, () => pick(random, ["training", "process"])),
    rootCauseApproved: maybe(random, 0.7, answer),
  };
}

const at = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());
const dayAt = (instant: number | null, zone: string): string | null =>
  instant === null ? null : localDay(instant, zone);

/** Stores contacts in the place of their earlier copies and logs the days that this touches, as an ingest does. */
export async function storeContacts(tx: Tx, clientId: string, contacts: readonly PlainContact[]): Promise<void> {
  await rows(tx, "create temp table if not exists changed (like contact) on commit delete rows; truncate changed");
  const ids = contacts.map((one) => one.externalId);
  await rows(tx, "insert into changed select * from contact where client_id = $1 and external_id = any($2)", [
    clientId,
    ids,
  ]);
  await rows(tx, "delete from contact where client_id = $1 and external_id = any($2)", [clientId, ids]);
  const json = contacts.map((one) => ({
    ...{ client_id: clientId, source: "test", external_id: one.externalId, service_id: one.serviceId },
    ...{ channel: one.channel, person_id: one.personId, customer_ref: one.customerRef, reason: one.reason },
    ...{
      outcome: one.outcome,
      offered_at: at(one.offeredAt),
      answered_at: at(one.answeredAt),
      ended_at: at(one.endedAt),
    },
    ...{ wait_seconds: one.waitSeconds, talk_seconds: one.talkSeconds, hold_seconds: one.holdSeconds },
    ...{ ring_seconds: one.ringSeconds, whisper_seconds: one.whisperSeconds },
    ...{ wrap_seconds: one.wrapSeconds, transferred: one.transferred, offered_day: dayAt(one.offeredAt, one.zone) },
    ...{ answered_day: dayAt(one.answeredAt, one.zone), ended_day: dayAt(one.endedAt, one.zone) },
    ...{ content_hash: NIL_ID, import_id: NIL_ID, ingested_at: at(0) },
  }));
  await rows(tx, "insert into contact select (jsonb_populate_recordset(null::contact, $1)).*", [JSON.stringify(json)]);
  await rows(tx, "insert into changed select * from contact where client_id = $1 and external_id = any($2)", [
    clientId,
    ids,
  ]);
  await rows(
    tx,
    `insert into touched_day (client_id, stream, service_id, day)
     select $1, 'contact', service_id, day from (
       select service_id, unnest(array[offered_day, answered_day, ended_day]) as day from changed
       union ${issueDaysSql("changed")}) d where day is not null`,
    [clientId],
  );
}

/** The same for surveys. */
export async function storeSurveys(tx: Tx, clientId: string, surveys: readonly PlainSurvey[]): Promise<void> {
  const ids = surveys.map((one) => one.externalId);
  const touch = `insert into touched_day (client_id, stream, service_id, day)
    select distinct client_id, 'survey', service_id, day from survey, unnest(array[surveyed_day, closed_day]) as day
     where client_id = $1 and external_id = any($2) and day is not null`;
  await rows(tx, touch, [clientId, ids]);
  await rows(tx, "delete from survey where client_id = $1 and external_id = any($2)", [clientId, ids]);
  const json = surveys.map((one) => ({
    ...{ client_id: clientId, source: "test", external_id: one.externalId, service_id: one.serviceId },
    ...{ channel: one.channel, person_id: one.personId, surveyed_at: at(one.surveyedAt), closed_at: at(one.closedAt) },
    ...{ rating: one.rating, rating_scale: one.ratingScale, resolved: one.resolved },
    ...{ error_kind: one.errorKind, root_cause: one.rootCause, root_cause_approved: one.rootCauseApproved },
    ...{ resolved_first_contact: one.resolvedFirstContact, surveyed_day: dayAt(one.surveyedAt, one.zone) },
    ...{ closed_day: dayAt(one.closedAt, one.zone), content_hash: NIL_ID, import_id: NIL_ID, ingested_at: at(0) },
  }));
  await rows(tx, "insert into survey select (jsonb_populate_recordset(null::survey, $1)).*", [JSON.stringify(json)]);
  await rows(tx, touch, [clientId, ids]);
}
