import type { Evaluation } from "../evaluate/evaluation.ts";
import { isJsonObject } from "../observe/json-value.ts";
import { escapeCharacter, toJsonReport, unsafeCharacters } from "./json-report.ts";
import type { ReportOptions } from "./report-options.ts";

/**
 * Formats the JSON report as YAML that parsers of YAML 1.1 (such as kubectl's) and of 1.2 read alike.
 *
 * It is written here because the report has no more than JSON has: the parser's own writer takes half a minute for
 * 20,000 Ingresses.
 */
export function formatYamlReport(evaluation: Evaluation, options: Partial<ReportOptions> = {}): string {
  const lines: string[] = [];
  writeFields(toJsonReport(evaluation, options), "", "", lines);
  return `${lines.join("\n")}\n`;
}

/** Writes the fields of an object; `first` precedes the first of them, `indent` the others. */
function writeFields(object: object, first: string, indent: string, lines: string[]): void {
  let start = first;
  for (const [key, value] of Object.entries(object)) {
    if (value === undefined) continue;
    writeValue(value, `${start}${formatText(key)}:`, indent, lines);
    start = indent;
  }
}

/** Writes a value behind its key or dash: on the same line if it fits there, else below. */
function writeValue(value: unknown, start: string, indent: string, lines: string[]): void {
  if (Array.isArray(value) && value.length > 0) {
    lines.push(start);
    for (const item of value) writeItem(item, indent, lines);
  } else if (isJsonObject(value) && Object.keys(value).length > 0) {
    lines.push(start);
    writeFields(value, `${indent}  `, `${indent}  `, lines);
  } else {
    lines.push(`${start} ${formatScalar(value)}`);
  }
}

/** Items of lists are objects and texts here; a list in a list would be written as JSON, which YAML includes. */
function writeItem(item: unknown, indent: string, lines: string[]): void {
  if (isJsonObject(item) && Object.keys(item).length > 0) writeFields(item, `${indent}- `, `${indent}  `, lines);
  else lines.push(`${indent}- ${formatScalar(item)}`);
}

function formatScalar(value: unknown): string {
  if (typeof value === "string") return formatText(value);
  return JSON.stringify(value).replace(unsafeCharacters, escapeCharacter);
}

/**
 * Plain where nobody could take it for anything but a text, else as in JSON, whose texts are YAML's in double quotes.
 */
function formatText(text: string): string {
  if (/^[A-Za-z][A-Za-z0-9_./-]*$/.test(text) && !/^(?:true|false|yes|no|on|off|y|n|null)$/i.test(text)) return text;
  return JSON.stringify(text).replace(unsafeCharacters, escapeCharacter);
}
