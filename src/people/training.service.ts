import { IsNull } from "typeorm";
import type { Tx } from "../platform/database";
import type { Defined } from "../platform/definitions/change";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import type { OnDefinitionChanged } from "../platform/definitions/on-definition-changed";
import { recordChange } from "../platform/definitions/record-change";
import { writeVersions } from "../platform/definitions/write-versions";
import { Gathering } from "../shared/gathering";
import { groupBy } from "../shared/group-by";
import { newId } from "../shared/ids";
import { TrainingsOverlap } from "./person.errors";
import { Training } from "./training.entity";
import { isSameTraining, matchedTrainings, type Course } from "./training.rules";
import { TrainingReader, type WantedTraining } from "./training-reader";
import type { TrainingInput } from "./training.schema";

/** The days of a training as its document says them; who trains whom on what is its key. */
export const trainingRecord = ({ validFrom, validUntil }: Pick<Course, "validFrom" | "validUntil">) => ({
  validFrom,
  ...(validUntil ? { validUntil } : {}),
});

type Written = { readonly index: number; readonly defined: Defined<Training | null> };

export class TrainingService {
  constructor(private readonly onChanged: OnDefinitionChanged) {}

  /** Several at once, so that trainees can change trainers in one step. Paths begin with what `under` says. */
  async defineAll(
    tx: Tx,
    context: DefinitionContext,
    inputs: readonly TrainingInput[],
    under: (index: number) => readonly string[] = (index) => [String(index)],
  ): Promise<Defined<Training | null>[]> {
    const gathering = new Gathering();
    const wanted: WantedTraining[] = [];
    const reader = new TrainingReader(tx, context);
    for (const [index, raw] of inputs.entries()) {
      const one = await gathering.attempt(() => reader.read(raw), under(index));
      if (one) wanted.push({ ...one, index });
    }
    const written: Written[] = [];
    const pairs = groupBy(wanted, (one) => [one.contractId, one.trainerId, one.traineeId].join());
    for (const ofPair of pairs.values())
      written.push(...(await this.definePair(tx, context, ofPair, { gathering, under })));
    gathering.throwIfAny();
    return written.sort((a, b) => a.index - b.index).map(({ defined }) => defined);
  }

  /** All trainings of one pair: matched to those believed, checked together, written. */
  private async definePair(
    tx: Tx,
    context: DefinitionContext,
    wanted: readonly WantedTraining[],
    { gathering, under }: { gathering: Gathering; under: (index: number) => readonly string[] },
  ): Promise<Written[]> {
    const { clientId, contractId, trainerId, traineeId } = wanted[0]!;
    const existing = await tx.find(Training, {
      where: { clientId, contractId, trainerId, traineeId, supersededAt: IsNull() },
      order: { validFrom: "ASC", id: "ASC" },
    });
    const before = matchedTrainings(existing, wanted);
    const claimed = wanted.filter((one) => !one.withdrawn);
    const kept: Course[] = [...existing.filter((one) => !before.includes(one)), ...claimed];
    for (const one of claimed) {
      const rival = kept.find((other) => other !== one && isSameTraining(one, other));
      if (rival) gathering.add(new TrainingsOverlap(one.trainer, one.trainee, rival), under(one.index));
    }
    const written: Written[] = [];
    for (const [at, one] of wanted.entries())
      written.push({ index: one.index, defined: await this.write(tx, context, one, before[at] ?? null) });
    return written;
  }

  private async write(tx: Tx, context: DefinitionContext, wanted: WantedTraining, before: Training | null) {
    const { clientId, contractId, trainerId, traineeId, serviceId, validFrom, validUntil, withdrawn } = wanted;
    const key = { clientId, id: before?.id ?? newId() };
    const course = { ...key, contractId, trainerId, traineeId, serviceId, validFrom, validUntil };
    const versioned = {
      key,
      current: before ? [before] : [],
      wanted: withdrawn ? [] : [course],
      termsOf: () => null,
    };
    const from = await writeVersions<Training, Course>(tx, Training, versioned, context.now);
    if (from) await this.onChanged(tx, { clientId, contractId, from }, context);
    const change = await recordChange(tx, context, {
      clientId,
      kind: "Training",
      key: `${wanted.name} from ${validFrom}`,
      before: before && trainingRecord(before),
      after: withdrawn ? null : trainingRecord(course),
    });
    const thing = from === null ? before : await tx.findOneBy(Training, { ...key, supersededAt: IsNull() });
    return { thing, change };
  }
}
