import type { DocumentProblem } from "./document-problem.ts";
import type { Event } from "./event.ts";
import { readJsonEvents, skipJsonSpace } from "./json-events.ts";

/** The JSON values that a manifest starts with. */
export interface LeadingJson {
  readonly values: readonly (readonly Event[])[];
  /** The fault in the text after them, read as JSON. */
  readonly problem?: DocumentProblem;
  /** Whether that says more than what is wrong with it as YAML. */
  readonly looksLikeJson: boolean;
  /** Where the YAML starts; `undefined` where there is none, or nothing but JSON will do. */
  readonly yamlStart: number | undefined;
}

/** Go's unicode.IsSpace(). */
const goSpace = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const toYaml: LeadingJson = { values: [], looksLikeJson: false, yamlStart: 0 };
/** kubectl looks no further for the brace. */
const guessedLength = 4096;

/**
 * Reads the JSON that a manifest starts with, as kubectl does: a first brace makes it try JSON. What cannot be JSON is
 * YAML after all, from the place of the first value that is not; after two values it is not asked any more.
 *
 * @see {@link https://github.com/kubernetes/apimachinery/blob/master/pkg/util/yaml/decoder.go}
 */
export function readLeadingJson(manifest: string): LeadingJson {
  let first = 0;
  while (goSpace.test(manifest.charAt(first))) first++;
  if (manifest.charAt(first) !== "{" || first >= guessedLength) return toYaml;
  const values: (readonly Event[])[] = [];
  const looksLikeJson = manifest.charAt(skipJsonSpace(manifest, first + 1)) === '"';
  let consumed = 0;
  for (;;) {
    const at = skipJsonSpace(manifest, consumed);
    if (at >= manifest.length) return { values, looksLikeJson, yamlStart: undefined };
    const read = readJsonEvents(manifest, at);
    if ("problem" in read) {
      const yamlStart = values.length > 1 ? undefined : startOfYaml(manifest, consumed);
      return { values, problem: read.problem, looksLikeJson, yamlStart };
    }
    values.push(read.events);
    consumed = read.end;
  }
}

/** Goes over white space up to the end of its line; `undefined` where kubectl finds too little text for YAML. */
function startOfYaml(manifest: string, start: number): number | undefined {
  for (let at = start;; at++) {
    if (byteCount(manifest.slice(at, at + 4)) < 4) return undefined;
    const character = manifest.charAt(at);
    if (!goSpace.test(character)) return at;
    if (character === "\n") return at + 1;
  }
}

function byteCount(text: string): number {
  return new TextEncoder().encode(text).length;
}
