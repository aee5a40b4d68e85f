import type { Result } from "../check/result.ts";
import type { Reporter } from "./reporter.ts";

/** The shape, version 1. The summary comes last, since results are written as they come. */
export function createJsonReport(): Reporter {
  let separator = '{"version":1,"results":[\n';
  return {
    add: (result) => {
      const text = `${separator}${formatResult(result)}`;
      separator = ",\n";
      return text;
    },
    end: (summary) => `${separator === ",\n" ? "" : separator}\n],"summary":${JSON.stringify(summary)}}\n`,
  };
}

function formatResult(result: Result): string {
  const { source, document, line, apiVersion, kind, namespace, name, status } = result;
  const issues = result.issues.map(({ type, fieldPath, message, value, source, line, column }) => ({
    type,
    fieldPath,
    message,
    value: value ?? null,
    ...(source === undefined ? {} : { source }),
    line,
    column,
  }));
  const { warnings, notChecked } = result;
  // Left out where it is undefined.
  const fields = { source, document, line, apiVersion, kind, namespace, name, status, issues, warnings, notChecked };
  return JSON.stringify(fields);
}
