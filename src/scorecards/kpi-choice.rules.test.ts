import { aKpiAssignment } from "../assignments/kpi-assignment.builder";
import type { KpiAssignment } from "../assignments/kpi-assignment.entity";
import { aKpiUse } from "../contracts/kpi-use.builder";
import { day } from "../shared/day";
import { NIL_ID } from "../shared/ids";
import { assignmentsInForce, lineage, usesInForce } from "./kpi-choice.rules";

const ON = day("2026-06-30");
const clientId = "client";
const contractId = "contract";

const use = (kpiCode: string, serviceId: string | null, dialect: string | null = null) =>
  aKpiUse({ clientId, contractId, kpiCode, serviceId, dialect });

const house: Partial<KpiAssignment> = { clientId: NIL_ID };
const ofContract: Partial<KpiAssignment> = { contractId };
const ofService: Partial<KpiAssignment> = { contractId, serviceId: "phone" };
const assigned = (weight: string, parts: Partial<KpiAssignment>) =>
  aKpiAssignment({ clientId, kpiCode: "CSAT", weight, ...parts });

const agentOn = (serviceId: string | null) => ({ roleCode: "agent", serviceId });
const weights = (all: readonly KpiAssignment[], serviceId: string | null) =>
  assignmentsInForce(all, agentOn(serviceId), ON).map(({ weight }) => weight);

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

describe("KPI assignments", () => {
  it("of the nearest scope win: service, contract, client, house", () => {
    const all = [assigned("1", house), assigned("2", {}), assigned("3", ofContract), assigned("4", ofService)];

    expect(weights(all, "phone")).toEqual(["4"]);
    expect(weights(all, "post")).toEqual(["3"]);
    expect(weights(all, null)).toEqual(["3"]);
    expect(weights(all.slice(0, 2), "phone")).toEqual(["2"]);
    expect(weights(all.slice(0, 1), "phone")).toEqual(["1"]);
  });

  it("are chosen for each KPI on its own", () => {
    const all = [assigned("1", house), assigned("2", { ...house, kpiCode: "AHT" }), assigned("3", ofService)];

    expect(weights(all, "phone").sort()).toEqual(["2", "3"]);
  });

  it("are those of the role", () => {
    expect(weights([assigned("1", { roleCode: "trainer" })], "phone")).toEqual([]);
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
