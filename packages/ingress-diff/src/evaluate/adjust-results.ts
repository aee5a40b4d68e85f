import type { ClusterView } from "../observe/cluster-view.ts";
import { kindKey } from "../observe/object-key.ts";
import type { RuleId } from "../rules/all-rules.ts";
import type { Severity } from "../rules/rule/severity.ts";
import type { Finding } from "./finding.ts";
import type { RuleResult } from "./rule-result.ts";

/** Severities that replace those of rules; `off` leaves a rule out. */
export type SeverityOverrides = Readonly<Partial<Record<RuleId, Severity | "off">>>;

/** Results after everything that people asked to be judged otherwise. */
export interface AdjustedResults {
  readonly results: readonly RuleResult[];
  /** Findings that annotations leave out. */
  readonly ignoredCount: number;
}

/**
 * Applies severities and the annotation `ingress-diff.kubeschema.dev/ignore`.
 *
 * On the object at fault the annotation leaves a finding out. On an Ingress it also takes the Ingress out of what other
 * objects break, since nothing can be written on a Service that does not exist; a finding that then affects nobody is
 * left out too.
 */
export function adjustResults(
  results: readonly RuleResult[],
  view: ClusterView,
  severities: SeverityOverrides,
): AdjustedResults {
  const ignores = ignoresOf(view);
  const kept: RuleResult[] = [];
  let ignoredCount = 0;
  for (const result of results) {
    const severity = severities[result.finding.rule];
    if (severity === "off") continue;
    const shown = ignores.size === 0 ? result : withoutIgnored(result, ignores);
    if (shown === undefined) ignoredCount++;
    else kept.push(severity === undefined ? shown : { ...shown, finding: withSeverity(shown.finding, severity) });
  }
  return { results: kept, ignoredCount };
}

/** Rules that objects ask to leave out, by `Kind/namespace/name`. */
type Ignores = ReadonlyMap<string, ReadonlySet<string>>;

function ignoresOf(view: ClusterView): Ignores {
  const ignores = new Map<string, ReadonlySet<string>>();
  const kinds = [["Ingress", view.ingresses], ["Service", view.services], ["Secret", view.secrets]] as const;
  for (const [kind, objects] of kinds) {
    for (const object of objects) {
      const { ignoredRules } = object;
      if (ignoredRules !== undefined) ignores.set(kindKey({ kind, ...object }), new Set(ignoredRules));
    }
  }
  return ignores;
}

function withoutIgnored(result: RuleResult, ignores: Ignores): RuleResult | undefined {
  const { finding, routes } = result;
  const isIgnored = (ref: { readonly kind: string; readonly namespace: string; readonly name: string }): boolean =>
    ignores.get(kindKey(ref))?.has(finding.rule) === true;
  if (isIgnored(finding.object)) return undefined;
  const { consequences } = finding;
  if (consequences === undefined || !consequences.some(isIgnored)) return result;
  const left = consequences.filter((consequence) => !isIgnored(consequence));
  if (left.length === 0) return undefined;
  return { finding: { ...finding, consequences: left }, routes: routes.filter(({ source }) => !isIgnored(source.ref)) };
}

const weights: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** What could not be checked is never made worse: nobody knows that it is a fault. */
function withSeverity(finding: Finding, severity: Severity): Finding {
  if (finding.outcome === "unknown" && weights[severity] < weights[finding.severity]) return finding;
  return { ...finding, severity };
}
