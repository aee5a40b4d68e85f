import { escapeText } from "@kubeschema/command-kit/escape-text";
import type { EvaluatedRoute } from "../evaluate/evaluation.ts";
import type { Finding } from "../evaluate/finding.ts";
import { formatBackend } from "../routes/format-backend.ts";
import type { Route } from "../routes/route.ts";
import { families, familyOf } from "../rules/rule/family.ts";
import { wordOf } from "./word-of.ts";

/** The cells of one line of the route table: what the spec asks for, and what the cluster does. */
export interface RouteRow {
  readonly ask: string;
  readonly backend: string;
  readonly cluster: string;
}

/** Says a route in one line. */
export function toRouteRow(evaluated: EvaluatedRoute): RouteRow {
  const { route } = evaluated;
  return {
    ask: escapeText(formatAsk(route)),
    backend: escapeText(formatBackend(route.backend) || "(left to the controller)"),
    cluster: describe(evaluated),
  };
}

function formatAsk({ host, path, pathType, tls }: Route): string {
  if (pathType === "Default") return "(everything else)";
  const scheme = tls === undefined ? "http" : "https";
  const mark = pathType === "Exact" ? " (exact)" : "";
  return `${scheme}://${host || "*"}${path.startsWith("/") ? path : `/${path}`}${mark}`;
}

/**
 * What a finding makes of a route, in a word or two; the finding itself says it in full. What could not be checked is
 * said by its family.
 */
function wordFor({ rule, outcome, severity }: Finding): string {
  if (outcome === "unknown") return families[familyOf(rule)].subject;
  // An empty entry next to a real address is a warning: the route works.
  return severity === "error" ? wordOf(rule) : "";
}

function describe({ endpoints, findings, route }: EvaluatedRoute): string {
  const parts: string[] = [];
  const unchecked: string[] = [];
  for (const finding of findings) {
    const word = wordFor(finding);
    const list = finding.outcome === "fail" ? parts : unchecked;
    if (word !== "" && !list.includes(word)) list.push(word);
  }
  // Healthy endpoints, and what was not checked, are not worth the room next to what is wrong.
  const isFailing = parts.length > 0;
  if (endpoints !== undefined && (!isFailing || endpoints.ready === 0)) {
    parts.unshift(endpoints.total === 0 ? "no endpoints" : `${endpoints.ready}/${endpoints.total} ready`);
  }
  if (!isFailing && unchecked.length > 0) parts.push(`${unchecked.join(", ")} not checked`);
  if (parts.length > 0) return parts.join(", ");
  return route.backend?.type === "service" ? "outside the cluster" : "not followed";
}
