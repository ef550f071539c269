import * as echarts from "echarts";
import { display } from "../kpis/kpi-display.rules";
import { dayLabels, niceAxis, type Axis } from "./package-axis.rules";
import type { PackageChart, PackagePoint } from "./package-document";
import { COLOURS } from "./package-style";

/** A daily line with its target, as an SVG of its own: no script, no outside fonts. Days without data leave a gap. */
export function chartSvg(chart: PackageChart): string {
  const instance = echarts.init(null, null, { renderer: "svg", ssr: true, width: 760, height: 190 });
  try {
    instance.setOption(optionOf(chart));
    return scalable(instance.renderToSVGString(), chart);
  } finally {
    instance.dispose();
  }
}

function optionOf(chart: PackageChart): echarts.EChartsCoreOption {
  const axis = axisOf(chart);
  const label = { color: COLOURS.muted, fontSize: 10 };
  const labels = dayLabels(chart.points.map(({ day }) => day));
  return {
    animation: false,
    textStyle: { fontFamily: "system-ui, sans-serif", color: COLOURS.ink },
    grid: { left: 56, right: 78, top: 10, bottom: 22 },
    xAxis: {
      type: "category",
      data: labels,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: COLOURS.rule } },
      axisLabel: { ...label, interval: (index: number) => labels[index] !== "" },
    },
    yAxis: {
      type: "value",
      ...{ min: axis.min, max: axis.max, interval: axis.step },
      axisLabel: { ...label, formatter: (value: number) => axisText(chart, value) },
      splitLine: { lineStyle: { color: COLOURS.rule } },
    },
    series: [closedDays(chart, axis), line(chart)],
  };
}

function axisOf(chart: PackageChart): Axis {
  const known = chart.points.flatMap(({ value }) => (value === null ? [] : scaled(chart, value)));
  return niceAxis([...known, scaled(chart, chart.target)], chart.unit);
}

/** Percentages for shares, so that round bounds are round to the eye. */
const scaled = ({ unit }: PackageChart, value: string): number => Number(value) * (isPercentage(unit) ? 100 : 1);

const isPercentage = (unit: PackageChart["unit"]): boolean => unit === "share" || unit === "percent";

const axisText = ({ unit, currency }: PackageChart, value: number): string =>
  isPercentage(unit) ? `${value} %` : display({ unit, precision: 0 }, String(value), "en", currency);

/** Shade behind days on which nobody works; on its own series, for a shade of a point's own width. */
function closedDays(chart: PackageChart, { max }: Axis): object {
  return {
    type: "bar",
    silent: true,
    barWidth: "100%",
    itemStyle: { color: COLOURS.closed },
    data: chart.points.map(({ isOpen }) => (isOpen ? "-" : max)),
  };
}

function line(chart: PackageChart): object {
  return {
    type: "line",
    silent: true,
    connectNulls: false,
    showAllSymbol: true,
    symbol: "circle",
    lineStyle: { color: COLOURS.line, width: 1.5 },
    data: chart.points.map((point) =>
      point.value === null
        ? { value: "-" }
        : { value: scaled(chart, point.value), ...lookOf(point, chart.points.length > 100 ? 3 : 7) },
    ),
    markLine: {
      silent: true,
      symbol: "none",
      lineStyle: { color: COLOURS.ink, type: "dashed", width: 1.1 },
      label: {
        formatter: chart.targetDisplay,
        position: "end",
        color: COLOURS.ink,
        fontSize: 10.5,
        fontWeight: "bold",
      },
      data: [{ yAxis: scaled(chart, chart.target) }],
    },
  };
}

/** Not by colour alone: missed days are diamonds, days with too few facts hollow. */
function lookOf({ outcome }: PackagePoint, symbolSize: number): object {
  if (outcome === "met") return { symbolSize, itemStyle: { color: COLOURS.met } };
  if (outcome === "missed" || outcome === "below_minimum")
    return { symbol: "diamond", symbolSize: symbolSize + 2, itemStyle: { color: COLOURS.missed } };
  return { symbolSize, itemStyle: { color: "#ffffff", borderColor: COLOURS.muted, borderWidth: 1.4 } };
}

/**
 * Lets the picture take the width it is given and tells a screen reader what it shows. Leaves out what it does not need:
 * addresses of standards, styles for a mouse, and numbers that differ from one time to the next.
 */
function scalable(svg: string, chart: PackageChart): string {
  const label = `${chart.title}, by day, target ${chart.targetDisplay}`.replace(/[<>&"]/g, " ");
  return svg
    .replace(/^<svg width="\d+" height="\d+"/, `<svg role="img" aria-label="${label}"`)
    .replace(/<style[^]*?<\/style>/g, "")
    .replace(/ (xmlns(:\w+)?|version|baseProfile|class|pointer-events|ecmeta_\w+)="[^"]*"/g, "")
    .replace(/zr\d+-/g, `${chart.objectiveCode.replace(/[^\w-]/g, "_")}-`);
}
