import { WeightsNotWhole } from "../assignments/kpi-assignment.errors";
import type { NotWhole } from "../assignments/whole-weights.rules";
import { weightsNotWhole } from "../assignments/whole-weights.queries";
import { rows, type Tx } from "../platform/database";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import { NIL_ID } from "../shared/ids";
import type { Problem } from "./problem";
import { problemOf, type SetupItem } from "./setup-item";

/**
 * What a setup leaves of weights that are to total 100 and do not: at the set's document, or else at the first
 * assignment that has a part in it. What no document of the setup has a part in is left alone.
 */
export async function wholeWeightProblems(
  tx: Tx,
  context: DefinitionContext,
  items: readonly SetupItem[],
): Promise<Problem[]> {
  const concerned = items.filter(({ kind }) => kind === "KpiSet" || kind === "KpiAssignment");
  const found = concerned.length > 0 ? await weightsNotWhole(tx, context.clientIds) : [];
  if (found.length === 0) return [];
  const codes = await codesById(tx, context.clientIds);
  const byItem = new Map<SetupItem, NotWhole[]>();
  for (const one of found) {
    const item = itemOf(one, concerned, codes);
    if (item) byItem.set(item, [...(byItem.get(item) ?? []), one]);
  }
  return [...byItem].map(([item, all]) => problemOf(refusal(all, codes), item));
}

type Codes = ReadonlyMap<string, string>;

async function codesById(tx: Tx, clientIds: readonly string[]): Promise<Codes> {
  const found = await rows<{ id: string; code: string }>(tx, CODES, [clientIds]);
  return new Map(found.map(({ id, code }) => [id, code]));
}

const CODES = `
  select client_id as id, code from client where client_id = any($1)
  union all select id, code from contract where client_id = any($1)
  union all select id, code from service where client_id = any($1)`;

const PLACE = [
  ["client", "clientId"],
  ["contract", "contractId"],
  ["service", "serviceId"],
] as const;

interface Place {
  readonly roleCode: string;
  readonly clientId: string;
  readonly contractId: string | null;
  readonly serviceId: string | null;
}

const codeOf = (id: string | null, codes: Codes): string | null =>
  id === null || id === NIL_ID ? null : (codes.get(id) ?? null);

function itemOf({ set, post }: NotWhole, items: readonly SetupItem[], codes: Codes): SetupItem | undefined {
  const written = ({ input }: SetupItem, field: string): unknown => input[field] ?? null;
  const isAt = (item: SetupItem, place: Place, isWithin: boolean): boolean =>
    written(item, "role") === place.roleCode &&
    PLACE.every(([field, id]) => {
      const said = written(item, field);
      return (isWithin && said === null) || said === codeOf(place[id], codes);
    });
  return (
    items.find((item) => item.kind === "KpiSet" && isAt(item, set, false)) ??
    items.find((item) => item.kind === "KpiAssignment" && isAt(item, post, true))
  );
}

function refusal([first, ...others]: readonly NotWhole[], codes: Codes): WeightsNotWhole {
  const { post, on, weights } = first!;
  const place = PLACE.map(([, id]) => codeOf(post[id], codes)).filter(Boolean);
  const where = place.length > 0 ? ` at ${place.join("/")}` : "";
  const parts = weights.assignments.map(({ kpiCode, weight }) => `${kpiCode} ${weight}`).join(", ");
  const more = others.length > 0 ? `, and so at ${others.length} more` : "";
  return new WeightsNotWhole(
    `The weights of ${post.roleCode}${where} total ${weights.total} on ${on}: ${parts}${more}.`,
    { remedy: "Let them total 100, end what is no longer assigned on the same day, or write weights: rescaled." },
  );
}
