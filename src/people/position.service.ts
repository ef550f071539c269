import { IsNull } from "typeorm";
import { clientByCode } from "../clients/client.lookups";
import { contractByCode, serviceByCode } from "../contracts/contract.lookups";
import { outsideTerm } from "../contracts/term.rules";
import type { Tx } from "../platform/database";
import { lockDefinitions } from "../platform/definitions/by-code";
import type { Defined } from "../platform/definitions/change";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import type { OnDefinitionChanged } from "../platform/definitions/on-definition-changed";
import { recordChange } from "../platform/definitions/record-change";
import { writeVersions } from "../platform/definitions/write-versions";
import { Gathering } from "../shared/gathering";
import { newId } from "../shared/ids";
import { parseInput } from "../shared/input";
import { EndsBeforeItBegins } from "../shared/versions";
import { refuseSharedLogin } from "./login.queries";
import { personByCode, roleByCode, teamByCode } from "./people.lookups";
import { PositionsOverlap } from "./person.errors";
import type { Person } from "./person.entity";
import { Position } from "./position.entity";
import { isSameWork, matched, type Stint } from "./position.rules";
import { positionSchema, type PositionInput } from "./position.schema";
import type { Role } from "./role.entity";

/** One position as written, with everything its codes name. */
interface Wanted extends Stint {
  readonly index: number;
  readonly clientId: string;
  readonly person: Person;
  readonly role: Role;
  readonly withdrawn: boolean;
  /** `northwind/care/phone anna agent`. */
  readonly name: string;
}

/** The days of a position as its document says them; where and as what is its key. */
export const positionRecord = ({ validFrom, validUntil }: Pick<Stint, "validFrom" | "validUntil">) => ({
  validFrom,
  ...(validUntil ? { validUntil } : {}),
});

export class PositionService {
  constructor(private readonly onChanged: OnDefinitionChanged) {}

  async define(tx: Tx, context: DefinitionContext, raw: PositionInput): Promise<Defined<Position | null>> {
    const [defined] = await this.defineAll(tx, context, [raw], () => []);
    return defined!;
  }

  /**
   * Several at once, so that somebody can move from one team to another in one step. Paths of refusals begin with
   * what `under` says of the input's place in the list.
   */
  async defineAll(
    tx: Tx,
    context: DefinitionContext,
    inputs: readonly PositionInput[],
    under: (index: number) => readonly string[] = (index) => [String(index)],
  ): Promise<Defined<Position | null>[]> {
    const gathering = new Gathering();
    const wanted: Wanted[] = [];
    for (const [index, raw] of inputs.entries()) {
      const one = await gathering.attempt(() => readPosition(tx, context, raw), under(index));
      if (one) wanted.push({ ...one, index });
    }
    const defined = new Map<number, Defined<Position | null>>();
    for (const ofPerson of grouped(wanted)) {
      for (const one of await this.definePerson(tx, context, ofPerson, { gathering, under }))
        defined.set(one.index, one.defined);
    }
    gathering.throwIfAny();
    return inputs.map((_, index) => defined.get(index)!);
  }

  /** All of one person's positions with one client: matched to those believed, checked together, written. */
  private async definePerson(
    tx: Tx,
    context: DefinitionContext,
    wanted: readonly Wanted[],
    { gathering, under }: { gathering: Gathering; under: (index: number) => readonly string[] },
  ): Promise<{ index: number; defined: Defined<Position | null> }[]> {
    const { clientId, person } = wanted[0]!;
    const existing = await tx.find(Position, {
      where: { clientId, personId: person.id, supersededAt: IsNull() },
      order: { validFrom: "ASC", id: "ASC" },
    });
    const before = matched(existing, wanted);
    const kept: Stint[] = [
      ...existing.filter((one) => !before.includes(one)),
      ...wanted.filter((one) => !one.withdrawn),
    ];
    for (const one of wanted.filter(({ withdrawn }) => !withdrawn)) {
      const rival = kept.find((other) => other !== one && isSameWork(one.role.scope, one, other));
      if (rival) gathering.add(new PositionsOverlap(person.code, one.roleCode, rival), under(one.index));
    }
    const defined: { index: number; defined: Defined<Position | null> }[] = [];
    for (const [at, one] of wanted.entries())
      defined.push({ index: one.index, defined: await this.write(tx, context, one, before[at] ?? null) });
    await gathering.attempt(() => refuseSharedLogin(tx, { personId: person.id }), under(wanted[0]!.index));
    return defined;
  }

  private async write(tx: Tx, context: DefinitionContext, wanted: Wanted, before: Position | null) {
    const { clientId, person, roleCode, contractId, serviceId, teamId, validFrom, validUntil } = wanted;
    const place = { clientId, id: before?.id ?? newId(), personId: person.id, roleCode, contractId, serviceId, teamId };
    const stint = { ...place, validFrom, validUntil };
    const versioned = {
      key: { clientId, id: place.id },
      current: before ? [before] : [],
      wanted: wanted.withdrawn ? [] : [stint],
      termsOf: () => null,
    };
    const from = await writeVersions<Position, Stint>(tx, Position, versioned, context.now);
    if (from) await this.onChanged(tx, { clientId, contractId, from }, context);
    const change = await recordChange(tx, context, {
      clientId,
      kind: "Position",
      key: `${wanted.name} from ${validFrom}`,
      before: before && positionRecord(before),
      after: wanted.withdrawn ? null : positionRecord(stint),
    });
    const thing = await tx.findOneBy(Position, { clientId, id: place.id, supersededAt: IsNull() });
    return { thing, change };
  }
}

async function readPosition(tx: Tx, context: DefinitionContext, raw: PositionInput): Promise<Omit<Wanted, "index">> {
  const input = parseInput(positionSchema, raw);
  const { clientId } = await clientByCode(tx, context, input.client);
  await lockDefinitions(tx, clientId);
  const gathering = new Gathering();
  const person = await gathering.attempt(() => personByCode(tx, input.person));
  const role = await gathering.attempt(() => roleByCode(tx, input.role));
  const contract = await gathering.attempt(() => contractByCode(tx, clientId, input.contract));
  const service = contract && (await gathering.attempt(() => serviceByCode(tx, contract, input.service)));
  const team = contract && (await gathering.attempt(() => teamByCode(tx, contract, input.team)));
  gathering.throwIfAny();
  const validFrom = input.validFrom ?? contract!.startsOn;
  const { validUntil, withdrawn } = input;
  if (validUntil !== null && validUntil <= validFrom)
    throw new EndsBeforeItBegins(validFrom, validUntil, ["validUntil"]);
  for (const error of withdrawn ? [] : outsideTerm(contract!, { from: validFrom, until: validUntil }))
    gathering.add(error);
  gathering.throwIfAny();
  const place = {
    contractId: contract!.id,
    roleCode: role!.code,
    serviceId: service?.id ?? null,
    teamId: team?.id ?? null,
  };
  const name = [input.client, input.contract, input.service, input.team].filter((one) => one !== null).join("/");
  const words = `${name} ${input.person} ${input.role}`;
  return { ...place, validFrom, validUntil, withdrawn, clientId, person: person!, role: role!, name: words };
}

function grouped(wanted: readonly Wanted[]): Wanted[][] {
  const groups = new Map<string, Wanted[]>();
  for (const one of wanted) {
    const key = `${one.clientId} ${one.person.id}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}
