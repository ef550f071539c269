import { contractByCode, serviceByCode } from "../contracts/contract.lookups";
import { outsideTerm } from "../contracts/term.rules";
import type { Tx } from "../platform/database";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import { Gathering, refuse } from "../shared/gathering";
import { parseInput } from "../shared/input";
import { EndsBeforeItBegins } from "../shared/versions";
import { CodeReader } from "./code-reader";
import { personByCode, roleByCode, teamByCode } from "./people.lookups";
import type { Person } from "./person.entity";
import type { Stint } from "./position.rules";
import { positionSchema, type PositionInput } from "./position.schema";
import type { Role } from "./role.entity";

/** One position as written, with everything its codes name. */
export interface Wanted extends Stint {
  readonly index: number;
  readonly clientId: string;
  readonly person: Person;
  readonly role: Role;
  readonly withdrawn: boolean;
  /** `northwind/care/phone anna agent`. */
  readonly name: string;
}

/** Finds what the codes of positions name. */
export class PositionReader {
  private readonly codes: CodeReader;

  constructor(tx: Tx, context: DefinitionContext) {
    this.codes = new CodeReader(tx, context);
  }

  async read(raw: PositionInput): Promise<Omit<Wanted, "index">> {
    const { codes } = this;
    const { tx } = codes;
    const input = parseInput(positionSchema, raw);
    const { client: clientCode, contract: contractCode, service: serviceCode, team: teamCode, withdrawn } = input;
    const clientId = await codes.client(clientCode);
    const gathering = new Gathering();
    const person = await gathering.attempt(() =>
      codes.once(["person", input.person], () => personByCode(tx, input.person)),
    );
    const role = await gathering.attempt(() => codes.once(["role", input.role], () => roleByCode(tx, input.role)));
    const under = [clientId, contractCode];
    const contract = await gathering.attempt(() => codes.once(under, () => contractByCode(tx, clientId, contractCode)));
    const service = await gathering.attempt(
      () => contract && codes.once([...under, "service", serviceCode], () => serviceByCode(tx, contract, serviceCode)),
    );
    const team = await gathering.attempt(
      () => contract && codes.once([...under, "team", teamCode], () => teamByCode(tx, contract, teamCode)),
    );
    gathering.throwIfAny();
    const validFrom = input.validFrom ?? contract!.startsOn;
    const { validUntil } = input;
    if (validUntil !== null && validUntil <= validFrom)
      throw new EndsBeforeItBegins(validFrom, validUntil, ["validUntil"]);
    if (!withdrawn) refuse(outsideTerm(contract!, { from: validFrom, until: validUntil }));
    const ids = { contractId: contract!.id, serviceId: service?.id ?? null, teamId: team?.id ?? null };
    const place = [clientCode, contractCode, serviceCode, teamCode].filter((one) => one !== null).join("/");
    const name = `${place} ${input.person} ${input.role}`;
    return {
      ...ids,
      roleCode: role!.code,
      validFrom,
      validUntil,
      withdrawn,
      clientId,
      person: person!,
      role: role!,
      name,
    };
  }
}
