import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { canonicalProfile, CANONICAL_PROFILE } from "../../src/facts/canonical-profile";
import { columnsWanted } from "../../src/facts/row-mapper";
import { addDays, type Day } from "../../src/shared/day";
import type { Stream } from "../../src/shared/stream";
import { Chance } from "./chance";
import { contactsOf, surveyOf, type DemoContact, type DemoDays, type DemoSurvey } from "./facts";
import { DESKS } from "./house";
import { loginOf } from "./setup";
import { factsOf } from "./streams/day-facts";
import type { DemoRow } from "./streams/demo-row";

/** One file that a client's system would send us. */
export interface FeedFile {
  readonly client: string;
  readonly stream: Stream;
  readonly profile: string;
  /** The system that wrote it, where the profile does not say. */
  readonly source?: string;
  readonly path: string;
  readonly rows: number;
}

/** Writes every fact of the demo as the clients' and our systems would, line by line. */
export async function writeFeeds(folder: string, days: DemoDays): Promise<FeedFile[]> {
  mkdirSync(folder, { recursive: true });
  const feeds: FeedFile[] = [];
  for (const client of ["aurora", "jadran"]) {
    const style = client === "aurora" ? ITALIAN : PLAIN;
    const contacts = openFile(join(folder, `${client}-contacts.csv`), style.contactHeader);
    const surveys = openFile(join(folder, `${client}-surveys.csv`), style.surveyHeader);
    for (const desk of DESKS.filter((one) => one.client === client)) {
      for (const contact of contactsOf(desk, days)) {
        if (isLostByTheFeed(contact, days)) continue;
        contacts.write(style.contact(withSlips(contact)));
        const survey = surveyOf(contact, new Chance(`survey ${contact.id}`));
        if (survey) surveys.write(style.survey(survey));
      }
    }
    feeds.push({ client, stream: "contact", profile: `${client}-acd`, ...(await contacts.close()) });
    feeds.push({ client, stream: "survey", profile: `${client}-survey`, ...(await surveys.close()) });
    feeds.push(...(await writeOwnFeeds(folder, client, days)));
  }
  return feeds;
}

/** Which of our systems keeps what. */
const SYSTEMS: Partial<Record<Stream, string>> = {
  case: "back-office",
  case_event: "ticketing",
  evaluation: "quality-desk",
  calibration: "quality-desk",
  work_time: "workforce",
  forecast: "workforce",
  headcount: "hr",
  employee_survey: "hr",
  cost: "ledger",
  complaint: "ticketing",
  volume: "carrier",
};

/** Our own systems write our own columns: lists as NDJSON, all else as CSV. */
async function writeOwnFeeds(folder: string, client: string, days: DemoDays): Promise<FeedFile[]> {
  const files = new Map<Stream, ReturnType<typeof openFile> & { columns: readonly string[] }>();
  for (const { stream, row } of factsOf(client, days)) {
    let file = files.get(stream);
    if (!file) {
      const columns = columnsWanted(canonicalProfile(stream)).all;
      const isListed = LISTED.has(stream);
      const path = join(folder, `${client}-${stream}.${isListed ? "ndjson" : "csv"}`);
      files.set(stream, (file = { ...openFile(path, isListed ? null : columns.join(",")), columns }));
    }
    const unknown = Object.keys(row).find((name) => !file.columns.includes(name));
    if (unknown) throw new Error(`Facts of ${stream} have no column "${unknown}".`);
    file.write(LISTED.has(stream) ? JSON.stringify(row) : file.columns.map((name) => cell(row[name])).join(","));
  }
  const feeds = [...files].map(async ([stream, file]): Promise<FeedFile> => {
    return { client, stream, profile: CANONICAL_PROFILE, source: SYSTEMS[stream] as string, ...(await file.close()) };
  });
  return Promise.all(feeds);
}

const LISTED: ReadonlySet<Stream> = new Set<Stream>(["evaluation", "case"]);

/** None of the demo's texts needs quotes. */
const cell = (value: DemoRow[string] | undefined): string =>
  value === undefined || value === null ? "" : String(value as string | number | boolean);

/** One day of mail never arrived: the package shows it. */
const isLostByTheFeed = ({ desk, day }: DemoContact, days: DemoDays): boolean =>
  desk.service === "jadran-mail" && day === addDays(days.badFrom, 5);

