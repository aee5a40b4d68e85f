import { escapeText } from "@kubeschema/command-kit/escape-text";
import { createPaint, type Look, type Paint } from "@kubeschema/command-kit/terminal";
import { pad } from "@kubeschema/command-kit/wrap-text";
import type { Finding } from "../evaluate/finding.ts";
import { objectKey } from "../observe/object-key.ts";
import type { ObjectRef } from "../routes/route.ts";
import type { Comparison, ObservedAt } from "./compare-evaluations.ts";
import { formatHeadline, summarizeComparison } from "./summarize-comparison.ts";

/** How the text is to look. */
export interface ComparisonTextOptions {
  readonly hasColor: boolean;
  /** Shows every difference; else so many of each sort. */
  readonly isVerbose: boolean;
}

const shownLimit = 20;

/** Formats a comparison for people: the headline first, then what is different, what breaks before what heals. */
export function formatComparisonText(comparison: Comparison, options: ComparisonTextOptions): string {
  const paint = createPaint(options.hasColor);
  return [
    `${paint("dim", "before")}  ${formatSide(comparison.before)}`,
    `${paint("dim", "after ")}  ${formatSide(comparison.after)}`,
    "",
    paint("bold", formatHeadline(summarizeComparison(comparison))),
    ...sectionsOf(comparison).flatMap((lines) => formatSection(lines, options, paint)),
    ...formatNotes(comparison),
    "",
  ].join("\n");
}

/** Formats the differences alone, a line for each. */
export function formatDifferences(comparison: Comparison, hasColor: boolean): readonly string[] {
  const paint = createPaint(hasColor);
  return sectionsOf(comparison).flatMap((lines) =>
    lines.map(({ look, word, name, text }) => `${paint(look, word)}  ${escapeText(`${name}  ${text}`).trimEnd()}`)
  );
}

/** What is different, by sort; only sorts of which there is something. */
function sectionsOf(comparison: Comparison): readonly (readonly Line[])[] {
  const lost = new Map(
    comparison.appeared.filter(({ rule }) => rule === "address/lost").map(({ object, is }) => [nameOf(object), is]),
  );
  const sections: readonly (readonly Line[])[] = [
    comparison.addresses.map(({ type, object, before, after }) => ({
      look: type === "emptied" ? "red" : type === "gained" ? "green" : "yellow",
      word: type,
      name: nameOf(object),
      text: lost.get(nameOf(object)) === undefined || type !== "emptied"
        ? `${listOf(before)} → ${listOf(after)}`
        : `${listOf(before)} → none${writerOf(lost.get(nameOf(object)) ?? "")}`,
    })),
    comparison.classes.map(({ object, before, after }) => ({
      look: "yellow",
      word: "class",
      name: nameOf(object),
      text: `${before ?? "none"} → ${after ?? "none"}`,
    })),
    [
      ...comparison.removed.map((object) => line("red", "removed", object)),
      ...comparison.recreated.map((object) => line("yellow", "recreated", object)),
      ...comparison.added.map((object) => line("green", "added", object)),
    ],
    comparison.appeared.filter(({ rule }) => rule !== "address/lost").map((finding) => found("red", "+", finding)),
    comparison.disappeared.map((finding) => found("green", "−", finding)),
  ];
  return sections.filter(({ length }) => length > 0);
}

interface Line {
  readonly look: Look;
  readonly word: string;
  readonly name: string;
  readonly text: string;
}

function line(look: Look, word: string, object: ObjectRef): Line {
  return { look, word, name: nameOf(object), text: "" };
}

function found(look: Look, word: string, { rule, object, is }: Finding): Line {
  return { look, word, name: `${object.kind} ${nameOf(object)}`, text: `${rule}: ${is}` };
}

function formatSection(
  lines: readonly Line[],
  { isVerbose }: ComparisonTextOptions,
  paint: Paint,
): readonly string[] {
  const shown = isVerbose ? lines : lines.slice(0, shownLimit);
  const wordWidth = Math.max(...shown.map(({ word }) => word.length));
  const nameWidth = Math.min(60, Math.max(...shown.map(({ name }) => escapeText(name).length)));
  const rest = lines.length - shown.length;
  return [
    "",
    ...shown.map(({ look, word, name, text }) =>
      `  ${paint(look, pad(word, wordWidth))}  ${pad(escapeText(name), nameWidth)}  ${escapeText(text)}`.trimEnd()
    ),
    ...(rest === 0 ? [] : [`  and ${rest} more; --verbose shows them`]),
  ];
}

function formatSide({ source, serverVersion, at, isComplete }: ObservedAt): string {
  const version = serverVersion === undefined ? "" : ` · Kubernetes ${escapeText(serverVersion)}`;
  const time = at.replace(/\.\d+Z$/, "Z").replace("T", " ").replace("Z", " UTC");
  return `${escapeText(source)}${version} · ${escapeText(time)}${isComplete ? "" : " · not a single point in time"}`;
}

function formatNotes({ notCompared }: Comparison): readonly string[] {
  if (notCompared.length === 0) return [];
  return [
    "",
    ...notCompared.map(({ family, reason }) => `? findings of ${family}/* are not compared: ${escapeText(reason)}`),
  ];
}

function nameOf(ref: ObjectRef): string {
  return ref.namespace === "" ? ref.name : objectKey(ref);
}

function listOf(addresses: readonly string[]): string {
  return addresses.length === 0 ? "none" : addresses.join(", ");
}

/** What the finding adds to the line: who wrote the status last. */
function writerOf(is: string): string {
  const writer = is.split("; ").find((part) => part.includes("last wrote the status"));
  return writer === undefined ? "" : `; ${writer}`;
}
