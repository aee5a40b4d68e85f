import type { Route } from "../routes/route.ts";
import type { EvaluatedRoute } from "../rules/evaluate.ts";
import type { RuleId } from "../rules/finding.ts";
import { escapeText } from "./terminal-text.ts";

/** The cells of one line of the route table: what the spec asks for, and what the cluster does. */
export interface RouteRow {
  readonly ask: string;
  readonly backend: string;
  readonly cluster: string;
}

/** Says a route in one line. */
export function toRouteRow(evaluated: EvaluatedRoute): RouteRow {
  const { route } = evaluated;
  return { ask: escapeText(formatAsk(route)), backend: escapeText(formatBackend(route)), cluster: describe(evaluated) };
}

function formatAsk({ host, path, pathType, tls }: Route): string {
  if (pathType === "Default") return "(everything else)";
  const scheme = tls === undefined ? "http" : "https";
  const mark = pathType === "Exact" ? " (exact)" : "";
  return `${scheme}://${host || "*"}${path.startsWith("/") ? path : `/${path}`}${mark}`;
}

function formatBackend({ backend }: Route): string {
  if (backend === undefined) return "(left to the controller)";
  if (backend.type === "other") return `${backend.kind} ${backend.name}`;
  return backend.port === undefined ? backend.name : `${backend.name}:${backend.port}`;
}

/** What concerns one route is said in its row; what concerns its whole Ingress is said beside the Ingress's name. */
const words: Readonly<Partial<Record<RuleId, { readonly fail: string; readonly unknown: string }>>> = {
  "backend/service-missing": { fail: "no Service", unknown: "Service not checked" },
  "backend/port-missing": { fail: "no such port", unknown: "port not checked" },
  "backend/no-ready-endpoints": { fail: "", unknown: "endpoints not checked" },
  "tls/secret-missing": { fail: "no certificate", unknown: "TLS not checked" },
  "tls/certificate-expired": { fail: "certificate expired", unknown: "TLS not checked" },
  "tls/host-not-covered": { fail: "certificate for other names", unknown: "TLS not checked" },
  "route/duplicate": { fail: "taken by another", unknown: "not checked" },
};

function describe({ endpoints, findings, route }: EvaluatedRoute): string {
  const parts: string[] = [];
  if (endpoints !== undefined) {
    parts.push(endpoints.total === 0 ? "no endpoints" : `${endpoints.ready}/${endpoints.total} ready`);
  }
  for (const { rule, outcome } of findings) {
    const word = words[rule]?.[outcome] ?? "";
    if (word !== "" && !parts.includes(word)) parts.push(word);
  }
  if (parts.length > 0) return parts.join(", ");
  return route.backend?.type === "service" ? "outside the cluster" : "not followed";
}
