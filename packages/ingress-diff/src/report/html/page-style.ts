/** The style of the page: light and dark by the reader's setting, one column on a phone, plain on paper. */
export const pageStyle = `
:root { color-scheme: light dark; --back: #fff; --card: #f5f7f9; --text: #1b1f24; --dim: #57606a; --line: #d0d7de;
  --bad: #b3261e; --warn: #7d5200; --good: #1a6b33; --note: #0b5cad; }
@media (prefers-color-scheme: dark) {
  :root { --back: #0f1419; --card: #171d24; --text: #e6e9ee; --dim: #9aa4b0; --line: #2f3843;
    --bad: #ff8a80; --warn: #e8b339; --good: #5fd38a; --note: #79b8ff; }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0 auto; max-width: 90rem; padding: 1rem 1.25rem 3rem; background: var(--back); color: var(--text);
  font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .5rem 0 .25rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1rem; font-weight: 400; margin: 0; }
p { margin: .25rem 0; }
a { color: var(--note); }
code, td, svg text, dd.fix { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: 13px; }
.dim, dt, th { color: var(--dim); }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; }
:focus-visible { outline: 2px solid var(--note); outline-offset: 2px; }
.counts { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; margin: .75rem 0 0; padding: 0; }
.counts li { border: 1px solid var(--line); border-radius: 1rem; padding: .1rem .75rem; }
.counts .failing, .failing .sign, tr.failing td:first-child { color: var(--bad); }
.counts .unknown, .unknown .sign, tr.unknown td:first-child { color: var(--warn); }
.counts .ok, tr.ok td:first-child { color: var(--good); }
.info .sign { color: var(--note); }
.sign, .counts b, td:first-child { font-weight: 600; }
.findings { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem; }
.findings > li { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--line);
  border-radius: 6px; padding: .6rem .9rem; }
.findings > li.failing { border-left-color: var(--bad); }
.findings > li.unknown { border-left-color: var(--warn); }
.findings > li.info { border-left-color: var(--note); }
.findings > li:target { outline: 2px solid var(--note); }
dl { display: grid; grid-template-columns: 5.5rem 1fr; gap: .1rem .5rem; margin: .4rem 0 0; }
dd { margin: 0; min-width: 0; font-size: 14px; }
dt { font-size: 14px; }
dd ul { margin: .25rem 0; padding-left: 1.2rem; }
.graph { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; padding: .75rem; }
svg { display: block; }
svg rect { fill: var(--card); stroke: var(--line); }
svg text { fill: var(--text); font-size: 12px; }
svg text.head { fill: var(--dim); }
svg path { fill: none; stroke: var(--line); stroke-width: 1.5; }
svg path.failing, svg .failing rect { stroke: var(--bad); }
svg path.unknown, svg .unknown rect { stroke: var(--warn); stroke-dasharray: 4 3; }
form { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin: .5rem 0; }
label { min-width: 0; max-width: 16rem; display: grid; gap: .15rem; font-size: .85rem; color: var(--dim); }
input, select, button { font: inherit; font-size: 15px; color: var(--text); background: var(--back);
  border: 1px solid var(--dim); border-radius: 5px; padding: .3rem .5rem; min-height: 2.2rem; max-width: 100%; }
input, select { width: 100%; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .9rem .3rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; font-size: .85rem; }
td:first-child { white-space: nowrap; }
td { overflow-wrap: break-word; }
td a { display: inline-block; }
.rows { overflow-x: auto; }
.notes { margin-top: .75rem; }
.notes summary { cursor: pointer; margin-bottom: .5rem; }
@media (max-width: 50rem) {
  thead { position: absolute; left: -100rem; }
  table, tbody { display: block; }
  tr { display: grid; grid-template-columns: 1fr; padding: .6rem 0; border-bottom: 1px solid var(--line); }
  td { border: 0; padding: 0; overflow-wrap: anywhere; display: grid; grid-template-columns: 5.5rem 1fr; gap: .5rem; }
  td:empty { display: none; }
  td::before { color: var(--dim); font: 400 .85rem/1.6 system-ui, sans-serif; }
  td:nth-child(1)::before { content: "State"; }
  td:nth-child(2)::before { content: "Ingress"; }
  td:nth-child(3)::before { content: "Route"; }
  td:nth-child(4)::before { content: "Backend"; }
  td:nth-child(5)::before { content: "Cluster"; }
  td:nth-child(6)::before { content: "Class"; }
  td:nth-child(7)::before { content: "Address"; }
  td:nth-child(8)::before { content: "Findings"; }
  form label { flex: 1 1 8rem; }
  dl { grid-template-columns: 4.2rem 1fr; }
}
@media print {
  :root { --back: #fff; --card: #fff; --text: #000; --dim: #444; --line: #999; --bad: #b3261e; --warn: #7d5200;
    --good: #1a6b33; --note: #000; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  form, .skip { display: none !important; }
  .findings > li, tr { break-inside: avoid; }
  .graph, .rows { overflow: visible; border: 0; padding: 0; }
  svg { max-width: 100%; height: auto; }
}
`;
