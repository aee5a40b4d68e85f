import type { Lifecycle } from "@kubeschema/model";
import { formatEventVersion, type HistoryEvent } from "../history/history.ts";
import { findTextChange } from "../history/text-change.ts";
import { textHtml } from "./text-html.ts";

/**
 * Writes the marks of a kind or field that was added, deprecated or removed.
 *
 * @param lifecycle The lifecycle in the kind's own documentation: exact even where the given versions leave some out.
 */
export function historyBadges(history: readonly HistoryEvent[] = [], { introduced }: Partial<Lifecycle> = {}): string {
  return history.map((event) => {
    const isKnown = event.type === "added" && introduced !== undefined;
    const version = textHtml(isKnown ? introduced.replace(/^v?/, "v") : formatEventVersion(event));
    switch (event.type) {
      case "added":
        return ` <span class="n">since ${version}</span>`;
      case "removed":
        return ` <span class="g">removed in ${version}</span>`;
      case "deprecated":
        return ` <span class="g">deprecated in ${version}</span>`;
      default:
        return "";
    }
  }).join("");
}

/** Writes the other changes, folded, each with the difference. */
export function historyHtml(history: readonly HistoryEvent[] = []): string {
  return history.map((event) => {
    const difference = differenceHtml(event);
    if (difference === undefined) return "";
    return `<details class="v"><summary>Changed in ${textHtml(formatEventVersion(event))}: ${
      eventLabels[event.type]
    }</summary><p>${difference}</p></details>`;
  }).join("");
}

const eventLabels: Readonly<Record<HistoryEvent["type"], string>> = {
  added: "added",
  removed: "removed",
  deprecated: "deprecated",
  text: "text",
  type: "type",
  required: "required",
  optional: "optional",
  values: "values",
};

function differenceHtml({ type, before = "", after = "" }: HistoryEvent): string | undefined {
  switch (type) {
    case "text":
    case "type":
    case "values":
      return changeHtml(before, after);
    case "required":
      return "It was optional, and is now required.";
    case "optional":
      return "It was required, and is now optional.";
    default:
      return undefined;
  }
}

/** Writes two texts as one, with what was removed and added marked. Long unchanged parts are shortened. */
export function changeHtml(before: string, after: string): string {
  const { start, removed, added, end } = findTextChange(before, after);
  return [
    textHtml(start.length > contextLength ? `… ${start.slice(-contextLength)}` : start),
    removed.trim() === "" ? "" : `<del>${textHtml(cut(removed))}</del>`,
    removed.trim() === "" || added.trim() === "" ? "" : " ",
    added.trim() === "" ? "" : `<ins>${textHtml(cut(added))}</ins>`,
    textHtml(end.length > contextLength ? `${end.slice(0, contextLength)} …` : end),
  ].join("");
}

const contextLength = 60;
const longestText = 2000;

function cut(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)} …` : text;
}
