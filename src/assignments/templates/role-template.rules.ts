import type { RoleTemplate } from "./role-template";

interface Placing {
  readonly client?: string | null;
  readonly contract?: string | null;
  readonly service?: string | null;
  readonly validFrom?: string | null;
}

/** The document that defines the role of a template with everything it answers for, for a setup folder. */
export function templateDocument({ code, names, scope, descriptions, kpis }: RoleTemplate, placing: Placing) {
  const role = { kind: "Role", code, name: names.en, scope, description: descriptions.en };
  return {
    ...role,
    kpiSets: [{ ...placing, weights: "whole" }],
    kpiAssignments: kpis.map(({ kpi, weight, dialect }) => ({
      kpi,
      ...placing,
      ...(dialect === undefined ? {} : { dialect }),
      weight,
    })),
  };
}
