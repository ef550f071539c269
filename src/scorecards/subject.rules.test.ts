import { aContract } from "../contracts/contract.builder";
import { aService } from "../contracts/service.builder";
import { aPosition } from "../people/position.builder";
import type { Position } from "../people/position.entity";
import { aTeam } from "../people/team.builder";
import { day } from "../shared/day";
import type { ContractDefinitions } from "./definitions.queries";
import { decidingDay } from "./scorecard-plan.rules";
import { subjectsOf } from "./subject.rules";

const ids = { clientId: "client", contractId: "contract" };
const may = { from: day("2026-05-01"), until: day("2026-06-01") };

const subjectsWith = (positions: Partial<Position>[], term: { endsOn?: ReturnType<typeof day> } = {}) => {
  const definitions: ContractDefinitions = {
    contract: aContract({ clientId: "client", id: "contract", calendarId: "calendar", ...term }),
    services: [aService({ ...ids, id: "phone" }), aService({ ...ids, id: "post" })],
    teams: [aTeam({ ...ids, id: "red" })],
    positions: positions.map((one, index) =>
      aPosition({ ...ids, id: `p${index}`, personId: `person${index}`, ...one }),
    ),
    scopeByRole: new Map([
      ["agent", "own"],
      ["team-lead", "team"],
    ]),
    ...{
      trainings: [],
      elsewhere: [],
      uses: [],
      objectives: [],
      objectiveVersions: [],
      amendments: [],
      assignments: [],
      kpiSets: [],
      calendars: [],
    },
  };
  return subjectsOf(definitions);
};

const red = (positions: Partial<Position>[]) => subjectsWith(positions).find((one) => one.id === "red");

describe("subjects", () => {
  it("are the contract, its services, its teams, and the positions under it", () => {
    expect(subjectsWith([{}]).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      "contract contract",
      "service phone",
      "service post",
      "team red",
      "position p0",
    ]);
  });

  it("exist within the term of the contract", () => {
    const [contract] = subjectsWith([], { endsOn: may.until });
    const late = subjectsWith([{ validFrom: may.until }], { endsOn: may.until });

    expect(contract?.days.until).toBe(may.until);
    expect(late.some((one) => one.kind === "position")).toBe(false);
  });

  it("need a role that is known", () => {
    expect(subjectsWith([{ roleCode: "juggler" }]).some((one) => one.kind === "position")).toBe(false);
  });

  it("put a team on the service of those who work in it, wherever its lead is", () => {
    const lead = { roleCode: "team-lead", teamId: "red", serviceId: null };
    const onPhone = { teamId: "red", serviceId: "phone" };

    expect(red([lead, onPhone, onPhone])).toMatchObject({ serviceId: "phone", serviceIds: ["phone"] });
    expect(red([onPhone, { teamId: "red", serviceId: "post" }])).toMatchObject({
      serviceId: null,
      serviceIds: ["phone", "post"],
    });
    expect(red([])).toMatchObject({ serviceId: null, sources: [] });
  });
});

describe("the deciding day", () => {
  const month = { kind: "month", ...may } as const;

  it.each([
    ["is the last of the period", "2020-01-01", null, "2026-05-31"],
    ["is the last before the subject's end", "2020-01-01", "2026-05-11", "2026-05-10"],
    ["lies within a subject that begins late", "2026-05-31", null, "2026-05-31"],
    ["is none before the subject's beginning", "2026-06-01", null, null],
    ["is none after its end", "2020-01-01", "2026-05-01", null],
  ])("%s", (_, from, until, expected) => {
    const days = { from: day(from), until: until === null ? null : day(until) };

    expect(decidingDay(month, days)).toBe(expected);
  });
});
