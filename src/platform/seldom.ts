const QUIET_MS = 10_000;

/** Tells of an error once; of the same again only after a while. A lost connection fails many times a second. */
export function seldom(tell: (error: Error) => void): (error: Error) => void {
  const toldAt = new Map<string, number>();
  return (error) => {
    const now = Date.now();
    if (now - (toldAt.get(error.message) ?? 0) < QUIET_MS) return;
    if (toldAt.size > 100) toldAt.clear();
    toldAt.set(error.message, now);
    tell(error);
  };
}
