/** Measures and KPIs of one's own: of the house and of a client, with what is easily lost in texts. */
export const OWN_KPIS = `kind: Measure
code: long_waits
stream: contact
description: Contacts that waited longer than the limit.
where:
  - { field: wait_seconds, is: ">", parameter: limitSeconds }
---
kind: Measure
client: southwind
code: odd_reasons
stream: contact
description: "Contacts about odd things: 'quotes', 100 %, # and more."
versions:
  - where:
      - { field: reason, is: in, values: ["it's", "100 %", "# no", "null", "中文"] }
      - { field: channel, is: "!=", value: "" }
  - validFrom: 2026-04-01
    aggregate: sum
    of: talk_seconds
    attribution: ended
    where:
      - { field: transferred, is: "=", value: false }
      - { field: customer_ref, is: known }
---
kind: Kpi
code: LONG_WAIT_SHARE
names: { en: Long waits, it: Attese lunghe }
descriptions: { en: Share of contacts that waited longer than the limit. }
family: efficiency
unit: share
direction: minimise
parameters:
  - { name: limitSeconds, unit: seconds, default: 60, minimum: 0, maximum: 3600, description: The limit. }
versions:
  - { formula: long_waits / offered }
  - { validFrom: 2026-03-01, formula: "long_waits ÷ (offered + abandoned)", sample: answered }
---
kind: Kpi
client: southwind
code: ODD_TALK
names: { en: Talk about odd things }
descriptions: { en: "Seconds: all of them." }
family: demand
unit: percent
direction: range
precision: 0
judges: [team]
formula: "1 - long_waits / offered"
parameters:
  - { name: limitSeconds, unit: seconds, default: 60, minimum: 0, maximum: 3600, description: The limit. }
`;
