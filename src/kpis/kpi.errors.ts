import { DomainError } from "../shared/errors";
import type { ParameterDefinition } from "./kpi-definition";

interface Unknown {
  readonly given: string;
  readonly known: readonly string[];
  /** The known word that was probably meant. */
  readonly nearest: string | null;
}

const remedyFor = ({ known, nearest }: Unknown): string =>
  (nearest ? `Did you mean "${nearest}"? ` : "") + (known.length ? `Known: ${known.join(", ")}.` : "It takes none.");

export class UnknownKpi extends DomainError {
  readonly code = "UNKNOWN_KPI";
  constructor(unknown: Unknown, path: readonly string[] = ["kpi"]) {
    super(`There is no KPI "${unknown.given}" in the catalogue.`, { path, remedy: remedyFor(unknown) });
  }
}

export class UnknownDialect extends DomainError {
  readonly code = "UNKNOWN_DIALECT";
  constructor(kpiCode: string, unknown: Unknown) {
    super(`${kpiCode} has no dialect "${unknown.given}".`, { path: ["dialect"], remedy: remedyFor(unknown) });
  }
}

export class UnknownParameter extends DomainError {
  readonly code = "UNKNOWN_PARAMETER";
  constructor(kpiCode: string, unknown: Unknown) {
    super(`${kpiCode} has no parameter "${unknown.given}".`, {
      path: ["parameters", unknown.given],
      remedy: remedyFor(unknown),
    });
  }
}

export class ParameterOutOfRange extends DomainError {
  readonly code = "PARAMETER_OUT_OF_RANGE";
  constructor(kpiCode: string, parameter: ParameterDefinition, given: unknown) {
    super(`${parameter.name} of ${kpiCode} is ${JSON.stringify(given)}.`, {
      path: ["parameters", parameter.name],
      remedy: `Give a whole number of ${parameter.unit} from ${parameter.minimum} to ${parameter.maximum}.`,
    });
  }
}

export class InvalidFormula extends DomainError {
  readonly code = "INVALID_FORMULA";
  /** Where in the text the trouble begins; the first character is 1. */
  readonly position: number;
  constructor(formula: string, position: number, trouble: string, remedy?: string, path: readonly string[] = []) {
    super(`Formula "${excerpt(formula, position)}", ${placeOf(formula, position)}: ${trouble}`, {
      path,
      remedy:
        remedy ?? "Write measures joined by + − × ÷ and brackets, for example: answered / (answered + abandoned).",
    });
    this.position = position;
  }
}

/** `character 10`, or `line 2, character 3` where the text has several lines. */
function placeOf(formula: string, position: number): string {
  if (!formula.includes("\n")) return `character ${position}`;
  const before = formula.slice(0, position - 1).split("\n");
  return `line ${before.length}, character ${(before[before.length - 1] as string).length + 1}`;
}

const MOST_SHOWN = 200;

function excerpt(formula: string, position: number): string {
  if (formula.length <= MOST_SHOWN) return formula;
  const from = Math.max(0, Math.min(position - 1 - MOST_SHOWN / 2, formula.length - MOST_SHOWN));
  const until = from + MOST_SHOWN;
  return `${from > 0 ? "…" : ""}${formula.slice(from, until)}${until < formula.length ? "…" : ""}`;
}

/** A target relative to a baseline that cannot be worked out. */
export class InvalidBaseline extends DomainError {
  readonly code = "INVALID_BASELINE";
}

/** What an objective comes to that is not measured belongs to that objective alone. */
export class KpiNotMeasured extends DomainError {
  readonly code = "KPI_NOT_MEASURED";
  constructor(kpi: string) {
    super(`${kpi} is not measured: it is what an objective comes to that is put together or assessed.`, {
      path: ["kpi"],
      remedy: "Define an objective with `composite` or `question`; use, assign and enter values of measured KPIs only.",
    });
  }
}
