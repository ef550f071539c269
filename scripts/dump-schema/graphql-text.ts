import { lexicographicSortSchema, printSchema } from "graphql";
import { apiSchema } from "../../src/api/schema";

/** The schema of the API as consumers read it, sorted, so that a change shows as what it is. */
export const graphqlText = (): string => `${HEADER}\n\n${printSchema(lexicographicSortSchema(apiSchema()))}\n`;

const HEADER = "# Generated from the code by `npm run schema`. Visible changes get a line in CHANGELOG.md.";
