import { parseAllDocuments } from "yaml";

/** The documents of a YAML stream as plain values, or the first thing that is wrong with it. */
export type ParsedYaml =
  | { readonly documents: readonly unknown[] }
  | { readonly problem: string; readonly cause: unknown };

/**
 * Parses the YAML of a configuration, such as a kubeconfig; manifests are read by the reader of manifests. Aliases that
 * would grow beyond measure are a problem, not a crash.
 */
export function parseYaml(text: string): ParsedYaml {
  const documents: unknown[] = [];
  const parsed = parseAllDocuments(text, { prettyErrors: false, logLevel: "silent" });
  for (const document of Array.isArray(parsed) ? parsed : []) {
    const error = document.errors[0];
    if (error !== undefined) {
      const line = text.slice(0, error.pos[0]).split("\n").length;
      return { problem: `line ${line}: ${error.message}`, cause: error };
    }
    try {
      documents.push(document.toJS());
    } catch (cause) {
      return { problem: cause instanceof Error ? cause.message : String(cause), cause };
    }
  }
  return { documents };
}
