/** A column of a table of results, with the field of a row that it holds. */
export interface ResultColumn {
  readonly column: string;
  readonly field: string;
  readonly type: string;
}

/** A table of results: whose a row is, when it is about, and what it says. */
export interface ResultTable {
  readonly table: "scorecard" | "objective_result";
  /** Columns that, with the period, tell whose result it is. */
  readonly subject: readonly ResultColumn[];
  /** The one of them that holds an id. */
  readonly subjectId: string;
  readonly said: readonly ResultColumn[];
}

const columns = (types: Readonly<Record<string, string>>): ResultColumn[] =>
  Object.entries(types).map(([column, type]) => ({ column, type, field: camelCase(column) }));

const camelCase = (text: string): string => text.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

export const SCORECARDS: ResultTable = {
  table: "scorecard",
  subject: columns({ subject_kind: "text", subject_id: "uuid" }),
  subjectId: "subject_id",
  said: columns({
    ...{ service_id: "uuid", team_id: "uuid", person_id: "uuid", role_code: "text" },
    ...{ score: "numeric", rank: "integer", ranked_of: "integer", items: "jsonb", data_quality: "jsonb" },
    ...{ level: "jsonb", composition: "jsonb", positions: "jsonb" },
  }),
};

export const OBJECTIVE_RESULTS: ResultTable = {
  table: "objective_result",
  subject: columns({ objective_id: "uuid" }),
  subjectId: "objective_id",
  said: columns({
    ...{ objective_version: "integer", outcome: "text", shortfall: "numeric", misses_allowed: "integer" },
    ...{ item: "jsonb", aims: "jsonb", unadjusted: "jsonb", exclusions: "jsonb", segments: "jsonb" },
  }),
};

export const PERIOD_COLUMNS = columns({ period_kind: "text", period_from: "date", period_until: "date" });

/** `a.x, a.y` */
export const listOf = (alias: string, all: readonly ResultColumn[]): string =>
  all.map(({ column }) => `${alias}.${column}`).join(", ");

/** Whether two rows are of the same subject and period. */
export const isSame = ({ subject }: ResultTable, a: string, b: string): string =>
  [...subject, ...PERIOD_COLUMNS.slice(0, 2)].map(({ column }) => `${a}.${column} = ${b}.${column}`).join(" and ");

/** Rows as the statement's `incoming`, from a JSON array in a parameter. */
export const incomingFrom = ({ subject, said }: ResultTable, parameter: string): string => {
  const all = [...subject, ...PERIOD_COLUMNS, ...said];
  return `select j.id, ${all.map(({ column, field }) => `j."${field}" as ${column}`).join(", ")},
         j."computedAt" as computed_at
    from jsonb_to_recordset(${parameter}) as j(id uuid, ${all.map(({ field, type }) => `"${field}" ${type}`).join(", ")},
         "computedAt" timestamptz)`;
};
