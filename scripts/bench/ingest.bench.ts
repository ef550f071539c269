import { createReadStream } from "node:fs";
import { join } from "node:path";
import type { Day } from "../../src/shared/day";
import { writeContactFile, type ContactFile } from "./contact-file";
import { bareCopy, CHANNEL, CHUNK_BYTES, makeBareTable, openIngest, PEOPLE, SERVICE, withAdmin } from "./ingest-store";
import type { BenchContext, Measurement } from "./measurement";
import { pairedRatio, secondsOf, type Ratio } from "./ratio";

export const measurements: readonly Measurement[] = [
  {
    name: "ingest",
    says: "ingest rows/s ÷ rows/s of a bare COPY of the same file into an indexed table of the same shape",
    aim: { atLeast: 0.4 },
    run: measureIngest,
  },
];

async function measureIngest(context: BenchContext): Promise<Ratio> {
  const database = await context.newDatabase("ingest");
  const bench = await openIngest(database);
  const file = await aFile(context);
  context.say(`${file.rows.toLocaleString("en")} rows, ${Math.round(file.bytes / 1e6)} MB`);
  return withAdmin(database, async (admin) => {
    await makeBareTable(admin);
    const ours = async (): Promise<number> => {
      await admin.query("truncate contact, touched_day, import, import_reject");
      return file.rows / (await secondsOf(async () => takeIn(await bench.send([], read(file)), file.rows)));
    };
    const bare = async (): Promise<number> => {
      await admin.query("truncate bare");
      return file.rows / (await secondsOf(() => bareCopy(admin, file.path)));
    };
    return pairedRatio({ first: ["ours rows/s", ours], second: ["bare rows/s", bare], pairs: context.quick ? 2 : 6 });
  });
}

const read = ({ path }: ContactFile) => ({ bytes: createReadStream(path, { highWaterMark: CHUNK_BYTES }) });

function takeIn({ rows }: { rows: { accepted: number } }, expected: number): void {
  if (rows.accepted !== expected) throw new Error(`${rows.accepted} of ${expected} rows were accepted.`);
}

const aFile = (context: BenchContext): Promise<ContactFile> =>
  writeContactFile(join(context.folder, "ingest.csv"), {
    size: { rows: context.quick ? 40_000 : 300_000 },
    services: [SERVICE],
    people: PEOPLE,
    channel: CHANNEL,
    from: "2026-04-01" as Day,
    until: "2026-07-01" as Day,
  });
