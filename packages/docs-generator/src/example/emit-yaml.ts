import type { JsonValue } from "@kubeschema/model";
import { jsonEscape } from "../json/json-escape.ts";

/**
 * Writes a value as YAML that every reader understands in the same way: strings that could be read as something else
 * are quoted.
 *
 * @see {@link https://yaml.org/spec/1.2.2/#732-double-quoted-style}
 */
export function emitYaml(value: JsonValue): string {
  return lines(value).join("\n");
}

function lines(value: JsonValue): readonly string[] {
  if (isList(value) && value.length > 0) {
    return value.flatMap((item) => lines(item).map((line, index) => `${index === 0 ? "- " : "  "}${line}`));
  }
  if (!isList(value) && typeof value === "object" && value !== null && Object.keys(value).length > 0) {
    return Object.entries(value).flatMap(([key, part]) => entry(yamlKey(key), part));
  }
  return [scalar(value)];
}

function entry(key: string, value: JsonValue): readonly string[] {
  const isEmpty = typeof value !== "object" || value === null || Object.keys(value).length === 0;
  if (isEmpty) return [`${key}: ${scalar(value)}`];
  return [`${key}:`, ...lines(value).map((line) => `  ${line}`)];
}

function scalar(value: JsonValue): string {
  return typeof value === "string" ? yamlText(value) : JSON.stringify(value);
}

/** Writes a string as a value. */
export function yamlText(text: string): string {
  return /^[A-Za-z][\w./-]*$/.test(text) && !reservedPattern.test(text) ? text : quoted(text);
}

/** Writes a key of a mapping. */
export function yamlKey(name: string): string {
  return /^[A-Za-z_][\w./-]*$/.test(name) && !reservedPattern.test(name) ? name : quoted(name);
}

// YAML 1.1, which kubectl reads, does not take these bare words as strings.
const reservedPattern = /^(?:y|yes|n|no|true|false|on|off|null)$/i;

/** A double-quoted scalar allows JSON's escapes. What Markdown or HTML could read as markup is escaped too. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[^\x20-\x7e]|[{}`<>&]/g, jsonEscape);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
