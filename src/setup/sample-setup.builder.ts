import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { AMENDED } from "./amended-setup.builder";
import { OWN_KPIS } from "./own-kpis-setup.builder";
import { SCHEMES } from "./schemes-setup.builder";
import { EVERY_CLAUSE, MONEY } from "./settlement-terms-setup.builder";

/** Files of a setup in a folder of their own; answers the folder. */
export function setupFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "regia-setup-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** A setup with a document of every kind, in the shortest form. Nobody and nothing in it is real. */
export const sampleSetup = (): Record<string, string> => ({
  "house.yaml": HOUSE,
  "northwind/contract.yaml": NORTHWIND,
  "northwind/settlement-terms.yaml": MONEY,
});

/** The sample with a second client, which has what is easily lost on the way: gaps, closed calendars, odd names. */
export const specialSetup = (): Record<string, string> => ({
  ...sampleSetup(),
  "southwind.yaml": SOUTHWIND,
  "own-kpis.yaml": OWN_KPIS,
  "schemes.yaml": SCHEMES,
  "clauses.yaml": EVERY_CLAUSE,
  "amended.yaml": AMENDED,
});

const HOUSE = `kind: Role
code: agent
name: Agent
scope: own
kpiAssignments:
  - kpi: AHT
    weight: 60
    target: 300
    validFrom: 2026-01-01
  - kpi: CSAT
    weight: 40
    target: 85 %
    minSample: 10
    validFrom: 2026-01-01
---
kind: Role
code: team-lead
name: Team lead
scope: team
description: Leads the agents of a team.
---
kind: Role
code: operations-manager
name: Operations manager
scope: contract
---
kind: Person
code: anna
name: Anna Rossi
logins: { phonenow: Anna }
positions:
  - { client: northwind, contract: care, role: agent, service: phone, team: blue, validUntil: 2026-06-01 }
  - { client: northwind, contract: care, role: agent, service: phone, team: red, validFrom: 2026-06-01 }
---
kind: Person
code: bruno
name: Bruno Verdi
---
kind: Position
client: northwind
contract: care
person: bruno
role: team-lead
team: blue
`;

const NORTHWIND = `kind: Client
code: northwind
name: Northwind Energy
industry: Utilities
---
kind: Calendar
client: northwind
code: office-hours
name: Office hours
validFrom: 2026-01-01
timeZone: Europe/Rome
windows:
  monday-friday: ["09:00-13:00", "14:00-18:00"]
  saturday: ["09:00-13:00"]
holidays:
  - { on: 2026-12-25, name: Christmas }
  - { on: 2026-12-24, name: Christmas Eve, windows: ["09:00-13:00"] }
---
kind: Contract
client: northwind
code: care
name: Customer care
currency: EUR
timeZone: Europe/Rome
calendar: office-hours
term: { from: 2026-01-01, until: 2029-01-01 }
services:
  - { code: phone, name: Telephone desk, channels: [phone] }
  - { code: chat, name: Chat desk, channels: [chat], timeZone: Europe/Zagreb }
teams:
  - { code: blue, name: Blue team }
  - { code: red, name: Red team }
kpisInUse:
  - kpi: SERVICE_LEVEL
    dialect: SL-E
    parameters: { thresholdSeconds: 20 }
    minSample: 30
  - { kpi: AHT }
  - { kpi: AHT, service: chat }
objectives:
  - code: SL-1
    name: Answer quickly
    clause: Schedule 2, § 3.1
    service: phone
    versions:
      - { validFrom: 2026-01-01, kpi: SERVICE_LEVEL, dialect: SL-E, target: 80 %, minimum: 75 %, measuredBy: month }
      - { validFrom: 2026-04-01, kpi: SERVICE_LEVEL, dialect: SL-E, target: 82.5 %, minimum: 75 %, measuredBy: month }
forums:
  - code: monthly
    name: Monthly service review
    cadence: FREQ=MONTHLY;BYDAY=2TU
    reviews: month
    quorum: 2
    participants:
      - { name: Operations manager, side: provider, duty: chair }
      - { name: Service owner, side: client }
---
kind: KpiAssignment
role: agent
client: northwind
contract: care
service: phone
kpi: AHT
weight: 70
target: 280
---
kind: ImportProfile
client: northwind
code: phonenow
stream: contact
source: phonenow
fields:
  externalId: Call Id
  service: { constant: phone }
  channel: { constant: phone }
  person: Agent
  outcome: { column: "Answered (Y/N)", map: { Y: answered, N: abandoned } }
  offeredAt: { columns: [Date, Time], format: dd/MM/yyyy HH:mm:ss }
---
kind: Feed
client: northwind
stream: contact
source: phonenow
validFrom: 2026-01-01
every: FREQ=DAILY
by: "06:00"
timeZone: Europe/Rome
grace: PT30M
`;

const SOUTHWIND = `kind: Client
code: southwind
name: "007"
---
kind: Calendar
client: southwind
code: never
name: Never open
validFrom: 2026-01-01
timeZone: Asia/Shanghai
windows: {}
---
kind: Calendar
client: southwind
code: always
name: "Always: open"
versions:
  - { validFrom: 2026-01-01, validUntil: 2026-03-01, timeZone: Asia/Shanghai, windows: { monday-sunday: ["00:00-24:00"] } }
  - { validFrom: 2026-04-01, timeZone: Asia/Shanghai, windows: { tuesday: ["08:00-12:00", "13:00-17:00"], sunday: ["10:00-11:00"] } }
---
kind: Contract
client: southwind
code: desk
name: "# not a comment"
currency: CNY
timeZone: Asia/Shanghai
calendar: never
term: { from: 2026-01-01 }
graceDays: 0
restatementNeedsConsent: true
exclusionsApprovedBy: client
services:
  - { code: desk, name: "yes", channels: [phone, mail], calendar: always }
objectives:
  - { code: GONE, name: Withdrawn, clause: Annex 7, versions: [] }
  - code: ASA
    name: Speed
    clause: Annex 1
    versions:
      - { validFrom: 2026-01-01, validUntil: 2026-02-01, kpi: ASA, target: 30, measuredBy: week, minSample: 5 }
      - { validFrom: 2026-03-01, kpi: ASA, target: 27.5, minimum: 40, measuredBy: day }
---
kind: Person
code: "1001"
name: Li Na
logins: { acd: "1001", "desk.app": "li.na@example.com" }
positions:
  - { client: southwind, contract: desk, role: agent, validUntil: 2026-02-01 }
  - { client: southwind, contract: desk, role: agent, validFrom: 2026-05-01 }
---
kind: Person
code: "1002"
name: Wang Fang
---
kind: Training
client: southwind
contract: desk
trainer: "1002"
trainee: "1001"
service: desk
validFrom: 2026-01-15
validUntil: 2026-02-01
---
kind: ImportProfile
client: southwind
code: surveys
stream: survey
source: acd
missing: ["-", "n/a"]
csv: { delimiter: ";", quote: null }
fields:
  externalId: Id
  service: { constant: desk }
  channel: { constant: phone }
  surveyedAt: { column: When, format: [dd.MM.yyyy HH:mm, iso] }
  resolved: { column: Solved, map: { "yes": true, "no": false, "?": null }, otherwise: null }
`;
