const contract = (needsConsent: boolean): string => `kind: Contract
client: northwind
code: care
name: Customer care
currency: EUR
timeZone: Europe/Rome
calendar: office-hours
term: { from: 2025-01-01 }
graceDays: 5
restatementNeedsConsent: ${needsConsent}
`;

/** The house of the scripted year: one client, two desks, two teams. Nobody and nothing in it is real. */
export const YEAR_SETUP = `kind: Client
code: northwind
name: Northwind Energy
---
kind: Calendar
client: northwind
code: office-hours
name: Office hours
validFrom: 2025-01-01
timeZone: Europe/Rome
windows:
  monday-friday: ["09:00-18:00"]
---
${contract(true)}services:
  - { code: voice, name: Telephone desk, channels: [phone] }
  - { code: chat, name: Chat desk, channels: [chat] }
teams:
  - { code: red, name: Red team }
  - { code: blue, name: Blue team }
kpisInUse:
  - { kpi: CSAT }
objectives:
  - code: CSAT-1
    name: Satisfied customers
    clause: Schedule 2, § 3.1
    versions:
      - { validFrom: 2025-01-01, kpi: CSAT, target: 80 %, minimum: 70 %, measuredBy: month, minSample: 10 }
---
kind: Measure
client: northwind
code: very_unhappy
stream: survey
description: Surveys rated 1.
where:
  - { field: rating, is: "<", value: 2 }
---
kind: Measure
client: northwind
code: unhappy
stream: survey
description: Surveys rated 1 or 2.
where:
  - { field: rating, is: "<", value: 3 }
---
kind: Kpi
client: northwind
code: UNHAPPY
names: { en: Unhappy customers }
descriptions: { en: Share of rated surveys with a bad rating. }
family: quality
unit: share
direction: minimise
judges: [contract, service, team, position]
versions:
  - { formula: very_unhappy / rated }
---
kind: Role
code: agent
name: Agent
scope: own
---
kind: Role
code: team-lead
name: Team lead
scope: team
---
kind: KpiSet
role: agent
client: northwind
versions:
  - validFrom: 2025-01-01
    weights: whole
---
kind: KpiAssignment
role: agent
client: northwind
kpi: CSAT
versions:
  - { validFrom: 2025-01-01, weight: 60, target: 80 %, minSample: 5 }
---
kind: KpiAssignment
role: agent
client: northwind
kpi: UNHAPPY
versions:
  - { validFrom: 2025-01-01, weight: 40, minSample: 5, scheme: { kind: worst_best, worst: 40 %, best: 0 % } }
---
kind: KpiAssignment
role: team-lead
client: northwind
kpi: CSAT
versions:
  - { validFrom: 2025-01-01, weight: 100, target: 80 % }
---
kind: Person
code: ana
name: Ana Bianchi
positions:
  - { client: northwind, contract: care, role: agent, service: voice, team: red }
---
kind: Person
code: bruno
name: Bruno Verdi
positions:
  - { client: northwind, contract: care, role: agent, service: voice, team: red }
---
kind: Person
code: carla
name: Carla Neri
positions:
  - { client: northwind, contract: care, role: agent, service: chat, team: blue }
---
kind: Person
code: lea
name: Lea Rossi
positions:
  - { client: northwind, contract: care, role: team-lead, team: red }
`;

/** Dora is hired on 10 February. */
export const HIRE = `kind: Person
code: dora
name: Dora Gallo
positions:
  - { client: northwind, contract: care, role: agent, service: voice, team: red, validFrom: 2025-02-10 }
`;

/** Bruno goes to the chat desk on 16 March. */
export const MOVE = `kind: Person
code: bruno
name: Bruno Verdi
positions:
  - { client: northwind, contract: care, role: agent, service: voice, team: red, validUntil: 2025-03-16 }
  - { client: northwind, contract: care, role: agent, service: chat, team: blue, validFrom: 2025-03-16 }
`;

/** From 15 April agents are to reach 90 %. */
export const HIGHER_TARGET = `kind: KpiAssignment
role: agent
client: northwind
kpi: CSAT
versions:
  - { validFrom: 2025-01-01, weight: 60, target: 80 %, minSample: 5 }
  - { validFrom: 2025-04-15, weight: 60, target: 90 %, minSample: 5 }
`;

/** Ana leads the blue team from 16 June. */
export const PROMOTION = `kind: Person
code: ana
name: Ana Bianchi
positions:
  - { client: northwind, contract: care, role: agent, service: voice, team: red, validUntil: 2025-06-16 }
  - { client: northwind, contract: care, role: team-lead, team: blue, validFrom: 2025-06-16 }
`;

/** From 1 July a rating of 2 counts as unhappy, too. */
export const NEW_VERSION = `kind: Kpi
client: northwind
code: UNHAPPY
names: { en: Unhappy customers }
descriptions: { en: Share of rated surveys with a bad rating. }
family: quality
unit: share
direction: minimise
judges: [contract, service, team, position]
versions:
  - { formula: very_unhappy / rated }
  - { validFrom: 2025-07-01, formula: unhappy / rated }
`;

/** From 15 July the client no longer wants to be asked. */
export const NO_CONSENT = contract(false);
