import type { DefinitionContext } from "../platform/definitions/definition-context";
import type { ChangedContract } from "../platform/definitions/on-definition-changed";
import type { DomainError } from "../shared/errors";
import { refusalsIn } from "../shared/gathering";
import { givenContract, type GivenContract } from "../setup/setup.builder";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { savePerson } from "./person.builder";
import type { TrainingInput } from "./training.schema";
import { TrainingService } from "./training.service";

const NOW = new Date("2026-05-01T08:00:00Z");

interface Place extends GivenContract {
  readonly tina: string;
  readonly anna: string;
}

describe("defining trainings", () => {
  let database: TestDatabase;
  let told: ChangedContract[] = [];
  const trainings = new TrainingService((_tx, changed) => Promise.resolve(void told.push(changed)));
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());
  beforeEach(() => (told = []));

  async function given(): Promise<Place> {
    const contract = await givenContract(database, { services: [{ code: "phone" }, { code: "chat" }] });
    const [tina, anna] = await database.asInternal([contract.clientId], async (tx) => [
      (await savePerson(tx)).code,
      (await savePerson(tx)).code,
    ]);
    return { ...contract, tina: tina!, anna: anna! };
  }

  const at = (place: Place, parts: Partial<TrainingInput> = {}): TrainingInput => ({
    ...{ client: place.client.code, contract: place.contract.code, trainer: place.tina, trainee: place.anna },
    ...{ validFrom: "2026-01-01", validUntil: "2026-03-01", ...parts },
  });

  async function define(place: Place, inputs: TrainingInput[]): Promise<string[]> {
    const asked = { actor: "test", now: NOW, requestId: null, clientIds: [place.clientId], internal: true };
    const context: DefinitionContext = asked;
    try {
      const defined = await database.asInternal([place.clientId], (tx) => trainings.defineAll(tx, context, inputs));
      return defined.map(({ change }) => change.outcome);
    } catch (error) {
      return refusalsIn(error as DomainError).map(({ code, path }) => `${code} ${path.join(".")}`);
    }
  }

  const courses = (place: Place) =>
    database.adminRows<{ days: string; service: string | null; version: number }>(
      `select t.valid_from || ' – ' || coalesce(t.valid_until::text, '') as days, s.code as service, t.version
         from training t left join service s on s.client_id = t.client_id and s.id = t.service_id
        where t.client_id = $1 and t.superseded_at is null order by t.valid_from`,
      [place.clientId],
    );

  it("corrects the days of the one it meets, and tells whose figures change", async () => {
    const place = await given();
    expect(await define(place, [at(place)])).toEqual(["created"]);

    expect(await define(place, [at(place, { validUntil: "2026-04-01" })])).toEqual(["changed"]);
    expect(await define(place, [at(place, { validUntil: "2026-04-01" })])).toEqual(["unchanged"]);

    expect(await courses(place)).toEqual([{ days: "2026-01-01 – 2026-04-01", service: null, version: 2 }]);
    expect(told.map(({ from }) => from)).toEqual(["2026-01-01", "2026-01-01"]);
  });

  it("lets two trainers share a trainee, and one trainer come back", async () => {
    const place = await given();
    const other = await database.asInternal([place.clientId], (tx) => savePerson(tx));
    const both = [
      at(place),
      at(place, { trainer: other.code }),
      at(place, { validFrom: "2026-06-01", validUntil: null }),
    ];

    expect(await define(place, both)).toEqual(["created", "created", "created"]);
  });

  it("refuses the same twice, also where one names a service and the other all of them", async () => {
    const place = await given();
    await define(place, [at(place)]);

    expect(await define(place, [at(place, { service: "chat", validFrom: "2026-02-01" })])).toEqual([
      "TRAININGS_OVERLAP 0.validFrom",
    ]);
    expect(await courses(place)).toHaveLength(1);
  });

  it("withdraws what was entered by mistake, once", async () => {
    const place = await given();
    await define(place, [at(place)]);
    const mended = [at(place, { withdrawn: true }), at(place, { service: "phone" })];

    expect(await define(place, mended)).toEqual(["withdrawn", "created"]);
    expect(await define(place, mended)).toEqual(["unchanged", "unchanged"]);
    expect(await courses(place)).toEqual([{ days: "2026-01-01 – 2026-03-01", service: "phone", version: 1 }]);
  });

  it("names everything that is wrong with a training", async () => {
    const place = await given();

    const refused = await define(place, [
      at(place, { trainer: "nobody", trainee: "nobody-else", service: "fax" }),
      at(place, { trainee: place.tina }),
      at(place, { validFrom: "2019-12-31" }),
      at(place, { validFrom: "2026-02-01", validUntil: "2026-02-01" }),
    ]);

    expect(refused).toEqual([
      ...["NOT_FOUND 0.trainer", "NOT_FOUND 0.trainee", "NOT_FOUND 0.service", "TRAINS_ONESELF 1.trainee"],
      ...["OUTSIDE_CONTRACT_TERM 2.validFrom", "ENDS_BEFORE_IT_BEGINS 3.validUntil"],
    ]);
  });
});
