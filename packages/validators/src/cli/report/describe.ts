import type { Result, ResultIssue } from "../check/result.ts";
import { safeText } from "./safe-text.ts";

/** `Ingress shop/web`, as far as the object says. */
export function describeObject({ kind, namespace, name }: Result): string {
  const id = namespace === "" ? name : `${namespace}/${name}`;
  return safeText([kind, id].filter((part) => part !== "").join(" "));
}

/** `spec.rules[0].host: Invalid: … (quote it)`; what could not be read or judged is no field's fault. */
export function describeIssue(status: Result["status"], issue: ResultIssue): string {
  const { type, fieldPath, message, suggestion } = issue;
  const field = status === "error" ? "error" : fieldPath === "" ? type : `${fieldPath}: ${type}`;
  return safeText(`${field}: ${message}${suggestion === undefined ? "" : ` (${suggestion})`}`);
}

/** `web.yaml:12:9`; the source alone where there is no text. */
export function describePlace(source: string, line: number, column: number): string {
  return safeText(line === 0 ? source : `${source}:${line}:${column}`);
}
