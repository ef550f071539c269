import { IsNull } from "typeorm";
import { rows, type Tx } from "../../platform/database";
import type { Defined } from "../../platform/definitions/change";
import type { DefinitionContext } from "../../platform/definitions/definition-context";
import { recordChange } from "../../platform/definitions/record-change";
import { writeVersions } from "../../platform/definitions/write-versions";
import { canonicalJson, contentHash, type Json } from "../../shared/canonical-hash";
import type { Day } from "../../shared/day";
import { Gathering } from "../../shared/gathering";
import { parseInput } from "../../shared/input";
import { datedRecords, inOrder } from "../../shared/versions";
import { findMeasureOf } from "../catalogue/measures";
import { ownDefinitions } from "../catalogue/own";
import type { KpiDefinition } from "../kpi-definition";
import { refusalsOfFormula, refusalsOfParameters } from "./own-kpi-check.rules";
import { OwnKpiVersion } from "./own-kpi-version.entity";
import { OwnKpi } from "./own-kpi.entity";
import { ownKpiSchema, type KpiHead, type OwnKpiInput, type WrittenFormulaTerms } from "./own-kpi.schema";
import type { OwnMeasureVersion } from "./own-measure-version.entity";
import { ALWAYS, everyMeasureVersion, withoutAlways } from "./own-measure.service";
import { seeOwnChanges } from "./own-snapshot";
import { UnitCannotChange } from "./own.errors";
import { claimCode, ownerOf } from "./owner";
import { formulaRecords, pieced, type FormulaPiece, type WrittenVersion } from "./formula-pieces.rules";

/** Told when figures of a KPI of one's own change from a day on. */
export type OnKpiChanged = (
  tx: Tx,
  changed: { readonly kpiCode: string; readonly clientId: string; readonly from: Day },
  context: DefinitionContext,
) => Promise<void>;

/** The KPI as its document says it. */
export const ownKpiRecord = ({ definition }: Pick<OwnKpi, "definition">, versions: readonly FormulaPiece[]) => ({
  ...withoutNulls(definition),
  versions: withoutAlways(datedRecords(formulaRecords(versions), formulaRecord)),
});

const formulaRecord = ({ formula, sample }: WrittenVersion) => ({ formula, ...(sample === null ? {} : { sample }) });

function withoutNulls(head: KpiHead): KpiHead {
  const told = <T extends object>(texts: T): T =>
    Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== null)) as T;
  return { ...head, names: told(head.names), descriptions: told(head.descriptions) };
}

export class OwnKpiService {
  constructor(private readonly onChanged: OnKpiChanged) {}

  async define(tx: Tx, context: DefinitionContext, raw: OwnKpiInput): Promise<Defined<OwnKpi>> {
    const { client, code, versions: written, ...head } = parseInput(ownKpiSchema, raw);
    const clientId = await ownerOf(tx, context, "KPI", client);
    const before = await tx.findOneBy(OwnKpi, { clientId, code });
    const wanted = await checked(tx, { clientId, code, head, written, before });
    const current = before ? await currentKpiVersions(tx, before) : [];
    const kpi = Object.assign(new OwnKpi(), { clientId, code, definition: head });
    const pieces = await piecesOf(tx, wanted);
    const change = await recordChange(tx, context, {
      clientId,
      kind: "Kpi",
      key: client === null ? code : `${client}/${code}`,
      before: before && (ownKpiRecord(before, current) as never),
      after: ownKpiRecord(kpi, pieces) as never,
    });
    if (!before) await rows(tx, NAMED, [code, head.names.en]);
    if (!before) await tx.insert(OwnKpi, kpi);
    else if (change.outcome === "changed") await tx.update(OwnKpi, { clientId, code }, { definition: head as never });
    await this.write(tx, context, { kpi, current, pieces, isChanged: change.outcome !== "unchanged" });
    return { thing: kpi, change };
  }

  /** The KPIs that count a measure of one's own count its new version, from the day on which that applies. */
  async followMeasure(tx: Tx, measure: string, context: DefinitionContext): Promise<void> {
    const using = await rows<{ clientId: string; code: string }>(tx, USING, [measure]);
    for (const key of using) {
      const kpi = await tx.findOneByOrFail(OwnKpi, key);
      const current = await currentKpiVersions(tx, kpi);
      const pieces = await piecesOf(tx, formulaRecords(current));
      await this.write(tx, context, { kpi, current, pieces, isChanged: false });
    }
  }

