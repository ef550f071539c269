const SHARED = `
    atRisk: 12 %
    allocationLimit: 100 %
    creditCap: { pays: fee_share, amount: 4 % }
    bonusCap: { pays: fee_share, amount: 0.7 % }
    singleIncident: true
    clauses:
      - { code: SL-CREDIT, name: Calls not answered in time, cites: "Schedule 3, § 1.1", objectives: [SL], when: missed,
          mechanism: { kind: allocation, allocation: 20 %, criticality: 100 % } }
      - { code: SL-MIN, name: Calls far below, cites: "Schedule 3, § 1.2", objectives: [SL], when: below_minimum,
          mechanism: { kind: fixed, pays: money, amount: 1500.00 EUR } }
      - { code: SL-DEFAULT, name: Default of service level, cites: "Schedule 3, § 9.1", objectives: [SL],
          mechanism: { kind: default_counter, below: expected, failures: 4, within: 12, consequence: default } }
      - { code: SL-TERMINATION, name: Ground for termination, cites: "Schedule 3, § 9.2", objectives: [SL],
          mechanism: { kind: default_counter, below: minimum, failures: 3, within: 6, consequence: termination } }
      - { code: ABN-BANDS, name: Points for abandoned calls, cites: "Schedule 3, § 2.1", objectives: [ABN],
          mechanism: { kind: bands, pays: points, bands: [
            { from: 5 %, pays: 0 }, { from: 6 %, pays: 1 }, { from: 8 %, pays: 2 }, { pays: 4 }] },
          repeat: { multiplier: 2, within: 1 } }
      - { code: ABN-EVENT, name: Each call too many abandoned, cites: "Schedule 3, § 2.2", objectives: [ABN], ignoredUpTo: 10.00 EUR,
          mechanism: { kind: per_event, pays: money, amount: 5.00 EUR, toleratedShare: 6 % } }
      - { code: ABN-MIN, name: Calls abandoned far beyond, cites: "Schedule 3, § 2.3", objectives: [ABN], when: below_minimum,
          mechanism: { kind: fixed, pays: fee_share, amount: 0.5 % } }
      - { code: ASA-BM, name: Bonus and malus of speed, cites: "Schedule 3, § 2.4", objectives: [ASA],
          mechanism: { kind: bonus_malus, pays: money, malusBeyond: 30, bonusBeyond: 15, step: 1, malusRate: 100.00 EUR, bonusRate: 100.00 EUR } }
      - { code: CSAT-PP, name: Each full point of satisfaction, cites: "Schedule 3, § 3.1", objectives: [CSAT], when: missed,
          mechanism: { kind: per_point, pays: fee_share, below: target, step: 1 %, rate: 0.5 %, steps: full },
          cap: { pays: fee_share, amount: 2 % } }
      - { code: CSAT-MIN, name: Satisfaction far below, cites: "Schedule 3, § 3.2", objectives: [CSAT], when: below_minimum,
          mechanism: { kind: fixed, pays: fee_share, amount: 1 % } }
      - { code: CSAT-BONUS, name: Very satisfied callers, cites: "Schedule 3, § 3.3", side: bonus, objectives: [CSAT], when: expected_met,
          mechanism: { kind: fixed, pays: fee_share, amount: 0.25 % }, guards: [{ kind: all_reach, level: minimum, objectives: [SL, CSAT, RR, FCR] }] }
      - { code: CSAT-DEFAULT, name: Default of satisfaction, cites: "Schedule 3, § 9.3", objectives: [CSAT],
          mechanism: { kind: default_counter, below: minimum, failures: 2, within: 6, consequence: default } }
      - { code: DSAT-TABLE, name: Dissatisfied callers, cites: "Schedule 3, § 3.4", objectives: [DSAT],
          mechanism: { kind: table, pays: fee_share, between: linear, knots: [{ at: 8 %, pays: 0 % }, { at: 12 %, pays: 1 % }], beyond: 1.5 % } }
      - { code: DSAT-BINOM, name: Significantly dissatisfied, cites: "Schedule 3, § 3.5", objectives: [DSAT], when: missed,
          mechanism: { kind: fixed, pays: money, amount: 300.00 EUR }, guards: [{ kind: binomial, alpha: 5 % }] }
      - { code: DSAT-EVENT, name: Each dissatisfied caller too many, cites: "Schedule 3, § 3.6", objectives: [DSAT],
          mechanism: { kind: per_event, pays: money, amount: 25.00 EUR, toleratedCount: 8 } }
      - { code: RR-CREDIT, name: Problems not solved, cites: "Schedule 3, § 4.1", objectives: [RR], when: missed,
          mechanism: { kind: allocation, allocation: 15 % },
          earnBack: { level: target, periods: 2, mode: each, of: objective, expiresAfter: 3, settle: withheld } }
      - { code: RR-TABLE, name: Steps of problems solved, cites: "Schedule 3, § 4.2", objectives: [RR],
          mechanism: { kind: table, pays: fee_share, between: step, knots: [{ at: 80 %, pays: 0 % }, { at: 75 %, pays: 0.2 % }, { at: 70 %, pays: 0.4 % }], beyond: 0.6 % } }
      - { code: RR-DEFAULT, name: Default of solutions, cites: "Schedule 3, § 9.4", objectives: [RR],
          mechanism: { kind: default_counter, below: target, failures: 3, within: 6, consequence: default } }
      - { code: FCR-CREDIT, name: Not solved on the first call, cites: "Schedule 3, § 4.3", objectives: [FCR], when: missed,
          mechanism: { kind: fixed, pays: money, amount: 800.00 EUR },
          earnBack: { level: target, periods: 2, mode: average, of: objective, expiresAfter: 2, settle: returned } }
      - { code: FCR-Z, name: Significantly too few on the first call, cites: "Schedule 3, § 4.4", objectives: [FCR], when: missed,
          mechanism: { kind: fixed, pays: money, amount: 500.00 EUR }, guards: [{ kind: critical_z, table: [{ fromSample: 0, z: 1.96 }, { fromSample: 100, z: 1.645 }] }] }
      - { code: QUAL-CREDIT, name: Quality below target, cites: "Schedule 3, § 5.1", objectives: [QUAL], when: missed,
          mechanism: { kind: allocation, allocation: 10 % } }
      - { code: QUAL-RATCHET, name: Continuous improvement of quality, cites: "Schedule 3, § 5.2", objectives: [QUAL],
          mechanism: { kind: ratchet, periods: 6, share: 50 %, most: 10 % } }
      - { code: QUAL-MIN, name: Quality far below, cites: "Schedule 3, § 5.3", objectives: [QUAL], when: below_minimum,
          mechanism: { kind: fixed, pays: money, amount: 1000.00 EUR } }
      - { code: MCSAT-BANDS, name: Bands of satisfied writers, cites: "Schedule 3, § 6.1", objectives: [MCSAT],
          mechanism: { kind: bands, pays: fee_share, reading: { kind: truncate, decimals: 1 }, bands: [
            { from: 80.0 %, pays: 0 % }, { from: 78.0 %, to: 79.9 %, pays: 0.4 % }, { to: 77.9 %, pays: 1 % }] } }
      - { code: MCSAT-ESC, name: Months in a row of dissatisfied writers, cites: "Schedule 3, § 6.2", objectives: [MCSAT], when: missed,
          mechanism: { kind: escalating, pays: money, amount: 300.00 EUR } }
      - { code: MCSAT-SAMPLE, name: Dissatisfied writers of large months, cites: "Schedule 3, § 6.3", objectives: [MCSAT], when: missed,
          mechanism: { kind: fixed, pays: money, amount: 100.00 EUR }, guards: [{ kind: minimum_sample, sample: 60 }] }
      - { code: MCSAT-DEFAULT, name: Default of mail, cites: "Schedule 3, § 9.5", objectives: [MCSAT],
          mechanism: { kind: default_counter, below: target, failures: 4, within: 12, consequence: default } }
      - { code: MRR-PP, name: Each point of writers' problems, cites: "Schedule 3, § 6.4", objectives: [MRR], when: missed,
          mechanism: { kind: per_point, pays: fee_share, below: target, step: 1 %, rate: 0.1 % } }
      - { code: MRR-ESC, name: Months in a row of writers' problems, cites: "Schedule 3, § 6.5", objectives: [MRR], when: missed,
          mechanism: { kind: escalating, pays: money, amount: 150.00 EUR, most: 3 } }
      - { code: MRR-SMALL, name: Writers' problems beyond chance, cites: "Schedule 3, § 6.6", objectives: [MRR], when: missed,
          mechanism: { kind: fixed, pays: money, amount: 200.00 EUR }, guards: [{ kind: small_sample, table: [{ upToSample: 20, missesAllowed: 7 }, { upToSample: 50, missesAllowed: 15 }] }] }
      - { code: MQUAL-FIXED, name: Quality of mails, cites: "Schedule 3, § 6.7", objectives: [MQUAL], when: missed,
          mechanism: { kind: fixed, pays: money, amount: 350.00 EUR } }
      - { code: COMPL-FIXED, name: Complaints, cites: "Schedule 3, § 7.1", objectives: [COMPL], when: missed,
          mechanism: { kind: fixed, pays: money, amount: 75.00 EUR } }
      - { code: COMPL-BANDS, name: Points for complaints, cites: "Schedule 3, § 7.2", objectives: [COMPL],
          mechanism: { kind: bands, pays: points, bands: [{ from: 1 %, pays: 0 }, { pays: 1 }] } }
      - { code: PROC-POINTS, name: Points for procedure, cites: "Schedule 3, § 7.3", objectives: [PROC], when: missed,
          mechanism: { kind: fixed, pays: points, amount: 2 } }
      - { code: PROC-MIN, name: Procedure far below, cites: "Schedule 3, § 7.4", objectives: [PROC], when: below_minimum,
          mechanism: { kind: fixed, pays: pool_share, amount: 5 % } }
      - { code: VOICE-CREDIT, name: The customer's voice, cites: "Schedule 3, § 7.5", objectives: [VOICE], when: missed,
          mechanism: { kind: fixed, pays: money, amount: 250.00 EUR } }
      - { code: LADDER, name: Points of the month, cites: "Schedule 3, § 8.1",
          mechanism: { kind: points_ladder, pays: fee_share, rungs: [{ points: 3, pays: 0.5 % }, { points: 6, pays: 1 % }] } }
      - { code: LADDER-6, name: Points of six months, cites: "Schedule 3, § 8.2",
          mechanism: { kind: points_ladder, pays: fee_share, overPeriods: 6, rungs: [{ points: 12, pays: 1.5 % }] } }
      - { code: ERRORS, name: Wrong reports, cites: "Schedule 3, § 8.3",
          mechanism: { kind: erroneous_reporting, pays: money, amount: 100.00 EUR, graceDays: 10 } }
      - { code: INCENTIVE, name: Everything reached, cites: "Schedule 3, § 8.4", side: bonus,
          mechanism: { kind: fixed, pays: fee_share, amount: 0.5 % }, guards: [{ kind: all_reach, level: target }] }
`;

/** Forty clauses: every mechanism, guard and modifier that there is. */
export const CLAUSES = `kind: SettlementTerms
client: harbour
contract: harbour-care
versions:
  - fee: 100000.00 EUR${SHARED}`;

/** From 16 September the fee is higher; September counts by days. */
export const SECOND_AMENDMENT = `kind: Amendment
client: harbour
contract: harbour-care
code: A2
title: A higher fee
document: Amendment No. 2, § 1
signedOn: 2025-09-01
effectiveFrom: 2025-09-16
rule: by_time
---
${CLAUSES}
  - amendment: A2
    fee: 120000.00 EUR${SHARED}`;
