import type { SharedField, SharedType } from "../page/page.ts";
import { firstSentence } from "../prose/first-sentence.ts";
import { emitProse, emitProseLine } from "./emit-prose.ts";
import { codeSpan, escapeMarkdown } from "./escape-markdown.ts";
import { baseMarkdown, typeMarkdown } from "./type-text.ts";

/** Writes the summary of a shared type: its text, and its fields with the first sentence of each. */
export function emitSharedType(shared: SharedType): readonly string[] {
  return [
    `<a id="${shared.id}"></a>`,
    `### ${escapeMarkdown(shared.name)}`,
    `${baseMarkdown(shared.base)} · ${codeSpan(shared.definition)}`,
    ...(shared.description === undefined ? [] : [emitProse(shared.description)]),
    ...(shared.fields.length === 0 ? [] : [emitTable(shared.fields)]),
    ...(shared.fullPage === undefined ? [] : [emitPointer(shared.fullPage)]),
  ];
}

function emitPointer({ kind, apiVersion }: NonNullable<SharedType["fullPage"]>): string {
  return `In full on the page of ${escapeMarkdown(kind)}: ${
    codeSpan(`kubeschema-docs page ${kind} --api-version ${apiVersion}`)
  }`;
}

function emitTable(fields: readonly SharedField[]): string {
  return [
    "| Field | Type | Description |",
    "| --- | --- | --- |",
    ...fields.map(({ name, isRequired, type, description }) =>
      `| ${codeSpan(name)} | ${typeMarkdown(type)}${isRequired ? ", **required**" : ""} | ${
        description === undefined ? "" : emitProseLine(firstSentence(description))
      } |`
    ),
  ].join("\n");
}
