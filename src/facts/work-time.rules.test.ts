import { completedWorkTime, type SaidWorkTime } from "./streams/work-time.rules";

const HOUR = 3_600;
const START = Date.parse("2026-05-04T08:00:00Z");

const said = (more: Partial<SaidWorkTime> = {}): SaidWorkTime => ({
  ...{
    startedAt: START,
    endedAt: START + HOUR * 1_000,
    scheduledSeconds: null,
    paidSeconds: null,
    loggedSeconds: null,
  },
  ...{ availableSeconds: null, handlingSeconds: null, contactSeconds: null, adherentSeconds: null },
  ...{ productiveSeconds: null, attendedSeconds: null, unavailableSeconds: null, auxStates: null },
  ...more,
});
const state = (seconds: number, paid = true, productive = false) => ({ state: "training", seconds, paid, productive });

describe("working time", () => {
  test.each<[string, Partial<SaidWorkTime>, Partial<SaidWorkTime>]>([
    ["unavailable from paid states", { auxStates: [state(300), state(60, false)] }, { unavailableSeconds: 300 }],
    ["unavailable as said", { auxStates: [state(300)], unavailableSeconds: 200 }, { unavailableSeconds: 200 }],
    ["no states, nothing known", {}, { unavailableSeconds: null, productiveSeconds: null }],
    [
      "productive from available, handling and productive states",
      { availableSeconds: 600, handlingSeconds: 2_400, auxStates: [state(300, true, true), state(100)] },
      { productiveSeconds: 3_300 },
    ],
    ["productive is not known without available time", { handlingSeconds: 2_400 }, { productiveSeconds: null }],
  ])("derives %s", (_, given, expected) => {
    expect(completedWorkTime(said(given))).toMatchObject(expected);
  });

  test.each<[string, Partial<SaidWorkTime>]>([
    ["several contacts at a time", { handlingSeconds: HOUR, contactSeconds: 3 * HOUR }],
    ["more paid and scheduled than the interval lasts", { paidSeconds: 8 * HOUR, scheduledSeconds: 8 * HOUR }],
    ["handling after logging out", { loggedSeconds: 600, handlingSeconds: 900 }],
    ["unscheduled work", { scheduledSeconds: 0, loggedSeconds: HOUR }],
    ["a second of rounding", { handlingSeconds: HOUR + 1 }],
    ["a day of 25 hours", { endedAt: START + 25 * HOUR * 1_000 }],
  ])("allows %s", (_, given) => {
    expect(completedWorkTime(said(given))).not.toHaveProperty("code");
  });

  test.each<[string, Partial<SaidWorkTime>, object]>([
    ["no time at all", { endedAt: START }, { about: "endedAt", code: "WRONG_ORDER" }],
    ["more than a day", { endedAt: START + 26 * HOUR * 1_000 }, { about: "endedAt", code: "OUT_OF_RANGE" }],
    ["parallel contacts counted twice", { handlingSeconds: 2 * HOUR }, { about: "handlingSeconds" }],
    ["available while handling", { availableSeconds: 1_800, handlingSeconds: 2_000 }, {}],
    ["more available than logged in", { availableSeconds: 700, loggedSeconds: 600 }, { about: "availableSeconds" }],
    ["more adherent than scheduled", { adherentSeconds: 700, scheduledSeconds: 600 }, { about: "adherentSeconds" }],
    ["more present than scheduled", { attendedSeconds: 700, scheduledSeconds: 600 }, { about: "attendedSeconds" }],
    ["more unavailable than paid", { unavailableSeconds: 700, paidSeconds: 600 }, { about: "unavailableSeconds" }],
    ["more in states than paid", { auxStates: [state(700)], paidSeconds: 600 }, { about: "auxStates" }],
    [
      "states that last longer than the interval",
      { auxStates: [state(3_000), state(700, false)] },
      { about: "auxStates" },
    ],
  ])("refuses %s", (_, given, objection) => {
    expect(completedWorkTime(said(given))).toMatchObject({ code: "CONTRADICTION", ...objection });
  });
});
