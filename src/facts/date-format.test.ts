import fc from "fast-check";
import { DateTime } from "luxon";
import { dateReader, swapped } from "./date-format";
import type { ReadTime } from "./date-reader";

const read = (format: string, text: string): string | null => {
  const out: ReadTime = { local: 0, offset: null };
  if (!dateReader(format)(text, out)) return null;
  const local = new Date(out.local).toISOString().replace("Z", "");
  return out.offset === null ? local : `${local} ${out.offset}`;
};

test.each([
  ["iso", "2026-03-29T02:15:00Z", "2026-03-29T02:15:00.000 0"],
  ["iso", "2026-03-29T02:15:00.250+02:00", "2026-03-29T02:15:00.250 120"],
  ["iso", "2026-03-29 02:15:00-0530", "2026-03-29T02:15:00.000 -330"],
  ["iso", "2026-03-29 02:15", "2026-03-29T02:15:00.000"],
  ["iso", "2026-03-29", null],
  ["iso", "2026-02-30T10:00:00Z", null],
  ["iso", "2026-03-29T25:00:00Z", null],
  ["dd/MM/yyyy HH:mm:ss", "29/03/2026 02:15:09", "2026-03-29T02:15:09.000"],
  ["dd/MM/yyyy HH:mm:ss", "03/29/2026 02:15:09", null],
  ["d.M.yy H:mm", "9.3.26 2:05", "2026-03-09T02:05:00.000"],
  ["M/d/yyyy h:mm a", "3/9/2026 12:05 am", "2026-03-09T00:05:00.000"],
  ["M/d/yyyy h:mm a", "3/9/2026 1:05 PM", "2026-03-09T13:05:00.000"],
  ["M/d/yyyy h:mm a", "3/9/2026 13:05 PM", null],
  ["dd MMM yyyy HH:mm ZZ", "09 Mar 2026 10:00 +01:00", "2026-03-09T10:00:00.000 60"],
  ["d MMMM yyyy", "9 march 2026", "2026-03-09T00:00:00.000"],
  ["yyyyMMdd'T'HHmmss", "20260309T101112", "2026-03-09T10:11:12.000"],
  ["EEE, dd LLL yyyy HH:mm", "Mon, 09 Mar 2026 10:00", "2026-03-09T10:00:00.000"],
  ["epoch-seconds", "1772000000", "2026-02-25T06:13:20.000 0"],
  ["epoch-milliseconds", "1772000000250", "2026-02-25T06:13:20.250 0"],
  ["epoch-seconds", "yesterday", null],
  ["yyyy-MM-dd", "2026-03-29 ", null],
])("%s reads %s as %s", (format, text, expected) => {
  expect(read(format, text)).toBe(expected);
});

test.each([
  ["dd/MM/yyyy", "MM/dd/yyyy"],
  ["M.d.yy H:mm", "d.M.yy H:mm"],
  ["dd MMM yyyy", "MM MMM yyyy"],
  ["yyyy", null],
])("%s with day and month swapped is %s", (format, expected) => {
  expect(swapped(format)).toBe(expected);
});

test("common formats are read as Luxon reads them", () => {
  const formats = ["yyyy-MM-dd HH:mm:ss", "d/M/yyyy H:mm", "dd.MM.yyyy hh:mm:ss a", "yyyy-MM-dd'T'HH:mm:ss.SSSZZ"];
  const instants = fc.date({ min: new Date("1990-01-01"), max: new Date("2060-01-01"), noInvalidDate: true });

  fc.assert(
    fc.property(fc.constantFrom(...formats), instants, (format, instant) => {
      const text = DateTime.fromJSDate(instant, { zone: "utc" }).toFormat(format);
      const luxon = DateTime.fromFormat(text, format, { zone: "utc" }).toISO({ includeOffset: false });
      expect(read(format, text)?.split(" ")[0]).toBe(luxon);
    }),
  );
});
