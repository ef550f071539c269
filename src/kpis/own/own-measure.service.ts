import { IsNull } from "typeorm";
import type { Tx } from "../../platform/database";
import type { Defined } from "../../platform/definitions/change";
import type { DefinitionContext } from "../../platform/definitions/definition-context";
import { recordChange } from "../../platform/definitions/record-change";
import { writeVersions } from "../../platform/definitions/write-versions";
import { day, type Day } from "../../shared/day";
import { Gathering } from "../../shared/gathering";
import { parseInput } from "../../shared/input";
import { datedRecords, inOrder, type Dated } from "../../shared/versions";
import { refusalsOfTerms } from "./measure-check.rules";
import { OwnMeasureVersion } from "./own-measure-version.entity";
import { OwnMeasure } from "./own-measure.entity";
import { measureSchema, type MeasureInput, type MeasureTerms, type WrittenMeasureTerms } from "./own-measure.schema";
import { seeOwnChanges } from "./own-snapshot";
import { MeasureInUseElsewhere } from "./own.errors";
import { claimCode, ownerOf } from "./owner";

type Terms = Pick<OwnMeasureVersion, "definition"> & Dated;

/** Told when what a measure counts has changed, so that KPIs count its new version. */
export type OnMeasureChanged = (tx: Tx, code: string, context: DefinitionContext) => Promise<void>;

/** Before every fact: where no day is given, a version always held. */
export const ALWAYS = day("1900-01-01");

/** The terms of a version as the document says them, without what says nothing. */
function termsRecord({ definition }: Terms) {
  const { aggregate, of, where, attribution } = definition;
  const said = where.map((one) => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== null)));
  return { aggregate, ...(of === null ? {} : { of }), where: said, ...(attribution === null ? {} : { attribution }) };
}

/** The measure as its document says it. */
export const ownMeasureRecord = ({ stream, description }: OwnMeasure, versions: readonly Terms[]) => ({
  stream,
  description,
  versions: withoutAlways(datedRecords(versions, termsRecord)),
});

/** `validFrom` is left out where a version always held. */
export const withoutAlways = <R extends { readonly validFrom: Day }>(records: readonly R[]): Omit<R, never>[] =>
  records.map((one) => {
    const { validFrom, ...rest } = one;
    return (validFrom === ALWAYS ? rest : one) as R;
  });

export class OwnMeasureService {
  constructor(private readonly onChanged: OnMeasureChanged) {}

  async define(tx: Tx, context: DefinitionContext, raw: MeasureInput): Promise<Defined<OwnMeasure>> {
    const input = parseInput(measureSchema, raw);
    const { code, stream, description } = input;
    const clientId = await ownerOf(tx, context, "measure", input.client);
    const gathering = new Gathering();
    await gathering.attempt(() => claimCode(tx, code, clientId));
    for (const [index, terms] of input.versions.entries())
      for (const one of refusalsOfTerms(stream, terms)) gathering.add(one, ["versions", String(index)]);
    const wanted = await gathering.attempt(() => datedTerms(input.versions));
    const before = await tx.findOneBy(OwnMeasure, { clientId, code });
    if (before && before.stream !== stream) gathering.add(new MeasureInUseElsewhere(code, before.stream));
    gathering.throwIfAny();
    const current = before ? await currentMeasureVersions(tx, before) : [];
    const measure = Object.assign(new OwnMeasure(), { clientId, code, stream, description });
    if (!before) await tx.insert(OwnMeasure, measure);
    else await tx.update(OwnMeasure, { clientId, code }, { description });
    const change = await recordChange(tx, context, {
      clientId,
      kind: "Measure",
      key: input.client === null ? code : `${input.client}/${code}`,
      before: before && (ownMeasureRecord(before, current) as never),
      after: ownMeasureRecord(measure, wanted!) as never,
    });
    if (change.outcome === "unchanged") return { thing: measure, change };
    const versioned = { key: { clientId, code }, current, wanted: wanted!, termsOf: asJson };
    const from = await writeVersions<OwnMeasureVersion, Terms>(tx, OwnMeasureVersion, versioned, context.now);
    await seeOwnChanges(tx);
    if (from && before) await this.onChanged(tx, code, context);
    return { thing: measure, change };
  }
}

const asJson = (terms: Terms) => termsRecord(terms) as never;

export const currentMeasureVersions = (tx: Tx, { clientId, code }: Pick<OwnMeasure, "clientId" | "code">) =>
  tx.find(OwnMeasureVersion, { where: { clientId, code, supersededAt: IsNull() }, order: { validFrom: "ASC" } });

/** Also those that are believed no more. */
export const everyMeasureVersion = (tx: Tx, { clientId, code }: Pick<OwnMeasure, "clientId" | "code">) =>
  tx.find(OwnMeasureVersion, { where: { clientId, code } });

const datedTerms = (written: readonly WrittenMeasureTerms[]): Terms[] =>
  inOrder(written.map((one) => ({ ...one, validFrom: one.validFrom ?? ALWAYS }))).map(
    ({ validFrom, validUntil, ...definition }) => ({ validFrom, validUntil, definition: definition as MeasureTerms }),
  );
