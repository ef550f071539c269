import { forumSchema } from "./forum.schema";

const forum = (parts: object) => ({
  ...{
    client: "a",
    contract: "b",
    code: "monthly",
    name: "Monthly",
    cadence: "FREQ=MONTHLY;BYDAY=2TU",
    reviews: "month",
  },
  ...parts,
});

test.each(["FREQ=MONTHLY;BYDAY=2TU", "FREQ=WEEKLY;BYDAY=MO", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1", "FREQ=YEARLY"])(
  "%s is a cadence",
  (cadence) => {
    expect(forumSchema.safeParse(forum({ cadence })).success).toBe(true);
  },
);

test.each([
  "every second Tuesday",
  "BYDAY=2TU",
  "FREQ=MONTHLY;BYDAY=2TX",
  "FREQ=FORTNIGHTLY",
  "FREQ=HOURLY",
  "FREQ=MONTHLY;BYHOUR=9",
  "DTSTART:20260101\nRRULE:FREQ=MONTHLY",
  "",
])("%j is not", (cadence) => {
  expect(forumSchema.safeParse(forum({ cadence })).error?.issues).toMatchObject([{ path: ["cadence"] }]);
});

test("a quorum asks for no more people than the forum has", () => {
  const participants = [{ name: "Chair", side: "provider" }];

  expect(forumSchema.safeParse(forum({ quorum: 1, participants })).success).toBe(true);
  expect(forumSchema.safeParse(forum({ quorum: 2, participants })).error?.issues).toMatchObject([{ path: ["quorum"] }]);
});
