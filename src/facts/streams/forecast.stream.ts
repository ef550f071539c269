import { Decimal } from "../../shared/decimal";
import { copyInstant } from "../fact-row";
import { declareStream, type Objection } from "./declared-stream";
import { decimal, moment, needed, seconds, text, yesNo, type Said } from "./field-kinds";
import { hundredths, outOfRange } from "./hundredths.rules";
import { intervalOf } from "./interval.rules";

const fields = {
  intervalStart: needed(moment("When the interval begins, with a whole minute. It may lie ahead.")),
  intervalEnd: moment("When it ends (it is not part of the interval). Null: start plus intervalSeconds."),
  intervalSeconds: seconds("How long the interval is, whole minutes. Null: from start to end."),
  publication: needed(text("Which forecast it is of: a code or name, such as 2026-03 or week 12, second issue.")),
  publishedAt: needed(moment("When that forecast was published. Of several locked ones the latest counts.")),
  isLocked: needed(
    yesNo("Whether it is the forecast that the contract measures against. Others are kept for reading."),
  ),
  volume: decimal("Contacts expected, at most two decimals. Null: not forecast.", 2),
  ahtSeconds: decimal(
    "Expected average handling time of a contact in seconds, at most two decimals. Null: not forecast.",
    2,
  ),
  handleSeconds: seconds("Expected handling time of all contacts together. Null: volume times ahtSeconds."),
  requiredStaff: decimal("People needed throughout the interval, at most two decimals. Null: not planned.", 2),
};

type SaidForecast = Said<typeof fields>;
type About = keyof typeof fields;

export const FORECAST = declareStream({
  stream: "forecast",
  noun: "forecasts of intervals",
  description:
    "What one publication expects of one interval. Publications stand side by side: put the publication into externalId. KPIs look at locked ones only.",
  fields,
  channel: "optional",
  person: "none",
  when: "intervalStart",
  mayBeAhead: true,
  columns: [
    ["interval_start", "timestamptz"],
    ["interval_end", "timestamptz"],
    ["publication", "text"],
    ["published_at", "timestamptz"],
    ["is_locked", "boolean"],
    ["volume_hundredths", "bigint"],
    ["aht_hundredths", "bigint"],
    ["required_hundredths", "bigint"],
    ["handle_seconds", "bigint"],
    ["day", "date"],
    ["end_day", "date"],
  ],
  daysSql: "array[day, end_day]",
  fact: (said, place) => {
    const interval = intervalOf(said, place);
    if ("code" in interval) return interval;
    const wrong = objection(said);
    if (wrong) return wrong;
    return {
      days: [...new Set([place.day, interval.endDay])],
      values: {
        ...{ interval_start: copyInstant(said.intervalStart), interval_end: copyInstant(interval.end) },
        ...{ publication: said.publication, published_at: copyInstant(said.publishedAt), is_locked: said.isLocked },
        ...{ volume_hundredths: hundredths(said.volume), aht_hundredths: hundredths(said.ahtSeconds) },
        ...{ required_hundredths: hundredths(said.requiredStaff), handle_seconds: handling(said) },
        ...{ day: place.day, end_day: interval.endDay },
      },
    };
  },
});

function objection({ volume, ahtSeconds, requiredStaff, handleSeconds }: SaidForecast): Objection<About> | null {
  const wrong = outOfRange<About>({ volume, ahtSeconds, requiredStaff });
  if (wrong) return wrong;
  if (volume !== null || requiredStaff !== null || handleSeconds !== null) return null;
  const reason = "A forecast expects something: a volume, handling time or staff. Send the row when it does.";
  return { about: "volume", code: "MISSING_VALUE", reason };
}

/** As said; else volume times average, rounded half up. */
function handling({ handleSeconds, volume, ahtSeconds }: SaidForecast): number | string | null {
  if (handleSeconds !== null || volume === null || ahtSeconds === null) return handleSeconds;
  return new Decimal(volume).times(ahtSeconds).toFixed(0, Decimal.ROUND_HALF_UP);
}
