import { amendedVersions } from "./amended-versions.rules";

const from = (validFrom: string, validUntil?: string) => ({ validFrom, ...(validUntil ? { validUntil } : {}) });
const days = (all: readonly { validFrom?: string | null; validUntil?: string | null }[]) =>
  all.map((one) => [one.validFrom, one.validUntil].filter(Boolean).join(" until "));

describe("versions after an amendment", () => {
  test.each([
    [[from("2026-01-01")], ["2026-01-01", "2026-04-01"]],
    [
      [from("2026-01-01"), from("2026-07-01")],
      ["2026-01-01", "2026-04-01", "2026-07-01"],
    ],
    [
      [from("2026-01-01"), from("2026-04-01")],
      ["2026-01-01", "2026-04-01"],
    ],
    [[from("2026-01-01", "2026-06-01")], ["2026-01-01 until 2026-04-01", "2026-04-01"]],
    [[from("2026-01-01", "2026-02-01")], ["2026-01-01 until 2026-02-01", "2026-04-01"]],
    [[], ["2026-04-01"]],
  ])("%j", (written, expected) => {
    expect(days(amendedVersions(written, { from: "2026-04-01", terms: from("2026-04-01") }))).toEqual(expected);
  });

  test.each([
    [[from("2026-01-01")], ["2026-01-01 until 2026-04-01"]],
    [[from("2026-01-01"), from("2026-07-01")], ["2026-01-01 until 2026-04-01"]],
    [[from("2026-01-01", "2026-02-01")], ["2026-01-01 until 2026-02-01"]],
  ])("ended: %j", (written, expected) => {
    expect(days(amendedVersions(written, { from: "2026-04-01", terms: null }))).toEqual(expected);
  });
});
