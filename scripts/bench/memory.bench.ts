import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Day } from "../../src/shared/day";
import { peakMemoryOf } from "./child-memory";
import { writeContactFile } from "./contact-file";
import { CHANNEL, openIngest, PEOPLE, SERVICE, withAdmin } from "./ingest-store";
import type { BenchContext, Measurement } from "./measurement";
import { ratioOf, type Ratio } from "./ratio";

const MB = 1_000_000;

export const measurements: readonly Measurement[] = [
  {
    name: "memory",
    says: "peak memory of ingesting 500 MB ÷ 50 MB, each in a process of its own",
    aim: { atMost: 1.15 },
    run: measureMemory,
  },
];

async function measureMemory(context: BenchContext): Promise<Ratio> {
  const database = await context.newDatabase("memory");
  const { clientId } = await openIngest(database);
  const [small, large] = context.quick ? [5 * MB, 50 * MB] : [50 * MB, 500 * MB];
  const peakOf = async (bytes: number): Promise<number> => {
    const file = await aFile(context, bytes);
    await withAdmin(database, (admin) => admin.query("truncate contact, touched_day, import, import_reject"));
    const run = await peakMemoryOf([join(__dirname, "ingest-once.js"), database.appUrl, clientId, file.path]);
    rmSync(file.path);
    const { accepted } = JSON.parse(run.stdout) as { accepted: number };
    if (accepted !== file.rows) throw new Error(`${accepted} of ${file.rows} rows were accepted.`);
    context.say(`${bytes / MB} MB: ${Math.round(run.peakBytes / MB)} MB at most, ${run.seconds.toFixed(1)} s`);
    return run.peakBytes / MB;
  };
  const peaks: [number, number][] = [];
  for (let i = 0; i < (context.quick ? 1 : 2); i++) {
    const ofSmall = await peakOf(small);
    peaks.push([await peakOf(large), ofSmall]);
  }
  return ratioOf(peaks, [`MB at ${large / MB} MB`, `MB at ${small / MB} MB`]);
}

const aFile = (context: BenchContext, bytes: number) =>
  writeContactFile(join(context.folder, `memory-${bytes}.csv`), {
    size: { bytes },
    services: [SERVICE],
    people: PEOPLE,
    channel: CHANNEL,
    from: "2026-04-01" as Day,
    until: "2026-07-01" as Day,
  });
