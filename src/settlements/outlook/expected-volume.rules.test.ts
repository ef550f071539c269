import { addDays, day, type Day } from "../../shared/day";
import { expectedVolume, weekdayMeans, type VolumeMaterial } from "./expected-volume.rules";

// 2026-06-01 is a Monday
const MONDAY = day("2026-06-01");
const eightWeeks = (volumeOn: (on: Day, index: number) => number) =>
  Array.from({ length: 56 }, (_, index) => {
    const on = addDays(MONDAY, index - 56);
    return { day: on, volume: volumeOn(on, index) };
  });

/** 100 a day from Monday to Friday, nothing at weekends. */
const USUAL = eightWeeks((_, index) => (index % 7 < 5 ? 100 : 0));

const material = (parts: Partial<VolumeMaterial>): VolumeMaterial => ({
  ...{ today: MONDAY, seen: USUAL, soFarToday: 0, offered: 0, forecast: new Map() },
  rest: Array.from({ length: 7 }, (_, index) => addDays(MONDAY, index)),
  ...parts,
});

describe("what the rest of a period is expected to bring", () => {
  it("is the mean of the same weekdays, today less what came already", () => {
    expect(expectedVolume(material({ soFarToday: 30 }))).toEqual({ volume: "470", basis: "same_weekdays" });
  });

  it("is never less than nothing today", () => {
    expect(expectedVolume(material({ soFarToday: 400 }))).toEqual({ volume: "400", basis: "same_weekdays" });
  });

  it("looks only at weeks since the first fact", () => {
    const young = eightWeeks((_, index) => (index >= 49 && index % 7 < 5 ? 80 : 0));

    expect(expectedVolume(material({ seen: young }))).toEqual({ volume: "400", basis: "same_weekdays" });
    expect(weekdayMeans(young).get(6)).toBe(0);
  });

  it("is what the locked forecast still expects, by what was counted per contact", () => {
    const forecast = new Map(material({}).rest.map((on) => [on, "50.5"]));

    // 4,000 counted of 5,000 offered: 0.8 of 7 × 50.5 = 282.8
    expect(expectedVolume(material({ forecast, offered: 5_000 }))).toEqual({ volume: "283", basis: "locked_forecast" });
  });

  it("is mixed where the forecast ends before the period", () => {
    const forecast = new Map([[MONDAY, "10"]]);

    expect(expectedVolume(material({ forecast, offered: 4_000 }))).toEqual({ volume: "410", basis: "mixed" });
  });

  it("is unknown where nothing was ever seen", () => {
    expect(expectedVolume(material({ seen: [] }))).toBeNull();
  });
});
