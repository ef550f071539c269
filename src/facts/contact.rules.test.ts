import fc from "fast-check";
import { completed, type ContactCourse } from "./contact.rules";

const NOTHING: ContactCourse = {
  outcome: "answered",
  offeredAt: 0,
  answeredAt: null,
  endedAt: null,
  waitSeconds: null,
  talkSeconds: null,
  holdSeconds: null,
  wrapSeconds: null,
};

test.each<[string, Partial<ContactCourse>, object]>([
  ["answer from wait", { waitSeconds: 20 }, { answeredAt: 20_000, endedAt: null }],
  ["wait from answer, half up", { answeredAt: 20_500 }, { waitSeconds: 21 }],
  [
    "end from talk, hold and wrap",
    { waitSeconds: 20, talkSeconds: 60, wrapSeconds: 10 },
    { endedAt: 90_000, holdSeconds: null },
  ],
  [
    "what was said is kept",
    { waitSeconds: 5, answeredAt: 20_000, endedAt: 21_000, talkSeconds: 60 },
    { waitSeconds: 5, endedAt: 21_000 },
  ],
  ["no answer time", { talkSeconds: 60 }, { about: "answeredAt", code: "UNKNOWN_ANSWER_TIME" }],
  ["answer before offer", { answeredAt: -1 }, { about: "answeredAt", code: "ANSWER_BEFORE_OFFER" }],
  ["end before answer", { answeredAt: 20_000, endedAt: 19_999 }, { about: "endedAt", code: "END_BEFORE_ANSWER" }],
  ["wait from leaving", { outcome: "abandoned", endedAt: 45_000 }, { waitSeconds: 45, answeredAt: null }],
  ["unknown wait", { outcome: "abandoned" }, { waitSeconds: null, endedAt: null }],
  [
    "zeros of a system that always writes them",
    { outcome: "abandoned", talkSeconds: 0, wrapSeconds: 0 },
    { talkSeconds: null, wrapSeconds: null },
  ],
  [
    "handled without answer",
    { outcome: "flow_out", wrapSeconds: 3 },
    { about: "wrapSeconds", code: "UNANSWERED_BUT_HANDLED" },
  ],
  [
    "answered without answer",
    { outcome: "abandoned", answeredAt: 5 },
    { about: "answeredAt", code: "UNANSWERED_BUT_HANDLED" },
  ],
  ["left before it came", { outcome: "abandoned", endedAt: -1 }, { about: "endedAt", code: "END_BEFORE_ANSWER" }],
])("%s", (_name, said, expected) => {
  expect(completed({ ...NOTHING, ...said })).toMatchObject(expected);
});

test("completing twice is completing once, and the instants are in order", () => {
  const seconds = fc.option(fc.integer({ min: 0, max: 1_000 }));
  const instant = fc.option(fc.integer({ min: -10_000, max: 2_000_000 }));
  const course = fc.record({
    outcome: fc.constantFrom<ContactCourse["outcome"]>("answered", "abandoned", "callback"),
    offeredAt: fc.constant(0),
    ...{ answeredAt: instant, endedAt: instant },
    ...{ waitSeconds: seconds, talkSeconds: seconds, holdSeconds: seconds, wrapSeconds: seconds },
  });

  fc.assert(
    fc.property(course, (said) => {
      const once = completed(said);
      if ("code" in once) return;
      expect(completed(once)).toEqual(once);
      const begin = once.answeredAt ?? once.offeredAt;
      expect(begin).toBeGreaterThanOrEqual(once.offeredAt);
      if (once.endedAt !== null) expect(once.endedAt).toBeGreaterThanOrEqual(begin);
      if (once.outcome === "answered") expect(once.waitSeconds).not.toBeNull();
    }),
  );
});
