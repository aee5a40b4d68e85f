import type { JsonValue, SchemaChange } from "@kubeschema/model";
import { toJsonText } from "../json/to-json-text.ts";
import { findTextChange } from "../history/text-change.ts";
import { codeSpan, escapeMarkdown } from "../markdown/escape-markdown.ts";
import { toPrintable } from "../prose/to-printable.ts";
import { describeChanges, type SentencePart } from "./describe-change.ts";

/** The changes between two versions of a schema. */
export interface Comparison {
  readonly before: string;
  readonly after: string;
  readonly changes: readonly SchemaChange[];
}

/** Writes a comparison for people: what breaks comes first, then the rest; changed texts are only counted. */
export function emitComparisonText({ before, after, changes }: Comparison): string {
  const lines = describeChanges(changes).flatMap(({ title, told }) => [
    `${title} (${told.length})`,
    ...told.map(({ sentence }) => `  ${sentence.parts.map(({ text }) => text).join("")}`),
    "",
  ]);
  const texts = changes.filter(isText).length;
  // A name or a value may contain a line break.
  return `${
    [`${before} to ${after}`, "", ...lines, `Texts that changed: ${texts}`]
      .map((line) => toPrintable(line).replace(/\s*\n\s*/g, " ")).join("\n")
  }\n`;
}

/** Writes a comparison as GitHub-flavoured Markdown; each changed text shows the words that changed. */
export function emitComparisonMarkdown({ before, after, changes }: Comparison): string {
  const sections = describeChanges(changes).map(({ title, told }) =>
    `## ${title}\n\n${told.map(({ sentence }) => `- ${sentence.parts.map(markdownPart).join("")}`).join("\n")}`
  );
  const texts = changes.filter(isText).map((change) => `- ${codeSpan(change.place)}: ${textDifference(change)}`);
  return `${
    [
      `# Kubernetes ${escapeMarkdown(before)} to ${escapeMarkdown(after)}`,
      ...sections,
      ...(texts.length === 0 ? [] : [`## Texts\n\n${texts.join("\n")}`]),
      ...(changes.length === 0 ? ["Nothing changed."] : []),
    ].join("\n\n")
  }\n`;
}

/**
 * Writes a comparison as JSON. `version` changes when a field changes its meaning or is removed; fields may be added.
 */
export function emitComparisonJson(comparison: Comparison): string {
  return toJsonText({ version: 1, kind: "Comparison", ...comparison }, 2);
}

function isText({ code }: SchemaChange): boolean {
  return code === "TEXT_CHANGED";
}

function markdownPart({ isCode, text }: SentencePart): string {
  return isCode ? codeSpan(text) : escapeMarkdown(text);
}

/** No more than this many characters of a changed text are quoted. */
const mostCharacters = 300;

function textDifference({ before, after }: SchemaChange): string {
  const { removed, added } = findTextChange(valueText(before ?? ""), valueText(after ?? ""));
  const [gone, come] = [removed, added].map((text) => escapeMarkdown(text.trim().slice(0, mostCharacters)));
  return [...(gone ? [`~~${gone}~~`] : []), ...(come ? [`**${come}**`] : [])].join(" ");
}

function valueText(value: JsonValue): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
