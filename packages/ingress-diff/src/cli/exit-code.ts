import type { FailOn } from "../report/report-options.ts";
import type { Finding } from "../evaluate/finding.ts";

/**
 * The exit code for findings: 1 if one of them counts, 2 if something could not be checked, else 0.
 *
 * Notes (severity `info`) and known findings never count. What could not be checked counts whatever `failOn` says:
 * nobody knows how bad it would be.
 */
export function exitCodeOf(
  findings: readonly Finding[],
  failOn: FailOn,
  knownIds: ReadonlySet<string> = new Set(),
): 0 | 1 | 2 {
  const counted = findings.filter(({ id, severity }) => severity !== "info" && !knownIds.has(id));
  const fails = ({ outcome, severity }: Finding): boolean =>
    outcome === "fail" && failOn !== "never" && (severity === "error" || failOn === "warning");
  if (counted.some(fails)) return 1;
  return counted.some(({ outcome }) => outcome === "unknown") ? 2 : 0;
}
