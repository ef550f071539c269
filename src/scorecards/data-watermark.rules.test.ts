import { aFeed } from "../facts/feed.builder";
import type { ExpectedFeed } from "../facts/feed.queries";
import { day } from "../shared/day";
import { dataWatermark, type Reading } from "./data-watermark.rules";

const NOW = new Date("2026-07-02T12:00:00Z");
const june: Reading = { streams: ["contact"], serviceId: null, until: day("2026-07-01"), timeZone: "Europe/Rome" };
const daily = {
  ...{ every: "FREQ=DAILY", dueBy: "06:00", timeZone: "Europe/Rome", grace: "PT0S", declares: false },
  ...{ validFrom: day("2026-01-01"), validUntil: null, version: 1 },
};

const feed = (parts: Partial<ExpectedFeed>): ExpectedFeed => ({
  ...aFeed({ clientId: "c", serviceIds: ["phone"], ...parts }),
  expectation: parts.expectation ?? null,
});
const contacts = feed({ observedThrough: new Date("2026-06-30T19:40:00Z") });
const surveys = feed({ stream: "survey", completeThrough: new Date("2026-06-28T22:00:00Z") });
const cases = feed({ stream: "case", serviceIds: [], expectation: daily });

const shown = (feeds: ExpectedFeed[], reading: Partial<Reading> = {}) => {
  const { through, isDeclared, coversPeriod, lateFeeds } = dataWatermark(feeds, { ...june, ...reading }, NOW);
  return [through?.toISOString() ?? null, isDeclared, coversPeriod, lateFeeds.length];
};

describe("dataWatermark", () => {
  it.each([
    ["without feeds", [], {}, [null, false, false, 0]],
    ["of facts to the last evening", [contacts], {}, ["2026-06-30T19:40:00.000Z", false, true, 0]],
    ["of other streams", [contacts, surveys], {}, ["2026-06-30T19:40:00.000Z", false, true, 0]],
    [
      "of the shortest of two",
      [contacts, surveys],
      { streams: ["contact", "survey"] },
      ["2026-06-28T22:00:00.000Z", false, false, 0],
    ],
    [
      "of a stream without a feed",
      [contacts],
      { streams: ["contact", "survey"] },
      ["2026-06-30T19:40:00.000Z", false, false, 0],
    ],
    [
      "of something expected that never came",
      [contacts, cases],
      { streams: ["contact", "case"] },
      [null, false, false, 1],
    ],
    [
      "declared",
      [surveys],
      { streams: ["survey"], until: day("2026-06-29") },
      ["2026-06-28T22:00:00.000Z", true, true, 0],
    ],
    ["of another service", [contacts], { serviceId: "chat" }, [null, false, false, 0]],
    ["late", [{ ...contacts, expectation: daily }], {}, ["2026-06-30T19:40:00.000Z", false, true, 1]],
  ] as [string, ExpectedFeed[], Partial<Reading>, unknown[]][])("%s", (_, feeds, reading, expected) => {
    expect(shown(feeds, reading)).toEqual(expected);
  });
});
