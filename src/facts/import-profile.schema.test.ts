import { profileSchemaOf } from "./streams/stream-facts";

const CONTACT = {
  externalId: "id",
  service: { constant: "rome" },
  channel: { constant: "phone" },
  outcome: { constant: "abandoned" },
  offeredAt: { column: "at", format: "yyyy-MM-dd HH:mm:ss" },
};

const SURVEY = {
  externalId: "id",
  service: { constant: "rome" },
  channel: { constant: "phone" },
  surveyedAt: { constant: "2026-05-04T10:00:00Z" },
};

test("a bare text is short for a column", () => {
  const { fields } = profileSchemaOf("contact").parse({ fields: CONTACT });

  expect(fields.externalId).toEqual({ column: "id" });
});

describe("a profile is refused", () => {
  test.each([
    ["an unknown field", { fields: { ...CONTACT, waitSecs: "w" } }],
    ["no origin", { fields: { ...CONTACT, reason: {} } }],
    ["two origins", { fields: { ...CONTACT, reason: { column: "r", constant: "x" } } }],
    ["otherwise without a map", { fields: { ...CONTACT, reason: { column: "r", otherwise: "x" } } }],
    ["a zone that is none", { fields: CONTACT, timeZone: "Europe/Roma" }],
    ["a missing field", { fields: { ...CONTACT, offeredAt: undefined } }],
    ["a delimiter of two characters", { fields: CONTACT, csv: { delimiter: "||" } }],
    [
      "two keys of a map that are one",
      { fields: { ...CONTACT, outcome: { column: "o", map: { y: "answered", Y: "abandoned" } } } },
    ],
    ["a condition that says two things", { fields: CONTACT, skipWhen: [{ column: "a", missing: true, in: ["x"] }] }],
  ])("for %s", (_name, definition) => {
    expect(profileSchemaOf("contact").safeParse(definition).success).toBe(false);
  });

  test("for a scale of one answer", () => {
    const definition = { fields: { ...SURVEY, rating: { column: "r", worst: 1, best: 1 } } };

    expect(profileSchemaOf("survey").safeParse(definition).success).toBe(false);
  });
});
