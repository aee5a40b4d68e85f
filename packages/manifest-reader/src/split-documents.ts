import type { DocumentProblem } from "./document-problem.ts";

/** One document of a stream. */
export interface DocumentText {
  /** A `---` line that nothing precedes is the document's own first line. */
  readonly text: string;
  /** Where it starts in the stream, in UTF-16 units. */
  readonly start: number;
  readonly problem?: DocumentProblem;
}

const separator = "---";

/** What Go's strings.TrimSpace() leaves of the rest of such a line: nothing, or a comment. */
const blankOrComment = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*(?:#|$)/;

/**
 * Splits a YAML stream at the lines that start with `---`, as kubectl does: it takes nothing else on such a line but a
 * comment. So a large stream is never parsed at once.
 *
 * Each step takes at least one line, so that it ends for any text, and each byte goes into a document or into the line
 * that ends one.
 *
 * @see {@link https://github.com/kubernetes/apimachinery/blob/master/pkg/util/yaml/decoder.go}
 */
export function* splitDocuments(stream: string): Generator<DocumentText> {
  let start = 0;
  for (let at = findSeparator(stream, 0), end: number; at !== -1; at = findSeparator(stream, end)) {
    const lineBreak = stream.indexOf("\n", at);
    end = lineBreak === -1 ? stream.length : lineBreak + 1;
    const rest = stream.slice(at + separator.length, lineBreak === -1 ? end : lineBreak);
    const isSeparator = blankOrComment.test(rest);
    if (isSeparator && at === start) continue;
    if (at > start) yield { text: stream.slice(start, at), start };
    if (!isSeparator) {
      yield { text: stream.slice(at, end), start: at, problem: { message, offset: 0 } };
    }
    start = end;
  }
  if (start < stream.length) yield { text: stream.slice(start), start };
}

/** Where the next line that starts with `---` does so; -1 where there is none. */
function findSeparator(stream: string, lineStart: number): number {
  if (stream.startsWith(separator, lineStart)) return lineStart;
  const lineBreak = stream.indexOf(`\n${separator}`, lineStart);
  return lineBreak === -1 ? -1 : lineBreak + 1;
}

const message = 'kubectl takes nothing but a comment after "---" on its line: put the rest on a line of its own';
