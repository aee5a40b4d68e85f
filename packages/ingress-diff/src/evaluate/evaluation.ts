import type { ClusterView } from "../observe/cluster-view.ts";
import type { Route, RouteSource } from "../routes/route.ts";
import type { SeverityOverrides } from "./adjust-results.ts";
import type { Finding } from "./finding.ts";

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
  /** Findings that an annotation on their object, or on all that they affect, asks to leave out. */
  readonly ignoredCount: number;
  /** How many routes each finding affects, those of Ingresses that were not selected included. */
  readonly routeCounts: ReadonlyMap<Finding, number>;
}

/** An Ingress with what became of its routes. */
export interface EvaluatedSource {
  readonly source: RouteSource;
  readonly routes: readonly EvaluatedRoute[];
  /** Every finding that affects it. */
  readonly findings: readonly Finding[];
}

/** A route with its verdict. */
export interface EvaluatedRoute {
  readonly route: Route;
  readonly state: RouteState;
  /** Endpoints of its backend; absent if they are not known or there is nothing to count. */
  readonly endpoints?: { readonly ready: number; readonly total: number };
  /** Every finding that affects it. */
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
