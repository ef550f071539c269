import { seldom } from "./seldom";

describe("errors that come in crowds", () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it("are told once, and again after a while; others are told at once", () => {
    const told: string[] = [];
    const tell = seldom((error) => void told.push(error.message));

    for (let times = 0; times < 100; times += 1) tell(new Error("refused"));
    tell(new Error("starting up"));
    jest.advanceTimersByTime(10_001);
    tell(new Error("refused"));

    expect(told).toEqual(["refused", "starting up", "refused"]);
  });
});
