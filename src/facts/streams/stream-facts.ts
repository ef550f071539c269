import type { z } from "zod";
import type { Stream } from "../../shared/stream";
import { CONTACT_COLUMNS, contactMapper } from "../contact.mapping";
import type { FactMapper } from "../fact-row";
import { contactProfile, surveyProfile, type ContactProfile, type SurveyProfile } from "../import-profile.schema";
import type { DeclaredProfile, ProfileDefinition } from "../import-profile.schema";
import { touchIssueDays } from "../issue-days.queries";
import type { ProfileReaders } from "../profile-readers";
import { SURVEY_COLUMNS, surveyMapper } from "../survey.mapping";
import { declaredMapper } from "./declared-mapper";
import { declaredProfileSchema, type AfterStore, type Column } from "./declared-stream";
import { DECLARED_STREAMS } from "./declared-streams";

/** What the store of facts must know of a stream. */
export interface StreamFacts {
  /** What is copied after the external id. */
  readonly columns: readonly Column[];
  /** SQL of the days on which a stored fact counts: `array[…]`. */
  readonly daysSql: string;
  readonly profile: z.ZodType<ProfileDefinition>;
  readonly mapper: (profile: ProfileDefinition, readers: ProfileReaders) => FactMapper;
  readonly afterStore?: AfterStore | undefined;
}

const contact: StreamFacts = {
  columns: CONTACT_COLUMNS,
  daysSql: "array[offered_day, answered_day, ended_day]",
  profile: contactProfile,
  mapper: (profile, readers) => contactMapper(profile as ContactProfile, readers),
  afterStore: touchIssueDays,
};

const survey: StreamFacts = {
  columns: SURVEY_COLUMNS,
  daysSql: "array[surveyed_day, closed_day]",
  profile: surveyProfile,
  mapper: (profile, readers) => surveyMapper(profile as SurveyProfile, readers),
};

const PLACE_COLUMNS: readonly Column[] = [
  ["service_id", "uuid"],
  ["channel", "text"],
  ["person_id", "uuid"],
];

const declared = new Map<Stream, StreamFacts>(
  DECLARED_STREAMS.map((one) => [
    one.stream,
    {
      columns: [...PLACE_COLUMNS, ...one.columns],
      daysSql: one.daysSql ?? "array[day]",
      profile: declaredProfileSchema(one),
      mapper: (profile, readers) => declaredMapper(one, profile as DeclaredProfile, readers),
      afterStore: one.afterStore,
    },
  ]),
);

/** How facts of a stream are read and stored. */
export function streamFacts(stream: Stream): StreamFacts {
  if (stream === "contact") return contact;
  if (stream === "survey") return survey;
  const found = declared.get(stream);
  if (!found) throw new Error(`Stream ${stream} is not declared.`);
  return found;
}

export const profileSchemaOf = (stream: Stream): z.ZodType<ProfileDefinition> => streamFacts(stream).profile;
