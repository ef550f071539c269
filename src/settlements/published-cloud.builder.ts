import type { PublishedContract, PublishedPeriod } from "./published-contract.builder";

const UPTIME = [{ code: "UP", target: "0.9999" }];

/** Percentages with up to three decimals and the credits they bring. */
const at = (...pairs: readonly (readonly [number, number])[]): PublishedPeriod[] =>
  pairs.map(([percent, credits]) => ({ values: [`${Math.round(percent * 1000)}/100000`], credits }));

const terms = (fee: string, mechanism: string, more = ""): string => `
fee: ${fee}
atRisk: 100 %
clauses:
  - { code: C, name: Service credit, cites: SLA, objectives: [UP], mechanism: ${mechanism}${more} }`;

const bands = (list: string): string => `{ kind: bands, pays: fee_share, bands: [${list}] }`;

/** Service level agreements of clouds and networks, with the figures they publish. */
export const CLOUD: readonly PublishedContract[] = [
  {
    source: "AWS EC2, region level: < 99.99 → 10 %, < 99.0 → 30 %, < 95.0 → 100 %; only above 1 USD",
    currency: "USD",
    objectives: UPTIME,
    terms: terms(
      "1000.00 USD",
      bands("{ from: 99.99 %, pays: 0 }, { from: 99 %, pays: 10 % }, { from: 95 %, pays: 30 % }, { pays: 100 % }"),
      ", ignoredUpTo: 1.00 USD",
    ),
    periods: [
      ...at([99.99, 0], [99.989, 10000], [99, 10000], [98.999, 30000], [95, 30000], [94.999, 100000]),
      { values: ["995/1000"], fee: 1000, credits: 0 },
      { values: ["995/1000"], fee: 1010, credits: 101 },
    ],
  },
  {
    source: "Google Cloud AlloyDB: 99.0 – < 99.99 → 10 %, 95.0 – < 99.0 → 25 %, < 95.0 → 50 %",
    currency: "USD",
    objectives: UPTIME,
    terms: terms(
      "2000.00 USD",
      bands(
        "{ from: 99.0 %, until: 99.99 %, pays: 10 % }, { from: 95.0 %, until: 99.0 %, pays: 25 % }, { until: 95.0 %, pays: 50 % }, { from: 99.99 %, pays: 0 }",
      ),
    ),
    periods: at([100, 0], [99.99, 0], [99.5, 20000], [99, 20000], [98.999, 50000], [95, 50000], [80, 100000]),
  },
  {
    source: "Pulse, how to calculate SLA penalties: 2,000 USD, 99.5 % → 200, 94.8 % → 1,000",
    currency: "USD",
    objectives: [{ code: "UP", target: "0.999" }],
    terms: terms(
      "2000.00 USD",
      bands("{ from: 99.9 %, pays: 0 }, { from: 99 %, pays: 10 % }, { from: 95 %, pays: 25 % }, { pays: 50 % }"),
    ),
    periods: at([99.5, 20000], [94.8, 100000]),
  },
  {
    source: "Demyst: ≥ 99.90 → 0, < 99.9 → 2 %, < 99.0 → 3 %, < 95.0 → 5 %; only above 1 USD",
    currency: "USD",
    objectives: [{ code: "UP", target: "0.999" }],
    terms: terms(
      "50.00 USD",
      bands("{ from: 99.90 %, pays: 0 }, { from: 99 %, pays: 2 % }, { from: 95 %, pays: 3 % }, { pays: 5 % }"),
      ", ignoredUpTo: 1.00 USD",
    ),
    periods: at([99.9, 0], [99.899, 0], [98.9, 150], [94.9, 250]),
  },
  {
    source: "Query Law: under 99.8 → 5 %, under 99.4 → 10 %, under 99 → 20 %, in whole yen",
    currency: "JPY",
    objectives: [{ code: "UP", target: "0.998" }],
    terms: terms(
      "123455 JPY",
      bands("{ from: 99.8 %, pays: 0 }, { from: 99.4 %, pays: 5 % }, { from: 99 %, pays: 10 % }, { pays: 20 % }"),
    ),
    periods: at([99.8, 0], [99.799, 6173], [99.399, 12346], [98.9, 24691]),
  },
  {
    source: "Law Insider, subscription fee: 98 → 10 %, 97 → 20 %, …, 90 → 90 %, less than 90 → 100 %",
    currency: "KWD",
    objectives: [{ code: "UP", target: "0.99" }],
    terms: terms(
      "1.234 KWD",
      `{ kind: table, pays: fee_share, knots: [{ at: 99 %, pays: 0 }${[98, 97, 96, 95, 94, 93, 92, 91, 90]
        .map((one, index) => `, { at: ${one} %, pays: ${(index + 1) * 10} % }`)
        .join("")}], beyond: 100 % }`,
    ),
    periods: at([99, 0], [98.999, 123], [98, 123], [97.999, 247], [90, 1111], [89.999, 1234]),
  },
  {
    source: "Law Insider, wavelength service: 1 % for every 0.1 % (or portion thereof) below the target",
    currency: "USD",
    objectives: [{ code: "UP", target: "0.999" }],
    terms: terms(
      "1000.00 USD",
      "{ kind: per_point, pays: fee_share, below: target, step: 0.1 %, rate: 1 %, steps: begun }",
    ),
    periods: at([99.9, 0], [99.899, 1000], [99.8, 1000], [99.799, 2000], [99.45, 5000]),
  },
  {
    source: "Verizon managed network: 20 % for availability and 4 % for two repairs, together 24 %",
    currency: "USD",
    objectives: [
      { code: "UP", target: "0.999" },
      { code: "TTR", unit: "count", direction: "minimise", target: "0" },
    ],
    terms: `
fee: 1000.00 USD
atRisk: 100 %
clauses:
  - { code: NA, name: Availability, cites: SLA, objectives: [UP], mechanism: { kind: fixed, pays: fee_share, amount: 20 % } }
  - { code: TTR, name: Time to repair, cites: SLA, objectives: [TTR], mechanism: { kind: per_event, pays: fee_share, amount: 2 % } }`,
    periods: [{ values: ["99/100", "2"], credits: 24000 }],
  },
  {
    source: "Cloud voice: half of the monthly fees at most, and 1.00 USD where it would be less",
    currency: "USD",
    objectives: [{ code: "UP", target: "0.9999" }],
    terms: terms(
      "60.00 USD",
      bands("{ from: 99.99 %, pays: 0 }, { from: 99 %, pays: 1 % }, { pays: 90 % }"),
      ", atLeast: 1.00 USD, cap: { pays: fee_share, amount: 50 % }",
    ),
    periods: at([99.99, 0], [99.5, 100], [98, 3000]),
  },
];
