import { DomainError, Refusals } from "../../shared/errors";
import { InvalidField } from "../../shared/input";
import { formulaTroubles } from "../catalogue-check.rules";
import { namesIn, parseFormula } from "../formula.rules";
import type { Parameters } from "../kpi-definition";
import { bindTree, formulaFrom, unknownMeasures, type FindMeasure, type KpiFormula } from "../kpi-formula.rules";
import { InvalidFormula } from "../kpi.errors";
import { quotientOf } from "../quotient.rules";
import type { KpiHead } from "./own-kpi.schema";
import { UndeclaredParameter } from "./own.errors";

export interface WrittenFormula {
  readonly formula: string;
  readonly sample: string | null;
}

/** A formula as it was written: positions of what it is made of are those of the text. */
export function boundFormula(written: WrittenFormula, parameters: Parameters, find: FindMeasure): KpiFormula {
  const { numerator, denominator } = quotientOf(parseFormula(written.formula));
  return formulaFrom({
    numerator: bindTree(numerator, parameters, find),
    denominator: denominator && bindTree(denominator, parameters, find),
    sample: written.sample === null ? null : bindTree(parseFormula(written.sample), parameters, find),
    requires: null,
  });
}

/** Everything that is wrong with a formula of a KPI: its place in the text, what is wrong, and what to do. */
export function refusalsOfFormula(head: KpiHead, written: WrittenFormula, find: FindMeasure): DomainError[] {
  const unreadable = [
    ...attempted(() => unknownMeasures(written.formula, find)).map((one) => at(one, "formula")),
    ...attempted(() => (written.sample === null ? [] : unknownMeasures(written.sample, find))).map((one) =>
      at(one, "sample"),
    ),
  ];
  if (unreadable.length > 0) return unreadable;
  const undeclared = undeclaredParameters(head, written, find);
  if (undeclared.length > 0) return undeclared;
  const settings = settingsOf(head);
  const bound = (parameters: Parameters): KpiFormula => boundFormula(written, parameters, find);
  return formulaTroubles(head.unit, settings, bound).map(({ text, ...trouble }) => {
    const side = text === "sample" ? "sample" : "formula";
    return at(new InvalidFormula(written[side] ?? "", trouble.position, trouble.trouble, trouble.remedy), side);
  });
}

const at = (error: DomainError, field: string): DomainError =>
  Object.create(error, { path: { value: [field, ...error.path], enumerable: true } }) as DomainError;

function attempted(work: () => DomainError[]): DomainError[] {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusals) return [...error.all];
    if (error instanceof DomainError) return [error];
    throw error;
  }
}

function undeclaredParameters(head: KpiHead, { formula }: WrittenFormula, find: FindMeasure): DomainError[] {
  const declared = new Set(head.parameters.map(({ name }) => name));
  const seen = new Set<string>();
  return namesIn(parseFormula(formula)).flatMap(({ code, position }) =>
    (find(code)?.parameters ?? []).flatMap((name) => {
      if (declared.has(name) || seen.has(name)) return [];
      seen.add(name);
      return [at(new UndeclaredParameter(code, position, name), "formula")];
    }),
  );
}

/** What is wrong with the parameters themselves. */
export const refusalsOfParameters = ({ parameters }: KpiHead): DomainError[] =>
  parameters.flatMap(({ name, minimum, maximum, default: usual }, index) => {
    const path = ["parameters", String(index)];
    const isTwice = parameters.findIndex((one) => one.name === name) < index;
    return [
      ...(isTwice ? [new InvalidField(`"${name}" is declared twice.`, { path: [...path, "name"] })] : []),
      ...(minimum <= usual && usual <= maximum
        ? []
        : [
            new InvalidField(`The default ${usual} of ${name} is not from ${minimum} to ${maximum}.`, {
              path: [...path, "default"],
              remedy: "Write a default within the two.",
            }),
          ]),
    ];
  });

/** Every parameter at its default, minimum and maximum, in all combinations as long as those are few. */
function settingsOf({ parameters }: KpiHead): Parameters[] {
  return parameters.reduce<Parameters[]>(
    (settings, { name, default: usual, minimum, maximum }) =>
      settings.length > 200
        ? settings.map((one) => ({ ...one, [name]: usual }))
        : settings.flatMap((one) =>
            [...new Set([usual, minimum, maximum])].map((value) => ({ ...one, [name]: value })),
          ),
    [{}],
  );
}
