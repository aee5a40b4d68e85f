import { Composer, type Document, isMap, isScalar, Lexer, LineCounter, type ParsedNode, Parser, visit } from "yaml";
import { CommandError, reasonOf } from "./command-error.ts";
import { maxDepth } from "./measure-document.ts";

/** A single document may be this long. An API server takes at most 3 MiB. */
export const maxYamlDocumentLength: number = 4 * 1024 * 1024;

/**
 * Parses a YAML stream document by document, in time and memory that its length bounds.
 *
 * @throws {CommandError} If it is no YAML, repeats a key, nests too deep, or its aliases would grow beyond measure.
 */
export function parseYaml(text: string, name: string): readonly unknown[] {
  const lines = new LineCounter();
  const fail = (offset: number, problem: string, cause?: unknown): never => {
    const { line } = lines.linePos(offset);
    throw new CommandError(`Cannot read "${name}" as YAML: line ${line}: ${problem}`, { cause });
  };
  // The library compares every key with every other one; `repeatedKey()` takes linear time.
  const composer = new Composer({ prettyErrors: false, logLevel: "silent", uniqueKeys: false });
  const values: unknown[] = [];
  for (const document of composer.compose(tokens(text, lines, fail))) {
    const error = document.errors[0];
    if (error) fail(error.pos[0], error.message.split("\n")[0] ?? "", error);
    const repeated = repeatedKey(document);
    if (repeated) fail(repeated.offset, `the key ${JSON.stringify(repeated.key)} is there twice`);
    try {
      values.push(document.toJS({ maxAliasCount: 100 }));
    } catch (cause) {
      fail(document.range[0], reasonOf(cause), cause);
    }
  }
  return values;
}

function* tokens(text: string, lines: LineCounter, fail: (offset: number, problem: string) => never) {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  let start = 0;
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (lexeme === "---") start = parser.offset;
    if (parser.offset - start > maxYamlDocumentLength) {
      fail(start, `a document is longer than ${maxYamlDocumentLength} characters; an API server takes at most 3 MiB`);
    }
    // What composes the tokens is recursive; what makes them is not.
    if (parser.stack.length > 2 * maxDepth) fail(parser.offset, `it nests more than ${maxDepth} levels deep`);
  }
  yield* parser.end();
}

function repeatedKey(document: Document.Parsed<ParsedNode>): { key: string; offset: number } | undefined {
  let found: { key: string; offset: number } | undefined;
  visit(document, {
    Map: (_, map) => {
      if (!isMap(map)) return;
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) {
          found = { key: String(key.value), offset: key.range?.[0] ?? 0 };
          return visit.BREAK;
        }
        seen.add(key.value);
      }
    },
  });
  return found;
}
