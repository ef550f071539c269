import { IsNull } from "typeorm";
import type { Tx } from "../platform/database";
import type { Defined } from "../platform/definitions/change";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import type { OnDefinitionChanged } from "../platform/definitions/on-definition-changed";
import { recordChange } from "../platform/definitions/record-change";
import { writeVersions } from "../platform/definitions/write-versions";
import { Gathering } from "../shared/gathering";
import { newId } from "../shared/ids";
import { sharedLogins } from "./login.queries";
import { PositionsOverlap } from "./person.errors";
import { Position } from "./position.entity";
import { isSameWork, matched, type Stint } from "./position.rules";
import { PositionReader, type Wanted } from "./position-reader";
import type { PositionInput } from "./position.schema";

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
    const reader = new PositionReader(tx, context);
    for (const [index, raw] of inputs.entries()) {
      const one = await gathering.attempt(() => reader.read(raw), under(index));
      if (one) wanted.push({ ...one, index });
    }
    const defined = new Map<number, Defined<Position | null>>();
    for (const ofPerson of grouped(wanted)) {
      for (const one of await this.definePerson(tx, context, ofPerson, { gathering, under }))
        defined.set(one.index, one.defined);
    }
    const changed = wanted.filter(({ index }) => defined.get(index)?.change.outcome !== "unchanged");
    const shared = await sharedLogins(tx, [...new Set(changed.map(({ person }) => person.id))]);
    for (const { person, index } of changed) {
      const error = shared.get(person.id);
      if (error) gathering.add(error, under(index));
      shared.delete(person.id);
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
    const believed = { clientId, id: place.id, supersededAt: IsNull() };
    const thing = from === null ? before : await tx.findOneBy(Position, believed);
    return { thing, change };
  }
}

function grouped(wanted: readonly Wanted[]): Wanted[][] {
  const groups = new Map<string, Wanted[]>();
  for (const one of wanted) {
    const key = `${one.clientId} ${one.person.id}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}
