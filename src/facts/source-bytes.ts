import { once } from "node:events";
import { createGunzip, type Gunzip } from "node:zlib";
import { ConnectionCut, DamagedGzip, FileCutShort, TruncatedGzip } from "./import.errors";

/** Compressed bytes are fed in pieces so small that even the best compressed file cannot fill the memory. */
const PIECE_BYTES = 16 * 1024;

/**
 * The bytes of a file, unpacked if they are gzip, whatever the file is called. When the source breaks off, all that
 * came before is given first, and then a FileCutShort is thrown.
 */
export async function* plainBytes(input: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const chunks = received(input);
  const first = await beginning(chunks);
  const all = follow(first, chunks);
  const isGzip = first[0] === 0x1f && first[1] === 0x8b;
  yield* isGzip ? unpacked(all) : all;
}

/** Whatever goes wrong while receiving means that the rest did not come. */
async function* received(input: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of input) yield Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
  } catch (error) {
    throw error instanceof FileCutShort ? error : new ConnectionCut(error);
  }
}

/** At least two bytes, if there are as many. */
async function beginning(chunks: AsyncGenerator<Buffer>): Promise<Buffer> {
  let first: Buffer = Buffer.alloc(0);
  while (first.length < 2) {
    const next = await chunks.next();
    if (next.done) break;
    first = Buffer.concat([first, next.value]);
  }
  return first;
}

async function* follow(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (first.length > 0) yield first;
  yield* rest;
}

async function* unpacked(chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  const ready: Buffer[] = [];
  const broken = new Promise<Error>((resolve) => gunzip.once("error", resolve));
  gunzip.on("data", (part: Buffer) => ready.push(part));
  try {
    for await (const chunk of chunks) {
      for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
        const failure = await Promise.race([broken, fed(gunzip, chunk.subarray(at, at + PIECE_BYTES))]);
        yield* ready.splice(0);
        if (failure) throw new DamagedGzip(failure);
      }
    }
    const ended = once(gunzip, "end").then(
      () => null,
      (error: Error) => error,
    );
    gunzip.end();
    const failure = await Promise.race([broken, ended]);
    yield* ready.splice(0);
    if (failure) throw isCut(failure) ? new TruncatedGzip(failure) : new DamagedGzip(failure);
  } finally {
    gunzip.destroy();
  }
}

const isCut = (failure: Error): boolean => (failure as NodeJS.ErrnoException).code === "Z_BUF_ERROR";

const fed = (gunzip: Gunzip, piece: Buffer): Promise<null> =>
  new Promise((resolve) => gunzip.write(piece, () => resolve(null)));
