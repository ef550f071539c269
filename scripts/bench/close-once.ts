/** Closes a month once and ends: the process whose memory is measured. `node close-once.js ADMIN_URL URL STORE`. */
import "reflect-metadata";
import { entities } from "../../src/main/data-source";
import { openDatabase } from "../../src/platform/database";
import { closeMonth } from "./closing-run";
import type { ClosingStore } from "./closing-month";

async function main([adminUrl = "", url = "", store = ""]: string[]): Promise<void> {
  const db = await openDatabase({ url, entities, applicationName: "bench-closing" });
  await closeMonth({ db, adminUrl }, JSON.parse(store) as ClosingStore);
  await db.destroy();
}

void main(process.argv.slice(2));
