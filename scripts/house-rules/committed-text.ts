import { lineAt, type Finding, type HouseRule, type SourceFile } from "./source-tree";

interface TextRule {
  readonly rule: string;
  readonly pattern: RegExp;
  readonly advice: string;
}

const START = String.raw`(?<=^|[\s"'\x60(=:,\[])`;

/** What no committed file may hold, whatever its kind. */
const TEXT_RULES: readonly TextRule[] = [
  {
    rule: "todo",
    pattern: /\bTODO\b(?!\s?\(?#\d+)/g,
    advice: "a TODO carries an issue number: write `TODO #12: …`, or do it",
  },
  {
    rule: "machine paths",
    pattern: new RegExp(
      `${START}(?:/(?:home|Users|root|workspace|workspaces|builds|work)/[\\w.-]+|[A-Z]:\\\\Users\\\\)`,
      "gm",
    ),
    advice: "a path of one machine: write it relative to the project",
  },
  {
    rule: "registry hosts",
    pattern:
      /^\s*(?:@[\w-]+:)?registry\s*=|https?:\/\/(?!registry\.npmjs\.org\b)[\w.-]*(?:registry|artifactory|nexus|verdaccio)[\w.-]*/gim,
    advice: "packages come from whatever registry npm is set to: remove it",
  },
  {
    rule: "conflict marks",
    pattern: /^(?:<{7}|>{7}) /gm,
    advice: "finish the merge",
  },
];

/** This file and its test hold each rule's own examples. */
const EXAMPLES = "scripts/house-rules/committed-text.";

export const committedText: HouseRule = (files) =>
  files
    .filter(({ path }) => !path.startsWith(EXAMPLES))
    .flatMap((file) => TEXT_RULES.flatMap((rule) => matches(file, rule)));

function matches(file: SourceFile, { rule, pattern, advice }: TextRule): Finding[] {
  return [...file.text.matchAll(pattern)].map((match) => {
    const line = lineAt(file.text, match.index + match[0].search(/\S/));
    return { path: file.path, line, rule, advice: `"${match[0].trim()}": ${advice}` };
  });
}
