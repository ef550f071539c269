/** One style for screen and paper. System fonts only: the page must be whole without a network. */
export const PACKAGE_STYLE = `
:root { color-scheme: light; --ink: #1d2733; --muted: #64717e; --rule: #dfe4e9; --soft: #f5f7f9; --met: #1f7a5c; --missed: #b23a27; --warn: #96690e; --accent: #33587a; }
* { box-sizing: border-box; }
body { margin: 0; background: #eceff2; color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 1000px; margin: 32px auto; background: #fff; padding: 44px 52px 56px; border-radius: 6px; box-shadow: 0 1px 4px rgb(20 30 40 / 12%); }
header { border-bottom: 3px solid var(--accent); padding-bottom: 18px; margin-bottom: 26px; }
h1 { font-size: 28px; line-height: 1.2; margin: 2px 0 6px; letter-spacing: -0.01em; }
h2 { font-size: 19px; margin: 40px 0 4px; }
h3 { font-size: 15px; margin: 22px 0 4px; }
p { margin: 4px 0 12px; max-width: 46em; }
.eyebrow { text-transform: uppercase; letter-spacing: 0.08em; font-size: 12px; color: var(--accent); font-weight: 600; margin: 0; }
.note { color: var(--muted); font-size: 13.5px; }
.tiles { display: grid; grid-template-columns: repeat(4, 1fr); gap: 14px; margin: 18px 0 4px; }
.tile { border: 1px solid var(--rule); border-radius: 6px; padding: 12px 16px; }
.tile b { display: block; font-size: 24px; line-height: 1.25; }
.tile span { color: var(--muted); font-size: 13px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 8px 0 6px; font-size: 14px; }
th { text-align: left; font-weight: 600; color: var(--muted); font-size: 12.5px; border-bottom: 1.5px solid var(--ink); padding: 6px 10px 6px 0; vertical-align: bottom; }
td { border-bottom: 1px solid var(--rule); padding: 7px 10px 7px 0; vertical-align: top; }
.n { text-align: right; white-space: nowrap; }
.now { font-weight: 650; background: var(--soft); padding-left: 10px; }
small { color: var(--muted); display: block; font-weight: 400; font-size: 12.5px; }
.badge { display: inline-block; border-radius: 3px; padding: 0 7px; font-size: 12.5px; font-weight: 600; white-space: nowrap; }
.met { background: #e3f2ec; color: var(--met); }
.missed, .below_minimum { background: #fbe7e3; color: var(--missed); }
.undetermined, .not_measured { background: #f6eedb; color: var(--warn); }
.up { color: var(--met); } .down { color: var(--missed); }
figure { margin: 14px 0 18px; break-inside: avoid; }
figcaption { font-weight: 600; }
figure svg { width: 100%; height: auto; display: block; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 32px; }
.key { font-size: 13px; color: var(--muted); } .key i { display: inline-block; width: 9px; height: 9px; border-radius: 50%; margin: 0 5px 0 12px; }
footer { margin-top: 46px; border-top: 1px solid var(--rule); padding-top: 12px; color: var(--muted); font-size: 12.5px; overflow-wrap: anywhere; }
@media (max-width: 720px) { main { margin: 0; padding: 22px 18px; border-radius: 0; } .tiles { grid-template-columns: repeat(2, 1fr); } .pair { grid-template-columns: 1fr; gap: 0; } }
@page { size: A4; margin: 15mm 14mm 16mm; }
@media print {
  body { background: #fff; font-size: 10.5pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  main { margin: 0; padding: 0; max-width: none; box-shadow: none; border-radius: 0; }
  h2, h3 { break-after: avoid; } tr, .tile { break-inside: avoid; } thead { display: table-header-group; }
  table { font-size: 9.5pt; } .scroll { overflow: visible; }
}
`;
