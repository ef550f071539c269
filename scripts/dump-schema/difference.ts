/** The first line in which two texts differ, with its number, as one reads it in a diff. */
export function firstDifference(committed: string, wanted: string): string {
  const [before, after] = [committed.split("\n"), wanted.split("\n")];
  const at = after.findIndex((line, i) => line !== before[i]);
  const line = at >= 0 ? at : after.length;
  const shown = (mark: string, text: string | undefined): string[] => (text === undefined ? [] : [`${mark} ${text}`]);
  return [`line ${line + 1}:`, ...shown("-", before[line]), ...shown("+", after[line])].join("\n");
}
