import type { ClusterView } from "../observe/cluster-view.ts";
import type { Route, RouteSource } from "../routes/route.ts";
import type { SeverityOverrides } from "./adjust-results.ts";
import type { Finding } from "../rules/rule/finding.ts";
import { evaluateAndKeep } from "./kept-evaluation.ts";

/** What a view looks like as of a time. */
export interface Evaluation {
  readonly view: ClusterView;
  /** RFC 3339. */
  readonly at: string;
  readonly sources: readonly EvaluatedSource[];
  /**
   * Worst first: severity, then failures before what could not be checked, then the number of routes. What only follows
   * from another finding (`cause`) stands right behind it.
   */
  readonly findings: readonly Finding[];
  /** Findings that an annotation on their object, or on all that they concern, asks to leave out. */
  readonly ignoredCount: number;
  /** How many routes each finding concerns, those of Ingresses that were not selected included. */
  readonly routeCounts: ReadonlyMap<Finding, number>;
}

/** An Ingress with what became of its routes. */
export interface EvaluatedSource {
  readonly source: RouteSource;
  readonly routes: readonly EvaluatedRoute[];
  /** Every finding that concerns it. */
  readonly findings: readonly Finding[];
}

/** A route with its verdict. */
export interface EvaluatedRoute {
  readonly route: Route;
  readonly state: RouteState;
  /** Endpoints of its backend; absent if they are not known or there is nothing to count. */
  readonly endpoints?: { readonly ready: number; readonly total: number };
  /** Every finding that concerns it. */
  readonly findings: readonly Finding[];
}

/** `unknown` if a check that the route depends on could not be done and none failed. */
export type RouteState = "ok" | "failing" | "unknown";

/** What to judge, and as of when. */
export interface EvaluateOptions {
  /** RFC 3339; ages and certificates are judged as of this time. */
  readonly at: string;
  /** Narrows what is reported. Every Ingress of the view still counts as a neighbour (duplicates, classes). */
  readonly select?: (ingress: { readonly namespace: string; readonly name: string }) => boolean;
  /** Severities that replace those of rules; `off` leaves a rule out. */
  readonly severities?: SeverityOverrides;
  /** How long before its end a certificate is worth a warning; 14 days if not given. */
  readonly expiringWithinMs?: number;
}

/**
 * Judges a view: every rule, every Ingress. Pure, and linear in the number of routes.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { evaluate, observeSnapshot } from "@kubeschema/ingress-diff";
 * const ingress = {
 *   apiVersion: "networking.k8s.io/v1",
 *   kind: "Ingress",
 *   metadata: { namespace: "shop", name: "web" },
 *   spec: { defaultBackend: { service: { name: "web", port: { number: 80 } } } },
 * };
 * const other = { apiVersion: "v1", kind: "Service", metadata: { namespace: "shop", name: "api" }, spec: {} };
 * const documents = [ingress, other];
 * const at = "2026-01-01T00:00:00Z";
 * const view = observeSnapshot([{ name: "shop.json", documents }], { source: "snapshot shop.json", at });
 * const { findings } = evaluate(view, { at });
 * assert.deepEqual(findings.map((finding) => finding.rule), ["backend/service-missing", "class/none"]);
 * ```
 * @throws {RangeError} If `at` is no time.
 */
export function evaluate(view: ClusterView, options: EvaluateOptions): Evaluation {
  return evaluateAndKeep(view, options).evaluation;
}
