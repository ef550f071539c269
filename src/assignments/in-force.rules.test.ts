import { day } from "../shared/day";
import { NIL_ID } from "../shared/ids";
import { assignmentsInForce } from "./in-force.rules";
import { aKpiAssignment } from "./kpi-assignment.builder";
import type { KpiAssignment } from "./kpi-assignment.entity";

const ON = day("2026-06-30");
const clientId = "client";
const contractId = "contract";

const house: Partial<KpiAssignment> = { clientId: NIL_ID };
const ofContract: Partial<KpiAssignment> = { contractId };
const ofService: Partial<KpiAssignment> = { contractId, serviceId: "phone" };
const assigned = (weight: string, parts: Partial<KpiAssignment>) =>
  aKpiAssignment({ clientId, kpiCode: "CSAT", weight, ...parts });

const agentOn = (serviceId: string | null) => ({ roleCode: "agent", serviceId });
const weights = (all: readonly KpiAssignment[], serviceId: string | null) =>
  assignmentsInForce(all, agentOn(serviceId), ON).map(({ weight }) => weight);

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

  it("count on the days of their version only", () => {
    const ended = assigned("1", { ...ofService, validUntil: ON });
    const begun = assigned("2", { validFrom: ON });

    expect(weights([ended, begun], "phone")).toEqual(["2"]);
  });
});
