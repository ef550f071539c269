import { closeHouse } from "../drift/closed-house.builder";
import { SettledHouse } from "../settled-house.builder";

/** Sends a document to the API as somebody. */
type Ask = (
  source: string,
  variables?: Record<string, unknown>,
) => Promise<{
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look at what came, whatever it is
  readonly data: any;
  readonly errors: readonly { readonly code: string }[];
}>;

export const LATER = new Date("2026-07-20T10:00:00Z");
export const MUCH_LATER = new Date("2026-07-25T10:00:00Z");
export const REASON = "A file of 1 June was loaded again.";

const RESTATE = `mutation ($input: RestatePeriodInput!) { restatePeriod(input: $input) {
  errors { code path message remedy }
  restatement { id state basis reason evidence needsConsent proposedBy decidedBy decisionNote appliedAt scorecards objectiveResults
    figures consequences { outcomesChanged ranksChanged stillDrifting { label } packages { version } } } } }`;

/** Restates June of the house, unless told otherwise. */
export const restate = (ask: Ask, more: object = {}): ReturnType<Ask> =>
  ask(RESTATE, {
    input: {
      ...{ contract: "care", period: { kind: "MONTH", containing: "2026-06-15" } },
      ...{ reason: REASON, evidence: "ticket 77", ...more },
    },
  });

export const CARD = `{ contract(code: "care") { positions(first: 20) { nodes { id scorecard(period: { kind: MONTH, containing: "2026-06-15" }) {
  state version score drift { figures { kpi { code } } }
  item(kpi: "ASA") { figure { display drift { from { display value } to { display value isMet } facts(first: 5) { totalCount nodes { day change stream } } } } }
  restatement { reason } versions { version state item(kpi: "ASA") { figure { display drift { noticedAt } } } } } } } } }`;

/** Of all scorecards the one whose mean is Anna's, before or after. */
export async function annasCard(ask: Ask) {
  const { data } = await ask(CARD);
  const cards = data.contract.positions.nodes.map((one: { scorecard: unknown }) => one.scorecard);
  return cards.find((card: { item?: { figure: { display: string } } }) =>
    /^(30|50|60)/.test(card?.item?.figure.display ?? ""),
  );
}

/** Anna has 10 and 50 seconds, so 30 on average, and after the closing one more of 90: 50 on average. */
export async function aDriftingHouse(asInternal: Parameters<typeof SettledHouse.open>[0]): Promise<SettledHouse> {
  const at = await SettledHouse.open(asInternal);
  await at.oneMorning();
  await at.settle();
  await closeHouse(at, ["month", "year"]);
  await at.calls([{ by: "anna", waitSeconds: 90 }]);
  await at.settle(LATER);
  return at;
}
