import type { PublishedContract } from "./published-contract.builder";

const percent = (value: number): string => `${Math.round(value * 1000)}/100000`;

/** Incentives and remedies that commissions and ministries published. */
export const PUBLIC: readonly PublishedContract[] = [
  {
    source: "CPUC, SDG&E employee safety: benchmark 8.80, dead band ± 0.20, 25,000 per 0.01, 3 million at most",
    currency: "USD",
    objectives: [{ code: "OSHA", unit: "points", direction: "minimise", target: "8.8" }],
    terms: `
settledBy: year
fee: 100000000.00 USD
atRisk: 100 %
clauses:
  - { code: SAFETY, name: Employee safety, cites: Settlement, objectives: [OSHA], cap: { pays: money, amount: 3000000.00 USD },
      mechanism: { kind: bonus_malus, pays: money, malusBeyond: 9.00, bonusBeyond: 8.60, step: 0.01, malusRate: 25000.00 USD, bonusRate: 25000.00 USD } }`,
    periods: [
      { values: ["9.00"], credits: 0 },
      { values: ["9.01"], credits: 2500000 },
      { values: ["10.20"], credits: 300000000 },
      { values: ["12"], credits: 300000000 },
      { values: ["8.60"], credits: 0 },
      { values: ["8.00"], credits: 0, bonuses: 150000000 },
      { values: ["7"], credits: 0, bonuses: 300000000 },
    ],
  },
  {
    source: "CPUC, SDG&E call centre: 80 % in 60 s, 10,000 per 0.1 %, 1.5 million at most",
    currency: "USD",
    objectives: [{ code: "CALLS", target: "0.8" }],
    terms: `
settledBy: year
fee: 100000000.00 USD
atRisk: 100 %
clauses:
  - { code: CALLS, name: Responsiveness, cites: Settlement, objectives: [CALLS], cap: { pays: money, amount: 1500000.00 USD },
      mechanism: { kind: bonus_malus, pays: money, malusBeyond: 80 %, bonusBeyond: 80 %, step: 0.1 %, malusRate: 10000.00 USD, bonusRate: 10000.00 USD } }`,
    periods: [
      { values: [percent(80)], credits: 0 },
      { values: [percent(79)], credits: 10000000 },
      { values: [percent(60)], credits: 150000000 },
      { values: [percent(82.5)], credits: 0, bonuses: 25000000 },
    ],
  },
  {
    source: "Performance assurance plan, medium: 75, 150, 300, 400, 500, 600 USD a miss by months in a row",
    currency: "USD",
    objectives: [{ code: "ORDERS", target: "0.9" }],
    terms: `
fee: 1000000.00 USD
atRisk: 36 %
clauses:
  - { code: TIER-1, name: Orders late, cites: Table 2, objectives: [ORDERS],
      mechanism: { kind: per_event, pays: money, amount: 25.00 USD, toleratedShare: 10 % }, repeat: { inARow: [3, 6, 12, 16, 20, 24] } }`,
    periods: [
      { values: ["85/100"], credits: 5 * 7500 },
      { values: ["85/100"], credits: 5 * 15000 },
      { values: ["80/100"], credits: 10 * 30000 },
      { values: [null], credits: 0 },
      { values: ["89/100"], credits: 40000 },
      { values: ["89/100"], credits: 50000 },
      { values: ["89/100"], credits: 60000 },
      { values: ["89/100"], credits: 60000 },
      { values: ["90/100"], credits: 0 },
      { values: ["89/100"], credits: 7500 },
    ],
  },
  {
    source: "45 CFR 305: 1 % for the first failure, 2 % for the second, and so forth, 5 % at most",
    currency: "USD",
    objectives: [{ code: "ORDERS", target: "0.4" }],
    terms: `
settledBy: year
fee: 1000000.00 USD
atRisk: 5 %
clauses:
  - { code: PENALTY, name: Orders established, cites: § 305.40, objectives: [ORDERS],
      mechanism: { kind: escalating, pays: fee_share, amount: 1 %, most: 5 } }`,
    periods: [1, 2, 3, 4, 5, 5].map((share) => ({ values: [percent(39)], credits: share * 1000000 })),
  },
  {
    source: "Critical z of assurance plans: at a sample of 100 the deficit must pass 1.645",
    currency: "USD",
    objectives: [{ code: "PARITY", target: "0.9" }],
    terms: `
fee: 10000.00 USD
atRisk: 100 %
clauses:
  - { code: Z, name: Out of parity, cites: Table 1, objectives: [PARITY], mechanism: { kind: fixed, pays: money, amount: 75.00 USD },
      guards: [{ kind: critical_z, table: [{ fromSample: 1, z: 1.96 }, { fromSample: 100, z: 1.645 }] }] }`,
    periods: [
      { values: ["86/100"], credits: 0 },
      { values: ["85/100"], credits: 7500 },
      { values: ["84/99"], credits: 0 },
    ],
  },
  {
    source: "Prisons under PFI: points of a quarter beyond the baseline cost, those below do not",
    currency: "GBP",
    objectives: [{ code: "INCIDENTS", unit: "count", direction: "minimise", target: "0" }],
    terms: `
settledBy: quarter
fee: 3000000.00 GBP
atRisk: 5 %
clauses:
  - { code: POINTS, name: Performance points, cites: Figure 8, objectives: [INCIDENTS], mechanism: { kind: per_event, pays: points, amount: 10 } }
  - { code: BASELINE, name: Beyond the baseline, cites: § 1.5,
      mechanism: { kind: points_ladder, pays: money, rungs: [{ points: 100, pays: 0 }], perPoint: 250.00 GBP } }`,
    periods: [
      { values: ["10"], credits: 0, points: 100 },
      { values: ["13"], credits: 30 * 25000, points: 130 },
      { values: ["200"], credits: 15000000, points: 2000 },
    ],
  },
];
