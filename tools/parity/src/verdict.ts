import type { ValidationIssue } from "@kubeschema/validators";
import type { ApiServerResponse } from "@kubeschema-tools/apiserver";

/** The verdict on an object: that it cannot be decoded, or each fault as its field and type; none if it is valid. */
export type Verdict = readonly string[];

/** The server's 400, which names no field. */
export const undecodable: Verdict = ["cannot be decoded"];

/** Reads the server's answer to a dry run of a creation or an update. */
export function serverVerdict({ status, body }: ApiServerResponse): Verdict {
  if (status === 200 || status === 201) return [];
  if (status === 400) return undecodable;
  const causes = causesOf(body);
  if (status !== 422 || causes === undefined) return [`answered ${status}: ${messageOf(body)}`];
  return toSet(causes.map(({ field, reason }) => `${field} ${reason.replace(/^FieldValue/, "")}`));
}

/** Reads our issues; this server does not have strict decoding, and drops unknown fields silently. */
export function ourVerdict(issues: readonly ValidationIssue[]): Verdict {
  const known = issues.filter(({ type }) => type !== "Unknown");
  if (known.some(({ type }) => type === "TypeInvalid")) return undecodable;
  return toSet(known.map(({ fieldPath, type }) => `${fieldPath} ${type}`));
}

/** Tells whether both accept, or both do not. */
export function isSameVerdict(a: Verdict, b: Verdict): boolean {
  return (a.length === 0) === (b.length === 0);
}

// The server repeats some faults, once for each of its layers.
function toSet(lines: readonly string[]): Verdict {
  return [...new Set(lines)].sort();
}

interface Cause {
  readonly field: string;
  readonly reason: string;
}

// The shapes below are those of a metav1.Status; anything else reads as absent.
function causesOf(body: unknown): readonly Cause[] | undefined {
  return (body as { readonly details?: { readonly causes?: readonly Cause[] } } | undefined)?.details?.causes;
}

function messageOf(body: unknown): string {
  return String((body as { readonly message?: unknown } | undefined)?.message ?? body).slice(0, 200);
}
