import { createHash } from "node:crypto";
import type { Evaluation } from "../../evaluate/evaluation.ts";
import { groupByCause } from "../../evaluate/order-findings.ts";
import { countOf } from "../describe-finding.ts";
import { summarize } from "../json-report.ts";
import type { ReportOptions } from "../report-options.ts";
import { viewLimits } from "../view-limits.ts";
import { formatFindingList } from "./finding-list.ts";
import { pageScript } from "./page-script.ts";
import { pageStyle } from "./page-style.ts";
import { type RouteGraph, toRouteGraph } from "./route-graph.ts";
import { formatRouteTable } from "./route-table.ts";
import { formatGraph } from "./svg-graph.ts";
import { toHtml } from "./to-html.ts";

/** A page with more causes than this is not read; the other formats have all of them. */
const findingLimit = 300;

/**
 * Formats a page in one file: causes, a drawn graph, and a table of routes with a filter. It loads nothing, and its
 * content security policy allows its own style and script by their hashes and nothing else, so that text from the
 * cluster stays text whatever it says.
 *
 * @see {@link https://www.w3.org/TR/CSP3/}
 */
export function formatHtmlReport(evaluation: Evaluation, options: ReportOptions): string {
  const groups = groupByCause(evaluation.findings);
  const shown = options.isVerbose ? groups : groups.slice(0, findingLimit);
  const numberOf = new Map(
    shown.flatMap(({ cause, folded }, index) => [cause, ...folded].map((finding) => [finding, index + 1] as const)),
  );
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(pageStyle)}'`,
    `script-src '${hashOf(pageScript)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const graph = toRouteGraph(evaluation);
  const rest = groups.length - shown.length;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="ingress-diff ${toHtml(options.toolVersion)}">
<title>${toHtml(`${verdictOf(evaluation)} · ${evaluation.view.source}`)}</title>
<style>${pageStyle}</style>
</head>
<body>
<a class="skip" href="#routes">Skip to the routes</a>
<header>
${formatHeader(evaluation, options)}
</header>
<main>
${
    shown.length === 0 ? "" : `<section aria-labelledby="causes">
<h2 id="causes">Causes</h2>
${formatFindingList(shown, evaluation, options.knownIds)}
${rest > 0 ? `<p class="dim">… and ${rest} more; ingress-diff -o json has them all.</p>` : ""}
</section>`
  }
${graph.nodes.length === 0 ? "" : formatGraphSection(graph)}
<section>
<h2 id="routes">Routes</h2>
${formatRouteTable(evaluation, { numberOf, hasAllRows: options.isVerbose })}
</section>
</main>
<script>${pageScript}</script>
</body>
</html>
`;
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

function verdictOf(evaluation: Evaluation): string {
  const { routes, failing, unknown } = summarize(evaluation);
  if (failing > 0) return `${failing} of ${countOf(routes, "route")} ${failing === 1 ? "fails" : "fail"}`;
  if (unknown > 0) return `${unknown} of ${countOf(routes, "route")} could not be checked`;
  return routes === 1 ? "The only route is fine" : `All ${routes} routes are fine`;
}

function formatHeader(evaluation: Evaluation, { hiddenKnownCount = 0 }: ReportOptions): string {
  const { view, at, ignoredCount } = evaluation;
  const { ingresses, routes, failing, unknown } = summarize(evaluation);
  const version = view.serverVersion === undefined ? "" : ` · Kubernetes ${toHtml(view.serverVersion)}`;
  const time = at.replace("T", " ").replace(/(\.\d+)?Z$/, " UTC");
  const notes = [
    ...(view.namespace === undefined ? [] : [`Only namespace ${view.namespace} was read.`]),
    ...viewLimits(view),
    ...(ignoredCount > 0 ? [`${countOf(ignoredCount, "finding")} ignored.`] : []),
    ...(hiddenKnownCount > 0 ? [`${countOf(hiddenKnownCount, "known finding")} not shown.`] : []),
  ];
  const counts: readonly (readonly [string, number, string])[] = [
    ["", ingresses, ingresses === 1 ? "Ingress" : "Ingresses"],
    ["failing", failing, failing === 1 ? "route fails" : "routes fail"],
    ["unknown", unknown, "not known"],
    ["ok", routes - failing - unknown, "ok"],
  ];
  return [
    `<h1>${verdictOf(evaluation)}</h1>`,
    `<p class="dim">${toHtml(view.source)}${version} · as of <time datetime="${at}">${time}</time></p>`,
    ...notes.map((note) => `<p>${toHtml(note)}</p>`),
    `<ul class="counts">${
      counts.filter(([look, count]) => look === "" || count > 0)
        .map(([look, count, word]) => `<li class="${look}"><b>${count}</b> ${word}</li>`).join("")
    }</ul>`,
  ].join("\n");
}

function formatGraphSection(graph: RouteGraph): string {
  const what = graph.isFailingOnly ? "The routes that are not fine" : "All routes";
  const rest = graph.leftOutCount > 0 ? ` ${countOf(graph.leftOutCount, "more route")} left out.` : "";
  return `<section>
<h2 id="graph">Graph</h2>
<p class="dim">${what}, from host to endpoints. The table below says the same in words.${rest}</p>
<div class="graph" tabindex="0" role="region" aria-labelledby="graph">
${formatGraph(graph, `${what}, drawn from host over path and backend to endpoints`)}
</div>
</section>`;
}
