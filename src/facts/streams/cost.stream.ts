import { startOfDay } from "../../shared/day";
import { copyInstant } from "../fact-row";
import { declareStream, type Objection } from "./declared-stream";
import { calendarDay, decimal, needed, text, word, type Said } from "./field-kinds";
import { isCurrency, minorUnits } from "./money.rules";

const UNIT_KINDS = ["contact", "case", "hour", "all"] as const;

/** More minor units than any cost has; the sum of many stays exact. */
const MOST = 1_000_000_000_000;

const fields = {
  incurredOn: needed(calendarDay("The day it counts on.")),
  amount: needed(decimal("How much, at most six decimals; below zero: a credit.", 6)),
  currency: text("ISO 4217 code of the amount's currency. Null: the contract's."),
  exchangeRate: decimal("How much of the contract's currency one unit is worth. Needed for another currency.", 12),
  rateDate: calendarDay("The day of that rate. Needed with it."),
  category: text("Such as wages, telephony, licences, in the words of the source."),
  unitKind: word(UNIT_KINDS, "What it is a cost of. Null: all.", {
    contact: "Of contacts.",
    case: "Of cases.",
    hour: "Of productive hours.",
    all: "Of everything.",
  }),
};

type SaidCost = Said<typeof fields>;
type Wrong = Objection<keyof typeof fields>;

export const COST = declareStream({
  stream: "cost",
  noun: "costs",
  description: "An amount of money that a service cost on a day, or got back. Kept in the currency of the contract.",
  fields,
  channel: "optional",
  person: "optional",
  when: "incurredOn",
  columns: [
    ["category", "text"],
    ["unit_kind", "text"],
    ["amount_minor", "bigint"],
    ["amount_given", "numeric"],
    ["currency", "text"],
    ["exchange_rate", "numeric"],
    ["rate_date", "date"],
    ["occurred_at", "timestamptz"],
    ["day", "date"],
  ],
  fact: (said, { day, service }) => {
    const currency = (said.currency ?? service.currency).toUpperCase();
    const wrong = objectionTo(said, currency, service.currency);
    if (wrong) return wrong;
    const minor = minorUnits(said.amount, said.exchangeRate ?? "1", service.currency);
    if (minor.abs().gt(MOST)) return { about: "amount", code: "OUT_OF_RANGE", reason: TOO_MUCH };
    return {
      values: {
        ...{ category: said.category, unit_kind: said.unitKind ?? "all", amount_minor: minor.toFixed(0) },
        ...{ amount_given: said.amount, currency, exchange_rate: said.exchangeRate, rate_date: said.rateDate },
        ...{ occurred_at: copyInstant(startOfDay(day, service.clock.name).getTime()), day },
      },
    };
  },
});

/** An amount in the contract's currency needs no rate; any other needs a rate and its day. */
function objectionTo({ exchangeRate, rateDate }: SaidCost, currency: string, contracts: string): Wrong | null {
  if (!isCurrency(currency)) {
    const reason = `"${currency}" is no currency. Write its code of three letters, such as EUR.`;
    return { about: "currency", code: "WRONG_CURRENCY", reason };
  }
  if (currency === contracts) {
    if (exchangeRate === null || Number(exchangeRate) === 1) return null;
    const reason = `The amount is in the contract's currency, ${contracts}: it has no exchange rate. Leave it out.`;
    return { about: "exchangeRate", code: "CONTRADICTION", reason };
  }
  if (exchangeRate === null || rateDate === null) {
    const reason = `The amount is in ${currency}, the contract in ${contracts}: give exchangeRate and rateDate.`;
    return { about: "currency", code: "WRONG_CURRENCY", reason };
  }
  if (Number(exchangeRate) > 0) return null;
  return { about: "exchangeRate", code: "OUT_OF_RANGE", reason: `A rate is more than zero; ${exchangeRate} is not.` };
}

const TOO_MUCH = `It is more than ${MOST} minor units. Is the amount in another unit, or the decimal mark another?`;
