import type { EvaluatedRoute } from "../evaluate/evaluation.ts";
import type { Finding } from "../evaluate/finding.ts";
import type { ObjectRef } from "../routes/route.ts";
import type { RuleId } from "../rules/all-rules.ts";
import { shorten } from "./shorten.ts";

/** `1 route`, `2 routes`. */
export function countOf(count: number, one: string, many: string = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `Service shop/web`; `every Service` where a list could not be read. Not escaped. */
export function describeObject({ kind, namespace, name }: ObjectRef): string {
  if (name === "*") return `every ${kind}${namespace === "" ? "" : ` in ${namespace}`}`;
  return `${kind} ${namespace === "" ? "" : `${namespace}/`}${name}`;
}

/**
 * Says a finding in one line: `2 routes fail because of Service shop/web: 0 of 3 ready on port "http"`. Not escaped.
 *
 * @param routeCount How many routes it affects.
 */
export function describeFinding(finding: Finding, routeCount: number): string {
  const { outcome, severity, object, is } = finding;
  const told = `${describeObject(object)}: ${is}`;
  if (outcome === "unknown" || severity !== "error" || routeCount === 0) return told;
  return `${routeCount === 1 ? "1 route fails" : `${routeCount} routes fail`} because of ${told}`;
}

/** Counts findings by rule in one line: `tls/host-not-covered, event/warning (2)`. */
export function describeRules(findings: readonly Finding[]): string {
  const counts = new Map<RuleId, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].map(([rule, count]) => count === 1 ? rule : `${rule} (${count})`).join(", ");
}

/** Says what only follows from a finding in one line; `""` if nothing does. Events are said by {@linkcode describeEvents}. */
export function describeFolded(folded: readonly Finding[]): string {
  return describeRules(folded.filter((finding) => !isEvent(finding)));
}

/** Of one cause; controllers repeat themselves for each Ingress. */
const eventLimit = 2;
const eventLengthLimit = 300;

/**
 * What controllers warned of among what only follows from a finding, `and 3 more warnings` last. A message often explains
 * the fault better than what can be seen. Not escaped.
 */
export function describeEvents(folded: readonly Finding[]): readonly string[] {
  const events = folded.filter(isEvent);
  const texts = events.slice(0, eventLimit).map(({ is }) => shorten(is, eventLengthLimit));
  return events.length > eventLimit ? [...texts, `and ${countOf(events.length - eventLimit, "more warning")}`] : texts;
}

function isEvent({ rule }: Finding): boolean {
  return rule === "event/warning";
}

/** Whether a finding counts for the exit code: notes never do. */
export function isCounted({ severity }: Finding): boolean {
  return severity !== "info";
}

/** Whether a finding is a reason why the route is not fine. */
export function isReasonFor(finding: Finding, { state }: Pick<EvaluatedRoute, "state">): boolean {
  if (state === "failing") return finding.outcome === "fail" && finding.severity === "error";
  return state === "unknown" && finding.outcome === "unknown" && finding.severity !== "info";
}
