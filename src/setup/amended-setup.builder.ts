/** A contract of its own whose objectives and money an amendment changed: all that versions name by code. */
export const AMENDED = `kind: Client
code: westwind
name: Westwind Rail
industry: Transport
---
kind: Calendar
client: westwind
code: always
name: Around the clock
validFrom: 2026-01-01
timeZone: Europe/Zagreb
windows: { monday-sunday: ["00:00-24:00"] }
---
kind: Contract
client: westwind
code: rail
name: Rail desk
currency: EUR
timeZone: Europe/Zagreb
calendar: always
term: { from: 2026-01-01 }
services:
  - { code: phone, name: Telephone desk, channels: [phone] }
amendments:
  - { code: B1, title: Higher and dearer, document: Amendment 1, signedOn: 2026-05-20, effectiveFrom: 2026-06-11, rule: by_time }
objectives:
  - code: SL
    name: Answer quickly
    clause: "§ 1"
    versions:
      - { kpi: SERVICE_LEVEL, target: 80 %, measuredBy: month }
      - { amendment: B1, kpi: SERVICE_LEVEL, target: 90 %, measuredBy: month, calendar: always, rolling: 3, exclusionsAllowed: [force_majeure] }
  - code: OWN
    name: Own the call
    clause: "§ 2"
    versions:
      - { amendment: B1, target: 80 %, measuredBy: month, question: { question: "Do they own it?", scale: { from: 1, to: 5 }, assessors: both, cadence: month } }
  - code: ALL
    name: All together
    clause: "§ 3"
    versions:
      - { amendment: B1, target: 80 %, measuredBy: month, composite: { rule: share_met, parts: [{ objective: SL, weight: 40 }, { objective: OWN, weight: 60 }] } }
settlementTerms:
  versions:
    - validFrom: 2026-01-01
      fee: 80000.00 EUR
      atRisk: 10 %
      clauses:
        - { code: FLAT, name: Flat credit, cites: "§ 4", objectives: [SL], mechanism: { kind: fixed, pays: money, amount: 250.50 EUR } }
    - amendment: B1
      fee: 90000.00 EUR
      atRisk: 10 %
      clauses:
        - { code: FLAT, name: Flat credit, cites: "§ 4", objectives: [SL], mechanism: { kind: fixed, pays: money, amount: 300.00 EUR } }
        - { code: SECOND, name: Second credit, cites: "§ 5", objectives: [SL], mechanism: { kind: fixed, pays: money, amount: 10.00 EUR } }
`;
