export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Looks again and again until it is so. */
export async function until(isSo: () => boolean | Promise<boolean>, patienceMs = 5_000): Promise<void> {
  for (const end = Date.now() + patienceMs; Date.now() < end; await pause(20)) if (await isSo()) return;
  throw new Error(`Not so within ${patienceMs} ms.`);
}

/** Something to wait for, until the test opens it. */
export interface Gate {
  readonly opened: Promise<void>;
  open(): void;
}

export function closedGate(): Gate {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}
