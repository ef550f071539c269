import * as echarts from "echarts";
import type { PackageChart } from "./package-document";

const INK = "#1d2733";
const MUTED = "#6b7885";
const RULE = "#e4e8ec";
const MET = "#1f7a5c";
const MISSED = "#c2412d";
const LINE = "#33587a";

/** A daily line with its target, as an SVG of its own: no script, no outside fonts. Days without data leave a gap. */
export function chartSvg(chart: PackageChart): string {
  const instance = echarts.init(null, null, { renderer: "svg", ssr: true, width: 760, height: 210 });
  try {
    instance.setOption(optionOf(chart));
    return scalable(instance.renderToSVGString(), chart);
  } finally {
    instance.dispose();
  }
}

function optionOf(chart: PackageChart): echarts.EChartsCoreOption {
  const scale = chart.unit === "share" ? 100 : 1;
  const target = Number(chart.target) * scale;
  const values = chart.points.map((point) => (point.value === null ? null : Number(point.value) * scale));
  const known = values.filter((value): value is number => value !== null);
  return {
    animation: false,
    textStyle: { fontFamily: "system-ui, sans-serif", color: INK },
    grid: { left: 46, right: 18, top: 22, bottom: 26 },
    xAxis: {
      type: "category",
      data: chart.points.map((point) => point.day.slice(8)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: RULE } },
      axisLabel: { color: MUTED, fontSize: 10, interval: chart.points.length > 40 ? 6 : 1 },
    },
    yAxis: {
      type: "value",
      ...bounds([...known, target], chart.unit),
      axisLabel: { color: MUTED, fontSize: 10, formatter: chart.unit === "share" ? "{value} %" : "{value}" },
      splitLine: { lineStyle: { color: RULE } },
    },
    series: [series(chart, values, target)],
  };
}

function series(chart: PackageChart, values: readonly (number | null)[], target: number): object {
  const isMet = (value: number): boolean => (chart.direction === "minimise" ? value <= target : value >= target);
  return {
    type: "line",
    connectNulls: false,
    symbol: "circle",
    symbolSize: 7,
    lineStyle: { color: LINE, width: 1.6 },
    data: values.map((value) =>
      value === null ? { value: "-" } : { value, itemStyle: { color: isMet(value) ? MET : MISSED } },
    ),
    markLine: {
      silent: true,
      symbol: "none",
      lineStyle: { color: INK, type: "dashed", width: 1.1 },
      label: { formatter: `target ${chart.targetDisplay}`, position: "insideEndTop", color: INK, fontSize: 10 },
      data: [{ yAxis: target }],
    },
  };
}

/** Room around what is shown; shares stay within 0 and 100. */
function bounds(values: readonly number[], unit: PackageChart["unit"]): { min: number; max: number } {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = Math.max((high - low) * 0.15, unit === "share" ? 2 : 1);
  const min = Math.max(0, Math.floor(low - room));
  const max = Math.ceil(high + room);
  return { min, max: unit === "share" ? Math.min(100, max) : max };
}

/** Lets the picture take the width it is given, and tells a screen reader what it shows. */
function scalable(svg: string, chart: PackageChart): string {
  const label = `${chart.title}, by day, target ${chart.targetDisplay}`.replace(/[<>&"]/g, " ");
  return svg.replace(/^<svg width="\d+" height="\d+"/, `<svg role="img" aria-label="${label}"`);
}
