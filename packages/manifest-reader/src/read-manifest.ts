import { type Event, EVENT_ID, parseEvents, YAMLException } from "js-yaml";
import { construct } from "./construct.ts";
import type { DocumentProblem } from "./document-problem.ts";
import { maxDepth, maxDocumentLength, tooDeep, tooLong } from "./guards.ts";
import { readJsonEvents } from "./json-events.ts";
import { LineIndex, type Position } from "./line-index.ts";
import { Locator, startOf, type Target } from "./locate.ts";
import { readPlainYaml } from "./plain-yaml.ts";
import { splitDocuments } from "./split-documents.ts";

/** One document of a manifest. */
export interface ManifestDocument {
  /** Counted from 1, empty documents left out. */
  readonly number: number;
  readonly value: unknown;
  /** Set where it cannot be read; there is no value then. */
  readonly problem?: string;
  /** Where the problem is, or where the document starts. */
  readonly start: () => Position;
  /** Finds a field, after steps to an object of a List. */
  readonly find: (base: readonly (string | number)[], fieldPath: string, target: Target) => Position;
}

/**
 * Reads the documents of a manifest, YAML or JSON, one at a time. Empty documents are left out, as kubectl leaves them.
 *
 * A manifest that starts with `{` starts with a JSON value, or several in a row, and nothing but JSON will do there.
 */
export function* readManifest(manifest: string): Generator<ManifestDocument> {
  const lines = new LineIndex(manifest);
  let number = 0;
  for (const { text, start, problem } of splitDocuments(manifest)) {
    const plain = problem === undefined ? readPlainYaml(text) : undefined;
    if (plain !== undefined) {
      // Where nothing is wrong with it, nobody asks for positions, and it takes the parser to tell them.
      const locator = lazily(() => new Locator(text, parseEvents(text, { maxDepth })));
      yield {
        number: ++number,
        value: plain.value,
        start: () => lines.positionOf(start + plain.start),
        find: (...field) => lines.positionOf(start + locator().find(...field)),
      };
      continue;
    }
    for (const parsed of problem === undefined ? parse(text, start === 0 && !text.startsWith("---")) : [{ problem }]) {
      const result = "problem" in parsed ? parsed : construct(text, parsed.events);
      if ("problem" in result) {
        const { message, offset } = result.problem;
        const position = (): Position => lines.positionOf(start + offset);
        const said = isTemplate(text) ? `${message}; ${templateHint}` : message;
        yield { number: ++number, value: undefined, problem: said, start: position, find: position };
      } else if (result.value !== null && result.value !== undefined && "events" in parsed) {
        const { events } = parsed;
        const locator = lazily(() => new Locator(text, events));
        yield {
          number: ++number,
          value: result.value,
          start: () => lines.positionOf(start + rootOffset(events)),
          find: (...field) => lines.positionOf(start + locator().find(...field)),
        };
      }
    }
  }
}

/** Charts lie beside manifests, and what a parser says of a template helps nobody. */
const templateHint = 'with "{{" it looks like a template: render it first, as helm template does';

function isTemplate(text: string): boolean {
  return text.includes("{{") && text.includes("}}");
}

type Parsed = { readonly events: readonly Event[] } | { readonly problem: DocumentProblem };

function parse(text: string, isFirst: boolean): readonly Parsed[] {
  if (text.length > maxDocumentLength) return [{ problem: { message: tooLong, offset: 0 } }];
  const start = afterSpace(text, afterSeparator(text));
  if (text.charAt(start) !== "{") return [parseYaml(text)];
  const values = parseJson(text, start);
  const isJson = !values.some((value) => "problem" in value);
  return isFirst || isJson ? values : [parseYaml(text)];
}

function parseYaml(text: string): Parsed {
  try {
    const events = parseEvents(text, { maxDepth });
    const second = events.findIndex((event, index) => index > 0 && event.type === EVENT_ID.DOCUMENT);
    if (second === -1) return { events };
    const offset = text.search(/^\.\.\./m);
    return { problem: { message: 'kubectl ignores what follows "...": start a document with "---"', offset } };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const message = error.reason.startsWith("nesting exceeded") ? tooDeep : sentence(error.reason);
    return { problem: { message, offset: error.mark?.position ?? 0 } };
  }
}

function parseJson(text: string, start: number): readonly Parsed[] {
  const values: Parsed[] = [];
  for (let at = start; at < text.length;) {
    const value = readJsonEvents(text, at);
    values.push(value);
    if ("problem" in value) break;
    at = afterSpace(text, value.end);
  }
  return values;
}

/** A `---` line that nothing stands before belongs to the document. */
function afterSeparator(text: string): number {
  return text.startsWith("---") ? text.indexOf("\n") + 1 || text.length : 0;
}

function afterSpace(text: string, start: number): number {
  let at = start;
  while (/\s/.test(text.charAt(at))) at++;
  return at;
}

/** Makes something when it is asked for, once. */
function lazily<Value extends object>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => value ??= make();
}

function rootOffset(events: readonly Event[]): number {
  const root = events[1];
  return (root === undefined ? undefined : startOf(root)) ?? 0;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
