import { day } from "../shared/day";
import {
  assignment,
  cleanSetup,
  drop,
  materialOf,
  objective,
  position,
  promise,
  SCOPES,
  told,
  use,
} from "./cascade-setup.builder";
import { cascadeFindings } from "./cascade.rules";

const JULY = day("2026-07-01");

describe("KPIs and their owners", () => {
  it("names a promised KPI that nobody answers for at any level", () => {
    const found = told((setup) => {
      setup.objectives.push(objective({ id: "FCR-1", code: "FCR-1", serviceId: "phone" }));
      setup.versions.push(promise({ objectiveId: "FCR-1", kpiCode: "FCR", target: "0.7", validFrom: JULY }));
      setup.days = { from: JULY, until: null };
    });

    expect(found).toEqual([
      [
        "error",
        "KPI_WITHOUT_OWNER",
        "FCR is promised by objective FCR-1, but nobody at any level has it in the set of the role: on phone from 2026-07-01 on.",
      ],
    ]);
  });

  it("warns of one that is only in use", () => {
    const found = told((setup) => setup.uses.push(use("FCR", { validUntil: JULY })));

    expect(found).toEqual([
      [
        "warning",
        "KPI_WITHOUT_OWNER",
        "FCR is in use, but nobody at any level has it in the set of the role: on every service from 2026-01-01 to 2026-06-30.",
      ],
    ]);
  });

  it("names the level that leaves a KPI out", () => {
    const contract = told((setup) => drop(setup, "operations-manager", "SERVICE_LEVEL"));
    const service = told((setup) => drop(setup, "quality-specialist", "SERVICE_LEVEL"));
    const frontLine = told((setup) => {
      drop(setup, "agent", "CSAT");
      drop(setup, "team-lead", "CSAT");
    });

    expect(contract.map(([severity, code]) => [severity, code])).toContainEqual([
      "warning",
      "KPI_WITHOUT_CONTRACT_OWNER",
    ]);
    expect(service.map(([severity, code]) => [severity, code])).toContainEqual(["note", "KPI_WITHOUT_SERVICE_OWNER"]);
    expect(frontLine).toContainEqual([
      "warning",
      "KPI_WITHOUT_FRONT_LINE_OWNER",
      "CSAT is promised by objective CSAT-1, but nobody of the front line (own work, a team, or people trained) has it in the set of the role: on every service from 2026-01-01 on.",
    ]);
  });

  it("does not ask the front line for a service level, nor anybody on a desk of letters for waiting", () => {
    const codes = told((setup) => drop(setup, "team-lead")).map(([, code]) => code);

    expect(codes).toEqual(["ROLE_WITHOUT_SET"]);
    const letters = materialOf({ ...cleanSetup(), uses: [...cleanSetup().uses, use("ASA", { serviceId: "chat" })] });
    const chat = letters.definitions.services.map((one) => ({ ...one, channels: ["letter"] }));
    expect(cascadeFindings({ ...letters, definitions: { ...letters.definitions, services: chat } })).toEqual([]);
  });
});

describe("roles and their sets", () => {
  it("names a role without a set for the days on which somebody holds it", () => {
    const found = told((setup) => {
      setup.scopes = new Map([...SCOPES, ["trainer", "service"]]);
      setup.positions.push(position({ personId: "franka", roleCode: "trainer", serviceId: "chat", validUntil: JULY }));
    });

    expect(found).toEqual([
      [
        "error",
        "ROLE_WITHOUT_SET",
        "Somebody holds the role trainer, but no KPI is assigned to it: on chat from 2026-01-01 to 2026-06-30.",
      ],
    ]);
  });

  it("names one whose KPIs all weigh nothing, from the day on which they do", () => {
    const found = told((setup) => {
      const ofLead = setup.assignments.filter(({ roleCode }) => roleCode === "team-lead");
      for (const one of ofLead) {
        one.validUntil = JULY;
        setup.assignments.push({ ...one, weight: "0", version: 2, validFrom: JULY, validUntil: null });
      }
    });

    expect(found).toEqual([
      [
        "error",
        "ROLE_WITHOUT_SET",
        "Somebody holds the role team-lead, but all its KPIs weigh 0: on every service from 2026-07-01 on.",
      ],
    ]);
  });

  it("notes a set that nobody is measured by", () => {
    const found = told((setup) => setup.assignments.push(assignment("trainer", "DSAT", { target: "0.05" })));

    expect(found).toEqual([
      ["note", "SET_WITHOUT_HOLDER", "KPIs are assigned to trainer, but nobody holds that role: from 2026-01-01 on."],
    ]);
  });

  it("notes a set for one service where people hold the role on every service", () => {
    const found = told((setup) =>
      setup.assignments.push(
        assignment("agent", "CSAT", { contractId: "contract", serviceId: "phone", target: "0.9" }),
      ),
    );

    expect(found).toEqual([
      [
        "note",
        "SET_WITHOUT_HOLDER",
        "KPIs are assigned to agent, but nobody holds that role: on phone from 2026-01-01 on.",
      ],
    ]);
  });

  it("names a KPI that a role cannot influence any more since its scope changed", () => {
    const found = told((setup) => {
      setup.scopes = new Map([...SCOPES, ["quality-specialist", "own"]]);
    });

    expect(found).toContainEqual([
      "error",
      "KPI_CANNOT_BE_INFLUENCED",
      "quality-specialist is assigned SERVICE_LEVEL, which it cannot influence: the role answers for own work, and the KPI judges contract, service only. It is left out of scorecards: on every service from 2026-01-01 on.",
    ]);
  });
});
