import { day } from "../shared/day";
import { assignmentOf, position, positionOf, told, type Setup } from "./cascade-setup.builder";

const JULY = day("2026-07-01");
const MAY = day("2026-05-01");

describe("days without", () => {
  it("a position between two of one person are noted, unless the person works elsewhere", () => {
    const leave = (setup: Setup): void => {
      setup.positions.push({ ...positionOf(setup, "bruno"), id: "back", validFrom: JULY });
      positionOf(setup, "bruno").validUntil = MAY;
    };
    const lent = told((setup) => {
      leave(setup);
      setup.elsewhere = new Map([["bruno", [{ from: MAY, until: day("2026-06-30") }]]]);
    });

    expect(told(leave)).toEqual([
      ["note", "POSITION_GAP", "Person bruno holds no position between two: from 2026-05-01 to 2026-06-30."],
    ]);
    expect(lent).toEqual([["note", "POSITION_GAP", "Person bruno holds no position between two: on 2026-06-30."]]);
  });

  it("a lead are named for each team in which somebody works", () => {
    const found = told((setup) => {
      positionOf(setup, "carla").validUntil = MAY;
      setup.positions.push({
        ...positionOf(setup, "carla"),
        personId: "gina",
        id: "next",
        validFrom: JULY,
        validUntil: null,
      });
    });

    expect(found).toContainEqual([
      "warning",
      "TEAM_WITHOUT_LEAD",
      "People work in team red, but nobody holds a role that answers for it: from 2026-05-01 to 2026-06-30.",
    ]);
  });

  it("anybody on a service are named", () => {
    const found = told((setup) => {
      for (const name of ["anna", "bruno"]) positionOf(setup, name).serviceId = "phone";
    });

    expect(found).toContainEqual([
      "warning",
      "SERVICE_WITHOUT_PEOPLE",
      "Nobody holds a position for own work: on chat from 2026-01-01 on.",
    ]);
  });

  it("an assignment between two versions are named while somebody holds the role", () => {
    const found = told((setup) => {
      const quality = assignmentOf(setup, "agent", "QUALITY");
      setup.assignments.push({ ...quality, version: 2, validFrom: JULY });
      quality.validUntil = MAY;
    });

    expect(found).toContainEqual([
      "warning",
      "ASSIGNMENT_GAP",
      "Somebody holds agent, but the assignment of QUALITY leaves these days out between two versions: on every service from 2026-05-01 to 2026-06-30.",
    ]);
  });

  it("an objective between two versions, or before the term ends, are named", () => {
    const found = told((setup) => {
      const [first] = setup.versions;
      setup.versions.push({ ...first!, version: 2, validFrom: JULY, validUntil: day("2026-12-01") });
      first!.validUntil = MAY;
      setup.endsOn = day("2027-01-01");
      setup.days = { from: day("2026-01-01"), until: setup.endsOn };
      for (const one of setup.assignments) if (one.kpiCode === "SERVICE_LEVEL") one.target = "0.8";
    });

    expect(found).toEqual([
      [
        "warning",
        "OBJECTIVE_GAP",
        "Objective SL-1 promises nothing between two of its versions: from 2026-05-01 to 2026-06-30.",
      ],
      [
        "note",
        "OBJECTIVE_PART_OF_TERM",
        "Objective SL-1 holds on a part of the term only: from 2026-12-01 to 2026-12-31.",
      ],
    ]);
  });
});

describe("what is there twice", () => {
  it("is named: the same work in two positions", () => {
    const found = told((setup) =>
      setup.positions.push(position({ personId: "anna", serviceId: "phone", validFrom: MAY, validUntil: JULY })),
    );

    expect(found).toEqual([
      [
        "error",
        "POSITIONS_OVERLAP",
        "Person anna holds two positions as agent for the same work: on phone from 2026-05-01 to 2026-06-30.",
      ],
    ]);
  });

  it("is named: the same KPI of a role at the same place", () => {
    const found = told((setup) => {
      setup.assignments.push({ ...assignmentOf(setup, "agent", "QUALITY"), id: "again", weight: "0", validFrom: JULY });
    });

    expect(found).toContainEqual([
      "error",
      "ASSIGNMENTS_OVERLAP",
      "QUALITY is assigned to agent twice at the same place: from 2026-07-01 on.",
    ]);
  });
});
