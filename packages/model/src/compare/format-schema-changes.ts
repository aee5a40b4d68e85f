import type { JsonValue } from "../schema-model.ts";
import type { SchemaChange, SchemaChangeCode } from "./schema-change.ts";

/** One part of a description, such as all breaking changes. */
export interface ChangeSection {
  readonly title: "Breaking" | "Deprecated" | "New" | "Changed";
  /** One sentence of Markdown per change, with code in backquotes. */
  readonly lines: readonly string[];
}

/**
 * Describes in sentences what {@link compareSchemas} found: what breaks comes first, then what is deprecated, new or
 * otherwise changed. Lists (`IngressList`) follow their kinds and are left out; changed texts are many, so only their
 * number is given.
 *
 * @returns Only sections that have lines.
 */
export function describeSchemaChanges(changes: readonly SchemaChange[]): readonly ChangeSection[] {
  const told = changes.filter(({ code, place }) => code !== "TEXT_CHANGED" && !isListOfKind(place));
  const texts = changes.filter(({ code }) => code === "TEXT_CHANGED").length;
  const linesOf = (want: (change: SchemaChange) => boolean): readonly string[] =>
    told.filter(want).sort((a, b) => ranks[a.code] - ranks[b.code]).map(sentence);
  const sections: readonly ChangeSection[] = [
    { title: "Breaking", lines: linesOf(({ isBreaking }) => isBreaking) },
    { title: "Deprecated", lines: linesOf(({ code }) => code === "KIND_DEPRECATED") },
    { title: "New", lines: linesOf((change) => isNew(change)) },
    {
      title: "Changed",
      lines: [
        ...linesOf((change) => !change.isBreaking && change.code !== "KIND_DEPRECATED" && !isNew(change)),
        ...(texts === 0 ? [] : [texts === 1 ? "1 description was reworded." : `${texts} descriptions were reworded.`]),
      ],
    },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

/**
 * The sections of {@link describeSchemaChanges} as Markdown with headings, or as plain text.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { formatSchemaChanges } from "@kubeschema/model";
 * const change = { code: "KIND_REMOVED", place: "batch/v1beta1/CronJob", isBreaking: true } as const;
 * assert.equal(formatSchemaChanges([change], "markdown"), "### Breaking\n\n- `batch/v1beta1` CronJob was removed.\n");
 * ```
 * @returns `""` if nothing changed.
 */
export function formatSchemaChanges(changes: readonly SchemaChange[], format: "markdown" | "text"): string {
  return describeSchemaChanges(changes).map(({ title, lines }) =>
    format === "markdown"
      ? `### ${title}\n\n${lines.map((line) => `- ${line}\n`).join("")}`
      : `${title}\n${lines.map((line) => `  ${line.replaceAll("`", "")}\n`).join("")}`
  ).join("\n");
}

/** The order inside a section: kinds, then types, then fields. */
const ranks: Readonly<Record<SchemaChangeCode, number>> = {
  KIND_REMOVED: 0,
  KIND_DEPRECATED: 0,
  KIND_ADDED: 0,
  FIELD_REMOVED: 1,
  REQUIRED_ADDED: 2,
  TYPE_CHANGED: 3,
  ENUM_VALUE_REMOVED: 4,
  CONSTRAINT_CHANGED: 5,
  VALIDATION_CHANGED: 6,
  LIST_TYPE_CHANGED: 7,
  FIELD_ADDED: 8,
  ENUM_VALUE_ADDED: 9,
  REQUIRED_REMOVED: 10,
  DEFAULT_CHANGED: 11,
  PATCH_STRATEGY_CHANGED: 12,
  DEFINITION_REMOVED: 13,
  DEFINITION_ADDED: 14,
  TEXT_CHANGED: 15,
};

const kindCodes: ReadonlySet<SchemaChangeCode> = new Set(["KIND_ADDED", "KIND_DEPRECATED", "KIND_REMOVED"]);
const newCodes: ReadonlySet<SchemaChangeCode> = new Set([
  "KIND_ADDED",
  "DEFINITION_ADDED",
  "FIELD_ADDED",
  "ENUM_VALUE_ADDED",
]);

function isNew({ code, isBreaking }: SchemaChange): boolean {
  return !isBreaking && newCodes.has(code);
}

function isListOfKind(place: string): boolean {
  return /[a-z0-9]List$/.test(place);
}

function sentence({ code, place, before, after }: SchemaChange): string {
  const name = kindCodes.has(code) ? kindName(place) : `\`${shortPlace(place)}\``;
  switch (code) {
    case "KIND_ADDED":
      return `${name} is new.`;
    case "KIND_REMOVED":
      return `${name} was removed.`;
    case "KIND_DEPRECATED":
      return `${name} is deprecated: ${text(after)}.`;
    case "DEFINITION_ADDED":
      return `Type ${name} is new.`;
    case "DEFINITION_REMOVED":
      return `Type ${name} was removed.`;
    case "FIELD_ADDED":
      return `${name} is new: ${text(after)}.`;
    case "FIELD_REMOVED":
      return `${name} was removed; it was ${text(before)}.`;
    case "REQUIRED_ADDED":
      return `${name} is now required.`;
    case "REQUIRED_REMOVED":
      return `${name} is now optional.`;
    case "ENUM_VALUE_ADDED":
      return `${name} may be ${text(after)}.`;
    case "ENUM_VALUE_REMOVED":
      return `${name} may no longer be ${text(before)}.`;
    case "TYPE_CHANGED":
      return `${name} changed from ${text(before)} to ${text(after)}.`;
    case "TEXT_CHANGED":
      return `The description of ${name} was reworded.`;
    default:
      return `${subjects[code]} of ${name} changed from ${text(before)} to ${text(after)}.`;
  }
}

const subjects = {
  CONSTRAINT_CHANGED: "A limit",
  DEFAULT_CHANGED: "The default",
  LIST_TYPE_CHANGED: "The list type",
  PATCH_STRATEGY_CHANGED: "The patch strategy",
  VALIDATION_CHANGED: "A rule",
} as const;

/** `batch/v1/CronJob` as "`batch/v1` CronJob". */
function kindName(place: string): string {
  const end = place.lastIndexOf("/");
  return `\`${place.slice(0, end)}\` ${place.slice(end + 1)}`;
}

/** `io.k8s.api.core.v1.PodSpec.hostname` as `core/v1 PodSpec.hostname`. */
function shortPlace(place: string): string {
  const [, group, version, rest] = /(?:^|\.)([a-z0-9-]+)\.(v\d[a-z0-9]*)\.([A-Z].*)$/.exec(place) ?? [];
  return (rest === undefined ? place : `${group}/${version} ${rest}`).replaceAll("`", "'");
}

function text(value: JsonValue | undefined): string {
  if (value === undefined) return "none";
  const written = typeof value === "string" ? value : JSON.stringify(value);
  const [, lists = "", name = ""] = /^((?:\[\]|map\[string\])*)((?:[a-z0-9-]+\.)+[A-Z]\w*)$/.exec(written) ?? [];
  const short = name === "" ? written : `${lists}${shortPlace(name)}`;
  return `\`${short.replaceAll("`", "'").replace(/\s+/g, " ").slice(0, 120)}\``;
}
