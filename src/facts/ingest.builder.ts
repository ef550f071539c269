import { Readable } from "node:stream";
import { saveClient } from "../clients/client.builder";
import { saveCalendar } from "../contracts/calendar.builder";
import type { Contract } from "../contracts/contract.entity";
import { saveContract } from "../contracts/contract.builder";
import { saveService } from "../contracts/service.builder";
import type { Service } from "../contracts/service.entity";
import { savePerson } from "../people/person.builder";
import { savePosition } from "../people/position.builder";
import { saveRole } from "../people/role.builder";
import { inTransaction } from "../platform/database";
import { quietLog } from "../platform/log";
import { RIGHTS, type Viewer } from "../platform/viewer";
import { newId } from "../shared/ids";
import type { DataSource } from "typeorm";
import type { FileToIngest } from "./file-to-ingest";
import type { ImportReport } from "./import-report";
import { saveImportProfile } from "./import-profile.builder";
import { IngestService } from "./ingest.service";

export interface IngestBench {
  readonly clientId: string;
  readonly clientCode: string;
  readonly contract: Contract;
  /** Codes `VOICE` (phone, chat) and `DESK` (email, in New York's time). */
  readonly voice: Service;
  readonly desk: Service;
  /** Ids of the persons by code. */
  readonly people: ReadonlyMap<string, string>;
  readonly ingest: IngestService;
  readonly viewer: Viewer;
  /** Clients for which recomputing was asked for, in order. */
  readonly nudges: string[];
  /** Takes in a file of contacts under the profile `regia`, unless told otherwise. */
  send(text: string | Buffer | readonly (string | Buffer)[], more?: Partial<FileToIngest>): Promise<ImportReport>;
  saveProfile(code: string, definition: object, stream?: "contact" | "survey"): Promise<void>;
}

interface BenchParts {
  readonly db: DataSource;
  readonly clock?: () => Date;
  readonly startsOn?: string;
  readonly people?: readonly string[];
}

/** A client of its own with two services and some people, and an ingest to send files to. */
export async function anIngestBench({ db, ...parts }: BenchParts): Promise<IngestBench> {
  const clientId = newId();
  const nudges: string[] = [];
  const clock = parts.clock ?? (() => new Date("2026-07-01T12:00:00Z"));
  const ingest = new IngestService({ db, clock, log: quietLog, onFactsAppended: (id) => void nudges.push(id) });
  const viewer = viewerOf(clientId);
  const set = await inTransaction(db, { clientIds: [clientId], internal: true }, async (tx) => {
    const client = await saveClient(tx, { clientId });
    const calendar = await saveCalendar(tx, { clientId });
    const contract = await saveContract(tx, {
      clientId,
      calendarId: calendar.id,
      startsOn: (parts.startsOn ?? "2025-01-01") as never,
    });
    const of = { clientId, contractId: contract.id };
    const voice = await saveService(tx, { ...of, code: "VOICE", channels: ["phone", "chat"] });
    const desk = await saveService(tx, { ...of, code: "DESK", channels: ["email"], timeZone: "America/New_York" });
    const role = await saveRole(tx, { code: `agent-${clientId.slice(-8)}` });
    const people = new Map<string, string>();
    for (const code of parts.people ?? ["anna", "ben"]) {
      const person = await savePerson(tx, {
        code: `${code}-${clientId.slice(-8)}`,
        logins: { regia: code, pbx: `pbx-${code}` },
      });
      await savePosition(tx, { ...of, personId: person.id, roleCode: role.code });
      people.set(code, person.id);
    }
    return { clientCode: client.code, contract, voice, desk, people };
  });
  return {
    ...set,
    clientId,
    ingest,
    viewer,
    nudges,
    send: (text, more) =>
      ingest.ingestFile({ stream: "contact", profile: "regia", by: viewer, bytes: bytesOf(text), ...more }),
    saveProfile: (code, definition, stream = "contact") =>
      inTransaction(db, { clientIds: [clientId], internal: true }, async (tx) => {
        await saveImportProfile(tx, { clientId, code, stream, definition: definition as never });
      }),
  };
}

export const viewerOf = (...clientIds: string[]): Viewer => ({
  kind: "internal",
  id: newId(),
  name: "Importer",
  personId: null,
  sight: null,
  clientIds,
  rights: new Set(RIGHTS),
});

const bytesOf = (text: string | Buffer | readonly (string | Buffer)[]): AsyncIterable<Buffer> =>
  Readable.from([text].flat().map((part) => Buffer.from(part as string)));

export interface ContactCells {
  readonly external_id: string;
  readonly service: string;
  readonly channel: string;
  readonly person: string;
  readonly customer_ref: string;
  readonly reason: string;
  readonly outcome: string;
  readonly offered_at: string;
  readonly wait_seconds: string;
  readonly talk_seconds: string;
}

/** A good row of the profile `regia`. */
export const aContactRow = (cells: Partial<ContactCells> = {}): ContactCells => ({
  external_id: "call-1",
  service: "VOICE",
  channel: "phone",
  person: "anna",
  customer_ref: "",
  reason: "",
  outcome: "answered",
  offered_at: "2026-05-04T10:00:00Z",
  wait_seconds: "12",
  talk_seconds: "100",
  ...cells,
});

/** A file of such rows, with a header. */
export function contactCsv(rows: readonly ContactCells[]): string {
  const header = Object.keys(aContactRow()).join(",");
  return `${[header, ...rows.map((row) => Object.values(row).join(","))].join("\n")}\n`;
}

/** Rows `call-1`, `call-2` … */
export const someContacts = (
  count: number,
  cells: (number: number) => Partial<ContactCells> = () => ({}),
): ContactCells[] =>
  Array.from({ length: count }, (_, i) => aContactRow({ external_id: `call-${i + 1}`, ...cells(i + 1) }));
