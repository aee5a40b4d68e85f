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
  "class/missing": { fail: "not served", unknown: "class" },
  "class/none": { fail: "not served", unknown: "" },
  "address/pending": { fail: "no address", unknown: "" },
  "address/empty-entry": { fail: "no address", unknown: "" },
  "backend/service-missing": { fail: "no Service", unknown: "backend" },
  "backend/port-missing": { fail: "no such port", unknown: "backend" },
  "backend/no-ready-endpoints": { fail: "", unknown: "backend" },
  "tls/secret-missing": { fail: "cert missing", unknown: "TLS" },
  "tls/certificate-expired": { fail: "cert expired", unknown: "TLS" },
  "tls/host-not-covered": { fail: "cert mismatch", unknown: "TLS" },
  "route/duplicate": { fail: "taken by another", unknown: "neighbours" },
};

function describe({ endpoints, findings, route }: EvaluatedRoute): string {
  const parts: string[] = [];
  const unchecked: string[] = [];
  for (const { rule, outcome, severity } of findings) {
    // An empty entry beside a real address is a warning: the route works.
    const word = outcome === "fail" && severity !== "error" ? "" : words[rule]?.[outcome] ?? "";
    const list = outcome === "fail" ? parts : unchecked;
    if (word !== "" && !list.includes(word)) list.push(word);
  }
  // Healthy endpoints, and what was not checked, are not worth the room beside what is wrong.
  const isFailing = parts.length > 0;
  if (endpoints !== undefined && (!isFailing || endpoints.ready === 0)) {
    parts.unshift(endpoints.total === 0 ? "no endpoints" : `${endpoints.ready}/${endpoints.total} ready`);
  }
  if (!isFailing && unchecked.length > 0) parts.push(`${unchecked.join(", ")} not checked`);
  if (parts.length > 0) return parts.join(", ");
  return route.backend?.type === "service" ? "outside the cluster" : "not followed";
}
