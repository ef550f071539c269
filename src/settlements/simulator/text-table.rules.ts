/** A column: its heading, and whether its cells begin at the left as words do, or end at the right as numbers do. */
export interface Column {
  readonly heading: string;
  readonly isWords?: boolean;
}

/** Rows for people under their headings, indented by two. */
export function textTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const lines = [columns.map(({ heading }) => heading), ...rows];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at]!.length)));
  return lines.map((line) => {
    const cells = line.map((cell, at) =>
      columns[at]!.isWords ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!),
    );
    return `  ${cells.join("   ")}`.trimEnd();
  });
}

/** Words to the left, numbers to the right: `*` marks words. */
export const columns = (...headings: readonly string[]): Column[] =>
  headings.map((heading) => ({ heading: heading.replace("*", ""), isWords: heading.startsWith("*") }));
