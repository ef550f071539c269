import type { Viewer } from "../platform/viewer";

/**
 * Values for `$1` to `$3` of a statement that reads settlements: the viewer's clients; whether the viewer is one of our
 * own, who see proposals; and, as JSON, the contracts that the viewer's positions answer for.
 */
export const moneyVisibility = (viewer: Viewer): unknown[] => [
  viewer.clientIds,
  viewer.kind === "internal",
  JSON.stringify(viewer.sight && viewer.sight.contractIds),
];

/** Whether the viewer may see money of a contract: its client's people and systems, and ours who answer for all of it. */
export const visibleMoney = (alias: string): string => `${alias}.client_id = any($1) and (
  $3::jsonb = 'null' or ${alias}.contract_id = any (array(select jsonb_array_elements_text(
    case when $3::jsonb = 'null' then '[]' else $3::jsonb end)::uuid)))`;

/** Whether the viewer may see a settlement: nobody outside our house sees one that has not been issued. */
export const visibleSettlement = (alias: string): string =>
  `${visibleMoney(alias)} and ($2::boolean or ${alias}.state <> 'proposed')`;

/** The same by what is known of a viewer. */
export const seesMoneyOf = ({ clientIds, sight }: Viewer, of: { clientId: string; contractId: string }): boolean =>
  clientIds.includes(of.clientId) && (sight === null || sight.contractIds.includes(of.contractId));
