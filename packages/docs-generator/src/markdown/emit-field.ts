import type { MergeFacts, PageField } from "../page/page.ts";
import { codeSpan } from "./escape-markdown.ts";
import { emitProse } from "./emit-prose.ts";
import { factTexts, historyList, historyMarks } from "./fact-text.ts";
import { type DefinitionHref, typeMarkdown } from "./type-text.ts";

/** Writes a field and all fields below it, one block each. */
export function emitField(field: PageField, hrefOf?: DefinitionHref): readonly string[] {
  const level = "#".repeat(Math.min(6, field.path.length + 2));
  return [
    `<a id="${field.id}"></a>`,
    `${level} ${codeSpan(field.path.join("."))}`,
    [
      typeMarkdown(field.type, hrefOf),
      ...(field.isRequired && !field.isRemoved ? ["**required**"] : []),
      ...(field.isDeprecated && !field.history?.some(({ type }) => type === "deprecated") ? ["*deprecated*"] : []),
      ...historyMarks(field.history),
      ...factTexts(field),
      ...mergeText(field),
    ].join(" · "),
    ...texts(field),
    ...[historyList(field.history)].filter((text) => text !== ""),
    ...field.fields.flatMap((child) => emitField(child, hrefOf)),
  ];
}

function texts({ description, typeDescription }: PageField): readonly string[] {
  return [description, typeDescription].filter((text) => text !== undefined).map(emitProse).filter((text) =>
    text !== ""
  );
}

function mergeText({ listType, mapKeys, mapType, patchStrategy, patchMergeKey }: MergeFacts): readonly string[] {
  const keys = mapKeys === undefined
    ? ""
    : `, ${mapKeys.length === 1 ? "key" : "keys"} ${mapKeys.map(codeSpan).join(", ")}`;
  const mergeKey = patchMergeKey === undefined ? "" : `, key ${codeSpan(patchMergeKey)}`;
  return [
    ...(listType === undefined ? [] : [`list type ${codeSpan(listType)}${keys}`]),
    ...(mapType === undefined ? [] : [`map type ${codeSpan(mapType)}`]),
    ...(patchStrategy === undefined ? [] : [`patch strategy ${codeSpan(patchStrategy)}${mergeKey}`]),
  ];
}
