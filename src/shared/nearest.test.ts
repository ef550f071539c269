import { nearest } from "./nearest";

test.each([
  ["sl-a", ["SL-A", "SL-B"], "SL-A"],
  ["CSTA", ["CSAT", "DSAT"], "CSAT"],
  ["fone", ["chat", "phone"], "phone"],
  ["calender", ["code", "calendar"], "calendar"],
  ["satruday", ["sunday", "saturday"], "saturday"],
  ["profit", ["CSAT", "DSAT"], null],
  ["anything", [], null],
])("%s among %j most likely means %s", (given, known, meant) => {
  expect(nearest(given, known)).toBe(meant);
});
