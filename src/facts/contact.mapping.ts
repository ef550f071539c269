import { OUTCOMES } from "./contact.entity";
import { completed, type ContactCourse } from "./contact.rules";
import { checkedDay, copyColumns, copyInstant, type FactMapper, type FactRow } from "./fact-row";
import { placeReader, type FactPlace } from "./fact-place";
import { oneOf } from "./field-readers";
import type { TextField } from "./field-text";
import type { ProfileReaders } from "./profile-readers";
import { missing, required, type FieldReader, type RowInHand } from "./row-in-hand";
import type { ContactProfile } from "./import-profile.schema";

/** The columns of `contact` after the external id, in the order in which rows are copied. */
export const CONTACT_COLUMNS = [
  ["service_id", "uuid"],
  ["channel", "text"],
  ["person_id", "uuid"],
  ["customer_ref", "text"],
  ["reason", "text"],
  ["outcome", "text"],
  ["offered_at", "timestamptz"],
  ["answered_at", "timestamptz"],
  ["ended_at", "timestamptz"],
  ["wait_seconds", "integer"],
  ["talk_seconds", "integer"],
  ["hold_seconds", "integer"],
  ["wrap_seconds", "integer"],
  ["ring_seconds", "integer"],
  ["whisper_seconds", "integer"],
  ["transferred", "boolean"],
  ["offered_day", "date"],
  ["answered_day", "date"],
  ["ended_day", "date"],
] as const;

interface ContactFields {
  /** A field as the file says it, for what is wrong with it. */
  readonly said: (field: keyof ContactProfile["fields"]) => TextField;
  readonly offered: TextField;
  readonly externalId: FieldReader<string>;
  readonly place: FieldReader<FactPlace>;
  readonly customerRef: FieldReader<string>;
  readonly reason: FieldReader<string>;
  readonly transferred: FieldReader<boolean>;
  readonly course: FieldReader<ContactCourse>;
}

export function contactMapper(profile: ContactProfile, readers: ProfileReaders): FactMapper {
  const { fields } = profile;
  const said = (field: keyof typeof fields): TextField => readers.text(field, fields[field] ?? { constant: "" });
  const read: ContactFields = {
    said,
    offered: said("offeredAt"),
    externalId: required(
      readers.labelOf("externalId", fields.externalId),
      readers.identifier("externalId", fields.externalId),
    ),
    place: placeReader(readers.place(fields), readers.directory, readers.source),
    customerRef: readers.identifier("customerRef", fields.customerRef),
    reason: readers.shortText("reason", fields.reason),
    transferred: readers.flag("transferred", fields.transferred),
    course: courseReader(profile, readers),
  };
  return (row) => mapContact(row, read);
}

function mapContact(row: RowInHand, read: ContactFields): FactRow | null {
  const externalId = read.externalId(row);
  const place = read.place(row);
  const said = read.course(row);
  const rest = [read.customerRef(row), read.reason(row)] as const;
  const transferred = read.transferred(row);
  if (externalId === null || place === null || said === null) return null;
  const offeredDay = checkedDay(row, place.service, said.offeredAt, read.offered);
  const course = completed(said);
  if ("code" in course) {
    const { label, read: textOf } = read.said(course.about);
    return row.fail({ ...course, field: label, value: textOf(row) });
  }
  if (offeredDay === null || !row.isSound) return null;
  return factRow(externalId, place, [offeredDay, rest, course, transferred]);
}

type Rest = readonly [
  offeredDay: FactRow["days"][number],
  customer: readonly [ref: string | null, reason: string | null],
  course: ContactCourse,
  transferred: boolean | null,
];

function factRow(externalId: string, place: FactPlace, [offeredDay, customer, course, transferred]: Rest): FactRow {
  const { service, channel, personId } = place;
  const { outcome, offeredAt, answeredAt, endedAt, waitSeconds, talkSeconds, holdSeconds, wrapSeconds } = course;
  const { ringSeconds = null, whisperSeconds = null } = course;
  const answeredDay = answeredAt === null ? null : service.clock.dayOf(answeredAt);
  const endedDay = endedAt === null ? null : service.clock.dayOf(endedAt);
  const instants = [offeredAt, answeredAt, endedAt].map(copyInstant);
  const seconds = [waitSeconds, talkSeconds, holdSeconds, wrapSeconds, ringSeconds, whisperSeconds];
  const days = [offeredDay, answeredDay, endedDay];
  const columns = [service.id, channel, personId, ...customer, outcome, ...instants, ...seconds, transferred, ...days];
  return {
    externalId,
    serviceId: service.id,
    days: days.filter((on) => on !== null),
    columns: copyColumns(columns),
  };
}

const DURATIONS = [
  "waitSeconds",
  "talkSeconds",
  "holdSeconds",
  "wrapSeconds",
  "ringSeconds",
  "whisperSeconds",
] as const;
type Durations = Pick<ContactCourse, (typeof DURATIONS)[number]>;

/** Offered first: the answer and the end of a contact are not before it, which settles ambiguous local times. */
function courseReader({ fields }: ContactProfile, readers: ProfileReaders): FieldReader<ContactCourse> {
  const outcomeField = readers.text("outcome", fields.outcome);
  const outcomeOf = required(outcomeField.label, oneOf(outcomeField, OUTCOMES));
  const offeredLabel = readers.labelOf("offeredAt", fields.offeredAt);
  const offered = readers.instant("offeredAt", fields.offeredAt);
  const answered = readers.instant("answeredAt", fields.answeredAt);
  const ended = readers.instant("endedAt", fields.endedAt);
  const durations = DURATIONS.map((name) => [name, readers.duration(name, fields[name])] as const);
  return (row) => {
    const outcome = outcomeOf(row);
    const offeredAt = offered(row) ?? (row.clock === null ? null : missing(row, offeredLabel));
    row.notBefore = offeredAt ?? -Infinity;
    const [answeredAt, endedAt] = [answered(row), ended(row)];
    const lasted: Record<string, number | null> = {};
    for (const [name, read] of durations) lasted[name] = read(row);
    if (outcome === null || offeredAt === null) return null;
    return { outcome, offeredAt, answeredAt, endedAt, ...(lasted as Durations) };
  };
}
