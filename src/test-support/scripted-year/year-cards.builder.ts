/** What is asked of every scorecard. */
export interface CardAnswer {
  readonly subject: SubjectAnswer;
  readonly state: string;
  readonly version: number;
  readonly score: string | null;
  readonly rank: { readonly place: number; readonly of: number } | null;
  readonly items: readonly ItemAnswer[];
}

export interface SubjectAnswer {
  readonly __typename: string;
  readonly code?: string;
  readonly person?: { readonly code: string };
  readonly role?: { readonly code: string };
  readonly team?: { readonly code: string } | null;
}

interface ItemAnswer {
  readonly score: string | null;
  readonly figure: {
    readonly kpi: { readonly code: string };
    readonly numerator: string;
    readonly denominator: string;
    readonly manual: { readonly measured: { readonly numerator: string; readonly denominator: string } } | null;
  };
}

interface Standing {
  readonly numerator: string;
  readonly denominator: string;
}

export interface DriftAnswer {
  readonly subject: SubjectAnswer | null;
  readonly figures: readonly {
    readonly kpi: { readonly code: string };
    readonly from: Standing | null;
    readonly to: Standing | null;
  }[];
}

const SUBJECT = `subject { __typename ... on Contract { code } ... on Service { code } ... on Team { code }
  ... on Person { code } ... on Position { person { code } role { code } team { code } } }`;

export const DRIFT = `query ($period: PeriodInput!) { contract(code: "care") { drift(period: $period, first: 100) { nodes {
  ${SUBJECT} figures { kpi { code } from { numerator denominator } to { numerator denominator } } } } } }`;

/** `red, team · CSAT 13/15 → 13/17`; null for objectives. */
export function driftLine({ subject, figures }: DriftAnswer): string | null {
  if (!subject) return null;
  const text = (one: Standing | null): string => (one ? quotient(one) : "nothing");
  return [nameOf(subject), ...figures.map(({ kpi, from, to }) => `${kpi.code} ${text(from)} → ${text(to)}`)].join(
    " · ",
  );
}

export const CARDS = `query ($period: PeriodInput!, $asOf: DateTime, $validOn: LocalDate) {
  contract(code: "care") { scorecards(period: $period, first: 100, asOf: $asOf, validOn: $validOn) { nodes {
    state version score rank { place of }
    ${SUBJECT}
    items { score figure { kpi { code } numerator denominator manual { measured { numerator denominator } } } } } } } }`;

/** `bruno, agent, red · CSAT 6/10 75 · UNHAPPY 1/10 75 · 75 · 2 of 2 · FINAL 1`; numbers to six decimals. */
export function cardLine({ subject, items, score, rank, state, version }: CardAnswer): string {
  const parts = [
    nameOf(subject),
    ...items.map(itemText),
    number(score),
    ...(rank ? [`${rank.place} of ${rank.of}`] : []),
    `${state} ${version}`,
  ];
  return parts.join(" · ");
}

export const nameOf = ({ __typename: kind, code, person, role, team }: SubjectAnswer): string =>
  kind === "Position"
    ? [person?.code, role?.code, team?.code].join(", ")
    : [code, kind.toLowerCase()].filter((one) => one !== "position").join(", ");

function itemText({ figure: { kpi, manual, ...figure }, score }: ItemAnswer): string {
  const beside = manual ? ` (measured ${quotient(manual.measured)})` : "";
  return `${kpi.code} ${quotient(figure)}${beside} ${number(score)}`;
}

/** `6/10`. */
export const quotient = (figure: { readonly numerator: string; readonly denominator: string }): string =>
  `${figure.numerator}/${figure.denominator}`;

const number = (text: string | null): string => (text === null ? "–" : String(Math.round(Number(text) * 1e6) / 1e6));
