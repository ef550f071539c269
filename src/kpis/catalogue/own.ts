import { NIL_ID } from "../../shared/ids";
import type { KpiDefinition, Language } from "../kpi-definition";
import type { Measure } from "../measure-definition";

/** Nil client: the house. */
interface Owned {
  readonly clientId: string;
}

export interface OwnMeasureKnown extends Owned {
  /** Without version. */
  readonly code: string;
  /** As the database sees it, by version; the last one is the latest that is believed. */
  readonly versions: ReadonlyMap<number, Measure>;
  readonly latest: Measure;
}

export interface OwnKpiKnown extends Owned {
  readonly definition: KpiDefinition;
  /** Languages that fall back to English. */
  readonly untranslated: readonly Language[];
}

/** Measures and KPIs of one's own, as one revision of the database has them. */
export interface OwnDefinitions {
  readonly revision: number;
  readonly measures: ReadonlyMap<string, OwnMeasureKnown>;
  readonly kpis: ReadonlyMap<string, OwnKpiKnown>;
}

export const NO_OWN_DEFINITIONS: OwnDefinitions = { revision: 0, measures: new Map(), kpis: new Map() };

let source = (): OwnDefinitions => NO_OWN_DEFINITIONS;

/** Says where the definitions at hand are found: beside the open transaction (`own/own-snapshot.ts`). */
export function readOwnDefinitionsFrom(place: () => OwnDefinitions): void {
  source = place;
}

/** What the open transaction sees of them. */
export const ownDefinitions = (): OwnDefinitions => source();

/**
 * Whether a client's definitions may name this: what is built in, the house's, and its own. Somebody who reaches several
 * clients sees the others' as well, but nothing of one may be built on another's.
 */
export function isForClient(code: string, clientId: string): boolean {
  const { kpis, measures } = ownDefinitions();
  const owner = (kpis.get(code) ?? measures.get(code))?.clientId ?? NIL_ID;
  return owner === NIL_ID || owner === clientId;
}

/** `late_chats@2`: that version; `late_chats`: the latest. */
export function findOwnMeasure(name: string): Measure | undefined {
  const [code = "", version] = name.split("@");
  const found = ownDefinitions().measures.get(code);
  return version === undefined ? found?.latest : found?.versions.get(Number(version));
}
