import type { SetupDocument } from "./setup-document";

/** How each client's systems write their files: Aurora's in Italian with semicolons, Jadran's plainly. */
export const profileDocuments = (client: string): SetupDocument[] =>
  (client === "aurora" ? [AURORA_CONTACTS, AURORA_SURVEYS] : [JADRAN_CONTACTS, JADRAN_SURVEYS]).map((profile) => ({
    kind: "ImportProfile",
    client,
    ...profile,
  }));

const AURORA_CONTACTS = {
  code: "aurora-acd",
  stream: "contact",
  source: "aurora-acd",
  timeZone: "Europe/Rome",
  missing: ["", "-"],
  csv: { delimiter: ";" },
  fields: {
    externalId: "ID chiamata",
    service: { column: "Coda", map: { Voce: "aurora-voice", Chat: "aurora-chat", Traslochi: "aurora-moves-voice" } },
    channel: { column: "Coda", map: { Voce: "phone", Chat: "chat", Traslochi: "phone" } },
    person: "Operatore",
    customerRef: "Cliente",
    reason: "Motivo",
    outcome: { column: "Esito", map: { Risposta: "answered", Abbandonata: "abandoned" } },
    offeredAt: { columns: ["Data", "Ora"], format: "dd/MM/yyyy HH:mm:ss" },
    waitSeconds: { column: "Attesa", unit: "HH:MM:SS" },
    talkSeconds: { column: "Conversazione", unit: "HH:MM:SS" },
    holdSeconds: { column: "In attesa", unit: "HH:MM:SS" },
    wrapSeconds: { column: "Lavorazione", unit: "HH:MM:SS" },
    transferred: { column: "Trasferita", map: { Si: true, No: false } },
  },
};

const AURORA_SURVEYS = {
  code: "aurora-survey",
  stream: "survey",
  source: "aurora-acd",
  timeZone: "Europe/Rome",
  missing: ["", "-"],
  csv: { delimiter: ";" },
  fields: {
    externalId: { columns: ["ID chiamata", "Data"], hash: true },
    contactExternalId: "ID chiamata",
    service: { column: "Coda", map: { Voce: "aurora-voice", Chat: "aurora-chat", Traslochi: "aurora-moves-voice" } },
    channel: { column: "Coda", map: { Voce: "phone", Chat: "chat", Traslochi: "phone" } },
    person: "Operatore",
    surveyedAt: { column: "Data", format: "dd/MM/yyyy HH:mm" },
    rating: {
      column: "Giudizio",
      map: { "Molto soddisfatto": 5, Soddisfatto: 4, Neutro: 3, Insoddisfatto: 2, "Molto insoddisfatto": 1 },
    },
    resolved: { column: "Risolto", map: { Si: true, No: false } },
    resolvedFirstContact: { column: "Al primo contatto", map: { Si: true, No: false } },
  },
};

const JADRAN_CONTACTS = {
  code: "jadran-acd",
  stream: "contact",
  source: "jadran-acd",
  timeZone: "Europe/Zagreb",
  fields: {
    externalId: "contact_id",
    service: "queue",
    channel: { column: "queue", map: { "jadran-voice": "phone", "jadran-mail": "mail" } },
    person: "agent",
    customerRef: "customer",
    reason: "topic",
    outcome: { column: "answered", map: { Y: "answered", N: "abandoned" } },
    offeredAt: { column: "started", format: "yyyy-MM-dd HH:mm:ss" },
    waitSeconds: "queue_seconds",
    talkSeconds: "talk_seconds",
    holdSeconds: "hold_seconds",
    wrapSeconds: "wrap_seconds",
    transferred: "transferred",
  },
};

const JADRAN_SURVEYS = {
  code: "jadran-survey",
  stream: "survey",
  source: "jadran-acd",
  timeZone: "Europe/Zagreb",
  fields: {
    externalId: "survey_id",
    contactExternalId: "contact_id",
    service: "queue",
    channel: { column: "queue", map: { "jadran-voice": "phone", "jadran-mail": "mail" } },
    person: "agent",
    surveyedAt: { column: "answered_at", format: "yyyy-MM-dd HH:mm:ss" },
    rating: { column: "stars", worst: 1, best: 5 },
    resolved: "resolved",
    resolvedFirstContact: "first_contact",
  },
};
