/** Colours of page and charts: text on white has a contrast of at least 4.5. */
export const COLOURS = {
  ink: "#1d2733",
  muted: "#5c6975",
  rule: "#dfe4e9",
  soft: "#f4f6f8",
  closed: "#f1f3f5",
  met: "#1f7a5c",
  missed: "#b23a27",
  doubt: "#86600c",
  line: "#4a6b8a",
  accent: "#2b4d6e",
} as const;

const VARIABLES = Object.entries(COLOURS)
  .map(([name, value]) => `--${name}: ${value};`)
  .join(" ");

/** One style for screen and paper. System fonts only: the page must be whole without a network. */
export const PACKAGE_STYLE = `
:root { color-scheme: light; ${VARIABLES} }
* { box-sizing: border-box; }
body { margin: 0; background: #eceff2; color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 1000px; margin: 32px auto; background: #fff; padding: 44px 52px 48px; border-radius: 6px; box-shadow: 0 1px 4px rgb(20 30 40 / 12%); }
header { border-bottom: 3px solid var(--accent); padding-bottom: 14px; margin-bottom: 22px; }
h1 { font-size: 28px; line-height: 1.2; margin: 2px 0 8px; letter-spacing: -0.01em; }
h2 { font-size: 19px; line-height: 1.3; margin: 40px 0 4px; }
h3 { font-size: 15px; margin: 24px 0 2px; }
h3 span { color: var(--muted); font-weight: 400; font-size: 13px; margin-left: 6px; }
p { margin: 4px 0 10px; max-width: 62em; }
.eyebrow { text-transform: uppercase; letter-spacing: 0.08em; font-size: 12px; color: var(--accent); font-weight: 600; margin: 0; }
.note { color: var(--muted); font-size: 13.5px; }
.tiles { display: grid; grid-template-columns: repeat(4, 1fr); gap: 14px; }
.tile { border: 1px solid var(--rule); border-radius: 6px; padding: 11px 15px; }
.tile b { display: block; font-size: 23px; line-height: 1.3; white-space: nowrap; }
.tile span { display: block; color: var(--muted); font-size: 13px; line-height: 1.35; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 8px 0 6px; font-size: 14px; line-height: 1.4; }
th { text-align: left; font-weight: 600; color: var(--muted); font-size: 12.5px; border-bottom: 1.5px solid var(--ink); padding: 6px 12px 6px 0; vertical-align: bottom; }
td { border-bottom: 1px solid var(--rule); padding: 6px 12px 6px 0; vertical-align: top; }
th:last-child, td:last-child { padding-right: 0; }
.n { text-align: right; white-space: nowrap; }
th.n.wrap { white-space: normal; }
.now { font-weight: 650; background: var(--soft); padding-left: 12px; }
.after { padding-left: 16px; }
.name { width: 32%; } .reason { width: 44%; }
small { color: var(--muted); display: block; font-weight: 400; font-size: 12.5px; }
.compact td { padding-top: 3px; padding-bottom: 3px; font-size: 13.5px; }
.compact .name { width: 40%; }
.family th { border-bottom: 1px solid var(--rule); color: var(--accent); font-size: 12px; padding-top: 9px; }
.whole { white-space: nowrap; }
.compact small { display: inline; margin-left: 4px; }
.divide td { border-bottom: 1px solid var(--muted); }
.badge { display: inline-block; border-radius: 3px; padding: 0 7px; font-size: 12.5px; font-weight: 600; white-space: nowrap; }
.met { background: #e5f3ed; color: #17644b; }
.missed, .below_minimum { background: #fbe9e5; color: #9c2f1e; }
.undetermined, .not_measured { background: #f6eedb; color: #745208; }
.better { color: var(--met); } .worse { color: var(--missed); }
figure { margin: 14px 0 16px; break-inside: avoid; }
figcaption { font-weight: 600; margin-bottom: 2px; }
figcaption span { font-weight: 400; color: var(--muted); font-size: 13.5px; margin: 0 8px; }
figure svg { width: 100%; height: auto; display: block; }
.key { font-size: 13px; color: var(--muted); }
.key span { white-space: nowrap; margin-right: 14px; } .key svg { width: 11px; height: 11px; margin-right: 5px; vertical-align: -1px; }
h4 { font-size: 14px; margin: 16px 0 2px; } h4 span { color: var(--muted); font-weight: 400; font-size: 13px; margin-left: 8px; }
.steps { margin: 2px 0 10px; padding-left: 22px; font-size: 13.5px; line-height: 1.5; } .steps i { color: var(--muted); font-style: normal; } .steps b { font-weight: 600; }
dl { font-size: 13px; line-height: 1.45; margin: 6px 0; }
dt { font-weight: 600; margin-top: 7px; } dd { margin: 0; color: var(--muted); }
footer { margin-top: 40px; border-top: 1px solid var(--rule); padding-top: 10px; color: var(--muted); font-size: 12.5px; }
footer p { margin: 2px 0; max-width: none; overflow-wrap: anywhere; }
@media (max-width: 720px) {
  body { background: #fff; }
  main { margin: 0; padding: 22px 16px; border-radius: 0; box-shadow: none; }
  h1 { font-size: 24px; }
  .tiles { grid-template-columns: repeat(2, 1fr); }
  .scroll > table { min-width: 720px; } .scroll > svg, .scroll > div { min-width: 600px; }
  .scroll td:first-child, .scroll th:first-child { position: sticky; left: 0; background: #fff; }
  .latest td:first-child, .latest th:first-child { min-width: 0; max-width: 150px; overflow-wrap: anywhere; }
  .latest { direction: rtl; } .latest > * { direction: ltr; } /* opens at the reviewed period */
}
@page { size: A4; margin: 14mm 14mm 17mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #5c6975; } }
@media print {
  body { background: #fff; font-size: 9.5pt; line-height: 1.4; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  main { margin: 0; padding: 0; max-width: none; box-shadow: none; border-radius: 0; }
  header { padding-bottom: 8px; margin-bottom: 14px; } h1 { font-size: 19pt; } h2 { font-size: 13pt; margin-top: 22px; } h3 { font-size: 10.5pt; margin-top: 14px; }
  h2, h3, .lead { break-after: avoid; } tr, .tile, .keep { break-inside: avoid; } thead { display: table-header-group; }
  .tiles { grid-template-columns: repeat(4, 1fr); gap: 9px; } .tile { padding: 6px 10px; } .tile b { font-size: 14pt; } .tile span { font-size: 8pt; }
  table { font-size: 8.5pt; margin: 4px 0; } td { padding: 3.5px 9px 3.5px 0; } th, small, .compact td, .badge { font-size: 8pt; } .compact td { padding-top: 1.5px; padding-bottom: 1.5px; }
  .note, .key, dl, figcaption span { font-size: 8.5pt; } footer { font-size: 7.5pt; margin-top: 20px; }
  .scroll { overflow: visible; } .scroll td:first-child, .scroll th:first-child { position: static; }
  figure { margin: 8px 0 10px; }
}
`;
