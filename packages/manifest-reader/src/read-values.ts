import { maxDepth, tooDeep } from "./guards.ts";
import { readManifest } from "./read-manifest.ts";
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
 * Reads the values of a text that nobody asks for places of, such as the schemas and the dumps of a server, which have
 * 100 MB and more: JSON by the platform's own parser, which of a repeated key takes the last value, and whatever is not
 * JSON as {@linkcode readManifest} does.
 */
export function* readValues(text: string): Generator<ReadValue> {
  const parts = splitJson(text);
  if (parts !== undefined) {
    if (parts.some(({ depth }) => depth > maxDepth)) return yield { problem: tooDeep, line: 1 };
    const values = parts.map(({ start, end }) => parseJson(text.slice(start, end)));
    if (!values.includes(undefined)) return yield* values.filter((value) => value !== undefined);
  }
  for (const document of readManifest(text)) {
    const { value, problem } = document;
    yield problem === undefined ? { value } : { problem, line: document.start().line };
  }
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined; // it is YAML, or the reader of manifests says what is wrong with it
  }
}
