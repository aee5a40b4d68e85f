import type { JsonValue } from "@kubeschema/model";
import { formatEventVersion, type HistoryEvent } from "../history/history.ts";
import { findTextChange } from "../history/text-change.ts";
import type { PageField } from "../page/page.ts";
import { codeSpan, escapeMarkdown } from "./escape-markdown.ts";

/** Lists what narrows a field, each fact as part of a line; facts that only the description gives are marked. */
export function factTexts(field: PageField): readonly string[] {
  const { values, default: value, immutable, constraints = {}, rules = [] } = field;
  const source = (fact: { readonly source: string }): string => fact.source === "text" ? " (from the text)" : "";
  return [
    ...(values ? [`one of ${values.value.map(valueText).join(", ")}${source(values)}`] : []),
    ...(value ? [`default ${valueText(value.value)}${source(value)}`] : []),
    ...(immutable ? [`immutable${source(immutable)}`] : []),
    ...Object.entries(constraints).map(([name, limit]) => `${escapeMarkdown(name)} ${valueText(limit)}`),
    ...rules.map(({ rule, message }) =>
      `rule ${codeSpan(rule)}${message === undefined ? "" : ` ${escapeMarkdown(message)}`}`
    ),
  ];
}

/** Writes since when and until when something exists, as marks after its type. */
export function historyMarks(history: readonly HistoryEvent[] = []): readonly string[] {
  const words = { added: "since", removed: "removed in", deprecated: "deprecated in" } as const;
  return history.flatMap((event) =>
    event.type === "added" || event.type === "removed" || event.type === "deprecated"
      ? [`*${words[event.type]} ${escapeMarkdown(formatEventVersion(event))}*`]
      : []
  );
}

/** Lists the other changes, one item each, with the words that changed. */
export function historyList(history: readonly HistoryEvent[] = []): string {
  return history.flatMap((event) => {
    const what = changeWords[event.type];
    if (what === undefined) return [];
    const { removed, added } = findTextChange(event.before ?? "", event.after ?? "");
    const [gone, come] = [removed, added].map((text) => escapeMarkdown(text.trim().slice(0, mostCharacters)));
    const words = [...(gone ? [`~~${gone}~~`] : []), ...(come ? [`**${come}**`] : [])].join(" ");
    return [`- Changed in ${escapeMarkdown(formatEventVersion(event))}: ${what}${words === "" ? "" : `: ${words}`}`];
  }).join("\n");
}

const changeWords: Readonly<Partial<Record<HistoryEvent["type"], string>>> = {
  text: "text",
  type: "type",
  values: "values",
  required: "it is now required",
  optional: "it is now optional",
};

/** No more than this many characters of a changed text are quoted. */
const mostCharacters = 300;

function valueText(value: JsonValue): string {
  return codeSpan(typeof value === "string" && value !== "" ? value : JSON.stringify(value));
}
