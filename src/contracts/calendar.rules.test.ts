import { day } from "../shared/day";
import { isOpenOn, overlappingPair, parseWindow, weekdaysNamed, weekText, windowsOn } from "./calendar.rules";

const NINE_TO_ONE = { from: "09:00", until: "13:00" };
const working = {
  windows: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, ...NINE_TO_ONE })),
  holidays: [
    { on: day("2026-12-25"), name: "Christmas", windows: [] },
    { on: day("2026-12-26"), name: "Open for once", windows: [NINE_TO_ONE] },
  ],
};

test.each([
  ["an ordinary Friday", "2026-12-18", [NINE_TO_ONE]],
  ["a Sunday", "2026-12-20", []],
  ["a Friday that is a holiday", "2026-12-25", []],
  ["a Saturday with windows of its own", "2026-12-26", [NINE_TO_ONE]],
])("the windows of %s", (_, on, windows) => {
  expect(windowsOn(working, day(on))).toEqual(windows);
  expect(isOpenOn(working, day(on))).toBe(windows.length > 0);
});

test.each([
  ["09:00-13:00", { from: "09:00", until: "13:00" }],
  ["09:00 – 24:00", { from: "09:00", until: "24:00" }],
  ["00:00-24:00", { from: "00:00", until: "24:00" }],
  ["13:00-09:00", null],
  ["09:00-09:00", null],
  ["9:00-13:00", null],
  ["09:00-24:30", null],
  ["24:00-24:00", null],
  ["always", null],
])("%s as a window", (text, window) => {
  expect(parseWindow(text)).toEqual(window);
});

test.each([
  ["monday", [1]],
  ["Monday-Friday", [1, 2, 3, 4, 5]],
  ["saturday-sunday", [6, 7]],
  ["friday-monday", []],
  ["mon", []],
  ["monday-", []],
  ["monday-tuesday-friday", []],
])("%s names weekdays %j", (name, weekdays) => {
  expect(weekdaysNamed(name)).toEqual(weekdays);
});

test("windows of one day overlap when they share time, not when they touch", () => {
  const afternoon = { from: "13:00", until: "18:00" };

  expect(overlappingPair([afternoon, NINE_TO_ONE])).toBeNull();
  expect(overlappingPair([afternoon, { from: "12:59", until: "13:01" }])).toEqual([
    { from: "12:59", until: "13:01" },
    afternoon,
  ]);
});

test("a week is written with runs of equal days together", () => {
  const windows = [...working.windows, { weekday: 2, from: "14:00", until: "15:00" }, { weekday: 7, ...NINE_TO_ONE }];

  expect(weekText(windows)).toEqual({
    monday: ["09:00-13:00"],
    tuesday: ["09:00-13:00", "14:00-15:00"],
    "wednesday-friday": ["09:00-13:00"],
    sunday: ["09:00-13:00"],
  });
});
