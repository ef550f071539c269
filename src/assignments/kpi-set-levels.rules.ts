import { Decimal } from "../shared/decimal";
import { Gathering } from "../shared/gathering";
import { nearest } from "../shared/nearest";
import type { DomainError } from "../shared/errors";
import { InvalidLevels } from "./kpi-assignment.errors";
import type { KpiSetLevel } from "./kpi-set.entity";

/** Colours by name, told apart by lightness as well, for whoever does not see red and green. */
export const LEVEL_COLOURS: Readonly<Record<string, string>> = {
  red: "#a61b1b",
  orange: "#d9730d",
  amber: "#f2a900",
  yellow: "#f4d35e",
  "light-green": "#7bc47f",
  green: "#1b6e3c",
  blue: "#1f5fa8",
  grey: "#8a8f98",
};

/** What a document says of levels. */
interface WrittenLevel {
  readonly name: string;
  readonly colour: string;
  readonly from: string;
}

/**
 * Levels from worst to best, each from its lowest score to the next: without gaps, as the first is from 0.
 * | from       |                         |
 * | 0, 70, 85  | fine                    |
 * | 50, 70     | refused: nothing below 50 |
 * | 0, 85, 70  | refused: not ascending  |
 */
export function readLevels(written: readonly WrittenLevel[]): KpiSetLevel[] {
  const gathering = new Gathering();
  const names = written.map(({ name }) => name);
  const read = written.map(({ name, colour, from }, index) => {
    const at = ["levels", String(index)];
    if (names.indexOf(name) < index) gathering.add(twice(name, [...at, "name"]));
    const wrongOrder = orderProblem(from, written[index - 1], [...at, "from"]);
    if (wrongOrder) gathering.add(wrongOrder);
    return { name, colour: gathering.attemptNow(() => readColour(colour, [...at, "colour"]))!, from };
  });
  gathering.throwIfAny();
  return read;
}

const twice = (name: string, path: readonly string[]): DomainError =>
  new InvalidLevels(`There are two levels "${name}".`, { path, remedy: "Give each level a name of its own." });

function orderProblem(from: string, worse: WrittenLevel | undefined, path: readonly string[]): DomainError | null {
  if (!worse && new Decimal(from).isZero()) return null;
  if (!worse)
    return new InvalidLevels(`No level is said of scores below ${from}.`, {
      path,
      remedy: "Write the worst level first, from 0.",
    });
  if (new Decimal(from).gt(worse.from)) return null;
  return new InvalidLevels(`The level from ${from} comes after the one from ${worse.from}.`, {
    path,
    remedy: "Write levels from the worst to the best, each from a higher score than the one before.",
  });
}

function readColour(written: string, path: readonly string[]): string {
  const name = written.toLowerCase();
  if (Object.hasOwn(LEVEL_COLOURS, name)) return LEVEL_COLOURS[name]!;
  if (/^#[0-9a-f]{6}$/.test(name)) return name;
  const known = Object.keys(LEVEL_COLOURS);
  const meant = nearest(name, known);
  throw new InvalidLevels(`"${written}" is not a colour.`, {
    path,
    remedy: meant ? `Did you mean "${meant}"?` : `Write one of ${known.join(", ")}, or #rrggbb.`,
  });
}
