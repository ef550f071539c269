import { z } from "zod";
import { codeField, dayField, nameField, timeZoneField } from "../shared/fields";
import { orElse, orNull } from "../shared/lenient";
import {
  overlappingPair,
  parseWindow,
  WEEKDAYS,
  weekdaysNamed,
  type Holiday,
  type WeekdayWindow,
} from "./calendar.rules";

type Path = (string | number)[];
type Complain = (path: Path, message: string, remedy: string) => void;

const texts = z.array(z.string());

/** `["09:00-13:00", "14:00-18:00"]`, checked one by one and against each other. */
function windowsOf(written: readonly string[], complain: Complain, path: Path) {
  const windows = written.flatMap((text, index) => {
    const window = parseWindow(text);
    if (!window)
      complain(
        [...path, index],
        `"${text}" is not a window.`,
        "Write from and until as HH:MM-HH:MM, for example 09:00-13:00 or 00:00-24:00.",
      );
    return window ?? [];
  });
  const pair = overlappingPair(windows);
  if (pair)
    complain(path, `The windows from ${pair[0].from} and from ${pair[1].from} overlap.`, "Join or separate them.");
  return windows;
}

const complaining =
  (context: z.RefinementCtx): Complain =>
  (path, message, remedy) =>
    context.addIssue({ code: "custom", path, message, params: { remedy } });

/** `monday-friday: ["09:00-18:00"]`; days that are not named are closed. */
const weekField = z.record(z.string(), texts).transform((written, context): WeekdayWindow[] => {
  const complain = complaining(context);
  const named = new Map<number, string>();
  return Object.entries(written).flatMap(([name, texts]) => {
    const windows = windowsOf(texts, complain, [name]);
    const weekdays = weekdaysNamed(name);
    if (weekdays.length === 0)
      complain([name], `"${name}" is not a weekday.`, `Write ${WEEKDAYS.join(", ")}, or a run such as monday-friday.`);
    for (const weekday of weekdays) {
      const other = named.get(weekday);
      if (other)
        complain([name], `"${name}" and "${other}" both name ${WEEKDAYS[weekday - 1]}.`, "Name each weekday once.");
      named.set(weekday, name);
    }
    return weekdays.flatMap((weekday) => windows.map((window) => ({ weekday, ...window })));
  });
});

const holidayField = z
  .strictObject({ on: dayField, name: nameField, windows: orElse(texts, [] as string[]) })
  .transform((written, context): Holiday => ({
    ...written,
    windows: windowsOf(written.windows, complaining(context), ["windows"]),
  }));

const holidaysField = z.array(holidayField).superRefine((holidays, context) => {
  holidays.forEach((one, index) => {
    if (holidays.findIndex((other) => other.on === one.on) < index)
      complaining(context)([index, "on"], `${one.on} is a holiday twice.`, "Name each day once.");
  });
});

export const calendarTermsSchema = z.strictObject({
  validFrom: dayField,
  validUntil: orNull(dayField),
  timeZone: timeZoneField,
  windows: weekField,
  holidays: orElse(holidaysField, [] as Holiday[]),
});

export const calendarSchema = z.strictObject({
  client: z.string(),
  code: codeField,
  name: nameField,
  versions: z.array(calendarTermsSchema).min(1),
});
export type CalendarInput = z.input<typeof calendarSchema>;
