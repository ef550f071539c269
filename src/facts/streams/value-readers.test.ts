import type { RowInHand } from "../row-in-hand";
import { decimalText } from "./value-readers";

const row = { fail: () => "refused" } as unknown as RowInHand;
const read = (text: string, mark: "." | ","): unknown =>
  decimalText({ label: "amount", read: () => text }, 2, mark)(row);

it.each<[string, "." | ",", string]>([
  ["4.20", ".", "4.2"],
  ["-1234.5", ".", "-1234.5"],
  ["1,234.5", ".", "1234.5"],
  ["12,345,678", ".", "12345678"],
  ["4,20", ".", "refused"],
  ["1,23,456", ".", "refused"],
  ["0.125", ".", "refused"],
  ["4,20", ",", "4.2"],
  ["1.234,5", ",", "1234.5"],
  ["4.20", ",", "refused"],
])("reads %s with the decimal mark %s as %s", (text, mark, value) => {
  expect(read(text, mark)).toBe(value);
});
