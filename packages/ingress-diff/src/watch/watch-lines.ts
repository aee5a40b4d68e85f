import { escapeText } from "@kubeschema/command-kit/escape-text";
import { type Comparison, isDifferent } from "../compare/compare-evaluations.ts";
import { formatDifferences } from "../compare/comparison-text.ts";
import type { ClusterView, ListName } from "../observe/cluster-view.ts";
import type { StatusFight } from "./status-fight.ts";

/** Something that happened during a watch. */
export type WatchNews =
  | { readonly type: "change"; readonly comparison: Comparison }
  | { readonly type: "fight"; readonly fight: StatusFight }
  | { readonly type: "list"; readonly list: ListName; readonly state: string; readonly message: string };

/** What has become of the lists: one that cannot be read any more, or can again. */
export function listNews(before: ClusterView, after: ClusterView): readonly WatchNews[] {
  return (Object.keys(after.lists) as readonly ListName[]).flatMap((list): readonly WatchNews[] => { // Keys of a table.
    const state = after.lists[list];
    if (before.lists[list].state === state.state) return [];
    return [{ type: "list", list, state: state.state, message: state.state === "observed" ? "" : state.message }];
  });
}

/** Formats news as lines of text, each with its time. */
export function formatNewsText(news: WatchNews, at: Date, hasColor: boolean): string {
  const time = at.toISOString().replace(/\.\d+Z$/, "Z");
  return linesOf(news, hasColor).map((line) => `${time}  ${line}\n`).join("");
}

/** Formats news as one line of JSON; nothing for a comparison without differences. */
export function formatNewsJson(news: WatchNews, at: Date): string {
  const time = at.toISOString();
  if (news.type === "fight") return `${JSON.stringify({ time, type: "fight", ...news.fight })}\n`;
  if (news.type === "list") return `${JSON.stringify({ time, ...news })}\n`;
  if (!isDifferent(news.comparison)) return "";
  const { before: _, after: __, notCompared: ___, ...differences } = news.comparison;
  return `${JSON.stringify({ time, type: "change", ...differences })}\n`;
}

function linesOf(news: WatchNews, hasColor: boolean): readonly string[] {
  if (news.type === "change") return formatDifferences(news.comparison, hasColor);
  if (news.type === "list") {
    const message = news.message === "" ? "" : `: ${news.message}`;
    return [escapeText(`list  ${news.list}  ${news.state}${message}`)];
  }
  const { namespace, name, managers, addresses, changeCount } = news.fight;
  const writers = managers.map((manager) => `"${manager}"`).join(" and ");
  const values = addresses.join(" / ");
  return [
    escapeText(`fight  ${namespace}/${name}  ${writers} write its status in turn: ${values}, ${changeCount} times`),
  ];
}
