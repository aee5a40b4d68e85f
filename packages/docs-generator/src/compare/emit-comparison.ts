import type { JsonValue, SchemaChange } from "@kubeschema/model";
import { findTextChange } from "../history/text-change.ts";
import { codeSpan, escapeMarkdown } from "../markdown/escape-markdown.ts";
import { toPrintable } from "../prose/to-printable.ts";
import { CHANGE_TEXTS } from "../site/change-texts.ts";

/** What changed between two versions of a schema. */
export interface Comparison {
  readonly before: string;
  readonly after: string;
  readonly changes: readonly SchemaChange[];
}

/** Writes a comparison for people: what breaks first, then the rest; changed texts are counted only. */
export function emitComparisonText({ before, after, changes }: Comparison): string {
  const lines = sections(changes).flatMap(({ title, part }) => [
    `${title} (${part.length})`,
    ...part.map((change) => `  ${line(change)}`),
    "",
  ]);
  const texts = changes.filter(isText).length;
  return `${[`${before} to ${after}`, "", ...lines, `Texts that changed: ${texts}`].map(toPrintable).join("\n")}\n`;
}

/** Writes a comparison as GitHub-flavoured Markdown; each changed text shows the words that changed. */
export function emitComparisonMarkdown({ before, after, changes }: Comparison): string {
  const blocks = sections(changes).flatMap(({ title, part }) => [
    `## ${title}`,
    part.length === 0
      ? "None."
      : part.map((change) => `- ${codeSpan(change.place)}: ${markdownLine(change)}`).join("\n"),
  ]);
  const texts = changes.filter(isText).map((change) => `- ${codeSpan(change.place)}: ${textDifference(change)}`);
  return `${
    [
      `# Kubernetes ${escapeMarkdown(before)} to ${escapeMarkdown(after)}`,
      ...blocks,
      "## Texts",
      texts.length === 0 ? "None." : texts.join("\n"),
    ].join("\n\n")
  }\n`;
}

/** Writes a comparison as JSON. `version` changes when a field changes its meaning or goes; fields may be added. */
export function emitComparisonJson(comparison: Comparison): string {
  return `${JSON.stringify({ version: 1, kind: "Comparison", ...comparison }, null, 2)}\n`;
}

function sections(changes: readonly SchemaChange[]): readonly { title: string; part: readonly SchemaChange[] }[] {
  return [
    { title: "Breaking", part: changes.filter(({ isBreaking }) => isBreaking) },
    { title: "Other", part: changes.filter((change) => !change.isBreaking && !isText(change)) },
  ];
}

function isText({ code }: SchemaChange): boolean {
  return code === "TEXT_CHANGED";
}

function line({ code, place, before, after }: SchemaChange): string {
  const values = [before, after].filter((value) => value !== undefined).map(valueText).join(" -> ");
  return `${place}: ${CHANGE_TEXTS[code]}${values === "" ? "" : ` ${values}`}`;
}

function markdownLine({ code, before, after }: SchemaChange): string {
  const values = [before, after].filter((value) => value !== undefined).map((value) => codeSpan(valueText(value)));
  return `${CHANGE_TEXTS[code]}${values.length === 0 ? "" : ` ${values.join(" → ")}`}`;
}

/** At most this much of a changed text is quoted. */
const MOST_CHARACTERS = 300;

function textDifference({ before, after }: SchemaChange): string {
  const { removed, added } = findTextChange(valueText(before ?? ""), valueText(after ?? ""));
  const [gone, come] = [removed, added].map((text) => escapeMarkdown(text.trim().slice(0, MOST_CHARACTERS)));
  return [...(gone ? [`~~${gone}~~`] : []), ...(come ? [`**${come}**`] : [])].join(" ");
}

function valueText(value: JsonValue): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
