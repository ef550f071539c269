import { rmSync } from "node:fs";
import { join } from "node:path";
import { aTree } from "../house-rules/source-tree.builder";
import { runStep, runSteps, type Step } from "./step";

let root: string;
beforeAll(() => {
  root = aTree({
    "ok.js": "console.log('fine')",
    "bad.js": "console.log('first'); console.error('then'); process.exit(3)",
    "slow.js": "setTimeout(() => {}, 200)",
    "killed.js": "process.kill(process.pid, 'SIGKILL')",
  });
});
afterAll(() => rmSync(root, { recursive: true }));

const step = (name: string, rest: Partial<Step> = {}): Step => ({ name, program: join(root, `${name}.js`), ...rest });

describe("a step", () => {
  test("passes when its program ends with 0", async () => {
    expect(await runStep(step("ok"))).toMatchObject({ name: "ok", passed: true, output: "fine\n" });
  });

  test("fails when its program ends otherwise, and keeps what it printed", async () => {
    expect(await runStep(step("bad"))).toMatchObject({ passed: false, output: "first\nthen\n" });
  });

  test("fails when its program is killed or absent", async () => {
    expect(await runStep(step("killed"))).toMatchObject({ passed: false });
    expect(await runStep(step("absent"))).toMatchObject({
      passed: false,
      output: expect.stringContaining("absent.js"),
    });
    expect(await runStep({ name: "x", program: "no-such-package:x" })).toMatchObject({ passed: false });
  });

  test("finds the program of an installed package", async () => {
    const result = await runStep({ name: "prettier", program: "prettier:prettier", args: ["--version"] });

    expect(result).toMatchObject({ passed: true, output: expect.stringMatching(/^\d+\.\d+/) });
  });
});

describe("several steps", () => {
  test("all run though one fails, and are told in their own order", async () => {
    const ended: string[] = [];

    const results = await runSteps([step("slow"), step("bad"), step("ok")], 2, ({ name }) => ended.push(name));

    expect(results.map(({ name, passed }) => [name, passed])).toEqual([
      ["slow", true],
      ["bad", false],
      ["ok", true],
    ]);
    expect(ended).toHaveLength(3);
  });

  test("let the one that wants to be alone wait for the others", async () => {
    const ended: string[] = [];

    await runSteps([step("ok", { alone: true }), step("slow")], 2, ({ name }) => ended.push(name));

    expect(ended).toEqual(["slow", "ok"]);
  });
});
