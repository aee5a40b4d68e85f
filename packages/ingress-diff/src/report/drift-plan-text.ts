import { escapeText } from "@kubeschema/command-kit/escape-text";
import { createPaint, type Look, type Paint } from "@kubeschema/command-kit/terminal";
import { wrapText } from "@kubeschema/command-kit/wrap-text";
import { countVerdicts, type DriftReport } from "../drift/drift-report.ts";
import type { Changes, Plan, PlannedBackend, PlannedRoute } from "../drift/plan.ts";
import type { Finding } from "../evaluate/finding.ts";
import { objectKey } from "../observe/object-key.ts";
import { countOf, describeObject } from "./describe-finding.ts";
import type { DriftTextOptions } from "./drift-text.ts";
import { problemLines } from "./problem-lines.ts";

/** Formats what would come of an apply for people: routes, then findings, then the counts. */
export function formatTextPlan(
  report: DriftReport,
  { namespace, routes, findings }: Plan,
  options: DriftTextOptions,
): string {
  const paint = createPaint(options.hasColor);
  const width = Math.max(60, options.width);
  const version = report.serverVersion === undefined ? "" : ` · Kubernetes ${report.serverVersion}`;
  const lines = [
    paint("dim", escapeText(`${report.source}${version} · if these manifests were applied`)),
    ...(namespace === undefined
      ? []
      : wrapText(`Only namespace ${escapeText(namespace)} was read: -A also sees routes that another one has.`, width)
        .map((line) => paint("dim", line))),
    "",
    ...formatSection("Routes", routes, paint, (before, after) => formatRoute(before, after, width)),
    ...formatSection("Findings", findings, paint, (before, after) => formatFinding(before, after, width)),
    ...formatLeftOut(report, width),
    formatSummary(report, { routes, findings }, paint),
  ];
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

const signs: Readonly<Record<keyof Changes<unknown>, { readonly sign: string; readonly look: Look }>> = {
  appear: { sign: "+", look: "green" },
  disappear: { sign: "−", look: "red" },
  change: { sign: "±", look: "yellow" },
};

/** What goes comes before what takes its place. */
function formatSection<T>(
  title: string,
  { disappear, appear, change }: Changes<T>,
  paint: Paint,
  format: (before: T | undefined, after: T | undefined) => readonly string[],
): readonly string[] {
  const signed = (kind: keyof Changes<T>, lines: readonly string[]): readonly string[] =>
    lines.map((line, index) => index === 0 ? `  ${paint(signs[kind].look, signs[kind].sign)} ${line}` : `    ${line}`);
  const lines = [
    ...disappear.flatMap((item) => signed("disappear", format(item, undefined))),
    ...appear.flatMap((item) => signed("appear", format(undefined, item))),
    ...change.flatMap(({ before, after }) => signed("change", format(before, after))),
  ];
  return lines.length === 0 ? [] : [paint("bold", title), ...lines, ""];
}

function formatRoute(
  before: PlannedRoute | undefined,
  after: PlannedRoute | undefined,
  width: number,
): readonly string[] {
  const route = after ?? before;
  if (route === undefined) return [];
  const type = route.pathType === "Prefix" ? "" : ` (${route.pathType})`;
  const name = route.class === "" ? "" : `  class ${route.class}`;
  const host = route.host === "" ? "*" : route.host;
  return [
    escapeText(`${host}${route.path}${type}${name}`),
    ...(before === undefined ? [] : formatBackends(after === undefined ? "was" : "now", before, width)),
    ...(after === undefined ? [] : formatBackends("then", after, width)),
  ];
}

function formatBackends(label: string, { backends }: PlannedRoute, width: number): readonly string[] {
  return backends.flatMap((backend, index) =>
    wrapText(escapeText(formatBackend(backend)), width - 12).map((line, at) =>
      `${(index === 0 && at === 0 ? label : "").padEnd(6)}${line}`
    )
  );
}

function formatBackend({ namespace, ingress, backend, tls, state }: PlannedBackend): string {
  const target = backend === "" ? "left to the controller" : backend;
  const secret = tls === null ? "" : `, TLS${tls === "" ? "" : ` ${tls}`}`;
  return `${target}${secret}, by ${namespace}/${ingress}${state === "ok" ? "" : ` (${state})`}`;
}

function formatFinding(
  before: Finding | undefined,
  after: Finding | undefined,
  width: number,
): readonly string[] {
  const finding = after ?? before;
  if (finding === undefined) return [];
  const lines = [`${finding.severity}  ${finding.rule}  ${escapeText(describeObject(finding.object))}`];
  const told = (text: string): readonly string[] => wrapText(escapeText(text), width - 6);
  const isOther = (field: "is" | "should"): boolean =>
    before !== undefined && after !== undefined && before[field] !== after[field];
  if (isOther("is")) lines.push(...told(`now   ${before?.is}`), ...told(`then  ${after?.is}`));
  else lines.push(...told(finding.is));
  if (isOther("should")) {
    lines.push(...told(`should now   ${before?.should}`), ...told(`should then  ${after?.should}`));
  }
  const reach = (one: Finding): string => (one.consequences ?? []).map(objectKey).join(", ");
  const [was, is] = [before, after].map((one) => (one === undefined ? "" : reach(one)));
  if (before !== undefined && after !== undefined && was !== is) {
    lines.push(...told(`breaks ${was || "nothing"} now, then ${is || "nothing"}`));
  } else if (is !== "" || was !== "") {
    lines.push(...told(`breaks ${is || was}`));
  }
  return lines;
}

function formatLeftOut({ ingresses, issues }: DriftReport, width: number): readonly string[] {
  const lines = [
    ...ingresses.flatMap(({ namespace, name, issues: refused, problem }) => [
      ...refused.map(({ file, line, fieldPath, message }) =>
        `${file}:${line}  ${namespace}/${name} would be refused: ${fieldPath === "" ? "" : `${fieldPath}: `}${message}`
      ),
      ...(problem === undefined ? [] : problemLines(problem)),
    ]),
    ...issues.map(({ file, line, message }) => `${file}:${line}  cannot be read: ${message}`),
  ];
  if (lines.length === 0) return [];
  return [
    "Left out",
    ...lines.flatMap((line) => wrapText(escapeText(line), width - 4).map((part) => `    ${part}`)),
    "",
  ];
}

function formatSummary(
  report: DriftReport,
  { routes, findings }: Pick<Plan, "routes" | "findings">,
  paint: Paint,
): string {
  const counts = countVerdicts(report);
  const errors = findings.appear.filter(({ severity, outcome }) => severity === "error" && outcome === "fail").length;
  return [
    `${countOf(report.ingresses.length, "Ingress", "Ingresses")}: ${counts.changed} changed, ${counts.new} new`,
    `routes: ${formatCounts(routes)}`,
    `findings: ${formatCounts(findings)}${errors === 0 ? "" : paint("red", ` (${countOf(errors, "error")} new)`)}`,
  ].join("; ");
}

function formatCounts({ appear, disappear, change }: Changes<unknown>): string {
  if (appear.length + disappear.length + change.length === 0) return "as they are";
  return `+${appear.length} −${disappear.length} ±${change.length}`;
}
