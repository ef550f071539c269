import { checkedDay, copyColumns, copyInstant, type FactMapper, type FactRow } from "./fact-row";
import { placeReader, type FactPlace } from "./fact-place";
import { oneOf } from "./field-readers";
import type { FieldSpec, TextField } from "./field-text";
import type { SurveyProfile } from "./import-profile.schema";
import type { ProfileReaders } from "./profile-readers";
import { ratingReader, type Rating } from "./rating-reader";
import { missing, required, type FieldReader, type RowInHand } from "./row-in-hand";
import { ERROR_KINDS, ROOT_CAUSES } from "./streams/evaluation.rules";

/** The columns of `survey` after the external id, in the order in which rows are copied. */
export const SURVEY_COLUMNS = [
  ["service_id", "uuid"],
  ["channel", "text"],
  ["person_id", "uuid"],
  ["contact_external_id", "text"],
  ["surveyed_at", "timestamptz"],
  ["closed_at", "timestamptz"],
  ["rating", "integer"],
  ["rating_scale", "integer"],
  ["resolved", "boolean"],
  ["resolved_first_contact", "boolean"],
  ["error_kind", "text"],
  ["root_cause", "text"],
  ["root_cause_approved", "boolean"],
  ["surveyed_day", "date"],
  ["closed_day", "date"],
] as const;

interface SurveyFields {
  readonly surveyed: TextField;
  readonly externalId: FieldReader<string>;
  readonly place: FieldReader<FactPlace>;
  readonly contactExternalId: FieldReader<string>;
  readonly surveyedAt: FieldReader<number>;
  readonly closedAt: FieldReader<number>;
  readonly rating: FieldReader<Rating>;
  readonly resolved: FieldReader<boolean>;
  readonly resolvedFirstContact: FieldReader<boolean>;
  readonly errorKind: FieldReader<string>;
  readonly rootCause: FieldReader<string>;
  readonly rootCauseApproved: FieldReader<boolean>;
}

export function surveyMapper({ fields, decimal }: SurveyProfile, readers: ProfileReaders): FactMapper {
  const idLabel = readers.labelOf("externalId", fields.externalId);
  const read: SurveyFields = {
    surveyed: readers.text("surveyedAt", fields.surveyedAt),
    externalId: required(idLabel, readers.identifier("externalId", fields.externalId)),
    place: placeReader(readers.place(fields), readers.directory, readers.source),
    contactExternalId: readers.identifier("contactExternalId", fields.contactExternalId),
    surveyedAt: readers.instant("surveyedAt", fields.surveyedAt),
    closedAt: readers.instant("closedAt", fields.closedAt),
    rating: ratingReader(fields, readers, decimal ?? "."),
    resolved: readers.flag("resolved", fields.resolved),
    resolvedFirstContact: readers.flag("resolvedFirstContact", fields.resolvedFirstContact),
    errorKind: wordReader("errorKind", fields.errorKind, { readers, words: ERROR_KINDS }),
    rootCause: wordReader("rootCause", fields.rootCause, { readers, words: ROOT_CAUSES }),
    rootCauseApproved: readers.flag("rootCauseApproved", fields.rootCauseApproved),
  };
  return (row) => mapSurvey(row, read);
}

/** One of some words, where the profile describes the field. */
const wordReader = (
  name: string,
  spec: FieldSpec | undefined,
  { readers, words }: { readonly readers: ProfileReaders; readonly words: readonly string[] },
): FieldReader<string> => (spec ? oneOf(readers.text(name, spec), words) : () => null);

function mapSurvey(row: RowInHand, read: SurveyFields): FactRow | null {
  const externalId = read.externalId(row);
  const place = read.place(row);
  const surveyedAt = read.surveyedAt(row) ?? (row.clock === null ? null : missing(row, read.surveyed.label));
  const contactExternalId = read.contactExternalId(row);
  const closedAt = read.closedAt(row);
  const [rating, resolved, first] = [read.rating(row), read.resolved(row), read.resolvedFirstContact(row)];
  const error = [read.errorKind(row), read.rootCause(row), read.rootCauseApproved(row)];
  if (externalId === null || place === null || surveyedAt === null) return null;
  const surveyedDay = checkedDay(row, place.service, surveyedAt, read.surveyed);
  if (row.isSound && rating?.value == null && resolved === null && first === null) noAnswers(row, externalId);
  if (surveyedDay === null || !row.isSound) return null;
  const { service, channel, personId } = place;
  const closedDay = closedAt === null ? null : service.clock.dayOf(closedAt);
  const answers = [rating?.value ?? null, rating?.scale ?? null, resolved, first];
  const instants = [surveyedAt, closedAt].map(copyInstant);
  const said = [contactExternalId, ...instants, ...answers, ...error];
  const columns = [service.id, channel, personId, ...said, surveyedDay, closedDay];
  const days = closedDay === null ? [surveyedDay] : [surveyedDay, closedDay];
  return { externalId, serviceId: service.id, days, columns: copyColumns(columns) };
}

function noAnswers(row: RowInHand, externalId: string): void {
  const reason =
    "No question was answered: rating, resolved and resolved at first contact have no value. " +
    "To leave such rows out without a complaint, use `skipWhen` in the profile.";
  row.fail({ field: "rating", value: externalId, code: "NO_ANSWERS", reason });
}
