import { contractByCode, serviceByCode } from "../contracts/contract.lookups";
import { outsideTerm } from "../contracts/term.rules";
import type { Tx } from "../platform/database";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import { Gathering, refuse } from "../shared/gathering";
import { parseInput } from "../shared/input";
import { EndsBeforeItBegins } from "../shared/versions";
import { CodeReader } from "./code-reader";
import { personByCode } from "./people.lookups";
import type { Person } from "./person.entity";
import { TrainsOneself } from "./person.errors";
import type { Course } from "./training.rules";
import { trainingSchema, type TrainingInput } from "./training.schema";

/** One training as written, with everything its codes name. */
export interface WantedTraining extends Course {
  readonly index: number;
  readonly clientId: string;
  readonly trainer: string;
  readonly trainee: string;
  readonly withdrawn: boolean;
  /** `northwind/care/phone tina anna`. */
  readonly name: string;
}

/** Finds what the codes of trainings name. */
export class TrainingReader {
  private readonly codes: CodeReader;

  constructor(tx: Tx, context: DefinitionContext) {
    this.codes = new CodeReader(tx, context);
  }

  async read(raw: TrainingInput): Promise<Omit<WantedTraining, "index">> {
    const { codes } = this;
    const input = parseInput(trainingSchema, raw);
    const { client, contract: contractCode, service: serviceCode, withdrawn, validUntil } = input;
    const clientId = await codes.client(client);
    const gathering = new Gathering();
    const [trainer, trainee] = [
      await this.person("trainer", input, gathering),
      await this.person("trainee", input, gathering),
    ];
    const under = [clientId, contractCode];
    const contract = await gathering.attempt(() =>
      codes.once(under, () => contractByCode(codes.tx, clientId, contractCode)),
    );
    const service = await gathering.attempt(
      () => contract && codes.once([...under, serviceCode], () => serviceByCode(codes.tx, contract, serviceCode)),
    );
    if (trainer && trainer.id === trainee?.id) gathering.add(new TrainsOneself(trainer.code));
    gathering.throwIfAny();
    const validFrom = input.validFrom ?? contract!.startsOn;
    if (validUntil !== null && validUntil <= validFrom)
      throw new EndsBeforeItBegins(validFrom, validUntil, ["validUntil"]);
    if (!withdrawn) refuse(outsideTerm(contract!, { from: validFrom, until: validUntil }));
    const place = [client, contractCode, serviceCode].filter((one) => one !== null).join("/");
    return {
      ...{ clientId, contractId: contract!.id, serviceId: service?.id ?? null },
      ...{ trainerId: trainer!.id, traineeId: trainee!.id, trainer: trainer!.code, trainee: trainee!.code },
      ...{ validFrom, validUntil, withdrawn, name: `${place} ${trainer!.code} ${trainee!.code}` },
    };
  }

  private person(
    field: "trainer" | "trainee",
    input: Readonly<Record<"trainer" | "trainee", string>>,
    gathering: Gathering,
  ): Promise<Person | undefined> {
    const { codes } = this;
    const code = input[field];
    return gathering.attempt(() => codes.once([field, code], () => personByCode(codes.tx, code, [field])));
  }
}
