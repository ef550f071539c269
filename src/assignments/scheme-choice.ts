import { DomainError, Refusals } from "../shared/errors";
import { atPath, refusalsIn } from "../shared/gathering";
import type { ScoringSchemeInput } from "./scheme-input.type";
import { InvalidScheme } from "./schemes/scheme.errors";
import type { RawScheme } from "./schemes/scheme.schema";
import type { SchemeKind } from "./scoring-scheme";

type SchemeField = keyof ScoringSchemeInput;

const KINDS = {
  attainment: "attainment",
  percentage: "percentage",
  worstBest: "worst_best",
  zones: "zones",
  levels: "levels",
  around: "around",
  curve: "curve",
} as const satisfies Record<SchemeField, SchemeKind>;
const FIELDS = Object.keys(KINDS) as SchemeField[];

const chosenOf = (input: ScoringSchemeInput): SchemeField[] =>
  FIELDS.filter((field) => input[field] != null && input[field] !== false);

/** The one scheme that a version chose, as a document would say it. */
export function chosenScheme(input: ScoringSchemeInput | null | undefined, index: number): RawScheme | null {
  if (!input) return null;
  const [field, ...others] = chosenOf(input);
  if (field && others.length === 0) return { ...(input[field] as object), kind: KINDS[field] };
  const found = field ? `${[field, ...others].join(" and ")} at once` : "none";
  throw new InvalidScheme(`The scheme has to be exactly one, and is ${found}.`, {
    path: ["versions", String(index), "scheme"],
    remedy: `Set exactly one of ${FIELDS.join(", ")}.`,
  });
}

interface WithScheme {
  readonly scheme?: ScoringSchemeInput | null;
}

/** Runs the work; what it refuses inside a scheme gets the path that leads there in the input. */
export async function withInputPaths<T>(versions: readonly WithScheme[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const all = refusalsIn(error).map((one) => atPath(one, inputPath(one.path, versions)));
    throw all.length === 1 ? all[0]! : new Refusals(all);
  }
}

/** `versions 0 scheme levels 2 from` is `versions 0 scheme levels levels 2 from` where each scheme has its field. */
function inputPath(path: readonly string[], versions: readonly WithScheme[]): readonly string[] {
  const [list, index, field, ...rest] = path;
  if (list !== "versions" || field !== "scheme" || rest.length === 0) return path;
  const [chosen] = chosenOf(versions[Number(index)]?.scheme ?? {});
  return chosen ? [list, index!, field, chosen, ...(rest[0] === "kind" ? [] : rest)] : path;
}
