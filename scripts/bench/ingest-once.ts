/** Takes one file in and ends: the process whose memory is measured. `node ingest-once.js URL CLIENT_ID FILE`. */
import "reflect-metadata";
import { createReadStream } from "node:fs";
import { viewerOf } from "../../src/facts/ingest.builder";
import { IngestService } from "../../src/facts/ingest.service";
import { entities } from "../../src/main/data-source";
import { openDatabase } from "../../src/platform/database";
import { quietLog } from "../../src/platform/log";
import { CHUNK_BYTES } from "./ingest-store";

async function main([url = "", clientId = "", path = ""]: string[]): Promise<void> {
  const db = await openDatabase({ url, entities, applicationName: "bench-ingest" });
  const clock = (): Date => new Date();
  const ingest = new IngestService({ db, clock, log: quietLog, onFactsAppended: () => undefined });
  const bytes = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  const report = await ingest.ingestFile({ stream: "contact", profile: "regia", bytes, by: viewerOf(clientId) });
  console.log(JSON.stringify(report.rows));
  await db.destroy();
}

void main(process.argv.slice(2));
