import { escapeText } from "@kubeschema/command-kit/escape-text";
import type { Evaluation } from "../evaluate/evaluation.ts";
import { compareText } from "@kubeschema/model/compare-text";
import { allRules } from "../rules/all-rules.ts";
import { shorten } from "./shorten.ts";

/** Series of single objects beyond this many are counted, not written: a scrape must stay small on a bad day too. */
const objectSeriesLimit = 1000;

/** No name in Kubernetes is longer; text of a hostile snapshot may be. */
const labelLimit = 253;

type Labels = Readonly<Record<string, string>>;

/**
 * Formats metrics in Prometheus's text format, all of them gauges. There is a series for each rule also when it finds
 * nothing, so that an alert can tell "nothing" from "not run". What grows with the cluster is labelled by namespace and
 * class, never by Ingress; findings are labelled by object, the worst thousand of them.
 *
 * @see {@link https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format}
 */
export function formatPrometheusReport(evaluation: Evaluation): string {
  const { view, at, findings, sources } = evaluation;
  const routes = new Series();
  const ingresses = new Series();
  for (const { source, routes: evaluated } of sources) {
    const { namespace } = source.ref;
    for (const state of ["ok", "failing", "unknown"]) {
      routes.add({ namespace, state }, evaluated.filter((route) => route.state === state).length);
    }
    const hasAddress = String(source.addresses.length > 0);
    ingresses.add({ namespace, class: source.className ?? "", has_address: hasAddress }, 1);
  }
  const rules = new Series();
  for (const { id, severity } of allRules) rules.add({ rule: id, severity, outcome: "fail" }, 0);
  for (const { rule, severity, outcome } of findings) rules.add({ rule, severity, outcome }, 1);
  const objects = new Series();
  for (const { rule, severity, outcome, object } of findings.slice(0, objectSeriesLimit)) {
    objects.add({ rule, severity, outcome, kind: object.kind, namespace: object.namespace, name: object.name }, 1);
  }
  const lists = new Series();
  for (const [list, { state }] of Object.entries(view.lists)) lists.add({ list }, state === "observed" ? 1 : 0);
  return [
    formatMetric("findings", "Findings by rule and object at fault, the worst 1000.", objects),
    formatMetric("findings_omitted", "Findings that have no series of their own.", single(omittedCount(findings))),
    formatMetric("rule_findings", "Findings by rule.", rules),
    formatMetric("routes", "Routes by namespace and state.", routes),
    formatMetric("ingresses", "Ingresses by namespace and class, with and without an address.", ingresses),
    formatMetric("list_observed", "Whether all objects of a kind could be read.", lists),
    formatMetric("complete", "Whether all lists are of a single point in time.", single(view.isComplete ? 1 : 0)),
    formatMetric("requests", "Requests to the API server.", single(view.requestCount)),
    formatMetric("timestamp_seconds", "The time as of which this was judged.", single(Date.parse(at) / 1000)),
  ].join("");
}

/** Values by labels; what has the same labels is summed, since a series may be there only once. */
class Series {
  readonly #values = new Map<string, number>();

  add(labels: Labels, value: number): void {
    const key = formatLabels(labels);
    this.#values.set(key, (this.#values.get(key) ?? 0) + value);
  }

  entries(): readonly (readonly [string, number])[] {
    return [...this.#values].sort(([a], [b]) => compareText(a, b));
  }
}

function single(value: number): Series {
  const series = new Series();
  series.add({}, value);
  return series;
}

function omittedCount(findings: readonly unknown[]): number {
  return Math.max(0, findings.length - objectSeriesLimit);
}

function formatMetric(name: string, help: string, series: Series): string {
  const full = `ingress_diff_${name}`;
  const lines = series.entries().map(([labels, value]) => `${full}${labels} ${value}\n`);
  return `# HELP ${full} ${help}\n# TYPE ${full} gauge\n${lines.join("")}`;
}

function formatLabels(labels: Labels): string {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`);
  return parts.length === 0 ? "" : `{${parts.join(",")}}`;
}

function escapeLabel(value: string): string {
  if (value.length <= labelLimit && /^[\w.-]*$/.test(value)) return value;
  return shorten(escapeText(value.toWellFormed()), labelLimit).replaceAll("\\", "\\\\").replaceAll('"', '\\"');
}
