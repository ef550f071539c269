import { plainLog } from "./log";

describe("plainLog", () => {
  it("writes one line per event, with its details and those it is bound to", () => {
    const lines: string[] = [];
    const log = plainLog("info", (line) => lines.push(line)).with({ requestId: "r1" });

    log.info("facts.appended", { batchId: "b1", added: 120 });
    log.error("facts.refused", { error: new TypeError("no") });

    expect(lines[0]).toBe("  facts.appended  requestId=r1  batchId=b1  added=120\n");
    expect(lines[1]).toContain('✗ facts.refused  requestId=r1  error={"name":"TypeError","message":"no"');
  });

  it("leaves out what is below its level", () => {
    const lines: string[] = [];

    plainLog("warn", (line) => lines.push(line)).info("facts.appended");

    expect(lines).toEqual([]);
  });
});