  private async write(tx: Tx, context: DefinitionContext, written: Writing): Promise<void> {
    const { kpi, current, pieces, isChanged } = written;
    const { clientId, code } = kpi;
    const versioned = { key: { clientId, code }, current, wanted: pieces, termsOf: termsOfPiece };
    const from = await writeVersions<OwnKpiVersion, FormulaPiece>(tx, OwnKpiVersion, versioned, context.now);
    if (!isChanged && !from) return;
    await seeOwnChanges(tx);
    await recordRelease(tx, ownDefinitions().kpis.get(code)!.definition, context.now);
    if (from) await this.onChanged(tx, { kpiCode: code, clientId, from }, context);
  }
}

interface Writing {
  readonly kpi: OwnKpi;
  readonly current: readonly OwnKpiVersion[];
  readonly pieces: readonly FormulaPiece[];
  /** Whether the definition around the formula changed. */
  readonly isChanged: boolean;
}

interface Checking {
  readonly clientId: string;
  readonly code: string;
  readonly head: KpiHead;
  readonly written: readonly WrittenFormulaTerms[];
  readonly before: OwnKpi | null;
}

/** Versions in order; refuses everything that is wrong, all at once. */
async function checked(tx: Tx, { clientId, code, head, written, before }: Checking): Promise<WrittenVersion[]> {
  const gathering = new Gathering();
  await gathering.attempt(() => claimCode(tx, code, clientId));
  if (before && before.definition.unit !== head.unit) gathering.add(new UnitCannotChange(code, before.definition.unit));
  for (const one of refusalsOfParameters(head)) gathering.add(one);
  for (const [index, terms] of written.entries())
    for (const one of refusalsOfFormula(head, terms, findMeasureOf(clientId)))
      gathering.add(one, ["versions", String(index)]);
  const dated = await gathering.attempt(() => datedFormulas(written));
  gathering.throwIfAny();
  return dated!;
}

/** Versions in order, each from its day on. */
export const datedFormulas = (written: readonly WrittenFormulaTerms[]): WrittenVersion[] =>
  inOrder(written.map((one) => ({ ...one, validFrom: one.validFrom ?? ALWAYS })));

const termsOfPiece = ({ formula, sample, measureVersions }: FormulaPiece): Json => ({
  formula,
  sample,
  measureVersions,
});

export const currentKpiVersions = (tx: Tx, { clientId, code }: Pick<OwnKpi, "clientId" | "code">) =>
  tx.find(OwnKpiVersion, { where: { clientId, code, supersededAt: IsNull() }, order: { validFrom: "ASC" } });

/** Formulas cut where a measure of one's own that they count changes. */
async function piecesOf(tx: Tx, versions: readonly WrittenVersion[]): Promise<FormulaPiece[]> {
  const timelines = new Map<string, readonly { version: number; validFrom: Day }[]>();
  for (const { clientId, code } of ownDefinitions().measures.values())
    if (versions.some(({ formula, sample }) => `${formula} ${sample ?? ""}`.includes(code)))
      timelines.set(code, timelineOf(await everyMeasureVersion(tx, { clientId, code })));
  return pieced(versions, timelines);
}

/** What is believed, under the number of the first version that said the same: its sums are there already. */
const timelineOf = (all: readonly OwnMeasureVersion[]) =>
  all
    .filter(({ supersededAt }) => supersededAt === null)
    .map(({ definition, validFrom }) => {
      const said = canonicalJson(definition as unknown as Json);
      const first = all.filter((one) => canonicalJson(one.definition as unknown as Json) === said);
      return { version: Math.min(...first.map(({ version }) => version)), validFrom };
    })
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));

/** A result names the version of the KPI that made it. */
async function recordRelease(tx: Tx, definition: KpiDefinition, now: Date): Promise<void> {
  const { code, names } = definition;
  await rows(tx, "update kpi set name = $2 where code = $1 and name <> $2", [code, names.en]);
  await rows(tx, RELEASE, [code, JSON.stringify(definition), contentHash(JSON.parse(JSON.stringify(definition))), now]);
}

const NAMED = "insert into kpi (code, name) values ($1, $2) on conflict (code) do nothing";

const RELEASE = `
  with latest as (select version, content_hash from kpi_version where kpi_code = $1 order by version desc limit 1)
  insert into kpi_version (kpi_code, version, definition, content_hash, recorded_at)
  select $1, coalesce((select version from latest), 0) + 1, $2::jsonb, $3, $4
   where not exists (select 1 from latest where content_hash = $3)`;

const USING = `
  select distinct v.client_id as "clientId", v.code from own_kpi_version v
   where v.superseded_at is null and v.measure_versions ? $1`;
