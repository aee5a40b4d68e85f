import type { EvaluatedRoute, EvaluatedSource, Evaluation, RouteState } from "../../evaluate/evaluation.ts";
import type { Finding } from "../../evaluate/finding.ts";
import { objectKey } from "../../observe/object-key.ts";
import { countOf } from "../describe-finding.ts";
import { toRouteRow } from "../route-row.ts";
import { toHtml } from "./to-html.ts";

/** A page with more rows than this is slow to open; those that are not fine come first. */
const rowLimit = 4000;

const stateWords: Readonly<Record<RouteState, string>> = { failing: "✗ fails", unknown: "? not known", ok: "✓ ok" };

/** What the table needs in addition to the evaluation. */
export interface RouteTableOptions {
  /** Number of each finding's cause in the list above; those that are not listed have none. */
  readonly numberOf: ReadonlyMap<Finding, number>;
  readonly hasAllRows: boolean;
}

/**
 * Formats the table of routes with its filter. The filter is hidden until the script shows it: without a script there
 * is a table to read and nothing that does not work.
 */
export function formatRouteTable({ sources }: Evaluation, options: RouteTableOptions): string {
  const all = sources.flatMap((source) => source.routes.map((route) => ({ source, route })));
  const sorted = (["failing", "unknown", "ok"] as const).flatMap((state) =>
    all.filter(({ route }) => route.state === state)
  );
  const shown = options.hasAllRows ? sorted : sorted.slice(0, rowLimit);
  const left = sorted.length - shown.length;
  const namespaces = [...new Set(sources.map(({ source }) => source.ref.namespace))].sort();
  const rules = [...new Set(shown.flatMap(({ route }) => route.findings.map(({ rule }) => rule)))].sort();
  return [
    formatFilter(namespaces, rules),
    `<p id="count" role="status">${countOf(shown.length, "route")}</p>`,
    ...(left > 0
      ? [`<p class="dim">${left} more are not in this table; ingress-diff -o wide lists them all.</p>`]
      : []),
    '<div class="rows" tabindex="0" role="region" aria-labelledby="routes">',
    "<table>",
    "<thead><tr>" +
    ["State", "Ingress", "Route", "Backend", "In the cluster", "Class", "Address", "Findings"]
      .map((title) => `<th scope="col">${title}</th>`).join("") +
    "</tr></thead>",
    "<tbody>",
    ...shown.map(({ source, route }) => formatRow(source, route, options)),
    "</tbody>",
    "</table>",
    "</div>",
  ].join("\n");
}

function formatFilter(namespaces: readonly string[], rules: readonly string[]): string {
  const select = (id: string, label: string, values: readonly (readonly [string, string])[]): string =>
    `<label for="${id}">${label}<select id="${id}"><option value="">all</option>${
      values.map(([value, text]) => `<option value="${toHtml(value)}">${toHtml(text)}</option>`).join("")
    }</select></label>`;
  const same = (values: readonly string[]): readonly (readonly [string, string])[] =>
    values.map((value) => [value, value]);
  return [
    '<form id="filter" hidden role="search" aria-label="Filter the routes">',
    '<label for="text">Anything<input id="text" type="search" autocomplete="off" spellcheck="false"></label>',
    '<label for="host">Host or path<input id="host" type="search" autocomplete="off" spellcheck="false"></label>',
    select("state", "State", [["failing", "fails"], ["unknown", "not known"], ["ok", "ok"]]),
    select("namespace", "Namespace", same(namespaces)),
    select("rule", "Rule", same(rules)),
    '<button type="reset">Show all</button>',
    "</form>",
  ].join("\n");
}

function formatRow({ source }: EvaluatedSource, evaluated: EvaluatedRoute, { numberOf }: RouteTableOptions): string {
  const { state, findings } = evaluated;
  const { ref, className = "", addresses } = source;
  // What a row says is escaped for terminals already.
  const { ask, backend, cluster } = toRouteRow(evaluated);
  const cells = [
    stateWords[state],
    toHtml(objectKey(ref)),
    toHtml(ask),
    toHtml(backend),
    toHtml(cluster),
    toHtml(className),
    toHtml(addresses.join(", ")),
    formatFindings(findings, numberOf),
  ];
  return `<tr class="${state}" data-namespace="${toHtml(ref.namespace)}">${
    cells.map((cell) => `<td>${cell}</td>`).join("")
  }</tr>`;
}

function formatFindings(findings: readonly Finding[], numberOf: ReadonlyMap<Finding, number>): string {
  return [...new Map(findings.map((finding) => [finding.rule, finding])).values()].map((finding) => {
    const number = numberOf.get(finding);
    return number === undefined ? finding.rule : `<a href="#f${number}">${finding.rule}</a>`;
  }).join(" ");
}
