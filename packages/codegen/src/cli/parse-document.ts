import { CommandError, reasonOf } from "./command-error.ts";
import { documentProblem, jsonDepth, maxDepth } from "./measure-document.ts";
import { parseYaml } from "./parse-yaml.ts";

/** One text to read, from a file or elsewhere. */
export interface SourceText {
  /** For people; no path of the machine. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One decoded document. */
export interface SourceDocument {
  readonly name: string;
  readonly value: unknown;
}

/**
 * Decodes JSON, or YAML with any number of documents; empty ones are left out.
 *
 * @throws {CommandError} If it is neither, or more than can be walked safely.
 */
export function parseDocuments({ name, bytes }: SourceText): readonly SourceDocument[] {
  const text = decode(name, bytes);
  const isJson = name.endsWith(".json") || /^\s*[[{]/.test(text);
  const values = isJson ? [parseJson(name, text)] : parseYaml(text, name);
  const documents = values.flatMap((value) => value === null || value === undefined ? [] : [{ name, value }]);
  for (const { value } of documents) {
    const problem = documentProblem(value);
    if (problem !== undefined) throw new CommandError(`Cannot read "${name}": ${problem}`);
  }
  return documents;
}

function decode(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new CommandError(`Cannot read "${name}": expected UTF-8 text`, { cause });
  }
}

function parseJson(name: string, text: string): unknown {
  if (jsonDepth(text) > maxDepth) {
    throw new CommandError(`Cannot read "${name}": it nests more than ${maxDepth} levels deep`);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    // YAML may open with a bracket too; what is no JSON at all gets the clearer message of JSON.
    if (!name.endsWith(".json") && text.length < 1024 * 1024) {
      try {
        const [first, ...others] = parseYaml(text, name);
        if (others.length === 0) return first;
      } catch { /* said below */ }
    }
    const reason = text.trim() === "" ? "it is empty" : reasonOf(cause);
    throw new CommandError(`Cannot read "${name}" as JSON: ${reason}`, { cause, hint: "fetch the file again" });
  }
}
