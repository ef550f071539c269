import fc from "fast-check";
import { cursorsFor, decodeCursor } from "./cursor";

const keys = fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { minLength: 1, maxLength: 4 });

test("a cursor gives back the sort key it was made from", () => {
  fc.assert(
    fc.property(keys, (key) => {
      const filter = { list: "x", of: "y" };
      expect(decodeCursor(cursorsFor(filter)(key), filter, key.length)).toEqual(key);
    }),
  );
});

test("a cursor of another list, of another length, or damaged is refused", () => {
  fc.assert(
    fc.property(keys, fc.string(), fc.nat(), (key, text, at) => {
      const cursor = cursorsFor({ list: "x" })(key);
      expect(() => decodeCursor(cursor, { list: "z" }, key.length)).toThrow("cursor");
      expect(() => decodeCursor(cursor, { list: "x" }, key.length + 1)).toThrow("cursor");
      expect(() => decodeCursor(text, { list: "x" }, key.length)).toThrow("cursor");
      const damaged = cursor.slice(0, at % cursor.length);
      expect(() => decodeCursor(damaged, { list: "x" }, key.length)).toThrow("cursor");
    }),
  );
});
