import type { Change, FieldChange } from "../platform/definitions/change";

const SIGNS: Readonly<Record<Change["outcome"], string>> = {
  created: "+",
  changed: "~",
  withdrawn: "-",
  unchanged: "=",
};

/**
 * What a set of documents changes, for people.
 *
 * ```
 * + Service northwind/care/chat
 * ~ Objective northwind/care/SL-1
 *     versions 2026-04-01 target: 80 % → 85 %
 * = 41 unchanged
 * ```
 */
export function differenceText(changes: readonly Change[]): string[] {
  const shown = changes.filter(({ outcome }) => outcome !== "unchanged");
  const unchanged = changes.length - shown.length;
  const lines = shown.flatMap((change) => [
    `${SIGNS[change.outcome]} ${change.kind} ${change.key}`,
    ...change.fields.map((field) => `    ${fieldText(field)}`),
  ]);
  return unchanged > 0 ? [...lines, `= ${unchanged} unchanged`] : lines;
}

const fieldText = ({ field, from, to }: FieldChange): string => `${field}: ${from ?? "(none)"} → ${to ?? "(none)"}`;
