import type { Tx } from "../platform/database";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import type { AppliedDraft, DraftParts, DraftWriter, HistoryCodes, WrittenDraft } from "../settlements/simulator/draft";
import { refuse } from "../shared/gathering";
import { DraftDocumentRefused, DraftPartRefused, EmptyDraft } from "./draft.errors";
import { itemsIn, type SetupItem } from "./setup-item";
import type { Setup, SetupService } from "./setup.service";
import { parseYaml, type Source } from "./yaml-source";

/** Kinds of document that a draft contract is made of; all others stay as they are. */
const KINDS_OF_DRAFT: readonly string[] = ["Calendar", "Amendment", "Objective", "SettlementTerms"];

/** How problems name the text of a draft. */
const FILE = "draft";

/** Draft contracts as code: writes one over a contract, for whoever rolls back afterwards. */
export class DraftService implements DraftWriter {
  constructor(private readonly setup: SetupService) {}

  async write(
    tx: Tx,
    context: DefinitionContext,
    { written, as }: { readonly written: WrittenDraft; readonly as: HistoryCodes },
  ): Promise<AppliedDraft> {
    const isText = typeof written === "string";
    const { items, problems } = isText ? documentsOf(written) : partsOf(written);
    const drafted = items.filter(({ kind }) => KINDS_OF_DRAFT.includes(kind)).map((one) => underHistory(one, as));
    if (problems.length === 0 && !drafted.some(({ kind }) => PROMISES.includes(kind))) throw new EmptyDraft();
    const report = await this.setup.apply(tx, context, { items: drafted, problems });
    refuse(report.problems.map((one) => (isText ? new DraftDocumentRefused(one) : new DraftPartRefused(one))));
    const objectives = drafted.filter(({ kind }) => kind === "Objective").map(({ input }) => String(input["code"]));
    return {
      objectives: objectives.length === 0 ? null : objectives,
      hasTerms: drafted.some(({ kind }) => String(kind) === "SettlementTerms"),
      ignored: items.filter(({ kind }) => !KINDS_OF_DRAFT.includes(kind)).map(nameOf),
    };
  }
}

function documentsOf(text: string): Setup {
  const parsed = parseYaml(FILE, text);
  const found = parsed.sources.map(itemsIn);
  return {
    items: found.flatMap((one) => one.items),
    problems: [...parsed.problems, ...found.flatMap((one) => one.problems)],
  };
}

/** Parts are named by where they stand, not by lines. */
const IN_HAND: Source = {
  file: FILE,
  value: {},
  locate: () => ({ line: 1, column: 1, found: false, value: undefined }),
};

function partsOf({ objectives, settlementTerms }: DraftParts): Setup {
  const at = { source: IN_HAND, isShort: false };
  const terms = settlementTerms === null ? [] : [{ versions: settlementTerms }];
  return {
    items: [
      ...objectives.map((input, index) => ({
        ...{ kind: "Objective" as const, input, within: ["objectives", String(index)], ...at },
      })),
      ...terms.map((input) => ({ kind: "SettlementTerms" as const, input, within: ["settlementTerms"], ...at })),
    ],
    problems: [],
  };
}

/** Without one of these there is nothing to simulate. */
const PROMISES: readonly string[] = ["Objective", "SettlementTerms"];

const nameOf = ({ kind, input }: SetupItem): string =>
  [kind, input["code"]]
    .filter((one) => one !== undefined)
    .map(String)
    .join(" ");

/** The same document of the contract whose history is replayed; what holds at first holds from the beginning of it. */
function underHistory(item: SetupItem, { client, contract }: HistoryCodes): SetupItem {
  const { versions } = item.input;
  const place = item.kind === "Calendar" ? { client } : { client, contract };
  const dated = Array.isArray(versions) && item.kind !== "Calendar" ? { versions: versions.map(openAtBothEnds) } : {};
  return { ...item, input: { ...item.input, ...place, ...dated } };
}

function openAtBothEnds(version: unknown, index: number, all: readonly unknown[]): unknown {
  if (typeof version !== "object" || version === null) return version;
  const dropped = [
    ...(index === 0 ? ["validFrom", "amendment"] : []),
    ...(index === all.length - 1 ? ["validUntil"] : []),
  ];
  return Object.fromEntries(Object.entries(version).filter(([name]) => !dropped.includes(name)));
}
