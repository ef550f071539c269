import { BandsGap, BandsOverlap } from "../kpis/bands.errors";
import { PaysForWorse } from "../objectives/clauses/clause.errors";
import { UnknownReference } from "../platform/definitions/by-code";
import type { DomainError } from "../shared/errors";
import { atPath } from "../shared/gathering";
import type { Problem } from "./problem";
import { problemOf, withKnownFields, type SetupItem } from "./setup-item";

/**
 * The definitions of one kind while they are tried: what is refused is set aside, so that another round shows what
 * else is wrong. Nothing of a trial with refusals is kept.
 */
export class Trial {
  private readonly tried: unknown[];
  private readonly refused = new Map<string, { index: number; error: DomainError }>();
  private readonly aside = new Set<string>();

  constructor(private readonly items: readonly SetupItem[]) {
    this.tried = items.map(({ input }) => input);
  }

  get inputs(): readonly unknown[] {
    return this.tried;
  }

  /** Notes refusals, whose paths begin with a place in the list. Answers whether another round may show more. */
  setAside(refusals: readonly DomainError[]): boolean {
    let isWorthAnother = false;
    const before = [...this.aside];
    for (const error of refusals) {
      const [place, ...path] = error.path;
      const field = [place, ...path].join("/");
      const note = `${error.code} ${field} ${error.message}`;
      if (this.refused.has(note) || this.aside.has(field) || isAboutTheRest(error, before)) continue;
      this.refused.set(note, { index: Number(place), error: atPath(error, path) });
      const smaller = without(this.tried[Number(place)], path);
      if (smaller === null) continue;
      this.tried[Number(place)] = smaller;
      this.aside.add(field);
      isWorthAnother = true;
    }
    return isWorthAnother;
  }

  /**
   * What is wrong, where it stands. References to what failed itself are left out, and what failed here joins `failed`
   * (`contract care`).
   */
  problems(failed: Set<string>): Problem[] {
    const all = [...this.refused.values()];
    const own = all.filter(
      ({ error }) => !(error instanceof UnknownReference && failed.has(`${error.kind} ${error.key}`)),
    );
    for (const { index } of all) failed.add(nameOf(this.items[index]!));
    return own.map(({ index, error }) => problemOf(withKnownFields(error, this.items[index]!), this.items[index]!));
  }
}

/** Whether it compares entries of a list of which a value was set aside before: it would not be said of the whole list. */
function isAboutTheRest(error: DomainError, before: readonly string[]): boolean {
  if (!(error instanceof BandsGap || error instanceof BandsOverlap || error instanceof PaysForWorse)) return false;
  const list = error.path.slice(0, 1 + error.path.findLastIndex((step) => step === "bands" || step === "knots"));
  return list.length > 0 && before.some((field) => field.startsWith(`${list.join("/")}/`));
}

const nameOf = ({ kind, input }: SetupItem): string => `${kind.toLowerCase()} ${String(input["code"])}`;

/** The value without the field at a path; null where there is none to take away. Places in lists stay as they are. */
export function without(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined || typeof value !== "object" || value === null || !(step in value)) return null;
  const inner = (value as Record<string, unknown>)[step];
  if (rest.length > 0) {
    const smaller = without(inner, rest);
    return smaller === null ? null : replaced(value, step, smaller);
  }
  if (Array.isArray(value)) return null;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== step));
}

function replaced(value: object, step: string, inner: unknown): unknown {
  if (Array.isArray(value)) return value.map((one: unknown, index) => (String(index) === step ? inner : one));
  return { ...value, [step]: inner };
}
