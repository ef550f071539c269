import { Decimal } from "../../shared/decimal";
import { Gathering } from "../../shared/gathering";
import { nearest } from "../../shared/nearest";
import type { LevelRounding, LevelScheme } from "../scoring-scheme";
import { closedBounds, type Band } from "./bands.rules";
import { ascends } from "./levels.rules";
import { readAll, type SchemeKpi } from "./scheme-kpi.rules";
import { InvalidScheme, SchemeFalls } from "./scheme.errors";
import type { WrittenScheme } from "./scheme.schema";

type Written = WrittenScheme<"levels">;

/** Levels from worst to best, each with the worst value still of it; ranges become such bounds. */
export function readLevels(written: Written, kpi: SchemeKpi): LevelScheme {
  refuseNames(written);
  refuseFallingScores(written, kpi);
  const bands = readBands(written, kpi);
  const { kind, decimals } = written.rounding;
  const rounding: LevelRounding = kind === "continuous" ? { kind } : { kind, decimals: decimals! };
  const bounds = closedBounds(bands, { rounding, isRising: isRising(bands, kpi), unit: kpi.unit });
  const levels = written.levels.map(({ level, score }, index) => ({ level, score, from: bounds[index]! }));
  return { kind: "levels", rounding, levels, meets: written.meets };
}

function refuseNames({ levels, meets }: Written): void {
  const gathering = new Gathering();
  const names = levels.map(({ level }) => level);
  names.forEach((name, index) => {
    if (names.indexOf(name) < index) gathering.add(twice(name, ["levels", String(index), "level"]));
  });
  if (!names.includes(meets)) {
    const meant = nearest(meets, names);
    const remedy = meant ? `Did you mean "${meant}"?` : `Write one of ${names.join(", ")}.`;
    gathering.add(new InvalidScheme(`There is no level "${meets}".`, { path: ["meets"], remedy }));
  }
  gathering.throwIfAny();
}

const twice = (name: string, path: readonly string[]): InvalidScheme =>
  new InvalidScheme(`There are two levels "${name}".`, { path, remedy: "Give each level a name of its own." });

function refuseFallingScores({ levels }: Written, { code }: SchemeKpi): void {
  const index = levels.findIndex(({ score }, at) => at > 0 && new Decimal(score).lt(levels[at - 1]!.score));
  if (index === -1) return;
  throw new SchemeFalls(levels[index - 1]!.score, levels[index]!.score, {
    path: ["levels", String(index), "score"],
    remedy: `Write the levels of ${code} from the worst to the best: a better level must not score less.`,
  });
}

function readBands({ levels }: Written, kpi: SchemeKpi): Band[] {
  const written = levels.flatMap(({ from, to }, index) =>
    Object.entries({ from, to }).flatMap(([field, value]) =>
      value === null ? [] : [[value, ["levels", String(index), field]] as const],
    ),
  );
  const exact = new Map(readAll(kpi, written).map((value, at) => [written[at]![1].join(), value]));
  const bound = (index: number, field: "from" | "to") => {
    const text = levels[index]![field];
    return text === null ? null : { text, value: exact.get(["levels", String(index), field].join())! };
  };
  return levels.map(({ order }, index) => ({ from: bound(index, "from"), to: bound(index, "to"), order }));
}

/** Where the best lies in between, the bounds themselves must say which way is better. */
function isRising(bands: readonly Band[], { code, direction }: SchemeKpi): boolean {
  if (direction !== "range") return direction === "maximise";
  const bounds = bands.flatMap(({ from }) => (from ? [from.value] : []));
  if (bounds.length > 1) return ascends(bounds);
  throw new InvalidScheme(`Which way ${code} gets better cannot be told from ${bounds.length} bound.`, {
    path: ["levels"],
    remedy: 'Its best lies in between. Write three levels or more, or the scheme "around".',
  });
}
