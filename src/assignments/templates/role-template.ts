import type { Translated } from "../../kpis/kpi-definition";
import type { RoleScope } from "../../people/role.entity";

/** A KPI of a role's set. */
export interface TemplateKpi {
  readonly kpi: string;
  /** The weights of a template total 100; 0: shown, not scored. */
  readonly weight: number;
  /** Left out: that of the KPI in use, or the default. */
  readonly dialect?: string;
  /** Which requirement asks for it. */
  readonly source: string;
}

/** A role as our source documents describe it: ready to be adopted, then to be given targets. */
export interface RoleTemplate {
  readonly code: string;
  readonly names: Translated;
  readonly scope: RoleScope;
  readonly descriptions: Translated;
  readonly kpis: readonly TemplateKpi[];
}

export const weighted = (source: string, weights: Readonly<Record<string, number>>): TemplateKpi[] =>
  Object.entries(weights).map(([kpi, weight]) => ({ kpi, weight, source }));
