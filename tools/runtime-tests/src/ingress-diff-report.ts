import type { CommandResult } from "./run-command.ts";

/** Part of the versioned JSON of `ingress-diff -o json`. */
export interface Report {
  readonly version: 1;
  readonly observed: { readonly complete: boolean; readonly requests: number; readonly serverVersion?: string };
  readonly summary: { readonly ingresses: number; readonly routes: number; readonly failing: number };
  readonly ingresses: readonly { readonly namespace: string; readonly name: string }[];
  readonly findings: readonly Finding[];
}

/** One finding of a {@linkcode Report}. */
export interface Finding {
  readonly id: string;
  readonly rule: string;
  readonly outcome: "fail" | "unknown";
  readonly object: ObjectName;
  readonly consequences?: readonly ObjectName[];
  readonly fix: string;
}

/** Names an object; those without a namespace belong to the cluster. */
export interface ObjectName {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** Decodes what the command wrote to stdout, and quotes both streams if that is no report. */
export function readReport({ code, stdout, stderr }: CommandResult): Report {
  try {
    return JSON.parse(stdout) as Report; // the tests then look at what they need
  } catch (cause) {
    throw new SyntaxError(`Cannot read the report: exit code ${code}, stdout ${stdout}, stderr ${stderr}`, { cause });
  }
}

/** `Kind namespace/name`, or `Kind name`. */
export function formatObject({ kind, namespace, name }: ObjectName): string {
  return namespace ? `${kind} ${namespace}/${name}` : `${kind} ${name}`;
}
