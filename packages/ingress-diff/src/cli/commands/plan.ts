import { type Call, exitCode } from "@kubeschema/command-kit";
import { driftExitCode } from "../../drift/drift-report.ts";
import { type Changes, plan } from "../../drift/plan.ts";
import { plannedIngresses } from "../../drift/view-after-apply.ts";
import { optional } from "../../observe/json-value.ts";
import type { Finding } from "../../evaluate/finding.ts";
import { compareWithLive } from "../compare-with-live.ts";
import type { IngressDiffWorld } from "../ingress-diff-world.ts";
import { isIgnored } from "../is-ignored.ts";
import { loadJudgement } from "../load-settings.ts";
import { observe } from "../observe.ts";
import { planNamespace } from "../plan-namespace.ts";
import { textLook } from "../text-look.ts";
import type { PlanOptions } from "./plan-command.ts";

/**
 * Compares manifests with a cluster or a snapshot, and prints what would come of applying them.
 *
 * @returns 1 if an error would appear, 2 if that could not be told of every manifest, else 0.
 */
export async function runPlan(options: PlanOptions, { world }: Call<IngressDiffWorld>): Promise<number> {
  const { ignore, severities, expiringWithinMs } = await loadJudgement(options, world);
  const report = await compareWithLive(options, world);
  const { namespace: _, ...others } = options;
  const namespace = planNamespace(report.ingresses, options);
  const scope = { ...others, allNamespaces: namespace === undefined, ...optional("namespace", namespace) };
  const view = await observe(scope, world, plannedIngresses(report.ingresses));
  const whole = plan(view, report.ingresses, {
    at: options.at ?? view.at,
    ...optional("severities", severities),
    ...optional("expiringWithinMs", expiringWithinMs),
  });
  const findings = mapChanges(whole.findings, (finding) => !isIgnored(finding, ignore));
  const planned = { ...whole, findings };
  if (options.output === "json") {
    const { formatJsonPlan } = await import("../../report/drift-plan-json.ts");
    world.stdout.write(formatJsonPlan(report, planned));
  } else {
    const { formatTextPlan } = await import("../../report/drift-plan-text.ts");
    world.stdout.write(formatTextPlan(report, planned, textLook(options, world)));
  }
  if (options.exitZero) return exitCode.ok;
  if (bringsError(findings)) return exitCode.different;
  return driftExitCode(report) === exitCode.unknown ? exitCode.unknown : exitCode.ok;
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
