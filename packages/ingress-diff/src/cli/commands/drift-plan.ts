import { driftExitCode, type DriftReport } from "../../drift/drift-report.ts";
import { type Changes, plan } from "../../drift/plan.ts";
import { plannedIngresses } from "../../drift/view-after-apply.ts";
import { optional } from "../../observe/json-value.ts";
import type { Finding } from "../../evaluate/finding.ts";
import type { Edge } from "../edge.ts";
import { isIgnored } from "../is-ignored.ts";
import { loadSettings } from "../load-settings.ts";
import { observe } from "../observe.ts";
import type { Options } from "../parse-options.ts";
import { textOptions } from "./drift.ts";

/**
 * Prints what would come of an apply.
 *
 * @returns 1 if an error would appear, 2 if that could not be told of every manifest, else 0.
 */
export async function printPlan(report: DriftReport, options: Options, edge: Edge): Promise<number> {
  const settings = await loadSettings(options, edge);
  const view = await observe(scopeOf(report, options), edge, plannedIngresses(report.ingresses));
  const whole = plan(view, report.ingresses, {
    at: options.at ?? view.at,
    ...optional("severities", settings.severities),
    ...optional("expiringWithinMs", settings.expiringWithinMs),
  });
  const findings = mapChanges(whole.findings, (finding) => !isIgnored(finding, settings.ignore));
  const planned = { ...whole, findings };
  if (options.output === "json") {
    const { formatJsonPlan } = await import("../../report/drift-plan-json.ts");
    edge.stdout.write(formatJsonPlan(report, planned));
  } else {
    const { formatTextPlan } = await import("../../report/drift-plan-text.ts");
    edge.stdout.write(formatTextPlan(report, planned, textOptions(options, edge)));
  }
  if (options.isExitZero) return 0;
  if (bringsError(findings)) return 1;
  return driftExitCode(report) === 2 ? 2 : 0;
}

/** What a plan reads: one namespace if all manifests are in one. A route that another one has too is seen with `-A`. */
export function planNamespace(
  ingresses: readonly { readonly namespace: string }[],
  { isAllNamespaces, snapshot }: Pick<Options, "isAllNamespaces" | "snapshot">,
): string | undefined {
  const [namespace, ...more] = new Set(ingresses.map((ingress) => ingress.namespace));
  return isAllNamespaces || snapshot !== undefined || more.length > 0 ? undefined : namespace;
}

function scopeOf({ ingresses }: DriftReport, options: Options): Options {
  const { namespace: _, ...others } = options;
  const namespace = planNamespace(ingresses, options);
  return namespace === undefined ? { ...others, isAllNamespaces: true } : { ...others, namespace };
}

function mapChanges(changes: Changes<Finding>, keep: (finding: Finding) => boolean): Changes<Finding> {
  return {
    appear: changes.appear.filter(keep),
    disappear: changes.disappear.filter(keep),
    change: changes.change.filter(({ after }) => keep(after)),
  };
}

function bringsError({ appear, change }: Changes<Finding>): boolean {
  const isError = ({ severity, outcome }: Finding): boolean => severity === "error" && outcome === "fail";
  return appear.some(isError) || change.some(({ before, after }) => isError(after) && !isError(before));
}
