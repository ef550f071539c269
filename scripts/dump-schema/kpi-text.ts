import { KPIS } from "../../src/kpis/catalogue/kpis";
import { MEASURES } from "../../src/kpis/catalogue/measures";
import type { Dialect, KpiDefinition, KpiFamily, ParameterDefinition } from "../../src/kpis/kpi-definition";
import type { Measure } from "../../src/kpis/measure-definition";

/** The catalogue as a page for people: what each KPI means, in which words, and by which formula. */
export function kpiText(): string {
  const families = [...new Set(KPIS.map(({ family }) => family))];
  return [
    ...HEADER,
    ...families.map(contents),
    "",
    ...families.flatMap((family) => [`## ${TITLES[family]}`, "", ...KPIS.filter(isOf(family)).flatMap(section)]),
    "## Measures",
    "",
    "What formulas add up. All are whole numbers: counts, seconds, minor units of money, or fractions of points as their names say.",
    "",
    "| measure | stream | counted on the day it was | parameters | meaning |",
    "| --- | --- | --- | --- | --- |",
    ...MEASURES.map(measureRow),
    "",
  ].join("\n");
}

const HEADER = [
  "<!-- Generated from the catalogue by `npm run schema`. Change src/kpis/catalogue, not this. -->",
  "",
  "# KPIs",
  "",
  "Every KPI of the catalogue. The API gives the same as `kpis`, in four languages; [KPIs of one's own](own-kpis.md) join them.",
  "",
  "- **Numerator ÷ denominator** are formulas over [measures](#measures). `at_end(x)` is the level that the flow x has reached when the",
  "  period ends, `at_start(x)` when it begins, `day_sum(x)` the level of each day added up; `days` are the days of the period, up to",
  "  today while it runs.",
  "- **A share** is part of its whole, 0 to 100 %; **a percentage** is a ratio that may pass 100 %. Nothing in the denominator: no data, never 0 %.",
  "- **Roll-up**: additive values of services and days add up; for ratios, numerators and denominators do; semi-additive ones (a level at",
  "  an instant) add up over services, not over days; distributions are worked out from single facts or people.",
  "- **Percentiles** P50, P90 and P95 as dialects are exact, from single facts; those beside a figure and in trends are within 1 %.",
  "",
];

const TITLES: Readonly<Record<KpiFamily, string>> = {
  efficiency: "Speed and handling",
  quality: "Quality and satisfaction",
  demand: "Demand and backlog",
  workforce: "Time and staffing",
  cost: "Cost",
  people: "People",
};

const isOf =
  (family: KpiFamily) =>
  (kpi: KpiDefinition): boolean =>
    kpi.family === family;

const contents = (family: KpiFamily): string =>
  `- ${TITLES[family]}: ${KPIS.filter(isOf(family))
    .map(({ code, names }) => `[${names.en}](#${code.toLowerCase()})`)
    .join(", ")}`;

function section(kpi: KpiDefinition): string[] {
  const { code, names, descriptions, dialects, parameters } = kpi;
  return [
    `### ${code}`,
    "",
    `**${names.en}** · ${names.it} · ${names.hr} · ${names.zh}`,
    "",
    descriptions.en,
    "",
    facts(kpi),
    "",
    "| dialect | numerator | denominator | meaning |",
    "| --- | --- | --- | --- |",
    ...dialects.map((dialect) => dialectRow(dialect, kpi)),
    "",
    ...(parameters.length === 0 ? [] : [...parameters.map(parameterLine), ""]),
  ];
}

function facts({ unit, direction, rollUp, attribution, channels, judges, source }: KpiDefinition): string {
  const better = { maximise: "higher is better", minimise: "lower is better", range: "best in between" }[direction];
  const only = { live: " · live channels only", asynchronous: " · asynchronous channels only", all: "" }[channels];
  return `${unit} · ${better} · ${rollUp} · counted when ${attribution}${only} · judges ${judges.join(", ")}. ${source}`;
}

function dialectRow(dialect: Dialect, { defaultDialect }: KpiDefinition): string {
  const { code, numerator, denominator, description, percentile, people } = dialect;
  const name = code === defaultDialect ? `**${code}**` : code;
  const kind = percentile ? `P${percentile} of ` : people ? "people by " : "";
  return `| ${name} | ${kind}\`${numerator}\` | ${denominator === null ? "" : `\`${denominator}\``} | ${description} |`;
}

const parameterLine = (one: ParameterDefinition): string =>
  `- \`${one.name}\` (${one.unit}, ${one.minimum} to ${one.maximum.toLocaleString("en")}, else ${one.default}): ${one.description}`;

const measureRow = ({ code, stream, attribution, parameters, description }: Measure): string =>
  `| \`${code}\` | ${stream} | ${attribution} | ${parameters.map((one) => `\`${one}\``).join(", ")} | ${description} |`;
