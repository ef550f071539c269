import { KpiService } from "../../kpis/kpi.service";
import { saveRole } from "../../people/role.builder";
import { KpiSetService } from "../kpi-set.service";
import { KpiAssignmentService } from "../kpi-assignment.service";
import { RoleService } from "../../people/role.service";
import type { DomainError } from "../../shared/errors";
import { refusalsIn } from "../../shared/gathering";
import { givenContract, type GivenContract } from "../../setup/setup.builder";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { RoleTemplateService, type AdoptedTemplate, type TemplateAdoption } from "./role-template.service";

const quiet = () => Promise.resolve();
const templates = new RoleTemplateService(
  new RoleService(quiet),
  new KpiAssignmentService(quiet),
  new KpiSetService(quiet),
);

describe("adopting a role template", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await database.asInternal([], (tx) => new KpiService().syncCatalogue(tx, new Date("2026-01-01")));
  });
  afterAll(() => database.drop());

  const adopt = (
    { clientId, client, contract }: GivenContract,
    parts: Partial<TemplateAdoption> = {},
    internal = true,
  ): Promise<AdoptedTemplate> => {
    const context = { actor: "test", now: new Date("2026-05-01"), requestId: null, clientIds: [clientId], internal };
    const here = { client: client.code, contract: contract.code, service: null, validFrom: null };
    const adoption = { template: "process-analyst", role: null, ...here, ...parts };
    return database.asInternal([clientId], (tx) => templates.adopt(tx, context, adoption));
  };

  const refusal = (work: Promise<unknown>): Promise<string[]> =>
    work.then(
      () => [],
      (error: DomainError) => refusalsIn(error).map(({ code, path }) => `${code} ${path.join(".")}`),
    );

  const assigned = (place: GivenContract, role: string) =>
    database.adminRows<{ kpi: string; weight: string }>(
      `select kpi_code as kpi, weight::text from kpi_assignment
        where client_id = $1 and role_code = $2 and superseded_at is null order by weight desc, kpi_code`,
      [place.clientId, role],
    );

  it("defines role, KPIs and a set whose weights are whole; a second time it changes nothing", async () => {
    const place = await givenContract(database, {});

    const { role, assigned: first } = await adopt(place);
    const again = await adopt(place);

    expect(role).toMatchObject({ code: "process-analyst", name: "Process analyst", scope: "service" });
    expect(first).toHaveLength(8);
    expect(again).toMatchObject({ assigned: [], kept: first });
    expect((await assigned(place, "process-analyst")).slice(0, 2)).toEqual([
      { kpi: "SERVICE_LEVEL", weight: "40" },
      { kpi: "ABANDONMENT_RATE", weight: "20" },
    ]);
    const sets = await database.adminRows(`select weights from kpi_set where client_id = $1`, [place.clientId]);
    expect(sets).toEqual([{ weights: "whole" }]);
  });

  it("leaves what the role answers for already as it is", async () => {
    const place = await givenContract(database, {});
    await adopt(place, { validFrom: "2026-03-01" });

    expect((await adopt(place, { validFrom: "2026-04-01" })).kept).toHaveLength(8);
    const days = await database.adminRows<{ from: string }>(
      `select distinct valid_from::text as "from" from kpi_assignment where client_id = $1`,
      [place.clientId],
    );
    expect(days).toEqual([{ from: "2026-03-01" }]);
  });

  it("refuses a role that answers for something else, and offers another code", async () => {
    const place = await givenContract(database, {});
    await database.asInternal([place.clientId], (tx) =>
      saveRole(tx, { code: "coach", name: "Coach", scope: "service" }),
    );

    expect(await refusal(adopt(place, { template: "trainer", role: "coach" }))).toEqual([
      "TEMPLATE_SCOPE_DIFFERS role",
    ]);
    expect((await adopt(place, { template: "trainer", role: "mentor" })).role).toMatchObject({ scope: "trained" });
  });

  it("needs a first day where it is not for a contract, and our own people for a new role", async () => {
    const place = await givenContract(database, {});

    expect(await refusal(adopt(place, { contract: null }))).toEqual(["MISSING_FIELD versions.0.validFrom"]);
    expect(await refusal(adopt(place, { template: "agent", role: "newcomer" }, false))).toEqual(["HOUSE_ONLY "]);
    expect(await refusal(adopt(place, { template: "captain" }))).toEqual(["UNKNOWN_TEMPLATE template"]);
  });
});
