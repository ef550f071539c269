/** What a contract of the sample setup says about money, in the shortest form. */
export const MONEY = `kind: SettlementTerms
client: northwind
contract: care
fee: 100000.00 EUR
atRisk: 10 %
clauses:
  - code: SL-CREDIT
    name: Service level credit
    cites: Schedule 3, § 1
    objectives: [SL-1]
    mechanism: { kind: allocation, allocation: 50 %, criticality: 40 % }
`;

/** A contract of its own with every mechanism, guard and modifier, in two versions. */
export const EVERY_CLAUSE = `kind: Client
code: eastwind
name: Eastwind Parcels
industry: Logistics
---
kind: Calendar
client: eastwind
code: always
name: Around the clock
validFrom: 2026-01-01
timeZone: Europe/Zagreb
windows: { monday-sunday: ["00:00-24:00"] }
---
kind: Contract
client: eastwind
code: desk
name: Service desk
currency: EUR
timeZone: Europe/Zagreb
calendar: always
term: { from: 2026-01-01 }
services:
  - { code: phone, name: Telephone desk, channels: [phone] }
objectives:
  - { code: SL, name: Answer quickly, clause: "§ 1", service: phone, kpi: SERVICE_LEVEL, target: 99 %, minimum: 95 %, expected: 99.5 %, measuredBy: month }
  - { code: ASA, name: Answer soon, clause: "§ 2", service: phone, kpi: ASA, target: 30, minimum: 60, measuredBy: month }
settlementTerms:
  versions:
    - validFrom: 2026-01-01
      fee: 80000.00 EUR
      atRisk: 12.5 %
      clauses:
        - { code: FLAT, name: Flat credit, cites: "§ 3", objectives: [SL], mechanism: { kind: fixed, pays: money, amount: 250.50 EUR } }
    - validFrom: 2026-07-01
      settledBy: month
      fee: 100000.00 EUR
      atRisk: 10 %
      allocationLimit: 200 %
      pointValue: 500.00 EUR
      creditCap: { pays: fee_share, amount: 15 % }
      yearlyCreditCap: { pays: fee_share, amount: 8 % }
      bonusCap: { pays: money, amount: 5000.00 EUR }
      singleIncident: true
      order: [exclusions, value, minimum_sample, outcome, guards, single_incident, amount, floor, repeat, objective_cap, earn_back, pool_cap, line]
      rounding: half_even
      clauses:
        - code: POINTS
          name: Service points
          cites: Appendix 3, § 2.1
          objectives: [SL]
          mechanism:
            kind: bands
            pays: points
            reading: { kind: truncate, decimals: 1 }
            bands:
              - { from: 99.0 %, pays: 0 }
              - { from: 98.0 %, to: 98.9 %, pays: 1 }
              - { from: 97.0 %, to: 97.9 %, pays: 2 }
              - { from: 96.0 %, to: 96.9 %, pays: 3 }
              - { pays: 4 }
          repeat: { multiplier: 2 }
        - code: LADDER
          name: Points to credits
          cites: Appendix 3, § 2.2
          mechanism:
            kind: points_ladder
            pays: fee_share
            overPeriods: 3
            rungs: [{ points: 5, pays: 0 }, { points: 10, pays: 2 % }, { points: 15, pays: 4 % }]
            perPoint: 0.1 %
        - code: POOL
          name: Share of the pool
          cites: Appendix 3, § 3
          objectives: [SL, ASA]
          mechanism: { kind: allocation, allocation: 80 %, criticality: 40 % }
          cap: { pays: pool_share, amount: 30 % }
          ignoredUpTo: 1.00 EUR
          earnBack: { periods: 3, mode: average, of: all, expiresAfter: 6, settle: returned }
        - code: PER-POINT
          name: Per full point
          cites: Appendix 3, § 4
          objectives: [SL]
          when: below_minimum
          mechanism: { kind: per_point, pays: fee_share, below: minimum, step: 1 %, rate: 1 %, steps: full }
          guards:
            - { kind: binomial, alpha: 5 % }
            - { kind: minimum_sample, sample: 30 }
        - code: TABLE
          name: Table
          cites: Appendix 3, § 5
          objectives: [SL]
          mechanism:
            kind: table
            pays: fee_share
            between: linear
            knots: [{ at: 99 %, pays: 0 }, { at: 98 %, pays: 10 % }, { at: 90 %, pays: 90 % }]
            beyond: 100 %
          guards:
            - { kind: critical_z, table: [{ fromSample: 1, z: 2 }, { fromSample: 100, z: 1.645 }] }
            - { kind: small_sample, table: [{ upToSample: 10, missesAllowed: 1 }] }
        - code: BONUS-MALUS
          name: Seconds
          cites: Appendix 3, § 6
          objectives: [ASA]
          mechanism: { kind: bonus_malus, pays: money, malusBeyond: 30, bonusBeyond: 15, step: 1, malusRate: 500.00 EUR, bonusRate: 500.00 EUR }
        - code: PER-CALL
          name: Per late call
          cites: Appendix 3, § 7
          objectives: [SL]
          mechanism: { kind: per_event, pays: money, amount: 0.125 EUR, toleratedShare: 5 % }
          repeat: { inARow: [1, 2.5, 4] }
          atLeast: 1.00 EUR
        - code: ESCALATING
          name: More each month
          cites: Appendix 3, § 8
          objectives: [SL]
          mechanism: { kind: escalating, pays: money, amount: 100.00 EUR, most: 6 }
        - code: DEFAULT
          name: Default
          cites: Appendix 3, § 9
          objectives: [SL]
          mechanism: { kind: default_counter, below: expected, failures: 4, within: 12, consequence: termination, pays: { pays: pool_share, amount: 10 % } }
        - code: REPORTS
          name: Wrong reports
          cites: Appendix 3, § 10
          mechanism: { kind: erroneous_reporting, pays: points, amount: 5, graceDays: 10 }
        - code: RATCHET
          name: Continuous improvement
          cites: Appendix 3, § 11
          objectives: [SL]
          mechanism: { kind: ratchet, periods: 12, share: 50 %, most: 10 % }
        - code: BONUS
          name: Bonus
          cites: Appendix 3, § 12
          side: bonus
          objectives: [SL]
          when: expected_met
          mechanism: { kind: fixed, pays: fee_share, amount: 2 % }
          guards: [{ kind: all_reach, level: target }]
`;
