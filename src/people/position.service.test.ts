import type { DefinitionContext } from "../platform/definitions/definition-context";
import type { ChangedContract } from "../platform/definitions/on-definition-changed";
import { refusalsIn } from "../shared/gathering";
import type { DomainError } from "../shared/errors";
import { givenContract, type GivenContract } from "../setup/setup.builder";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { savePerson } from "./person.builder";
import type { Person } from "./person.entity";
import type { PositionInput } from "./position.schema";
import { PositionService } from "./position.service";
import { saveTeam } from "./team.builder";

const NOW = new Date("2026-05-01T08:00:00Z");

describe("defining positions", () => {
  let database: TestDatabase;
  let told: ChangedContract[] = [];
  const positions = new PositionService((_tx, changed) => Promise.resolve(void told.push(changed)));
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());
  beforeEach(() => (told = []));

  /** A contract with teams blue and red and nobody in them, and a person of the name `anna`. */
  async function given(logins = {}): Promise<GivenContract & { anna: Person }> {
    const contract = await givenContract(database, {
      agents: [],
      team: { code: "blue" },
      services: [{ code: "phone" }, { code: "chat" }],
    });
    const anna = await database.asInternal([contract.clientId], async (tx) => {
      await saveTeam(tx, { clientId: contract.clientId, contractId: contract.contract.id, code: "red" });
      return savePerson(tx, { logins });
    });
    return { ...contract, anna };
  }

  const at = (place: GivenContract & { anna: Person }, parts: Partial<PositionInput> = {}): PositionInput => ({
    ...{ client: place.client.code, contract: place.contract.code, person: place.anna.code, role: "agent" },
    ...{ service: "phone", team: "blue", validFrom: "2026-01-01", ...parts },
  });

  async function define(place: GivenContract, inputs: PositionInput[], now = NOW): Promise<string[]> {
    const context: DefinitionContext = {
      actor: "test",
      now,
      requestId: null,
      clientIds: [place.clientId],
      internal: true,
    };
    try {
      const defined = await database.asInternal([place.clientId], (tx) => positions.defineAll(tx, context, inputs));
      return defined.map(({ change }) => change.outcome);
    } catch (error) {
      return refusalsIn(error as DomainError).map(({ code, path }) => `${code} ${path.join(".")}`);
    }
  }

  const stints = (place: GivenContract) =>
    database.adminRows<{ team: string; days: string; version: number }>(
      `select t.code as team, p.valid_from || ' – ' || coalesce(p.valid_until::text, '') as days, p.version
         from position p join team t on t.id = p.team_id
        where p.client_id = $1 and p.superseded_at is null order by p.valid_from`,
      [place.clientId],
    );

  it("moves somebody to another team in one step, whatever the order, and back", async () => {
    const place = await given();
    await define(place, [at(place)]);
    const moved = [at(place, { team: "red", validFrom: "2026-06-01" }), at(place, { validUntil: "2026-06-01" })];
    const later = [at(place, { team: "red", validFrom: "2026-09-01" }), at(place, { validUntil: "2026-09-01" })];

    expect(await define(place, moved)).toEqual(["created", "changed"]);
    expect(await define(place, moved)).toEqual(["unchanged", "unchanged"]);
    expect(await define(place, later)).toEqual(["changed", "changed"]);
    expect(await stints(place)).toEqual([
      { team: "blue", days: "2026-01-01 – 2026-09-01", version: 3 },
      { team: "red", days: "2026-09-01 – ", version: 2 },
    ]);
    expect(told.map(({ from }) => from)).toEqual([
      "2026-01-01",
      "2026-06-01",
      "2026-01-01",
      "2026-06-01",
      "2026-01-01",
    ]);
  });

  it("refuses two positions for the same work, and changes nothing", async () => {
    const place = await given();
    await define(place, [at(place)]);

    const refused = await define(place, [at(place, { team: "red", validFrom: "2026-06-01" })]);

    expect(refused).toEqual(["POSITIONS_OVERLAP 0.validFrom"]);
    expect(await stints(place)).toEqual([{ team: "blue", days: "2026-01-01 – ", version: 1 }]);
  });

  it("lets somebody lead two teams and work on two services at once", async () => {
    const place = await given();
    const leads = ["blue", "red"].map((team) => at(place, { role: "team-lead", service: null, team }));
    const works = ["phone", "chat"].map((service) => at(place, { service }));

    expect(await define(place, [...leads, ...works])).toEqual(["created", "created", "created", "created"]);
  });

  it("withdraws what was entered by mistake, once", async () => {
    const place = await given();
    await define(place, [at(place)]);
    const mended = [at(place, { withdrawn: true }), at(place, { team: "red" })];

    expect(await define(place, mended)).toEqual(["withdrawn", "created"]);
    expect(await define(place, mended)).toEqual(["unchanged", "unchanged"]);
    expect(await stints(place)).toEqual([{ team: "red", days: "2026-01-01 – ", version: 1 }]);
  });

  it("names everything that is wrong with a position", async () => {
    const place = await given();

    const refused = await define(place, [
      at(place, { person: "nobody", role: "captain", service: "fax", team: "green" }),
      at(place, { validFrom: "2019-12-31" }),
      at(place, { validFrom: "2026-02-01", validUntil: "2026-02-01" }),
      at(place, { contract: "nothing" }),
      at(place, { contract: "nothing" }),
    ]);

    expect(refused).toEqual([
      ...["NOT_FOUND 0.person", "NOT_FOUND 0.role", "NOT_FOUND 0.service", "NOT_FOUND 0.team"],
      ...["OUTSIDE_CONTRACT_TERM 1.validFrom", "ENDS_BEFORE_IT_BEGINS 2.validUntil"],
      ...["NOT_FOUND 3.contract", "NOT_FOUND 4.contract"],
    ]);
  });

  it("refuses a login that leads to somebody else with the same client, and only there", async () => {
    const login = { acd: "7001" };
    const [place, elsewhere] = [await given(login), await given(login)];
    const bruno = await database.asInternal([place.clientId], (tx) => savePerson(tx, { logins: login }));
    await define(place, [at(place)]);

    const refused = await define(place, [at(place, { person: bruno.code })]);

    expect(refused).toEqual(["LOGIN_TAKEN 0.logins.acd"]);
    expect(await define(elsewhere, [at(elsewhere)])).toEqual(["created"]);
  });
});
