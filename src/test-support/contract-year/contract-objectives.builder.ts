/** The house of the contract's year: one client, two desks, fourteen objectives. Nobody and nothing in it is real. */
export const CONTRACT_SETUP = `kind: Client
code: harbour
name: Harbour Insurance
---
kind: Calendar
client: harbour
code: always
name: Day and night
validFrom: 2025-01-01
timeZone: Europe/Rome
windows:
  monday-sunday: ["00:00-24:00"]
---
kind: Contract
client: harbour
code: harbour-care
name: Customer care
currency: EUR
timeZone: Europe/Rome
calendar: always
term: { from: 2025-01-01 }
graceDays: 5
services:
  - { code: voice, name: Telephone desk, channels: [phone] }
  - { code: mail, name: Mail desk, channels: [mail] }
objectives:
  - code: SL
    name: Calls answered within 20 s
    clause: Schedule 2, § 1.1
    service: voice
    versions:
      - { kpi: SERVICE_LEVEL, dialect: SL-A, target: 80 %, minimum: 70 %, expected: 82 %, measuredBy: month, weight: 3 }
  - code: ABN
    name: Calls abandoned
    clause: Schedule 2, § 1.2
    service: voice
    versions:
      - { kpi: ABANDONMENT_RATE, target: 5 %, minimum: 8 %, measuredBy: month }
  - code: ASA
    name: Average speed of answer
    clause: Schedule 2, § 1.3
    service: voice
    versions:
      - { kpi: ASA, target: 30, measuredBy: month }
  - code: CSAT
    name: Satisfied callers
    clause: Schedule 2, § 2.1
    service: voice
    versions:
      - { kpi: CSAT, target: 85 %, minimum: 75 %, expected: 88 %, measuredBy: month, weight: 2, exclusionsAllowed: [client_caused, force_majeure] }
  - code: DSAT
    name: Dissatisfied callers
    clause: Schedule 2, § 2.2
    service: voice
    versions:
      - { kpi: DSAT, parameters: { bottomBoxes: 2 }, target: 8 %, minimum: 15 %, measuredBy: month }
  - code: RR
    name: Callers' problems solved
    clause: Schedule 2, § 2.3
    service: voice
    versions:
      - { kpi: RESOLUTION_RATE, target: 80 %, minimum: 70 %, measuredBy: month, minSample: 30 }
  - code: FCR
    name: Solved on the first call
    clause: Schedule 2, § 2.4
    service: voice
    versions:
      - { kpi: FCR, target: 70 %, minimum: 60 %, measuredBy: month }
  - code: QUAL
    name: Quality of calls
    clause: Schedule 2, § 3.1
    service: voice
    versions:
      - { kpi: QUALITY, target: 90 %, minimum: 80 %, measuredBy: month }
  - code: MCSAT
    name: Satisfied writers
    clause: Schedule 2, § 4.1
    service: mail
    versions:
      - { kpi: CSAT, target: 80 %, minimum: 60 %, measuredBy: month }
  - code: MRR
    name: Writers' problems solved
    clause: Schedule 2, § 4.2
    service: mail
    versions:
      - { kpi: RESOLUTION_RATE, target: 75 %, minimum: 65 %, measuredBy: month }
  - code: MQUAL
    name: Quality of mails
    clause: Schedule 2, § 4.3
    service: mail
    versions:
      - { kpi: QUALITY, target: 85 %, minimum: 70 %, measuredBy: month }
  - code: COMPL
    name: Complaints by calls handled
    clause: Schedule 2, § 5.1
    service: voice
    versions:
      - { kpi: COMPLAINT_RATE, target: 1 %, measuredBy: month }
  - code: PROC
    name: Ownership of calls and adherence to procedure
    clause: Schedule 2, § 6.1
    versions:
      - target: 75 %
        minimum: 50 %
        measuredBy: month
        question:
          question: Does the desk own the customer's problem, and keep to the procedure?
          scale: { from: 1, to: 5 }
          assessors: both
  - code: VOICE
    name: The customer's voice
    clause: Schedule 2, § 6.2
    versions:
      - target: 100 %
        measuredBy: month
        composite:
          rule: all_met
          parts: [{ objective: CSAT }, { objective: RR }, { objective: FCR }]
`;

/** From 16 May more calls are to be answered in time; May counts by the calls of each part. */
export const FIRST_AMENDMENT = `kind: Amendment
client: harbour
contract: harbour-care
code: A1
title: A higher service level
document: Amendment No. 1, § 2
signedOn: 2025-05-02
effectiveFrom: 2025-05-16
rule: by_volume
---
kind: Objective
client: harbour
contract: harbour-care
code: SL
name: Calls answered within 20 s
clause: Schedule 2, § 1.1
service: voice
versions:
  - { kpi: SERVICE_LEVEL, dialect: SL-A, target: 80 %, minimum: 70 %, expected: 82 %, measuredBy: month, weight: 3 }
  - { amendment: A1, kpi: SERVICE_LEVEL, dialect: SL-A, target: 84 %, minimum: 72 %, expected: 85 %, measuredBy: month, weight: 3 }
`;
