import { createHash } from "node:crypto";
import { optional } from "../observe/json-value.ts";
import { kindKey } from "../observe/object-key.ts";
import { compareText } from "@kubeschema/model/compare-text";
import type { ObjectRef, Route, RouteSource } from "../routes/route.ts";
import type { RuleId } from "../rules/all-rules.ts";
import type { Fault } from "../rules/rule/fault.ts";
import { fillCommand } from "../rules/rule/fill-command.ts";
import type { RuleFacts } from "../rules/rule/rule.ts";
import type { Consequence, Finding } from "./finding.ts";

/** A finding with the routes that it breaks. */
export interface RuleResult {
  readonly finding: Finding;
  readonly routes: readonly Route[];
  /** Objects other than the one at fault, whose own faults this one may follow from. */
  readonly mayFollowFrom?: readonly ObjectRef[];
}

/**
 * Turns a fault into a finding of its rule: with the rule's id, severity and advice where the fault has none of its own, a
 * content-addressed id, and consequences without repeats and without the object itself.
 */
export function toResult(rule: RuleFacts<RuleId>, fault: Fault): RuleResult {
  const { outcome = "fail", object, fieldPath, should, is, routes } = fault;
  const consequences = consequencesOf(fault.sources ?? routes.map((route) => route.source), routes, object);
  return {
    finding: {
      id: findingId(rule.id, object, fault.detail ?? ""),
      rule: rule.id,
      severity: fault.severity ?? (outcome === "unknown" ? "warning" : rule.severity),
      outcome,
      object,
      fieldPath,
      should,
      is,
      ...optional("consequences", consequences.length === 0 ? undefined : consequences),
      fix: fault.fix ?? rule.fix,
      ...optional("command", commandOf(rule, fault)),
    },
    routes,
    ...optional("mayFollowFrom", fault.mayFollowFrom),
  };
}

/** What a rule advises is about its fault, and not about a list that could not be read. */
function commandOf({ command }: RuleFacts, fault: Fault): string | undefined {
  if (fault.command !== undefined) return fault.command || undefined;
  return command === undefined || fault.outcome === "unknown" ? undefined : fillCommand(command, fault.object);
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
  const own = kindKey(object);
  for (const source of new Set(sources)) {
    const key = kindKey(source.ref);
    if (key === own) continue;
    const { kind, namespace, name } = source.ref;
    byKey.set(key, { kind, namespace, name, ...optional("routes", counts.get(source)) });
  }
  return [...byKey].sort(([a], [b]) => compareText(a, b)).map(([, consequence]) => consequence);
}
