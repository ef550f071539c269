import { day } from "../shared/day";
import {
  assignment,
  cleanSetup,
  materialOf,
  objective,
  position,
  promise,
  told,
  use,
  type Setup,
} from "./cascade-setup.builder";
import type { CascadeMaterial } from "./cascade-ground.rules";
import { cascadeFindings, verdictOf } from "./cascade.rules";

const JULY = day("2026-07-01");

test("a clean setup gives nothing at all", () => {
  expect(told(() => undefined)).toEqual([]);
  expect(verdictOf([])).toBe("pass");
});

test("only the days asked about are looked at", () => {
  const gone = (setup: Setup): void => {
    setup.uses.push(use("FCR", { validUntil: JULY }));
    setup.days = { from: JULY, until: null };
  };

  expect(told(gone)).toEqual([]);
});

test("60 services with 2,000 people are checked in about a second", () => {
  const material = largeMaterial();

  const before = process.cpuUsage();
  const found = cascadeFindings(material);
  const seconds = process.cpuUsage(before).user / 1e6;

  console.info(
    `cascade of ${material.definitions.positions.length} positions: ${seconds.toFixed(2)} s of processor time, ${found.length} findings`,
  );
  expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(found.length).toBeGreaterThan(100);
  expect(seconds).toBeLessThan(3);
});

/** 60 services with sets, objectives and people of their own, hired, moved and gone on many days. */
function largeMaterial(): CascadeMaterial {
  const { definitions, ...rest } = materialOf(cleanSetup());
  const kpis = [
    "SERVICE_LEVEL",
    "ASA",
    "AHT",
    "CSAT",
    "QUALITY",
    "FCR",
    "DSAT",
    "TAT",
    "TRT",
    "THROUGHPUT",
    "ADHERENCE",
  ];
  const ids = Array.from({ length: 60 }, (_, index) => `service-${index}`);
  const services = ids.map((id) => ({ ...definitions.services[0]!, id, code: id, channels: ["phone"] }));
  const of = { contractId: "contract" };
  const roles = ["agent", "team-lead", "quality-specialist", "operations-manager"];
  const setsOf = (serviceId: string) =>
    roles.flatMap((role) =>
      kpis
        .filter((kpi) => !["SERVICE_LEVEL", "AHT"].includes(kpi) || role === "operations-manager")
        .map((kpi, index) =>
          assignment(role, kpi, { ...of, id: `${serviceId} ${role} ${index}`, serviceId, weight: "10" }),
        )
        .flatMap((one) => [
          { ...one, validUntil: day("2026-03-01") },
          { ...one, version: 2, target: "0.5", validFrom: day("2026-03-01"), kpiCode: one.kpiCode },
        ]),
    );
  const people = Array.from({ length: 2_000 }, (_, index) => index);
  const positions = people.flatMap((index) => {
    const [serviceId, personId] = [ids[index % 60]!, `person-${index}`];
    const moved = day(`2026-${String(2 + (index % 9)).padStart(2, "0")}-${String(1 + (index % 28)).padStart(2, "0")}`);
    const roleCode = roles[Math.floor(index / 60)] ?? "agent";
    const stay = { personId, roleCode, serviceId, teamId: "red" };
    return index % 2 === 0
      ? [position({ ...stay, id: `p-${index}` })]
      : [
          position({ ...stay, id: `p-${index}`, validUntil: moved }),
          position({ ...stay, id: `q-${index}`, validFrom: index % 20 === 1 ? day("2026-12-01") : moved }),
        ];
  });
  const objectives = ids.map((serviceId) => objective({ id: `o-${serviceId}`, code: `SL-${serviceId}`, serviceId }));
  const versions = objectives.map(({ id }) => promise({ objectiveId: id, target: "0.8" }));
  const uses = ids.flatMap((serviceId) => kpis.map((kpi) => use(kpi, { serviceId })));
  const assignments = ids.flatMap(setsOf);
  const large = { ...definitions, services, positions, objectives, objectiveVersions: versions, uses, assignments };
  return { ...rest, definitions: large };
}
