import { isMap, isNode, isSeq, LineCounter, type Node, parseAllDocuments } from "yaml";

/** One document of a manifest. */
export interface ParsedDocument {
  readonly value: unknown;
  /** Finds the line of a field, or of the closest one there is. */
  readonly lineOf: (path: readonly (string | number)[]) => number;
  /** Set where it cannot be read. */
  readonly problem?: string;
}

/** Charts lie beside manifests, and what a parser says of a template helps nobody. */
const templateHint = 'with "{{" it looks like a template: render it first, as helm template does';

/**
 * Parses YAML or JSON as kubectl does: by the words of YAML 1.1, in which `yes` is a boolean and `0777` is octal, while
 * dates and `1:30` stay text.
 *
 * @see {@link https://github.com/kubernetes-sigs/yaml/blob/master/goyaml.v2/resolve.go}
 */
export function parseDocuments(text: string): readonly ParsedDocument[] {
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(text, {
    version: "1.1",
    customTags: (tags) =>
      tags.filter((tag) =>
        typeof tag === "string" || !(tag.tag.endsWith(":timestamp") || ("format" in tag && tag.format === "TIME"))
      ),
    lineCounter,
    prettyErrors: false,
    logLevel: "silent",
  });
  if (!Array.isArray(documents)) return [];
  return documents.map((document): ParsedDocument => {
    const start = lineAt(document.contents, lineCounter) ?? lineCounter.linePos(document.range?.[0] ?? 0).line;
    const [error] = document.errors;
    if (error !== undefined) {
      const hint = text.includes("{{") && text.includes("}}") ? `; ${templateHint}` : "";
      return problemAt(lineCounter.linePos(error.pos[0]).line, `${error.message}${hint}`);
    }
    try {
      const value: unknown = document.toJS();
      return { value, lineOf: (path) => lineOf(document.contents, path, lineCounter) ?? start };
    } catch (cause) {
      // Aliases that would grow beyond measure.
      return problemAt(start, cause instanceof Error ? cause.message : String(cause));
    }
  });
}

function problemAt(line: number, problem: string): ParsedDocument {
  return { value: undefined, problem, lineOf: () => line };
}

function lineOf(root: unknown, path: readonly (string | number)[], lines: LineCounter): number | undefined {
  let node = root;
  let line = lineAt(node, lines);
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(isNode(key) ? key.toJSON() : key) === String(step));
      if (pair === undefined) return line;
      line = lineAt(pair.key, lines) ?? line;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      if (item === undefined) return line;
      line = lineAt(item, lines) ?? line;
      node = item;
    } else {
      return line;
    }
  }
  return line;
}

function lineAt(node: unknown, lines: LineCounter): number | undefined {
  const offset = isNode(node) ? (node as Node).range?.[0] : undefined;
  return offset === undefined ? undefined : lines.linePos(offset).line;
}
