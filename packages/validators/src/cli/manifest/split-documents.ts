import type { DocumentProblem } from "./document-problem.ts";

/** One document of a stream. */
export interface DocumentText {
  readonly text: string;
  /** Where it starts in the stream, in UTF-16 units. */
  readonly start: number;
  readonly problem?: DocumentProblem;
}

/**
 * Splits a YAML stream at the lines that start with `---`, as kubectl does: it takes nothing else on such a line but a
 * comment. So a large stream is never parsed at once.
 *
 * @see {@link https://github.com/kubernetes/apimachinery/blob/master/pkg/util/yaml/decoder.go}
 */
export function* splitDocuments(stream: string): Generator<DocumentText> {
  for (let start = 0, at = 0; start <= stream.length;) {
    at = at === 0 && stream.startsWith("---") ? 0 : stream.indexOf("\n---", at);
    if (at === -1) {
      yield { text: stream.slice(start), start };
      return;
    }
    if (at > 0) at += 1; // the line break ends the document before
    if (at > start) yield { text: stream.slice(start, at), start };
    const lineEnd = stream.indexOf("\n", at);
    const end = lineEnd === -1 ? stream.length : lineEnd;
    const rest = stream.slice(at + 3, end).trim();
    if (rest !== "" && !rest.startsWith("#")) {
      const message = `kubectl takes nothing but a comment after "---" on its line, found ${
        JSON.stringify(rest.slice(0, 60))
      }`;
      yield { text: "", start: at, problem: { message, offset: 0 } };
    }
    // A file that was appended to another brings its byte order mark along.
    start = stream.startsWith("\ufeff", end + 1) ? end + 2 : end;
    at = end;
    if (end === stream.length) return;
  }
}
