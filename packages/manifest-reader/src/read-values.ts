import { maxDepth, tooDeep } from "./guards.ts";
import { readManifest, type ReadOptions } from "./read-manifest.ts";
import { splitJson } from "./split-json.ts";

/** One value of a text, or what keeps it from being read. */
export type ReadValue =
  | { readonly value: unknown; readonly problem?: undefined }
  | {
    readonly problem: string;
    /** Where it is, counted from 1. */
    readonly line: number;
  };

/**
 * Reads the values of a text whose positions are not needed, such as the schemas and the dumps of a server, which have
 * 100 MB and more: JSON by the platform's own parser, which of a repeated key takes the last value, and whatever is not
 * JSON as {@linkcode readManifest} does.
 */
export function* readValues(text: string, options: ReadOptions = {}): Generator<ReadValue> {
  const values = /^[ \t\r\n]*[[{]/.test(text) ? parseJsonTexts(text) : undefined;
  if (values === undefined) {
    for (const document of readManifest(text, options)) {
      const { value, problem } = document;
      yield problem === undefined ? { value } : { problem, line: document.start().line };
    }
    return;
  }
  for (const value of values) yield isTooDeep(value) ? { problem: tooDeep, line: 1 } : { value };
}

/** The values of one JSON text or of several; `undefined` where there is something else. */
function parseJsonTexts(text: string): readonly unknown[] | undefined {
  try {
    return [JSON.parse(text)];
  } catch {
    try {
      return splitJson(text)?.map((part): unknown => JSON.parse(part));
    } catch {
      return undefined; // it is YAML, or the reader of manifests says what is wrong with it
    }
  }
}

/** Goes level by level, which costs a fraction of what it costs to parse the text. */
function isTooDeep(root: unknown): boolean {
  let level: readonly unknown[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth >= maxDepth) return true;
    const next: unknown[] = [];
    for (const container of level) {
      if (Array.isArray(container)) {
        for (const part of container) if (typeof part === "object" && part !== null) next.push(part);
      } else {
        const parts = container as Readonly<Record<string, unknown>>; // only lists and objects are put into a level
        for (const key in parts) {
          const part = parts[key];
          if (typeof part === "object" && part !== null) next.push(part);
        }
      }
    }
    level = next;
  }
  return false;
}
