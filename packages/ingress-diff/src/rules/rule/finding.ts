import { createHash } from "node:crypto";
import { optional } from "../../observe/json-value.ts";
import { compareText } from "../../observe/sort-objects.ts";
import type { ObjectRef, Route, RouteSource } from "../../routes/route.ts";

/** `error`: traffic is broken. `warning`: it may be. `info`: worth knowing; it changes no exit code and no route's state. */
export type Severity = "error" | "warning" | "info";

/** One thing that is not as the spec asks, or that could not be checked. */
export interface Finding {
  /** Stable: made of the rule, the object at fault and a detail such as the port, of nothing else. */
  readonly id: string;
  readonly rule: RuleId;
  readonly severity: Severity;
  /** `unknown` if the check could not be done. */
  readonly outcome: "fail" | "unknown";
  /** The object at fault, also when it does not exist; the name `*` stands for a list that could not be read. */
  readonly object: ObjectRef;
  /** Place in `object`, such as `.spec.ports`. */
  readonly fieldPath: string;
  readonly should: string;
  readonly is: string;
  /** The id of the finding that this one only follows from; always a finding without a cause of its own. */
  readonly cause?: string;
  /** What the fault breaks, or what could not be checked; absent if that is `object` itself. */
  readonly consequences?: readonly Consequence[];
  readonly fix: string;
}

/** An object that a finding elsewhere breaks. */
export interface Consequence {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** How many of its routes are hit; absent if none is. */
  readonly routes?: number;
}

/** Every rule. */
export type RuleId =
  | "class/missing"
  | "class/none"
  | "class/multiple-defaults"
  | "class/annotation-deprecated"
  | "class/annotation-conflict"
  | "class/parameters-missing"
  | "address/pending"
  | "address/empty-entry"
  | "address/wrong-load-balancer"
  | "address/stale"
  | "address/lost"
  | "address/port-error"
  | "backend/service-missing"
  | "backend/port-missing"
  | "backend/port-protocol"
  | "backend/no-endpoints"
  | "backend/no-ready-endpoints"
  | "backend/external-name"
  | "backend/resource-missing"
  | "tls/secret-missing"
  | "tls/secret-type"
  | "tls/secret-keys"
  | "tls/certificate-unreadable"
  | "tls/certificate-expired"
  | "tls/certificate-expiring"
  | "tls/certificate-not-yet-valid"
  | "tls/host-not-covered"
  | "tls/key-mismatch"
  | "tls/chain-incomplete"
  | "tls/temporary-certificate"
  | "tls/host-without-rule"
  | "tls/rule-without-tls"
  | "tls/duplicate-sni"
  | "route/duplicate"
  | "route/shadowed"
  | "route/wildcard-overlap"
  | "route/regex-path"
  | "event/warning"
  | "api/removed-version-writer";

/** A finding with the routes that it breaks, as a rule gives it. */
export interface RuleResult {
  readonly finding: Finding;
  readonly routes: readonly Route[];
  /** Objects other than the one at fault, whose own faults this one may follow from. */
  readonly mayFollowFrom?: readonly ObjectRef[];
}

/** What a rule says about one fault; id and consequences follow from it. */
export interface Fault {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly outcome?: "fail" | "unknown";
  readonly object: ObjectRef;
  /** What tells this fault from others of the same rule and object, such as a port. */
  readonly detail?: string;
  readonly fieldPath: string;
  readonly should: string;
  readonly is: string;
  readonly fix: string;
  readonly routes: readonly Route[];
  /** Whose objects are hit; those of the routes if not given. */
  readonly sources?: readonly RouteSource[];
  readonly mayFollowFrom?: readonly ObjectRef[];
}

/** Turns a fault into a finding: content-addressed id, consequences without repeats and without the object itself. */
export function toResult(fault: Fault): RuleResult {
  const { rule, severity, object, fieldPath, should, is, fix, routes } = fault;
  const consequences = consequencesOf(fault.sources ?? routes.map((route) => route.source), routes, object);
  return {
    finding: {
      id: findingId(rule, object, fault.detail ?? ""),
      rule,
      severity,
      outcome: fault.outcome ?? "fail",
      object,
      fieldPath,
      should,
      is,
      ...optional("consequences", consequences.length === 0 ? undefined : consequences),
      fix,
    },
    routes,
    ...optional("mayFollowFrom", fault.mayFollowFrom),
  };
}

function findingId(rule: RuleId, object: ObjectRef, detail: string): string {
  // Without the version of the API: the same fault keeps its id when the cluster is upgraded.
  const group = object.apiVersion.includes("/") ? object.apiVersion.split("/")[0] : "";
  const content = JSON.stringify([rule, group, object.kind, object.namespace, object.name, detail]);
  return `${rule}#${createHash("sha256").update(content).digest("hex").slice(0, 12)}`;
}

function consequencesOf(
  sources: readonly RouteSource[],
  routes: readonly Route[],
  object: ObjectRef,
): readonly Consequence[] {
  const counts = new Map<RouteSource, number>();
  for (const { source } of new Set(routes)) counts.set(source, (counts.get(source) ?? 0) + 1);
  const byKey = new Map<string, Consequence>();
  for (const source of new Set(sources)) {
    const { kind, namespace, name } = source.ref;
    if (kind === object.kind && namespace === object.namespace && name === object.name) continue;
    byKey.set(`${kind}/${namespace}/${name}`, { kind, namespace, name, ...optional("routes", counts.get(source)) });
  }
  return [...byKey.entries()].sort(([a], [b]) => compareText(a, b)).map(([, consequence]) => consequence);
}
