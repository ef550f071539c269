import { day } from "../shared/day";
import { isSameWork, matched, type Stint } from "./position.rules";

const stint = (parts: Partial<Record<keyof Stint, string | null>> = {}): Stint =>
  ({
    ...{ contractId: "care", roleCode: "agent", serviceId: "phone", teamId: "blue", validUntil: null, ...parts },
    validFrom: day((parts.validFrom as string | undefined) ?? "2026-01-01"),
  }) as Stint;

describe("which position a stint is about", () => {
  const winter = stint({ validFrom: "2026-01-01", validUntil: "2026-03-01" });
  const summer = stint({ validFrom: "2026-06-01" });

  test.each([
    ["the one with the same first day", stint({ validFrom: "2026-06-01", validUntil: "2026-09-01" }), summer],
    ["the one whose days meet it: a corrected first day", stint({ validFrom: "2026-05-15" }), summer],
    ["none, when no days meet", stint({ validFrom: "2026-03-01", validUntil: "2026-06-01" }), null],
    ["none, at another place", stint({ validFrom: "2026-06-01", teamId: "red" }), null],
  ])("%s", (_, wanted, position) => {
    expect(matched([winter, summer], [wanted])).toEqual([position]);
  });

  it("takes each position once, those with the same first day before others", () => {
    const wanted = [stint({ validFrom: "2026-02-15", validUntil: "2026-02-20" }), winter];

    expect(matched([winter], wanted)).toEqual([null, winter]);
  });
});

describe("the same work", () => {
  test.each([
    ["own", "the same service in another team", {}, { teamId: "red" }, true],
    ["own", "another service", {}, { serviceId: "chat" }, false],
    ["own", "every service, and one of them", { serviceId: null }, { serviceId: "chat" }, true],
    ["own", "another role", {}, { roleCode: "trainer" }, false],
    ["own", "days that do not meet", { validUntil: "2026-02-01" }, { validFrom: "2026-02-01" }, false],
    ["team", "another team", {}, { teamId: "red" }, false],
    ["team", "the same place", {}, {}, true],
  ] as const)("for a role that answers for %s: %s", (scope, _, one, other, isSame) => {
    expect(isSameWork(scope, stint(one), stint(other))).toBe(isSame);
    expect(isSameWork(scope, stint(other), stint(one))).toBe(isSame);
  });
});
