import type { Consequence, JsonReport } from "@kubeschema/ingress-diff";
import type { CommandResult } from "./run-command.ts";

/** Decodes what `ingress-diff -o json` wrote to stdout, and quotes both streams if that is not a report. */
export function readReport({ code, stdout, stderr }: CommandResult): JsonReport {
  try {
    return JSON.parse(stdout) as JsonReport; // the tests then check what they need
  } catch (cause) {
    throw new SyntaxError(`Cannot read the report: exit code ${code}, stdout ${stdout}, stderr ${stderr}`, { cause });
  }
}

/** `Kind namespace/name`, or `Kind name` for what belongs to the cluster. */
export function formatObject({ kind, namespace, name }: Consequence): string {
  return namespace ? `${kind} ${namespace}/${name}` : `${kind} ${name}`;
}
