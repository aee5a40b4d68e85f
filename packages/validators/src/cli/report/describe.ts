import { escapeText } from "@kubeschema/command-kit";
import type { Result, ResultIssue } from "../check/result.ts";

/** `Ingress shop/web`, as far as the object says. */
export function describeObject({ kind, namespace, name }: Result): string {
  const id = namespace === "" ? name : `${namespace}/${name}`;
  return escapeText([kind, id].filter((part) => part !== "").join(" "));
}

/** `data[port]: must be a string, found the number 80; quote it`; what could not be read or judged is not the fault of a field. */
export function describeIssue(status: Result["status"], issue: ResultIssue): string {
  const { fieldPath, message, suggestion } = issue;
  const field = status === "error" ? "error: " : fieldPath === "" ? "" : `${fieldPath}: `;
  return escapeText(`${field}${message}${suggestion === undefined ? "" : `; ${suggestion}`}`);
}

/** `web.yaml:12:9`; the source alone where there is no text. */
export function describePlace(source: string, line: number, column: number): string {
  return escapeText(line === 0 ? source : `${source}:${line}:${column}`);
}
