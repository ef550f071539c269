import { connect, createServer } from "node:net";

/** Passes connections on to a server, as if that had just started on this port. */
export async function listenFor(serverUrl: string, port: number): Promise<{ stop(): Promise<void> }> {
  const target = new URL(serverUrl);
  const proxy = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) socket.on("error", () => void (near.destroy(), far.destroy()));
  });
  await new Promise<void>((resolve) => proxy.listen(port, "127.0.0.1", resolve));
  return { stop: () => new Promise((resolve) => proxy.close(() => resolve())) };
}
