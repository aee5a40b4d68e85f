import { RE2JS } from "re2js";

/** A regular expression as Go, and so the API server, reads it. */
export interface Pattern {
  readonly source: string;
  /** Tells whether some part of a text matches, in time linear in its length; absent if the text is not a pattern. */
  readonly test: ((text: string) => boolean) | undefined;
  /** The reason why `test` is absent. */
  readonly problem: string | undefined;
}

const mostKept = 1000;
const kept = new Map<string, RE2JS>();

/**
 * Compiles a regular expression of Go, and keeps it.
 *
 * It runs without backtracking: a pattern comes from the cluster and a text from anybody, and together they must not
 * stop the program. Syntax and meaning are Go's, which JavaScript's own expressions are not.
 *
 * @see {@link https://github.com/google/re2/wiki/Syntax}
 * @throws {Error} If the text is not a regular expression.
 */
export function compilePattern(source: string): RE2JS {
  const known = kept.get(source);
  if (known !== undefined) return known;
  const compiled = RE2JS.compile(source);
  // A rule may build patterns from values, so their number is unlimited.
  if (kept.size >= mostKept) kept.clear();
  kept.set(source, compiled);
  return compiled;
}

/** Reads a pattern of a schema. */
export function readPattern(source: string): Pattern {
  try {
    const compiled = compilePattern(source);
    return { source, test: (text) => compiled.test(text), problem: undefined };
  } catch (error) {
    return { source, test: undefined, problem: error instanceof Error ? error.message : String(error) };
  }
}
