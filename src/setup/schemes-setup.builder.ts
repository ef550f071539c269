/** Every scheme, gate, baseline and kind of KPI set, as people write them. Goes with the sample setup. */
export const SCHEMES = `kind: Role
code: analyst
name: Process analyst
scope: own
kpiAssignments:
  - kpi: QUALITY
    weight: 20
    validFrom: 2026-01-01
    scheme: { kind: worst_best, worst: 65 %, best: 100 % }
    gate: { atLeast: 70 %, cap: 40 }
    onMissing: fail
  - kpi: AHT
    weight: 30
    target: 300
    validFrom: 2026-01-01
    scheme: { kind: around, tolerance: 30, limit: 90 }
    onMissing: carry
  - kpi: TRT
    weight: 25
    validFrom: 2026-01-01
    baseline: { value: 86400, improveBy: 25 %, measured: "2025 as a whole" }
  - kpi: DSAT
    weight: 25
    validFrom: 2026-01-01
    scheme: percentage
    onMissing: zero
  - kpi: ASA
    weight: 0
    validFrom: 2026-01-01
    scheme:
      kind: zones
      below: 120
      zones:
        - { from: 10, until: 20, pointsFrom: 110, pointsUntil: 100 }
        - { from: 20, until: 60, pointsFrom: 80, pointsUntil: 0 }
      above: 0
  - kpi: CSAT
    weight: 0
    validFrom: 2026-01-01
    scheme:
      kind: levels
      rounding: { kind: truncate, decimals: 1 }
      meets: Good
      levels:
        - { level: Out of range, score: 0, to: 69.9 % }
        - { level: Average, score: 70, from: 70 %, to: 84.9 % }
        - { level: Good, score: 100, from: 85 %, to: 94.9 % }
        - { level: Excellent, score: 120, from: 95 %, to: 100 % }
  - kpi: TFR
    weight: 0
    validFrom: 2026-01-01
    scheme:
      kind: levels
      meets: Average
      levels:
        - { level: Poor, score: 0 }
        - { level: Average, score: 60, from: 3600, to: 1200, order: 2 }
        - { level: Good, score: 100, from: 1800, to: 0, order: 1 }
  - kpi: UTILISATION
    weight: 0
    validFrom: 2026-01-01
    scheme:
      kind: curve
      averaging: output
      points:
        - { value: 60 %, score: 0 }
        - { value: 80 %, score: 100 }
        - { value: 90 %, score: 100 }
        - { value: 120 %, score: 33.3 }
kpiSets:
  - validFrom: 2026-01-01
    weights: whole
    anonymousUnder: 8
---
kind: Role
code: director
name: Service delivery director
scope: contract
kpiAssignments:
  - kpi: COST_PER_UNIT
    weight: 0
    validFrom: 2026-01-01
    scheme: { kind: worst_best, worst: 4.20 EUR, best: 350 minor }
    target: 4.00 EUR
---
kind: KpiSet
role: analyst
client: northwind
contract: care
service: chat
versions:
  - weights: rescaled
    levels:
      - { name: Below, colour: red, from: 0 }
      - { name: On track, colour: "#7BC47F", from: 79.5 }
`;
