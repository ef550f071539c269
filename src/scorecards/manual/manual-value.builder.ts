import { globalId } from "../../shared/ids";
import type { SettledHouse } from "../settled-house.builder";

export const JUNE = `{ kind: MONTH, containing: "2026-06-15" }`;
export const REASON = "The survey tool was down for two weeks";

/** Sends a document to the API as somebody. */
type Ask = (source: string) => Promise<{
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look at what came, whatever it is
  readonly data: any;
  readonly errors: readonly { readonly code: string }[];
}>;

/** Anna's position as the graph names it. */
export const annasPosition = (at: SettledHouse): string => globalId("Position", at.house.agents.anna.id);

/** What else to say of a value than what it is; left out: Anna's CSAT in June. */
interface OtherFigure {
  readonly kpi?: string | undefined;
  readonly subject?: string | undefined;
  readonly period?: string | undefined;
}

/** Enters a value for Anna's CSAT in June, unless told otherwise. */
export async function enterValue(as: Ask, at: SettledHouse, parts: string, other: OtherFigure = {}) {
  const { kpi = "CSAT", subject = `{ position: "${annasPosition(at)}" }`, period = JUNE } = other;
  const { data, errors } = await as(`mutation { enterManualValue(input: { contract: "${at.house.contract.code}",
    subject: ${subject}, kpi: "${kpi}", period: ${period}, reason: "${REASON}", ${parts} }) {
      manualValue { id value numerator denominator sample display author reason attachment supersededAt }
      errors { code path message remedy } } }`);
  return { ...data?.enterManualValue, topErrors: errors };
}
