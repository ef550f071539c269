import type { PublishedContract } from "./published-contract.builder";

const percent = (value: number): string => `${Math.round(value * 1000)}/100000`;
const months = (...list: readonly (readonly [string, number, number?])[]) =>
  list.map(([value, credits, points = 0]) => ({ values: [value], credits, points }));

const TELUS_RUNGS = [5, 10, 15, 20, 25, 30].map((points, index) => `{ points: ${points}, pays: ${index * 2} % }`);

/** Contracts of outsourcing, with the examples they work out. */
export const OUTSOURCING: readonly PublishedContract[] = [
  {
    source: "Texas DIR: 50 % × 40 % × 10 % of 100,000 = 2,000; all of a month 10,000 at most",
    currency: "USD",
    objectives: [
      { code: "A", target: "0.99" },
      { code: "B", target: "0.99" },
      { code: "C", target: "0.99" },
    ],
    terms: `
fee: 100000.00 USD
atRisk: 10 %
allocationLimit: 250 %
clauses:
  - { code: A, name: Critical, cites: 3-A, objectives: [A], mechanism: { kind: allocation, allocation: 50 %, criticality: 40 % } }
  - { code: B, name: Categories, cites: 3-A, objectives: [B, C], mechanism: { kind: allocation, allocation: 100 %, criticality: 60 % } }`,
    periods: [
      { values: [percent(98), percent(99), percent(100)], credits: 200000 },
      { values: [percent(98), percent(98), percent(99)], credits: 800000 },
      { values: [percent(98), percent(98), percent(98)], credits: 1000000 },
    ],
  },
  {
    source: "On-demand services: 3 % of 1,000.00 = 30.00 for each critical level, up to 6 %",
    currency: "USD",
    objectives: [
      { code: "A", target: "0.99" },
      { code: "B", target: "0.99" },
      { code: "C", target: "0.99" },
    ],
    terms: `
fee: 1000.00 USD
atRisk: 6 %
clauses:
  - { code: CRITICAL, name: Critical level, cites: Appendix A, objectives: [A, B, C], mechanism: { kind: fixed, pays: fee_share, amount: 3 % } }`,
    periods: [
      { values: [percent(98), percent(99), percent(99)], credits: 3000 },
      { values: [percent(98), percent(98), percent(98)], credits: 6000 },
    ],
  },
  {
    source: "TELUS: 5 points 0, 10 → 2 %, 15 → 4 %, 20 → 6 %, 25 → 8 %, 30 or more → 10 %",
    currency: "CAD",
    objectives: [{ code: "IVR", unit: "count", direction: "minimise", target: "0" }],
    terms: `
fee: 10000.00 CAD
atRisk: 10 %
clauses:
  - { code: POINTS, name: Credit points, cites: § 2.1, objectives: [IVR], mechanism: { kind: per_event, pays: points, amount: 1 } }
  - { code: LADDER, name: Reduction, cites: § 3.3, mechanism: { kind: points_ladder, pays: fee_share, rungs: [${TELUS_RUNGS.join(", ")}] } }`,
    periods: months(["4", 0, 4], ["9", 0, 9], ["10", 20000, 10], ["29", 80000, 29], ["42", 100000, 42]),
  },
  {
    source: "UK model services agreement: 98.5 % → 1 point, then 96.5 % → 3 × 2 points; each 500 GBP",
    currency: "GBP",
    objectives: [{ code: "KPI", target: "0.99" }],
    terms: `
fee: 100000.00 GBP
atRisk: 10 %
pointValue: 500.00 GBP
clauses:
  - code: SP
    name: Service points
    cites: Schedule 2.2
    objectives: [KPI]
    mechanism:
      kind: bands
      pays: points
      reading: { kind: half_up, decimals: 1 }
      bands:
        - { from: 99 %, pays: 0 }
        - { from: 98.0 %, to: 98.9 %, pays: 1 }
        - { from: 97.0 %, to: 97.9 %, pays: 2 }
        - { from: 96.0 %, to: 96.9 %, pays: 3 }
        - { to: 95.9 %, pays: 4 }
    repeat: { multiplier: 2 }`,
    periods: months(
      [percent(98.5), 50000, 1],
      [percent(96.5), 300000, 6],
      [percent(95.9), 400000, 8],
      [percent(98.95), 0, 0],
      [percent(98.949), 50000, 1],
    ),
  },
  {
    source: "UK call-off schedule 6: 98 % required − 75 % reached = 23 % of the charges",
    currency: "GBP",
    objectives: [{ code: "BILL", target: "0.98" }],
    terms: `
fee: 10000.00 GBP
atRisk: 100 %
clauses:
  - { code: C, name: Accurate billing, cites: Schedule 6, objectives: [BILL], mechanism: { kind: per_point, pays: fee_share, step: 1 %, rate: 1 % } }`,
    periods: months([percent(75), 230000], [percent(98), 0], [percent(97.5), 5000]),
  },
  {
    source: "Redwood City: 500 per second slower than 30 s, and per second faster than 15 s",
    currency: "USD",
    objectives: [{ code: "ASA", unit: "seconds", direction: "minimise", target: "30" }],
    terms: `
fee: 100000.00 USD
atRisk: 100 %
clauses:
  - { code: ASA, name: Speed of answer, cites: Exhibit, objectives: [ASA],
      mechanism: { kind: bonus_malus, pays: money, malusBeyond: 30, bonusBeyond: 15, step: 1, malusRate: 500.00 USD, bonusRate: 500.00 USD } }`,
    periods: [
      { values: ["47"], credits: 850000 },
      { values: ["30"], credits: 0 },
      { values: ["15"], credits: 0 },
      { values: ["14"], credits: 0, bonuses: 50000 },
    ],
  },
  {
    source: "Recycling of packaging: 1,000 USD per unweighed load, 250 USD per late or wrong report",
    currency: "USD",
    objectives: [
      { code: "LOADS", unit: "count", direction: "minimise", target: "0" },
      { code: "LATE", unit: "count", direction: "minimise", target: "0" },
    ],
    terms: `
fee: 50000.00 USD
atRisk: 100 %
clauses:
  - { code: LOADS, name: Not weighed, cites: Table 7.1(a), objectives: [LOADS], mechanism: { kind: per_event, pays: money, amount: 1000.00 USD } }
  - { code: LATE, name: Late reports, cites: Table 7.1(a), objectives: [LATE], mechanism: { kind: per_event, pays: money, amount: 250.00 USD } }`,
    periods: [
      { values: ["3", "2"], credits: 350000 },
      { values: ["0", null], credits: 0 },
    ],
  },
  {
    source: "State of services: one incident that fails several levels gives one credit, the State selects it",
    currency: "USD",
    objectives: [
      { code: "A", target: "0.99" },
      { code: "B", target: "0.99" },
    ],
    terms: `
fee: 200000.00 USD
atRisk: 20 %
singleIncident: true
clauses:
  - { code: A, name: Level A, cites: § 54.7, objectives: [A], mechanism: { kind: fixed, pays: fee_share, amount: 5 % } }
  - { code: B, name: Level B, cites: § 54.7, objectives: [B], mechanism: { kind: fixed, pays: fee_share, amount: 8 % } }`,
    periods: [
      { values: [percent(98), percent(98)], credits: 2600000 },
      { values: [percent(98), percent(98)], incident: ["A", "B"], credits: 1600000 },
    ],
  },
  {
    source: "Earn-back of service level credits: withheld, given back after three months at the target",
    currency: "USD",
    objectives: [{ code: "A", target: "0.99" }],
    terms: `
fee: 100000.00 USD
atRisk: 10 %
clauses:
  - { code: A, name: Level A, cites: Exhibit 3, objectives: [A], mechanism: { kind: allocation, allocation: 20 % },
      earnBack: { periods: 3, expiresAfter: 3 } }`,
    periods: [
      { values: [percent(98)], credits: 200000, net: 0 },
      { values: [percent(99)], credits: 0, net: 0 },
      { values: [percent(99)], credits: 0, net: 0 },
      { values: [percent(99)], credits: 0, net: 0 },
      { values: [percent(98)], credits: 200000, net: 0 },
      { values: [percent(98.9)], credits: 200000, net: 0 },
      { values: [percent(99)], credits: 0, net: 0 },
      { values: [percent(99)], credits: 0, net: 200000 },
      { values: [percent(99)], credits: 0, net: 0 },
    ],
  },
];
