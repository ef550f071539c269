import { day } from "../shared/day";
import { assignment, assignmentOf, objective, position, promise, set, told, type Setup } from "./cascade-setup.builder";

const JULY = day("2026-07-01");
const MAY = day("2026-05-01");

describe("targets", () => {
  it("may not be easier than the contract's, equal is enough", () => {
    const equal = told((setup) => (assignmentOf(setup, "operations-manager", "SERVICE_LEVEL").target = "0.8"));
    const easier = told((setup) => {
      assignmentOf(setup, "operations-manager", "SERVICE_LEVEL").target = "0.799999999999999999999";
    });

    expect(equal).toEqual([]);
    expect(easier).toEqual([
      [
        "warning",
        "TARGET_EASIER_THAN_CONTRACT",
        "operations-manager's target for SERVICE_LEVEL, 79.9999999999999999999 %, is easier than the 80 % that objective SL-1 promises: on every service from 2026-01-01 on.",
      ],
    ]);
  });

  it("of what is to be small are easier when they are higher", () => {
    const found = told((setup) => {
      setup.objectives.push(objective({ id: "ASA-1", code: "ASA-1" }));
      setup.versions.push(promise({ objectiveId: "ASA-1", kpiCode: "ASA", target: "30" }));
      for (const role of ["quality-specialist", "operations-manager"])
        setup.assignments.push(
          assignment(role, "ASA", { weight: "0", target: role === "operations-manager" ? "31" : "30" }),
        );
      setup.assignments.push(assignment("agent", "ASA", { weight: "0", target: "30" }));
    });

    expect(found.map(([, code, message]) => [code, message.split(":")[0]])).toEqual([
      [
        "TARGET_EASIER_THAN_CONTRACT",
        "operations-manager's target for ASA, 31, is easier than the 30 that objective ASA-1 promises",
      ],
    ]);
  });

  it("are held against what is agreed for the service where something is, on the days it is", () => {
    const found = told((setup) => {
      setup.objectives.push(objective({ id: "SL-2", code: "SL-2", serviceId: "phone" }));
      setup.versions.push(promise({ objectiveId: "SL-2", target: "0.9", validFrom: MAY }));
      setup.positions.push(
        position({
          personId: "gina",
          roleCode: "quality-specialist",
          serviceId: "phone",
          validFrom: MAY,
          validUntil: JULY,
        }),
      );
      assignmentOf(setup, "quality-specialist", "SERVICE_LEVEL").target = "0.85";
    });

    expect(found).toContainEqual([
      "warning",
      "TARGET_EASIER_THAN_CONTRACT",
      "quality-specialist's target for SERVICE_LEVEL, 85 %, is easier than the 90 % that objective SL-2 promises: on phone from 2026-05-01 to 2026-06-30.",
    ]);
  });

  it("for another formula than the contract's are named", () => {
    const found = told((setup) => {
      const own = assignmentOf(setup, "operations-manager", "SERVICE_LEVEL");
      Object.assign(own, { target: "0.9", parameters: { thresholdSeconds: 30 } });
    });

    expect(found).toHaveLength(1);
    expect(found[0]![1]).toBe("TARGET_WITH_OTHER_PARAMETERS");
    expect(found[0]![2]).toContain("thresholdSeconds 30");
    expect(found[0]![2]).toContain("SL-1 by SL-A (thresholdSeconds 20");
  });

  it("of a role may not be easier than those of the role above it", () => {
    const found = told((setup) => (assignmentOf(setup, "agent", "QUALITY").target = "0.8"));

    expect(found).toEqual([
      [
        "warning",
        "TARGET_EASIER_THAN_ABOVE",
        "agent's target for QUALITY, 80 %, is easier than that of team-lead, 90 %: on every service from 2026-01-01 on.",
      ],
    ]);
  });

  it("relative to a baseline are compared like others, and say what to", () => {
    const baseline = { value: "0.6", improveBy: "0.25", measured: "2025-Q4" };
    const found = told((setup) => Object.assign(assignmentOf(setup, "agent", "CSAT"), { target: "0.75", baseline }));

    const text = found.find(([, code]) => code === "TARGET_EASIER_THAN_CONTRACT")![2];
    expect(text).toContain("agent's target for CSAT, 75 % (relative to 2025-Q4), is easier than the 85 %");
  });
});

describe("weights", () => {
  it("that do not total 100 are an error where the set is declared whole, on the days they do not", () => {
    const found = told((setup) => {
      setup.sets = [set("agent", { weights: "whole" })];
      const quality = assignmentOf(setup, "agent", "QUALITY");
      quality.validUntil = JULY;
      setup.assignments.push({ ...quality, weight: "30", version: 2, validFrom: JULY, validUntil: null });
    });

    expect(found).toEqual([
      [
        "error",
        "WEIGHTS_NOT_WHOLE",
        "The set of agent is declared `weights: whole`, but its weights total 90, so there is no score: on every service from 2026-07-01 on.",
      ],
    ]);
  });

  it("are noted as rescaled where nothing is declared, and not where that is", () => {
    const lighter = (setup: Setup): void => void (assignmentOf(setup, "agent", "QUALITY").weight = "30.5");
    const declared = told((setup) => {
      lighter(setup);
      setup.sets = [set("agent", { weights: "rescaled" })];
    });

    expect(told(lighter)).toEqual([
      [
        "note",
        "WEIGHTS_RESCALED",
        "The weights of agent total 90.5 and are rescaled to 100: on every service from 2026-01-01 on.",
      ],
    ]);
    expect(declared).toEqual([]);
  });
});

describe("schemes", () => {
  it("that need a target are named without one", () => {
    const [found] = told((setup) => (assignmentOf(setup, "team-lead", "QUALITY").target = null));

    expect(found).toEqual([
      "warning",
      "SCHEME_WITHOUT_TARGET",
      "QUALITY weighs 40 for team-lead, but has no target to be scored by (scheme attainment): neither the assignment nor an objective for this formula has one: on every service from 2026-01-01 on.",
    ]);
  });

  it("that never score are named: attainment of what is best in between", () => {
    const found = told((setup) => {
      setup.assignments.push(assignment("agent", "AHT", { weight: "10", target: "300" }));
      assignmentOf(setup, "agent", "QUALITY").weight = "30";
    });

    expect(found.map(([severity, code]) => [severity, code])).toEqual([["warning", "SCHEME_CANNOT_SCORE"]]);
  });

  it("that need no target are no finding without one", () => {
    const found = told((setup) => {
      const own = assignmentOf(setup, "team-lead", "QUALITY");
      Object.assign(own, { target: null, scheme: { kind: "worst_best", worst: "0.5", best: "1" } });
    });

    expect(found).toEqual([]);
  });
});
