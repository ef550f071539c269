import { day } from "../shared/day";
import { NIL_ID, newId } from "../shared/ids";
import { HOUSE_KPI_SET } from "./house-kpi-set.rules";
import { assignmentsInForce, kpiSetInForce } from "./in-force.rules";
import { aKpiAssignment } from "./kpi-assignment.builder";
import { aKpiSet } from "./kpi-set.builder";
import { weightsOf } from "./weights.rules";
import { notWhole } from "./whole-weights.rules";

const clientId = newId();
const contractId = newId();
const serviceId = newId();
const ON = day("2026-05-01");
const HOLDER = { roleCode: "agent", serviceId };

const PLACES = {
  house: { clientId: NIL_ID },
  client: { clientId },
  contract: { clientId, contractId },
  service: { clientId, contractId, serviceId },
};

describe("what applies to a holder", () => {
  it("is the nearest set: of the service, the contract, the client, the house", () => {
    const sets = Object.values(PLACES).map((place) => aKpiSet(place));

    const nearest = sets.map((_, taken) => kpiSetInForce(sets.slice(0, sets.length - taken), HOLDER, ON));

    expect(nearest).toEqual([...sets].reverse());
    expect(kpiSetInForce([], HOLDER, ON)).toBeNull();
  });

  it("is nothing of other roles, services and days", () => {
    const sets = [
      aKpiSet({ clientId, roleCode: "team-lead" }),
      aKpiSet({ ...PLACES.service, serviceId: newId() }),
      aKpiSet({ clientId, validUntil: ON }),
      aKpiSet({ clientId, validFrom: day("2026-05-02") }),
    ];

    expect(kpiSetInForce(sets, HOLDER, ON)).toBeNull();
  });

  it("is, of each KPI, the nearest assignment", () => {
    const wide = aKpiAssignment({ ...PLACES.house, kpiCode: "AHT" });
    const near = aKpiAssignment({ ...PLACES.service, kpiCode: "AHT" });
    const other = aKpiAssignment({ ...PLACES.client, kpiCode: "CSAT" });

    expect(assignmentsInForce([wide, near, other], HOLDER, ON)).toEqual([near, other]);
    expect(assignmentsInForce([wide, near, other], { ...HOLDER, serviceId: null }, ON)).toEqual([wide, other]);
  });
});

describe("weights", () => {
  const weighing = (...weights: string[]) =>
    weights.map((weight, index) => aKpiAssignment({ clientId, kpiCode: `KPI${index}`, weight }));

  it.each([
    ["whole", ["60", "40", "0"], "100", true],
    ["whole", ["33.3", "33.3", "33.4"], "100", true],
    ["whole", ["60", "30"], "90", false],
    ["whole", [], "0", true],
    ["rescaled", ["60", "30"], "90", true],
  ] as const)("%s: %j total %s", (rule, list, total, areRight) => {
    const weights = weightsOf([aKpiSet({ clientId, weights: rule })], weighing(...list), HOLDER, ON);

    expect(weights).toMatchObject({ rule, total, areRight });
  });

  it("are rescaled where no set says otherwise", () => {
    expect(weightsOf([], weighing("60"), HOLDER, ON)).toMatchObject({
      ...{ set: null, rule: "rescaled" },
      areRight: true,
    });
    expect(HOUSE_KPI_SET.levels.map(({ from }) => from)).toEqual(["0", "70", "85", "95"]);
  });

  it("are looked at on every day on which something changes", () => {
    const post = { ...PLACES.service, roleCode: "agent", days: { from: day("2026-01-01"), until: day("2027-01-01") } };
    const set = aKpiSet({ clientId, weights: "whole" });
    const parts = [
      aKpiAssignment({ clientId, kpiCode: "AHT", weight: "60" }),
      aKpiAssignment({ clientId, kpiCode: "CSAT", weight: "40", validUntil: day("2026-06-01") }),
    ];
    const next = aKpiAssignment({ clientId, kpiCode: "CSAT", weight: "40", validFrom: day("2026-06-02") });

    expect(notWhole([set], [...parts, next], [post])).toMatchObject([{ post, set, on: "2026-06-01" }]);
    expect(notWhole([set], parts, [{ ...post, days: { ...post.days, until: day("2026-06-01") } }])).toEqual([]);
    expect(notWhole([set], parts, [{ ...post, clientId: newId() }])).toEqual([]);
  });
});
