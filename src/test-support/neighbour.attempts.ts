import type { GraphQLField } from "graphql";
import { apiSchema } from "../api/schema";
import type { Ask } from "./api-client";
import type { Neighbour } from "./neighbour";
import { codesOf, refusalsIn, valuesOf, withoutEchoes, type GivenAway, type Named } from "./neighbour.answers";
import { fieldText } from "./schema-walk";

export const MUTATIONS: readonly GraphQLField<unknown, unknown>[] = Object.values(
  apiSchema().getMutationType()?.getFields() ?? {},
);

export interface Attempt {
  readonly ask: Ask;
  readonly name: string;
  /** What the codes are of that the documents name; the name tells it unless this does. */
  readonly kind?: string;
  /** Codes that are the viewer's own in spite of that. */
  readonly own?: Readonly<Record<string, string>>;
}

const ACTS =
  /^(define|amend|compile|consentTo|decline|withdraw|enter|open|add|review|decide|close|request|approve|refuse|revoke|issue|agree|invoice|dispute|record|choose)/;

/** `addDisputeEvidence` is about a dispute. */
const kindOf = (mutation: string): string => mutation.replace(ACTS, "").replace(/(Evidence|Lines|Credit)$/, "");

/** The document of a mutation about somebody's things. */
export const mutationAbout = (whose: Named, { name, kind = kindOf(name), own }: Omit<Attempt, "ask">) =>
  `mutation { ${fieldText(
    MUTATIONS.find((one) => one.name === name)!,
    valuesOf({ idByType: whose.idByType, codes: { ...whose.codes, ...own } }, kind, kindOf(name)),
    1,
  )} }`;

/** The same mutation about theirs and about what does not exist. */
export async function attempted(attempt: Attempt, { theirs, noOnes, given }: Parties) {
  const before = await theirs.everything();
  const answer = await attempt.ask(mutationAbout(theirs, attempt));
  const aboutNothing = await attempt.ask(mutationAbout(noOnes, attempt));
  return {
    refused: [...new Set(refusalsIn(answer))],
    harm: {
      isChanged: (await theirs.everything()) !== before,
      broken: codesOf(answer).filter(isUnexpected),
      told: given.by(answer),
      answer: withoutEchoes(answer, theirs),
    },
    none: { isChanged: false, broken: [], told: [], answer: withoutEchoes(aboutNothing, noOnes) },
  };
}

export interface Parties {
  readonly theirs: Neighbour;
  readonly noOnes: Named;
  readonly given: GivenAway;
}

/** A document that the schema refuses tries nothing. */
export const isUnexpected = (code: string): boolean => code === "INTERNAL" || code === "GRAPHQL_VALIDATION_FAILED";
