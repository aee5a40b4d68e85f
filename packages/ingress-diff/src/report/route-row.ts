import type { Route } from "../routes/route.ts";
import type { EvaluatedRoute } from "../evaluate/evaluate.ts";
import type { Finding, RuleId } from "../rules/rule/finding.ts";
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

/**
 * What a finding makes of a route, in a word or two; the finding itself says it in full. A rule that is not here is said
 * by its name, and what could not be checked by its family.
 */
const words: Readonly<Partial<Record<RuleId, string>>> = {
  "class/missing": "not served",
  "class/none": "not served",
  "class/multiple-defaults": "class unclear",
  "class/parameters-missing": "no class parameters",
  "address/pending": "no address",
  "address/empty-entry": "no address",
  "address/wrong-load-balancer": "wrong load balancer",
  "address/stale": "old address",
  "address/port-error": "port error",
  "backend/service-missing": "no Service",
  "backend/port-missing": "no such port",
  "backend/port-protocol": "not a TCP port",
  // Both are said by the number of endpoints.
  "backend/no-endpoints": "",
  "backend/no-ready-endpoints": "",
  "backend/resource-missing": "no such object",
  "tls/secret-missing": "cert missing",
  "tls/secret-type": "wrong Secret type",
  "tls/secret-keys": "no cert in Secret",
  "tls/certificate-unreadable": "cert unreadable",
  "tls/certificate-expired": "cert expired",
  "tls/certificate-not-yet-valid": "cert not yet valid",
  "tls/host-not-covered": "cert mismatch",
  "tls/key-mismatch": "cert key mismatch",
  "tls/chain-incomplete": "cert chain incomplete",
  "tls/temporary-certificate": "temporary cert",
  "route/duplicate": "taken by another",
  "route/shadowed": "taken by another",
};

/** What a family of rules checks of a route; events and clients are not what its state hangs on. */
const families: Readonly<Record<string, string>> = {
  class: "class",
  address: "address",
  backend: "backend",
  tls: "TLS",
  route: "neighbours",
};

function wordFor({ rule, outcome, severity }: Finding): string {
  const [family = "", name = ""] = rule.split("/");
  if (outcome === "unknown") return families[family] ?? "";
  // An empty entry beside a real address is a warning: the route works.
  return severity === "error" ? words[rule] ?? name.replaceAll("-", " ") : "";
}

function describe({ endpoints, findings, route }: EvaluatedRoute): string {
  const parts: string[] = [];
  const unchecked: string[] = [];
  for (const finding of findings) {
    const word = wordFor(finding);
    const list = finding.outcome === "fail" ? parts : unchecked;
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
