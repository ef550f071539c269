import { termsOf } from "../../objectives/define-objective.type";
import { pathInVersions, writtenVersions } from "../../objectives/clauses/written-versions";
import { BadUserInput } from "../../platform/graphql/bad-input.errors";
import { DomainError, Refusals } from "../../shared/errors";
import { atPath, Gathering, refusalsIn } from "../../shared/gathering";
import type { DraftInput, DraftObjectiveInput } from "./simulate-contract.input";
import type { Draft } from "./simulation";

/** Drafts as they are simulated; `place` leads to each of them in the input. */
export function writtenDrafts(inputs: readonly DraftInput[]): Draft[] {
  const gathering = new Gathering();
  const drafts = inputs.map((input, index) =>
    gathering.attemptNow(() => writtenDraft(input), draftPlace(index, inputs.length)),
  );
  gathering.throwIfAny();
  return drafts.map((one) => one!);
}

/** Where a draft stands in the input. */
export const draftPlace = (index: number, count: number): string[] =>
  count === 1 ? ["draft"] : ["drafts", String(index)];

function writtenDraft({ name, yaml, objectives, settlementTerms }: DraftInput): Draft {
  const hasParts = objectives != null || settlementTerms != null;
  if (yaml != null && hasParts)
    throw new BadUserInput("A draft is written as YAML or by its parts, not both.", {
      path: ["yaml"],
      remedy: "Leave out `yaml`, or `objectives` and `settlementTerms`.",
    });
  if (yaml != null) return { name: name ?? "draft", written: yaml };
  if (!hasParts) return { name: name ?? "as it stands", written: null };
  const terms = settlementTerms ? inInput(() => writtenVersions(settlementTerms), { settlementTerms }) : null;
  const written = { objectives: (objectives ?? []).map(writtenObjective), settlementTerms: terms };
  return { name: name ?? "draft", written };
}

const writtenObjective = ({ versions, ...objective }: DraftObjectiveInput) => ({
  ...objective,
  versions: versions.map(termsOf),
});

function inInput<T>(work: () => T, input: Pick<DraftInput, "settlementTerms">): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof DomainError
      ? new Refusals(refusalsIn(error).map((one) => atPath(one, termsPath(one.path, input))))
      : error;
  }
}

/** Runs the work; what it refuses of the terms of a draft gets the path that leads there in the input. */
export async function withDraftPaths<T>(inputs: readonly DraftInput[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const all = refusalsIn(error).map((one) => atPath(one, inputPath(one.path, inputs)));
    throw all.length === 1 ? all[0]! : new Refusals(all);
  }
}

/** `draft settlementTerms versions 0 clauses 2 mechanism amount` is `draft settlementTerms 0 clauses 2 mechanism fixed amount`. */
function inputPath(path: readonly string[], inputs: readonly DraftInput[]): readonly string[] {
  const place = path[0] === "drafts" ? path.slice(0, 2) : path.slice(0, 1);
  const [part, ...inTerms] = path.slice(place.length);
  const input = inputs[place[0] === "drafts" ? Number(place[1]) : 0];
  return part === "settlementTerms" && input ? [...place, ...termsPath(inTerms, input)] : path;
}

function termsPath(path: readonly string[], { settlementTerms }: Pick<DraftInput, "settlementTerms">): string[] {
  const [, ...inVersions] = pathInVersions(path, settlementTerms ?? []);
  return ["settlementTerms", ...inVersions];
}