/** Real feeds have slips: a temporary login nobody registered, a clock that ran backwards. */
function withSlips(contact: DemoContact): DemoContact {
  const chance = new Chance(`slip ${contact.id}`);
  if (contact.agent && chance.happens(0.0002)) return { ...contact, agent: "temp-7" };
  if (contact.agent && chance.happens(0.0001)) return { ...contact, talkSeconds: -contact.talkSeconds };
  return contact;
}

interface Style {
  readonly contactHeader: string;
  readonly surveyHeader: string;
  contact(contact: DemoContact): string;
  survey(survey: DemoSurvey): string;
}

const QUEUES: Record<string, string> = {
  "aurora-voice": "Voce",
  "aurora-chat": "Chat",
  "aurora-moves-voice": "Traslochi",
};
const OPINIONS = ["", "Molto insoddisfatto", "Insoddisfatto", "Neutro", "Soddisfatto", "Molto soddisfatto"];
const siNo = (yes: boolean): string => (yes ? "Si" : "No");

const ITALIAN: Style = {
  contactHeader:
    "ID chiamata;Data;Ora;Coda;Operatore;Cliente;Motivo;Esito;Attesa;Conversazione;In attesa;Lavorazione;Trasferita",
  surveyHeader: "ID chiamata;Data;Coda;Operatore;Giudizio;Risolto;Al primo contatto",
  contact: (one) =>
    [
      one.id,
      dmy(one.day),
      clock(one.offeredAt),
      QUEUES[one.desk.service],
      agentLogin(one),
      one.customer,
      one.reason,
      one.agent ? "Risposta" : "Abbandonata",
      clock(one.waitSeconds),
      ...(one.agent ? [one.talkSeconds, one.holdSeconds, one.wrapSeconds].map(clock) : ["-", "-", "-"]),
      one.agent ? siNo(one.transferred) : "-",
    ].join(";"),
  survey: ({ contact, answeredAt, rating, resolved, firstContact }) =>
    [
      contact.id,
      `${dmy(dayAt(contact.day, answeredAt))} ${clock(answeredAt % DAY).slice(0, 5)}`,
      QUEUES[contact.desk.service],
      agentLogin(contact),
      OPINIONS[rating],
      siNo(resolved),
      siNo(firstContact),
    ].join(";"),
};

const PLAIN: Style = {
  contactHeader:
    "contact_id,queue,agent,customer,topic,answered,started,queue_seconds,talk_seconds,hold_seconds,wrap_seconds,transferred",
  surveyHeader: "survey_id,contact_id,queue,agent,answered_at,stars,resolved,first_contact",
  contact: (one) =>
    [
      one.id,
      one.desk.service,
      one.agent ?? "",
      one.customer,
      one.reason,
      one.agent ? "Y" : "N",
      `${one.day} ${clock(one.offeredAt)}`,
      one.waitSeconds,
      ...(one.agent ? [one.talkSeconds, one.holdSeconds, one.wrapSeconds, one.transferred] : ["", "", "", ""]),
    ].join(","),
  survey: ({ contact, answeredAt, rating, resolved, firstContact }) =>
    [
      `S-${contact.id}`,
      contact.id,
      contact.desk.service,
      contact.agent,
      `${dayAt(contact.day, answeredAt)} ${clock(answeredAt % DAY)}`,
      rating,
      resolved,
      firstContact,
    ].join(","),
};

const DAY = 86_400;
const dayAt = (day: Day, seconds: number): Day => addDays(day, Math.floor(seconds / DAY));
const dmy = (day: Day): string => day.split("-").reverse().join("/");

/** `HH:MM:SS`, also of more than a day and, where a feed slips, of less than nothing. */
function clock(seconds: number): string {
  const size = Math.abs(seconds);
  const pairs = [Math.floor(size / 3600), Math.floor(size / 60) % 60, size % 60];
  return (seconds < 0 ? "-" : "") + pairs.map((one) => String(one).padStart(2, "0")).join(":");
}

/** Aurora's telephone system knows people by login, `giulia.ferri`. */
const agentLogin = ({ agent, desk }: DemoContact): string => {
  const known = desk.agents.find(({ code }) => code === agent);
  return known ? loginOf(known.name) : (agent ?? "-");
};

function openFile(path: string, header: string | null) {
  const stream = createWriteStream(path);
  let rows = 0;
  if (header !== null) stream.write(`${header}\n`);
  return {
    write: (line: string): void => {
      rows += 1;
      stream.write(`${line}\n`);
    },
    close: async (): Promise<{ path: string; rows: number }> => {
      stream.end();
      await finished(stream);
      return { path, rows };
    },
  };
}
