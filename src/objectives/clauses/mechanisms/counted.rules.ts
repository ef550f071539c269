import { floorOf, minus, most, rational, times, ZERO, type Rational } from "../../../shared/rational";
import type { Mechanism } from "../clause";
import type { ClausePay, ClauseReading, EventsMissed } from "./clause-reading";
import { shown, shownPay } from "./readable.rules";
import { unmeasuredPay } from "./unmeasured.rules";

type PerEvent = Extract<Mechanism, { kind: "per_event" }>;
type Escalating = Extract<Mechanism, { kind: "escalating" }>;
type Errors = Extract<Mechanism, { kind: "erroneous_reporting" }>;

/**
 * Events beyond a tolerance × amount (C8: beyond 5 % of the calls of a quarter). A share tolerates whole events, and the
 * one that passes it counts in full; where a share and a number are tolerated, the larger.
 * | events | missed | tolerated | beyond |
 * |  1,000 |     50 |       5 % |      0 |
 * |  1,000 |     51 |       5 % |      1 |
 * |    130 |      7 |  5 % (6)  |      1 |
 * |      – |      9 |         4 |      5 |
 * Without events: nothing.
 */
export function perEventPay(mechanism: PerEvent, { missed }: ClauseReading): ClausePay {
  const { pays, amount: each } = mechanism;
  if (missed === null) return unmeasuredPay(pays);
  const tolerated = toleratedOf(mechanism, missed);
  const beyond = most(ZERO, minus(rational(missed.misses), tolerated));
  return {
    pays,
    amount: times(beyond, rational(each)),
    inputs: [
      ...(missed.events === null ? [] : [{ name: "events", value: shown(rational(missed.events)) }]),
      { name: "missed", value: shown(rational(missed.misses)) },
      { name: "tolerated", value: shown(tolerated) },
      { name: "beyond them", value: shown(beyond) },
    ],
    rule: `Every missed event beyond those tolerated brings ${shownPay(pays, rational(each))}.`,
  };
}

function toleratedOf({ toleratedShare, toleratedCount }: PerEvent, { events }: EventsMissed): Rational {
  const ofAll = toleratedShare === null || events === null ? ZERO : times(rational(toleratedShare), rational(events));
  return most(rational(floorOf(ofAll)), rational(toleratedCount ?? "0"));
}

/**
 * Amount × failures in a row, this one included; after a period that complies it starts again (C32).
 * | failures in a row | amount 25,000 | of which at most 3 count |
 * |                 0 |             0 |                        0 |
 * |                 1 |        25,000 |                   25,000 |
 * |                 4 |       100,000 |                   75,000 |
 */
export function escalatingPay({ pays, amount, most: limit }: Escalating, { failuresInRow }: ClauseReading): ClausePay {
  const counted = limit === null ? failuresInRow : Math.min(failuresInRow, limit);
  return {
    pays,
    amount: times(rational(amount), rational(counted)),
    inputs: [
      { name: "failures in a row", value: String(failuresInRow) },
      ...(limit === null ? [] : [{ name: "of which count", value: String(counted) }]),
    ],
    rule: `Every failure in a row, this one included, brings ${shownPay(pays, rational(amount))}${limit === null ? "" : `; at most ${limit} count`}.`,
  };
}

/** Each wrong report that was not corrected in time × amount (C18, C19). */
export function errorsPay({ pays, amount, graceDays }: Errors, { errors }: ClauseReading): ClausePay {
  return {
    pays,
    amount: times(rational(amount), rational(errors)),
    inputs: [{ name: "wrong reports", value: String(errors) }],
    rule: `Every wrong report${inTime(graceDays)} brings ${shownPay(pays, rational(amount))}.`,
  };
}

const inTime = (graceDays: number): string =>
  graceDays === 0 ? "" : ` that was not corrected within ${graceDays === 1 ? "1 day" : `${graceDays} days`}`;
