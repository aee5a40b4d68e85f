import type { JsonValue } from "@kubeschema/model";
import type { PageField } from "../page/page.ts";
import { codeHtml, textHtml } from "./text-html.ts";
import { historyBadges, historyHtml } from "./history-html.ts";
import type { PageContext } from "./page-context.ts";
import { typeHtml } from "./type-html.ts";

/** Options of a tree of fields. */
export interface FieldTreeOptions {
  /** Fields below this depth are folded until the reader opens them. */
  readonly openDepth: number;
  /** The values that fields with these ids always have: their texts, which are the same for every kind, are folded. */
  readonly always?: ReadonlyMap<string, string>;
}

/** Writes fields as a list of lists: a field with fields of its own can be folded, and each has a link to itself. */
export function fieldTree(fields: readonly PageField[], context: PageContext, options: FieldTreeOptions): string {
  return `<ul class="f">${fields.map((field) => fieldHtml(field, context, options)).join("")}</ul>`;
}

function fieldHtml(field: PageField, context: PageContext, options: FieldTreeOptions): string {
  const id = textHtml(field.id);
  // Next to the summary, since an interactive element must not contain another one.
  const link = `<a class="p" href="#${id}" aria-label="Link to ${id}">#</a>`;
  const head = `<code>${textHtml(field.name)}</code> <span class="t">${typeHtml(field.type, context)}</span>${
    field.isRequired && !field.isRemoved ? ' <b class="r">required</b>' : ""
  }${
    field.isDeprecated && !field.history?.some(({ type }) => type === "deprecated")
      ? ' <span class="g">deprecated</span>'
      : ""
  }${historyBadges(field.history)}`;
  const body = fieldBody(field, context, options.always?.get(field.id));
  const mark = field.isRemoved ? ' class="gone"' : "";
  if (field.fields.length === 0) return `<li id="${id}"${mark}>${link}<div class="h">${head}</div>${body}</li>`;
  const open = field.path.length <= options.openDepth ? " open" : "";
  return `<li id="${id}"${mark}>${link}<details${open}><summary class="h">${head}</summary>${body}${
    fieldTree(field.fields, context, options)
  }</details></li>`;
}

function fieldBody(field: PageField, context: PageContext, always: string | undefined): string {
  const facts = factsOf(field);
  const text = field.description === undefined ? "" : context.prose(field.description);
  return [
    always === undefined || text === ""
      ? text
      : `<p>Always ${codeHtml(always)}.</p><details class="v"><summary>Description</summary>${text}</details>`,
    field.typeDescription === undefined ? "" : `<div class="d">${context.prose(field.typeDescription)}</div>`,
    facts.length === 0 ? "" : `<p class="x">${facts.join(" · ")}</p>`,
    ...(field.rules ?? []).map(({ rule, message }) =>
      `<p class="x">Rule: ${codeHtml(rule)}${message === undefined ? "" : ` ${textHtml(message)}`}</p>`
    ),
    historyHtml(field.history),
  ].join("");
}

const fromText = ' <small title="The description says it, not the schema">(from the text)</small>';

function factsOf(field: PageField): readonly string[] {
  const { values, constraints = {}, immutable, listType, mapKeys, mapType, patchStrategy, patchMergeKey } = field;
  const keys = mapKeys === undefined
    ? ""
    : `, ${mapKeys.length === 1 ? "key" : "keys"} ${mapKeys.map(codeHtml).join(", ")}`;
  return [
    ...(values === undefined ? [] : [
      `One of ${values.value.map(valueHtml).join(", ")}${values.source === "text" ? fromText : ""}`,
    ]),
    ...(field.default === undefined ? [] : [
      `Default ${valueHtml(field.default.value)}${field.default.source === "text" ? fromText : ""}`,
    ]),
    ...(immutable === undefined ? [] : [`Immutable${immutable.source === "text" ? fromText : ""}`]),
    ...Object.entries(constraints).map(([name, value]) => `${textHtml(name)} ${valueHtml(value)}`),
    ...(listType === undefined ? [] : [`List type ${codeHtml(listType)}${keys}`]),
    ...(mapType === undefined ? [] : [`Map type ${codeHtml(mapType)}`]),
    ...(patchStrategy === undefined ? [] : [
      `Patch strategy ${codeHtml(patchStrategy)}${
        patchMergeKey === undefined ? "" : `, key ${codeHtml(patchMergeKey)}`
      }`,
    ]),
  ];
}

function valueHtml(value: JsonValue): string {
  if (value === "") return "<code>&quot;&quot;</code>";
  return codeHtml(typeof value === "string" ? value : JSON.stringify(value));
}
