import type { Fault, Injected } from "../faults/fault.ts";
import { routeKey } from "../place/asked-route.ts";

/** A finding, as far as tests compare it with what a fault expects. */
export interface FoundFinding {
  readonly id: string;
  readonly rule: string;
  readonly severity: string;
  readonly outcome: string;
  readonly cause?: string;
  readonly object: FoundObject;
  readonly consequences?: readonly FoundObject[];
}

/** An object that a finding names; the namespace is empty for cluster-scoped ones. */
export interface FoundObject {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** The part of a tool's result for a cluster that tests check. */
export interface Judged {
  readonly findings: readonly FoundFinding[];
  readonly sources: readonly {
    readonly source: { readonly ref: FoundObject };
    readonly routes: readonly {
      readonly route: { readonly host: string; readonly path: string; readonly pathType: string };
      readonly state: string;
      readonly findings: readonly FoundFinding[];
    }[];
  }[];
}

/** A finding in a form that is easy to compare. */
export interface Root {
  /** With a `?` if it could not be checked. */
  readonly rule: string;
  readonly severity: string;
  /** `Kind namespace/name`, as below. */
  readonly object: string;
  readonly consequences: readonly string[];
}

/** Returns the findings that do not merely follow from another one. */
export function rootsOf<Finding extends FoundFinding>(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ cause }) => cause === undefined);
}

/** Converts a finding for comparison. */
export function toRoot({ rule, severity, outcome, object, consequences = [] }: FoundFinding): Root {
  return {
    rule: outcome === "fail" ? rule : `${rule}?`,
    severity,
    object: formatFound(object),
    consequences: consequences.map(formatFound).sort(),
  };
}

/** Writes what must be found for a fault. */
export function expectedRoot({ rule, severity }: Fault, { expect: { object, consequences } }: Injected): Root {
  return { rule, severity, object, consequences };
}

/** Lists the keys of the routes that fail. */
export function failingRoutes(judged: Judged): readonly string[] {
  return keysOf(judged, ({ state }) => state === "failing");
}

/** Lists the keys of the routes that a finding is about. */
export function routesOfFinding(judged: Judged, finding: FoundFinding): readonly string[] {
  return keysOf(judged, ({ findings }) => findings.includes(finding));
}

/** Writes `Kind namespace/name`, or `Kind name` for a cluster-scoped object. */
export function formatFound({ kind, namespace, name }: FoundObject): string {
  return `${kind} ${namespace === "" ? "" : `${namespace}/`}${name}`;
}

type FoundRoute = Judged["sources"][number]["routes"][number];

function keysOf({ sources }: Judged, fits: (route: FoundRoute) => boolean): readonly string[] {
  return sources.flatMap(({ source: { ref }, routes }) =>
    routes.filter(fits).map(({ route: { host, path, pathType } }) =>
      routeKey(`${ref.namespace}/${ref.name}`, host, path, pathType)
    )
  ).sort();
}
