import { aKpiUse } from "../contracts/kpi-use.builder";
import { day } from "../shared/day";
import { lineage, usesInForce } from "./kpi-choice.rules";

const ON = day("2026-06-30");
const clientId = "client";
const contractId = "contract";

const use = (kpiCode: string, serviceId: string | null, dialect: string | null = null) =>
  aKpiUse({ clientId, contractId, kpiCode, serviceId, dialect });

describe("KPIs in use", () => {
  it("of a service take the place of the contract's for the same KPI", () => {
    const all = [use("CSAT", null), use("AHT", null), use("CSAT", "phone", "CLOSED"), use("CSAT", "post")];

    expect(usesInForce(all, "phone", ON)).toEqual([all[2], all[1]]);
  });

  it("of services are not the contract's", () => {
    expect(usesInForce([use("CSAT", "phone")], null, ON)).toEqual([]);
  });

  it("may hold one KPI in two dialects", () => {
    expect(usesInForce([use("FCR", null, "SURVEY"), use("FCR", null, "OPERATIONAL")], "phone", ON)).toHaveLength(2);
  });

  it("count on the days of their version only", () => {
    const ended = { ...use("CSAT", null), validUntil: ON };
    const begun = { ...use("AHT", null), validFrom: ON };

    expect(usesInForce([ended, begun], null, ON)).toEqual([begun]);
  });
});

describe("lineage", () => {
  const version = (from: string, until: string | null) => ({
    validFrom: day(from),
    validUntil: until === null ? null : day(until),
  });

  it("spans all versions of one definition", () => {
    expect(lineage([version("2026-03-01", null), version("2026-01-01", "2026-03-01")])).toEqual({
      from: "2026-01-01",
      until: null,
    });
    expect(lineage([version("2026-01-01", "2026-03-01"), version("2026-03-01", "2026-05-01")])).toEqual({
      from: "2026-01-01",
      until: "2026-05-01",
    });
  });
});
