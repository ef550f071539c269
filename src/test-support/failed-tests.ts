interface Block {
  readonly children?: readonly Block[];
  readonly errors?: readonly unknown[];
}

/** Whether a test of this file has failed so far. Jest tells no hook, so this looks where its runner keeps the results. */
export function aTestFailed(): boolean {
  const key = Object.getOwnPropertySymbols(globalThis).find((one) => one.description === "JEST_STATE_SYMBOL");
  const state = key && (globalThis as unknown as Record<symbol, { rootDescribeBlock?: Block } | undefined>)[key];
  return failedIn(state?.rootDescribeBlock ?? {});
}

const failedIn = ({ errors = [], children = [] }: Block): boolean => errors.length > 0 || children.some(failedIn);
