import { addDays, type Day } from "../../src/shared/day";
import type { SetupDocument } from "./setup-document";

/** What the contract of each client says about money, and how it was changed since. */
export function moneyDocuments(client: string, contract: string, startsOn: Day): SetupDocument[] {
  const terms = TERMS[contract];
  if (!terms) return [];
  const place = { client, contract };
  const changed = contract === AMENDED ? [amendment(startsOn)] : [];
  const later = changed.map(({ code }) => ({ amendment: code, ...terms, fee: HIGHER_FEE }));
  return [...changed, { kind: "SettlementTerms", ...place, versions: [terms, ...later] }];
}

const AMENDED = "jadran-support";
const HIGHER_FEE = "96000.00 EUR";
const DAYS_TO_AMENDMENT = 70;

/** Signed some weeks before it takes effect, in the middle of a month. */
const amendment = (startsOn: Day): SetupDocument & { code: string } => ({
  kind: "Amendment",
  client: "jadran",
  contract: AMENDED,
  code: "amendment-1",
  title: "One more hour on working days",
  document: "Amendment No. 1, § 4",
  signedOn: addDays(startsOn, DAYS_TO_AMENDMENT - 20),
  effectiveFrom: addDays(startsOn, DAYS_TO_AMENDMENT),
  rule: "by_time",
});

const clause = (code: string, name: string, cites: string, more: object): object => ({ code, name, cites, ...more });

const TERMS: Readonly<Record<string, object>> = {
  "aurora-care": {
    fee: "184000.00 EUR",
    atRisk: "10 %",
    creditCap: { pays: "fee_share", amount: "8 %" },
    clauses: [
      clause("VOICE-LEVEL", "Calls not answered in time", "Annex C § 1.1", {
        objectives: ["aurora-voice-level"],
        when: "missed",
        mechanism: { kind: "allocation", allocation: "25 %" },
        repeat: { multiplier: "1.5", within: 1 },
        earnBack: { level: "target", periods: 2, mode: "each", expiresAfter: 3, settle: "withheld" },
      }),
      clause("VOICE-LEVEL-MINIMUM", "Calls far below the level", "Annex C § 1.2", {
        objectives: ["aurora-voice-level"],
        when: "below_minimum",
        mechanism: { kind: "fixed", pays: "money", amount: "2500.00 EUR" },
      }),
      clause("CHAT-LEVEL", "Chats not answered in time", "Annex C § 1.3", {
        objectives: ["aurora-chat-level"],
        when: "missed",
        mechanism: { kind: "per_point", pays: "fee_share", step: "1 %", rate: "0.3 %", steps: "full" },
        cap: { pays: "fee_share", amount: "2 %" },
      }),
      clause("SATISFACTION", "Satisfied customers", "Annex C § 2.1", {
        objectives: ["aurora-voice-csat", "aurora-chat-csat"],
        mechanism: {
          kind: "bands",
          pays: "fee_share",
          reading: { kind: "truncate", decimals: 1 },
          bands: [
            { from: "85.0 %", pays: "0 %" },
            { from: "82.0 %", to: "84.9 %", pays: "0.4 %" },
            { from: "78.0 %", to: "81.9 %", pays: "0.8 %" },
            { to: "77.9 %", pays: "1.5 %" },
          ],
        },
      }),
      clause("QUALITY", "Quality of conversations", "Annex C § 2.2", {
        objectives: ["aurora-voice-quality", "aurora-chat-quality"],
        when: "missed",
        mechanism: { kind: "fixed", pays: "money", amount: "1200.00 EUR" },
      }),
      clause("DEFAULT", "Default of service level", "Annex C § 4.1", {
        objectives: ["aurora-voice-level", "aurora-chat-level"],
        mechanism: { kind: "default_counter", below: "target", failures: 4, within: 12, consequence: "default" },
      }),
      clause("INCENTIVE", "Everything reached", "Annex C § 3.1", {
        side: "bonus",
        mechanism: { kind: "fixed", pays: "fee_share", amount: "0.5 %" },
        guards: [{ kind: "all_reach", level: "target" }],
      }),
    ],
  },
  "aurora-moves": {
    fee: "62000.00 EUR",
    atRisk: "12 %",
    clauses: [
      clause("LEVEL", "Calls not answered in time", "Annex C § 1.1", {
        objectives: ["aurora-moves-voice-level"],
        when: "missed",
        mechanism: { kind: "per_event", pays: "money", amount: "1.50 EUR", toleratedShare: "22 %" },
        ignoredUpTo: "25.00 EUR",
      }),
      clause("SAME-DAY", "First replies after the day", "Annex C § 1.2", {
        objectives: ["aurora-moves-voice-reply"],
        when: "missed",
        mechanism: { kind: "escalating", pays: "money", amount: "750.00 EUR", most: 4 },
      }),
      clause("SATISFACTION", "Significantly dissatisfied customers", "Annex C § 2.1", {
        objectives: ["aurora-moves-voice-csat"],
        when: "missed",
        mechanism: { kind: "allocation", allocation: "30 %" },
        guards: [{ kind: "binomial", alpha: "5 %" }],
      }),
    ],
  },
  "jadran-support": {
    fee: "88000.00 EUR",
    atRisk: "10 %",
    pointValue: "400.00 EUR",
    clauses: [
      clause("LEVEL", "Points for the service level", "Schedule 3 § 1", {
        objectives: ["jadran-voice-level"],
        mechanism: {
          kind: "bands",
          pays: "points",
          bands: [
            { from: "80 %", pays: 0 },
            { from: "78 %", until: "80 %", pays: 1 },
            { from: "74 %", until: "78 %", pays: 2 },
            { until: "74 %", pays: 4 },
          ],
        },
        repeat: { multiplier: 2, within: 1 },
      }),
      clause("SATISFACTION", "Points for satisfaction", "Schedule 3 § 2", {
        objectives: ["jadran-voice-csat", "jadran-mail-csat"],
        when: "missed",
        mechanism: { kind: "fixed", pays: "points", amount: 2 },
      }),
      clause("SOLVED", "Problems not solved", "Schedule 3 § 3", {
        objectives: ["jadran-mail-solved"],
        mechanism: {
          kind: "table",
          pays: "fee_share",
          between: "linear",
          knots: [
            { at: "85 %", pays: "0 %" },
            { at: "78 %", pays: "2 %" },
          ],
        },
      }),
    ],
  },
};
