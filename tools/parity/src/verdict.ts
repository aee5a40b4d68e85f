import type { ValidationIssue } from "@kubeschema/validators";
import type { ApiServerResponse } from "@kubeschema-tools/apiserver";

/** The verdict on an object: that it cannot be decoded, or each fault as its field and type; none if it is valid. */
export type Verdict = readonly string[];

/** The server's 400, where it names no field. */
export const undecodable: Verdict = ["cannot be decoded"];

/** Reads the server's answer to a dry run of a creation or an update. */
export function serverVerdict({ status, body }: ApiServerResponse): Verdict {
  if (status === 200 || status === 201) return [];
  if (status === 400) return unknownFields(messageOf(body)) ?? undecodable;
  const causes = causesOf(body);
  if (status !== 422 || causes === undefined) return [`answered ${status}: ${messageOf(body).slice(0, 200)}`];
  return toSet(causes.map(({ field, reason }) => `${field} ${reason.replace(/^FieldValue/, "")}`));
}

/**
 * Reads our issues as a server would say them. A strict one, which refuses fields that do not exist, stops at them; others
 * drop them silently.
 */
export function ourVerdict(issues: readonly ValidationIssue[], { isStrict }: { readonly isStrict: boolean }): Verdict {
  const [unknown, known] = [issues.filter(isUnknown), issues.filter((issue) => !isUnknown(issue))];
  if (known.some(({ type }) => type === "TypeInvalid")) return undecodable;
  return toSet((isStrict && unknown.length > 0 ? unknown : known).map(({ fieldPath, type }) => `${fieldPath} ${type}`));
}

function isUnknown({ type }: ValidationIssue): boolean {
  return type === "Unknown";
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

/** The fields of `strict decoding error: unknown field "spec.a", unknown field "b"`, unless it says something else. */
function unknownFields(message: string): Verdict | undefined {
  const [, list = ""] = /strict decoding error: (.*)$/s.exec(message) ?? [];
  const fields = [...list.matchAll(/unknown field "(.*?)"(?=, |$)/g)].map(([, field = ""]) => field);
  return fields.length === 0 ? undefined : toSet(fields.map((field) => `${field} Unknown`));
}

function messageOf(body: unknown): string {
  return String((body as { readonly message?: unknown } | undefined)?.message ?? body);
}
