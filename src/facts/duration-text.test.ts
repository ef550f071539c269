import { durationReader } from "./duration-text";
import { DURATION_UNITS } from "./profile-fields.schema";

test.each([
  ["seconds", ".", "42", 42],
  ["seconds", ".", "42.5", 43],
  ["seconds", ".", "42.4", 42],
  ["seconds", ",", "42,5", 43],
  ["seconds", ".", "42,5", null],
  ["seconds", ".", "-3", -3],
  ["seconds", ".", "1e3", null],
  ["seconds", ".", "00:42", null],
  ["milliseconds", ".", "1500", 2],
  ["milliseconds", ".", "1499", 1],
  ["minutes", ".", "1.5", 90],
  ["minutes", ".", "2.675", 161],
  ["minutes", ".", "0.1", 6],
  ["hours", ",", "0,25", 900],
  ["HH:MM:SS", ".", "00:02:23", 143],
  ["HH:MM:SS", ".", "123:00:00", 442_800],
  ["HH:MM:SS", ".", "0:2:3.5", 124],
  ["HH:MM:SS", ".", "02:23", null],
  ["HH:MM:SS", ".", "00:60:00", null],
  ["HH:MM:SS", ".", "-00:00:05", -5],
  ["MM:SS", ".", "2:23", 143],
  ["MM:SS", ".", "120:00", 7200],
  ["HH:MM", ".", "1:30", 5400],
  ["iso", ".", "PT2M23S", 143],
  ["iso", ".", "P1DT1H", 90_000],
  ["iso", ".", "PT", null],
  ["iso", ".", "2 minutes", null],
] as const)("in %s with %s, %s is %s", (unit, decimal, text, expected) => {
  expect(durationReader(unit, decimal)(text)).toBe(expected);
});

test.each(DURATION_UNITS)("no unit reads an empty text: %s", (unit) => {
  expect(durationReader(unit, ".")("")).toBeNull();
});
