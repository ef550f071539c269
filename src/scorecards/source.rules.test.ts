import { aPosition } from "../people/position.builder";
import type { Position } from "../people/position.entity";
import type { RoleScope } from "../people/role.entity";
import { day } from "../shared/day";
import { commonDays, sourcesOfPosition, sourcesOfTeam, type Workforce } from "./source.rules";

const ids = { clientId: "client", contractId: "contract" };
const from2020 = { from: day("2020-01-01"), until: null };
const june = { from: day("2026-06-01"), until: day("2026-07-01") };

const scopes: [string, RoleScope][] = [
  ["agent", "own"],
  ["team-lead", "team"],
  ["trainer", "service"],
  ["operations-manager", "contract"],
];

const workforce = (positions: Position[]): Workforce => ({
  serviceIds: ["phone", "post"],
  positions,
  scopeByRole: new Map(scopes),
  trainings: [],
  elsewhere: [],
});

const of = (personId: string, parts: Partial<Position> = {}): Position =>
  aPosition({ ...ids, personId, serviceId: "phone", ...parts });

describe("sources of a position", () => {
  it("are the own facts on its service while it is held", () => {
    const anna = of("anna", { validFrom: june.from, validUntil: june.until });

    expect(sourcesOfPosition(anna, workforce([anna]))).toEqual([{ serviceId: "phone", personId: "anna", days: june }]);
  });

  it("are on every service of the contract when it names none", () => {
    const anna = of("anna", { serviceId: null });

    expect(sourcesOfPosition(anna, workforce([anna])).map(({ serviceId }) => serviceId)).toEqual(["phone", "post"]);
  });

  it("are the members' for whoever answers for a team, on the days both were there", () => {
    const lead = of("lead", { roleCode: "team-lead", teamId: "red", validUntil: day("2026-06-20") });
    const anna = of("anna", { teamId: "red", validFrom: day("2026-06-10") });
    const other = of("other", { teamId: "blue" });

    const sources = sourcesOfPosition(lead, workforce([lead, anna, other]));

    expect(sources.map(({ personId, days }) => [personId, days.from, days.until])).toEqual([
      ["lead", "2020-01-01", "2026-06-20"],
      ["anna", "2026-06-10", "2026-06-20"],
    ]);
  });

  it("are everybody's for whoever answers for a service or a contract", () => {
    const trainer = of("trainer", { roleCode: "trainer" });
    const manager = of("manager", { roleCode: "operations-manager" });
    const all = workforce([trainer, manager]);

    expect(sourcesOfPosition(trainer, all)).toEqual([{ serviceId: "phone", personId: null, days: from2020 }]);
    expect(sourcesOfPosition(manager, all).map(({ serviceId }) => serviceId)).toEqual(["phone", "post"]);
  });

  it("are none for a team's lead without a team", () => {
    const lead = of("lead", { roleCode: "team-lead", teamId: null });

    expect(sourcesOfPosition(lead, workforce([lead]))).toEqual([]);
  });
});

describe("sources of a team", () => {
  it("leave with the person who leaves", () => {
    const before = of("anna", { teamId: "red", validUntil: day("2026-06-10") });
    const after = of("anna", { teamId: "blue", validFrom: day("2026-06-10") });

    const sources = (team: string) => sourcesOfTeam(team, workforce([before, after]), june).map(({ days }) => days);

    expect(sources("red")).toEqual([{ from: "2026-06-01", until: "2026-06-10" }]);
    expect(sources("blue")).toEqual([{ from: "2026-06-10", until: "2026-07-01" }]);
  });

  it("count somebody once who is in the team in two roles", () => {
    const agent = of("anna", { teamId: "red", validUntil: day("2026-06-20") });
    const lead = of("anna", { teamId: "red", roleCode: "team-lead", validFrom: day("2026-06-15") });

    expect(sourcesOfTeam("red", workforce([lead, agent]), june)).toEqual([
      { serviceId: "phone", personId: "anna", days: june },
    ]);
  });
});

describe("commonDays", () => {
  it.each([
    [june, from2020, june],
    [from2020, from2020, from2020],
    [june, { from: day("2026-07-01"), until: null }, null],
    [june, { from: day("2026-06-30"), until: day("2026-08-01") }, { from: "2026-06-30", until: "2026-07-01" }],
  ])("%j and %j: %j", (a, b, common) => {
    expect(commonDays(a, b)).toEqual(common);
    expect(commonDays(b, a)).toEqual(common);
  });
});
