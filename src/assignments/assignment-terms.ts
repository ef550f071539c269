import type { KpiDefinition, Parameters } from "../kpis/kpi-definition";
import { requireKpi, resolveKpi } from "../kpis/kpi-in-use.rules";
import { readTarget, writtenBaseline } from "../objectives/relative-target.rules";
import { exactTarget, writtenTarget } from "../objectives/target.rules";
import { Decimal } from "../shared/decimal";
import { Gathering } from "../shared/gathering";
import type { Dated } from "../shared/versions";
import { InvalidGate } from "./kpi-assignment.errors";
import type { KpiAssignment } from "./kpi-assignment.entity";
import type { WrittenAssignmentTerms } from "./kpi-assignment.schema";
import { readScheme } from "./schemes/read-scheme";
import type { SchemeKpi } from "./schemes/scheme-kpi.rules";
import { InvalidScheme } from "./schemes/scheme.errors";
import { plain, writtenScheme } from "./schemes/written-scheme.rules";
import { ATTAINMENT, type Gate, type ScoringScheme } from "./scoring-scheme";

/** What a version says besides its days. */
export type Aims = Pick<
  KpiAssignment,
  | "kpiCode"
  | "dialect"
  | "parameters"
  | "weight"
  | "target"
  | "minSample"
  | "scheme"
  | "onMissing"
  | "gate"
  | "baseline"
>;
export type Terms = Aims & Dated;

/** The terms of a version as the document says them; null: what it may leave out. */
export function termsRecord(terms: Terms) {
  const kpi = requireKpi(terms.kpiCode);
  const { dialect, parameters, weight, target, minSample, scheme, onMissing, gate, baseline } = terms;
  return {
    dialect,
    parameters,
    weight: new Decimal(weight).toNumber(),
    target: target === null || baseline ? null : writtenTarget(target, kpi),
    minSample,
    scheme: scheme.kind === "attainment" ? null : writtenScheme(scheme, kpi),
    onMissing: onMissing === "renormalise" ? null : onMissing,
    gate: gate && { atLeast: writtenTarget(gate.atLeast, kpi), cap: plain(gate.cap) },
    baseline: baseline && writtenBaseline(baseline, kpi),
  };
}

/**
 * Exact aims of every version, in the order written. A dialect or parameter that is left out stays open: it is that of
 * the KPI in use where the role works.
 */
export async function readTerms(
  kpi: KpiDefinition,
  written: readonly WrittenAssignmentTerms[],
  currency: string | null,
): Promise<Aims[]> {
  const gathering = new Gathering();
  const read: Aims[] = [];
  for (const [index, terms] of written.entries()) {
    const aims = await gathering.attempt(() => readAims(kpi, terms, currency), ["versions", String(index)]);
    if (aims) read.push(aims);
  }
  gathering.throwIfAny();
  return read;
}

async function readAims(kpi: KpiDefinition, terms: WrittenAssignmentTerms, currency: string | null): Promise<Aims> {
  const measured = { code: kpi.code, unit: kpi.unit, direction: kpi.direction, currency };
  const gathering = new Gathering();
  await gathering.attempt(() => resolveKpi({ ...terms, kpiCode: kpi.code }));
  const aim = gathering.attemptNow(() => readTarget(terms, measured));
  const scheme = gathering.attemptNow(() => schemeOf(terms, measured), ["scheme"]);
  const gate = gathering.attemptNow(() => gateOf(terms, measured), ["gate"]);
  if (scheme?.kind === "around" && aim?.target === null) gathering.add(aimless());
  gathering.throwIfAny();
  const { dialect, weight, minSample, onMissing } = terms;
  const parameters = terms.parameters as Parameters;
  return {
    kpiCode: kpi.code,
    dialect,
    parameters,
    weight,
    minSample,
    onMissing,
    scheme: scheme!,
    gate: gate!,
    ...aim!,
  };
}

const schemeOf = ({ scheme }: WrittenAssignmentTerms, kpi: SchemeKpi): ScoringScheme =>
  scheme === null ? ATTAINMENT : readScheme(scheme, kpi);

const aimless = (): InvalidScheme =>
  new InvalidScheme('The scheme "around" has no target to be around.', {
    path: ["target"],
    remedy: "Write the target of the assignment: the middle of what is full.",
  });

function gateOf({ gate }: WrittenAssignmentTerms, kpi: SchemeKpi): Gate | null {
  if (gate === null) return null;
  if (kpi.direction !== "range")
    return { atLeast: exactTarget(gate.atLeast, kpi, ["atLeast"], kpi.currency), cap: gate.cap };
  throw new InvalidGate(`${kpi.code} cannot be a gate: its best lies in between.`, {
    path: [],
    remedy: "Make a gate of a KPI that is to be maximised or minimised.",
  });
}
