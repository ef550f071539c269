import fc from "fast-check";
import { RecordCutter } from "./record-cutter";

const cut = (pieces: readonly string[], longestBytes?: number) => {
  const cutter = new RecordCutter({ quote: 34, delimiter: 44, longestBytes });
  const found = [...pieces.flatMap((piece) => cutter.push(Buffer.from(piece))), ...cutter.finish()];
  return found.map(({ line, position, bytes, trouble }) => [line, position, trouble ?? bytes.toString()]);
};

test("records end at line ends outside quotes, with or without a carriage return", () => {
  expect(cut(['a,b\r\n"x\ny","""q"""\nlast'])).toEqual([
    [1, 0, "a,b"],
    [2, 5, '"x\ny","""q"""'],
    [4, 19, "last"],
  ]);
});

test("a quote within a field is plain text", () => {
  expect(cut(['5" pipe,b\nc,d"\n'])).toEqual([
    [1, 0, '5" pipe,b'],
    [2, 10, 'c,d"'],
  ]);
});

test("a quote that is never closed costs its line only", () => {
  expect(cut(['a\n"b,c\nd\n"e"\n'])).toEqual([
    [1, 0, "a"],
    [2, 2, "UNCLOSED_QUOTE"],
    [3, 7, "d"],
    [4, 9, '"e"'],
  ]);
});

test("text behind a closing quote costs its line only", () => {
  expect(cut(['a\n"b"c,d\ne\n'])).toEqual([
    [1, 0, "a"],
    [2, 2, "TEXT_AFTER_QUOTE"],
    [3, 9, "e"],
  ]);
});

test("a line that is too long is dropped, however it comes in", () => {
  const file = `a\n${"x".repeat(300)}\nb\n`;

  for (const pieces of [[file], [...file]]) {
    expect(cut(pieces, 100)).toEqual([
      [1, 0, "a"],
      [2, expect.any(Number), "LINE_TOO_LONG"],
      [3, 303, "b"],
    ]);
  }
});

test("a quoted field that grows too long costs its first line only", () => {
  const file = `a\n"${"x\n".repeat(200)}b\n`;

  expect(cut([file], 100).slice(0, 3)).toEqual([
    [1, 0, "a"],
    [2, 2, "UNCLOSED_QUOTE"],
    [3, 5, "x"],
  ]);
});

test("where the file is cut into pieces does not matter", () => {
  const file = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r\n", '","', '"\n'), maxLength: 60 });

  fc.assert(
    fc.property(file, fc.array(fc.nat(60), { maxLength: 5 }), (text, places) => {
      const at = [0, ...places.map((place) => Math.min(place, text.length)), text.length].sort((a, b) => a - b);
      const pieces = at.slice(1).map((end, i) => text.slice(at[i], end));
      expect(cut(pieces)).toEqual(cut([text]));
    }),
    { numRuns: 3_000 },
  );
});

test("good files come out as they went in", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "b", ",", '"', "\n", "é"), maxLength: 6 });
  const quote = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const lines = rows.map((row) => row.map(quote).join(","));
      expect(cut([lines.join("\n")]).map((found) => found[2])).toEqual(lines);
    }),
  );
});
