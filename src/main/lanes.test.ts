import { setTimeout as pause } from "node:timers/promises";
import type { DataSource } from "typeorm";
import { inLanes } from "./lanes";

const withConnections = (max: number) => ({ driver: { master: { options: { max } } } }) as unknown as DataSource;

describe("lanes", () => {
  it.each([
    [1, 1],
    [3, 1],
    [4, 2],
    [20, 2],
  ])("of %i connections are %i", async (connections, lanes) => {
    expect(await inLanes(withConnections(connections), (lane) => Promise.resolve(lane))).toHaveLength(lanes);
  });

  it("are all at their end when one fails", async () => {
    let isOver = false;
    const working = inLanes(withConnections(10), async (lane) => {
      if (lane === 0) throw new Error("no such day");
      await pause(20);
      isOver = true;
    });

    await expect(working).rejects.toThrow("no such day");
    expect(isOver).toBe(true);
  });
});
