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

/** What a finding makes of a route, in a word or two; the finding itself says it in full. */
const words: Readonly<Partial<Record<RuleId, { readonly fail: string; readonly unknown: string }>>> = {
  "class/missing": { fail: "not served", unknown: "class not checked" },
  "class/none": { fail: "not served", unknown: "" },
  "address/pending": { fail: "no address", unknown: "" },
  "address/empty-entry": { fail: "no address", unknown: "" },
  "backend/service-missing": { fail: "no Service", unknown: "backend not checked" },
  "backend/port-missing": { fail: "no such port", unknown: "backend not checked" },
  "backend/no-ready-endpoints": { fail: "", unknown: "backend not checked" },
  "tls/secret-missing": { fail: "cert missing", unknown: "TLS not checked" },
  "tls/certificate-expired": { fail: "cert expired", unknown: "TLS not checked" },
  "tls/host-not-covered": { fail: "cert mismatch", unknown: "TLS not checked" },
  "route/duplicate": { fail: "taken by another", unknown: "not checked" },
};

function describe({ endpoints, findings, route }: EvaluatedRoute): string {
  const parts: string[] = [];
  for (const { rule, outcome, severity } of findings) {
    // An empty entry beside a real address is a warning: the route works.
    const word = outcome === "fail" && severity !== "error" ? "" : words[rule]?.[outcome] ?? "";
    if (word !== "" && !parts.includes(word)) parts.push(word);
  }
  // Healthy endpoints are not worth the room beside what is wrong.
  if (endpoints !== undefined && (parts.length === 0 || endpoints.ready === 0)) {
    parts.unshift(endpoints.total === 0 ? "no endpoints" : `${endpoints.ready}/${endpoints.total} ready`);
  }
  if (parts.length > 0) return parts.join(", ");
  return route.backend?.type === "service" ? "outside the cluster" : "not followed";
}
