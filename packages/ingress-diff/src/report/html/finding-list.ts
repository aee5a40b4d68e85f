import type { Evaluation } from "../../evaluate/evaluation.ts";
import type { Finding } from "../../evaluate/finding.ts";
import type { CauseGroup } from "../../evaluate/order-findings.ts";
import { objectKey } from "../../observe/object-key.ts";
import { factsOf } from "../../rules/all-rules.ts";
import { countOf, describeFinding, describeObject } from "../describe-finding.ts";
import { toHtml } from "./to-html.ts";

/** More objects than this are folded away. */
const namedLimit = 20;

/** Formats the causes as a list, each with what follows from it folded below. */
export function formatFindingList(
  groups: readonly CauseGroup[],
  { routeCounts }: Evaluation,
  knownIds: ReadonlySet<string> | undefined,
): string {
  const items = groups.map(({ cause, folded }, index) =>
    formatItem(cause, folded, {
      number: index + 1,
      routeCount: routeCounts.get(cause) ?? 0,
      isKnown: knownIds?.has(cause.id) === true,
    })
  );
  const isNote = (index: number): boolean => groups[index]?.cause.severity === "info";
  const main = items.filter((_, index) => !isNote(index));
  const notes = items.filter((_, index) => isNote(index));
  return [
    ...(main.length === 0 ? [] : [formatList(main)]),
    ...(notes.length === 0 ? [] : [
      `<details class="notes"><summary>${countOf(notes.length, "note")}</summary>\n${formatList(notes)}\n</details>`,
    ]),
  ].join("\n");
}

function formatList(items: readonly string[]): string {
  return `<ol class="findings">\n${items.join("\n")}\n</ol>`;
}

function formatItem(
  cause: Finding,
  folded: readonly Finding[],
  { number, routeCount, isKnown }: { readonly number: number; readonly routeCount: number; readonly isKnown: boolean },
): string {
  const { sign, look, word } = signOf(cause);
  const told = describeFinding(cause, routeCount);
  const object = describeObject(cause.object);
  const start = told.indexOf(object);
  const title = `${toHtml(told.slice(0, start))}<b>${toHtml(object)}</b>${toHtml(told.slice(start + object.length))}`;
  const rows: readonly (readonly [string, string])[] = [
    ["affects", formatAffected(cause)],
    ["should", toHtml(cause.should)],
    ["so also", formatFolded(folded)],
    ["why", toHtml(factsOf(cause.rule).why)],
    ["fix", toHtml(cause.fix)],
    ["run", cause.command === undefined ? "" : `<code>${toHtml(cause.command)}</code>`],
    ["rule", `<code>${cause.rule}</code>${isKnown ? " (known)" : ""}`],
  ];
  const body = rows.filter(([, text]) => text !== "").map(([name, text]) =>
    `<dt>${name}</dt><dd${name === "fix" ? ' class="fix"' : ""}>${text}</dd>`
  ).join(
    "",
  );
  return `<li id="f${number}" class="${look}"><h3><span class="sign" role="img" aria-label="${word}">${sign}</span> ${title}</h3>` +
    `<dl>${body}</dl></li>`;
}

function signOf(
  { outcome, severity }: Finding,
): { readonly sign: string; readonly look: string; readonly word: string } {
  if (severity === "info") return { sign: "i", look: "info", word: "Note" };
  if (outcome === "unknown") return { sign: "?", look: "unknown", word: "Could not be checked" };
  return severity === "error"
    ? { sign: "✗", look: "failing", word: "Error" }
    : { sign: "!", look: "unknown", word: "Warning" };
}

function formatAffected({ consequences = [] }: Finding): string {
  const names = consequences.map(({ routes = 0, ...ref }) =>
    `${toHtml(objectKey(ref))}${routes > 1 ? ` (${routes})` : ""}`
  );
  const rest = names.slice(namedLimit);
  if (rest.length === 0) return names.join(", ");
  // A list of thousands would make the page; the table has them all.
  return `${names.slice(0, namedLimit).join(", ")} and ${countOf(rest.length, "more Ingress", "more Ingresses")}`;
}

function formatFolded(folded: readonly Finding[]): string {
  if (folded.length === 0) return "";
  const items = folded.slice(0, namedLimit).map((finding) =>
    `<li>${toHtml(describeFinding(finding, 0))} <code>${finding.rule}</code></li>`
  );
  const rest = folded.length > namedLimit ? `<li>and ${folded.length - namedLimit} more</li>` : "";
  return `<details><summary>${countOf(folded.length, "finding follows", "findings follow")} from this</summary><ul>${
    items.join("")
  }${rest}</ul></details>`;
}
