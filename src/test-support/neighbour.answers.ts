import type { Answer } from "./api-client";
import type { Neighbour } from "./neighbour";
import type { WalkValues } from "./schema-walk";

export type Named = Pick<Neighbour, "idByType" | "codes">;

/**
 * Ids and codes of somebody, given by the names of arguments; a text of another name is a code of the kind, an id is of
 * what the document is about: another type's would be refused before anything is looked up.
 */
export const valuesOf = ({ idByType, codes }: Named, kind: string, about = kind): WalkValues => ({
  id: (name) => idByType.get(typeNamed(name)) ?? idByType.get(about) ?? "",
  text: (name) => textOfKpi(codes, kind)[name] ?? codes[name] ?? codes[lowered(kind)] ?? codes.contract ?? "",
});

/** Most documents name a built-in KPI, because one that nobody knows ends a request early. */
const textOfKpi = (codes: Named["codes"], kind: string): Readonly<Record<string, string>> => ({
  role: "agent",
  kpi: (kind === "Kpi" ? codes.kpi : undefined) ?? "SERVICE_LEVEL",
  dialect: kind === "Kpi" ? "CURRENT" : "SL-A",
  formula: `${codes.measure} / offered`,
});

const lowered = (word: string): string => word.replace(/^./, (first) => first.toLowerCase());
const typeNamed = (argument: string): string =>
  argument.replace(/Ids?$/, "").replace(/^./, (first) => first.toUpperCase());

/** Answers with what was asked for taken out, so that those about different things can be compared. */
export function withoutEchoes(answer: Answer, asked: Named): string {
  const words = [...asked.idByType.values(), ...Object.values(asked.codes)].sort((a, b) => b.length - a.length);
  const text = JSON.stringify({ data: answer.data, errors: answer.errors });
  const withoutWords = words.reduce((rest, word) => rest.replaceAll(word, "…"), text);
  return withoutWords.replace(ID_OF_IMPORT, "…");
}

/** Each sending is an import of its own. */
const ID_OF_IMPORT = new RegExp(`${Buffer.from("Import:").toString("base64url").slice(0, 9)}[A-Za-z0-9_-]{40,}`, "g");

/** Codes of what the payload of a mutation refused. */
export const refusalsIn = ({ data }: Answer): string[] =>
  Object.values(data ?? {}).flatMap((payload) =>
    ((payload as { errors?: { code: string }[] } | null)?.errors ?? []).map(({ code }) => code),
  );

/** Codes of what went wrong besides. */
export const codesOf = ({ errors }: Answer): string[] => errors.map(({ code }) => code);

/** Finds what gives a neighbour away, whose every text has the mark in it. */
export class GivenAway {
  constructor(
    private readonly theirs: Neighbour,
    private readonly mark: string,
  ) {}

  /** Every string in a value that tells of theirs. */
  in(value: unknown): string[] {
    if (typeof value === "string") return this.isTelling(value) ? [value] : [];
    return typeof value === "object" && value !== null ? Object.values(value).flatMap((one) => this.in(one)) : [];
  }

  /** What an answer says beyond what was asked: an echo of a code that the viewer wrote tells nothing. */
  by(answer: Answer): string[] {
    return this.in(JSON.parse(withoutEchoes(answer, this.theirs)));
  }

  private isTelling(text: string): boolean {
    const opened = Buffer.from(text, "base64url").toString("utf8");
    return text.includes(this.mark) || [...this.theirs.ids].some((id) => text.includes(id) || opened.includes(id));
  }
}
