import { parseArgs } from "node:util";

export interface CheckOptions {
  readonly tests: boolean;
  /** Tests of each file in random order; the order repeats with the same seed. */
  readonly randomOrder: boolean;
  readonly seed: number | undefined;
  /** Where to write the outcome as JSON. */
  readonly json: string | undefined;
  /** Only the steps of these names. */
  readonly only: readonly string[] | undefined;
  readonly help: boolean;
}

export const USAGE = `npm run check -- [options]

  --no-tests      leave the tests out
  --in-order      run the tests in the order they are written, not in random order
  --seed N        repeat the random order of an earlier run
  --only A,B      only these steps
  --json FILE     write the outcome to a file
`;

const OPTIONS = {
  "no-tests": { type: "boolean" },
  "in-order": { type: "boolean" },
  seed: { type: "string" },
  only: { type: "string" },
  json: { type: "string" },
  help: { type: "boolean" },
} as const;

/** Throws with a readable message on what it does not know. */
export function readOptions(args: string[]): CheckOptions {
  const { values } = parseArgs({ args, options: OPTIONS });
  return {
    tests: !values["no-tests"],
    randomOrder: !values["in-order"],
    seed: seedOf(values.seed),
    json: values.json,
    only: values.only?.split(","),
    help: values.help ?? false,
  };
}

function seedOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^-?\d{1,10}$/.test(text))
    throw new Error(`--seed ${text}: the seed is a whole number, as an earlier run printed it`);
  return Number(text);
}
