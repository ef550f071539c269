/**
 * Adds up the tests (jest's JSON) and the check steps, prints "N passed, N failed" as the last line, and exits with 1
 * when anything failed. A program that ended badly without a counted failure counts as one.
 *
 *   node .ci/summary.mjs TESTS.json EXIT_CODE CHECKS.json EXIT_CODE
 */
import { existsSync, readFileSync } from "node:fs";

const [testsFile, testsCode, checksFile, checksCode] = process.argv.slice(2);

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null);

/** Nothing written means that it did not run to its end. */
const NOTHING = { passed: 0, failed: 1 };

/** Suites that did not even load have no tests of their own, so each counts as one failure. */
function ofTests(json) {
  if (!json) return NOTHING;
  return { passed: json.numPassedTests, failed: json.numFailedTests + json.numRuntimeErrorTestSuites };
}

function ofChecks(json) {
  if (!json) return NOTHING;
  const passed = json.filter((step) => step.passed).length;
  return { passed, failed: json.length - passed };
}

const honest = ({ passed, failed }, code) => ({ passed, failed: failed === 0 && code !== "0" ? 1 : failed });

const parts = [honest(ofTests(read(testsFile)), testsCode), honest(ofChecks(read(checksFile)), checksCode)];
const passed = parts[0].passed + parts[1].passed;
const failed = parts[0].failed + parts[1].failed;
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);
