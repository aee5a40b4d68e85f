import { construct } from "./construct.ts";
import type { DocumentProblem } from "./document-problem.ts";
import type { Event } from "./event.ts";
import { maxDocumentLength, tooLong } from "./guards.ts";
import { LineIndex, type Position } from "./line-index.ts";
import { Locator, type Target } from "./locate.ts";
import { readPlainYaml } from "./plain-yaml.ts";
import { readLeadingJson } from "./read-leading-json.ts";
import { resolvePrintedScalar, type ResolveScalar, resolveScalar } from "./resolve-scalar.ts";
import { splitDocuments } from "./split-documents.ts";
import { type ParsedDocument, parseYaml } from "./yaml/parser.ts";
import { YamlError } from "./yaml/yaml-error.ts";

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
  /** Text behind the document that kubectl ignores. */
  readonly ignored?: { readonly message: string; readonly position: () => Position };
}

/** How a text is read. */
export interface ReadOptions {
  /**
   * Which plain words are booleans: those of YAML 1.1, as kubectl reads a manifest, or only `true` and `false`, as
   * programs print them.
   */
  readonly booleans?: "yaml-1.1" | "true-false";
}

/**
 * Reads the documents of a manifest, YAML or JSON, one at a time. Empty documents are left out, as kubectl leaves them.
 *
 * A manifest that starts with `{` may start with a JSON value, or be several of them; else it is YAML.
 */
export function* readManifest(manifest: string, options: ReadOptions = {}): Generator<ManifestDocument> {
  const resolve = options.booleans === "true-false" ? resolvePrintedScalar : resolveScalar;
  const lines = new LineIndex(manifest);
  let number = 0;
  for (const read of readDocuments(manifest, lines, resolve)) {
    const { start, value, problem, ignoredAt } = read;
    if (problem !== undefined) {
      const position = (): Position => lines.positionOf(start + problem.offset);
      const said = isTemplate(read.text) ? `${problem.message}; ${templateHint}` : problem.message;
      yield { number: ++number, value: undefined, problem: said, start: position, find: position };
      continue;
    }
    const locator = lazily(() => new Locator(read.events()));
    yield {
      number: ++number,
      value,
      start: () => lines.positionOf(start + read.rootOffset()),
      find: (...field) => lines.positionOf(start + locator().find(...field)),
      ...(ignoredAt === undefined ? {} : {
        ignored: { message: ignoredMessage, position: () => lines.positionOf(start + ignoredAt) },
      }),
    };
  }
}

/** Charts are kept next to manifests, and what a parser says about a template helps nobody. */
const templateHint = 'with "{{" it looks like a template: render it first, as helm template does';
const ignoredMessage = 'kubectl ignores what follows the end of a document: start another one with "---"';

/** What one document is read as. All offsets are in its text. */
interface DocumentRead {
  /** Of its text in the manifest. */
  readonly start: number;
  readonly value?: unknown;
  readonly problem?: DocumentProblem;
  readonly ignoredAt?: number | undefined;
  /** Where there is a problem. */
  readonly text?: string;
  readonly rootOffset: () => number;
  readonly events: () => readonly Event[];
}

function* readDocuments(manifest: string, lines: LineIndex, resolve: ResolveScalar): Generator<DocumentRead> {
  const { values, problem, looksLikeJson, yamlStart } = readLeadingJson(manifest);
  for (const events of values) {
    const read = readEvents(manifest, 0, { events, ignoredAt: undefined }, resolve);
    if (read !== undefined) yield read;
  }
  if (yamlStart === undefined) {
    if (problem !== undefined) yield failed(manifest, 0, problem);
    return;
  }
  // Where text in braces and quotes is neither, it was meant to be JSON.
  const jsonProblem = looksLikeJson && problem !== undefined ? failed(manifest, 0, problem) : undefined;
  for (const part of splitDocuments(yamlStart === 0 ? manifest : manifest.slice(yamlStart))) {
    const start = yamlStart + part.start;
    const instead = part.start === 0 ? jsonProblem : undefined;
    const read = part.problem === undefined
      ? readYaml(part.text, start, { lines, resolve, instead })
      : failed(part.text, start, part.problem);
    if (read !== undefined) yield read;
  }
}

interface YamlOptions {
  readonly lines: LineIndex;
  readonly resolve: ResolveScalar;
  /** What is said in place of what is wrong with the text as YAML. */
  readonly instead: DocumentRead | undefined;
}

/** Nothing for an empty document. */
function readYaml(text: string, start: number, { lines, resolve, instead }: YamlOptions): DocumentRead | undefined {
  const lineOf = (offset: number): number => lines.positionOf(start + offset).line;
  const plain = readPlainYaml(text, resolve);
  if (plain !== undefined) {
    // Positions are only needed if something is wrong, and only the parser knows them.
    const events = (): readonly Event[] => parseYaml(text, lineOf).events;
    return { start, value: plain.value, rootOffset: () => plain.start, events };
  }
  if (text.length > maxDocumentLength) return failed("", start, { message: tooLong, offset: 0 });
  try {
    return readEvents(text, start, parseYaml(text, lineOf), resolve);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return instead ?? failed(text, start, { message: error.message, offset: error.offset });
  }
}

function readEvents(
  text: string,
  start: number,
  { events, ignoredAt }: ParsedDocument,
  resolve: ResolveScalar,
): DocumentRead | undefined {
  const result = construct(events, resolve);
  if ("problem" in result) return failed(text, start, result.problem);
  const { value } = result;
  if (value === null || value === undefined) return undefined;
  return { start, value, ignoredAt, rootOffset: () => rootOffset(events), events: () => events };
}

function failed(text: string, start: number, problem: DocumentProblem): DocumentRead {
  return { start, problem, text, rootOffset: () => problem.offset, events: () => [] };
}

function isTemplate(text = ""): boolean {
  return text.includes("{{") && text.includes("}}");
}

/** Makes something when it is asked for, once. */
function lazily<Value extends object>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => value ??= make();
}

function rootOffset([root]: readonly Event[]): number {
  return root === undefined || root.type === "end" ? 0 : root.start ?? 0;
}
