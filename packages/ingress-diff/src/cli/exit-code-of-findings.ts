import { exitCode } from "@kubeschema/command-kit";
import type { FailOn } from "../report/report-options.ts";
import type { Finding } from "../evaluate/finding.ts";

/**
 * The exit code for findings: 1 if one of them counts, 2 if something could not be checked, else 0.
 *
 * Notes (severity `info`) and known findings never count. What could not be checked counts whatever `failOn` says:
 * nobody knows how bad it would be.
 */
export function exitCodeOfFindings(
  findings: readonly Finding[],
  failOn: FailOn,
  knownIds: ReadonlySet<string> = new Set(),
): number {
  const counted = findings.filter(({ id, severity }) => severity !== "info" && !knownIds.has(id));
  const fails = ({ outcome, severity }: Finding): boolean =>
    outcome === "fail" && failOn !== "never" && (severity === "error" || failOn === "warning");
  if (counted.some(fails)) return exitCode.different;
  return counted.some(({ outcome }) => outcome === "unknown") ? exitCode.unknown : exitCode.ok;
}
