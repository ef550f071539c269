import type { ClosingDefinitions } from "./period-closing.rules";
import type { Composition, ItemOrigin, PositionVersion, ScorecardItem } from "./scorecard.entity";

export type DefinitionKind = "kpi" | ItemOrigin["kind"] | "position" | "kpi_set" | "calendar";

/** A version of a definition that a result rests on. */
export interface DefinitionVersion {
  readonly kind: DefinitionKind;
  /** Of the KPI itself, of its use, of its assignment, or of an objective for it; null for the others. */
  readonly kpi: string | null;
  /** Of the thing defined; null for KPIs, which have a code. */
  readonly id: string | null;
  readonly version: number;
}

interface Card {
  readonly results: readonly ScorecardItem[];
  readonly composition: Composition;
  readonly positions: readonly PositionVersion[];
}

/** Every version behind a scorecard, each once: by kind, in the order of the items. */
export function definitionsOfCard(card: Card, calendars: ClosingDefinitions["calendars"]): DefinitionVersion[] {
  const { kpiSet } = card.composition;
  return distinct([
    ...card.results.flatMap(definitionsOfItem),
    ...card.positions.map((one): DefinitionVersion => ({ kind: "position", kpi: null, ...one })),
    ...(kpiSet ? [{ kind: "kpi_set", kpi: null, ...kpiSet } as const] : []),
    ...calendarVersions(calendars),
  ]);
}

export const calendarVersions = (calendars: ClosingDefinitions["calendars"]): DefinitionVersion[] =>
  calendars.map((one) => ({ kind: "calendar", kpi: null, ...one }));

export const kpiVersions = (kpis: ClosingDefinitions["kpis"]): DefinitionVersion[] =>
  Object.entries(kpis)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kpi, version]) => ({ kind: "kpi", kpi, id: null, version }));

function definitionsOfItem({ kpiCode: kpi, kpiVersion, origin, targetSource }: ScorecardItem): DefinitionVersion[] {
  const target = targetSource && { kind: targetSource.kind, kpi, id: targetSource.id, version: targetSource.version };
  return [{ kind: "kpi", kpi, id: null, version: kpiVersion }, { kpi, ...origin }, ...(target ? [target] : [])];
}

const ORDER: readonly DefinitionKind[] = ["kpi", "use", "assignment", "objective", "position", "kpi_set", "calendar"];

function distinct(all: readonly DefinitionVersion[]): DefinitionVersion[] {
  const byKey = new Map(all.map((one) => [`${one.kind}/${one.id ?? one.kpi}/${one.version}`, one]));
  return [...byKey.values()].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}
