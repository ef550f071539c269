import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fixedClock } from "../test-support/fixed-clock";
import { rememberedTokens } from "./remembered-tokens";
import { localTokens, type LocalTokens, type Tokens } from "./tokens";

let folder: string;
let local: LocalTokens;
let checks: number;
let tokens: Tokens;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "regia-tokens-"));
  local = await localTokens(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  checks = 0;
  tokens = rememberedTokens({
    verify: (token, now) => {
      checks += 1;
      return local.verify(token, now);
    },
  });
});

const clock = fixedClock("2026-11-02T09:00:00Z");

test("a token is checked once a minute", async () => {
  const token = await local.issue("ada", clock.now());

  const first = await tokens.verify(token, clock.now());
  clock.advance(59);
  const second = await tokens.verify(token, clock.now());
  expect([first, second, checks]).toEqual([second, first, 1]);

  clock.advance(1);
  await tokens.verify(token, clock.now());
  expect(checks).toBe(2);
});

test("a remembered token ends with its expiry, within the minute too", async () => {
  const token = await local.issue("ada", clock.now(), 30 / 3600);
  await tokens.verify(token, clock.now());

  clock.advance(36);

  await expect(tokens.verify(token, clock.now())).rejects.toThrow("expired");
});

test("a refused token is never remembered", async () => {
  await expect(tokens.verify("x.y.z", clock.now())).rejects.toThrow();
  await expect(tokens.verify("x.y.z", clock.now())).rejects.toThrow();

  expect(checks).toBe(2);
});
