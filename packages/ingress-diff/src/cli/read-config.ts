import { parseDuration, suggest } from "@kubeschema/command-kit";
import { isJsonObject, type JsonObject } from "../observe/json-value.ts";
import { type OutputFormat, reportFormats } from "../report/report-formats.ts";
import type { FailOn } from "../report/report-options.ts";
import type { SeverityOverrides } from "../evaluate/adjust-results.ts";
import { allRules } from "../rules/all-rules.ts";
import { failOnLevels } from "./flags/settings-flags.ts";

/** What a configuration file may set. A flag counts more than the file. */
export interface Config {
  /** Severities that replace those of rules; `off` leaves a rule out. */
  readonly severities?: SeverityOverrides;
  /** Findings to leave out. */
  readonly ignore?: readonly IgnoreEntry[];
  /** How long before its end a certificate is worth a word, such as `14d`. */
  readonly expiringWithin?: string;
  readonly failOn?: FailOn;
  readonly output?: OutputFormat;
}

/** Findings to leave out: those of which all that is given here is true. In texts `*` stands for anything. */
export interface IgnoreEntry {
  readonly id?: string;
  readonly rule?: string;
  /** Of the object at fault, as all below. */
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
  /** For people. */
  readonly reason?: string;
}

const severityChoices = ["error", "warning", "info", "off"];
const ignoreKeys = ["id", "rule", "kind", "namespace", "name", "reason"];

/**
 * Reads the content of a configuration file.
 *
 * @throws {TypeError} If a key is not known, or a value not allowed; the message names the place and the nearest word.
 */
export function readConfig(value: unknown): Config {
  const config = objectOf(value, "the configuration");
  const keys = ["severities", "ignore", "expiringWithin", "failOn", "output"];
  checkKeys(config, keys, "");
  if (config.severities !== undefined) checkSeverities(objectOf(config.severities, '"severities"'));
  if (config.ignore !== undefined) checkIgnore(config.ignore);
  if (config.expiringWithin !== undefined) checkDuration(config.expiringWithin, '"expiringWithin"');
  if (config.failOn !== undefined) checkChoice(config.failOn, failOnLevels, '"failOn"');
  if (config.output !== undefined) checkChoice(config.output, reportFormats.map(({ name }) => name), '"output"');
  return config as Config; // Every field has been checked above.
}

function checkSeverities(severities: JsonObject): void {
  checkKeys(severities, allRules.map(({ id }) => id), "severities.");
  for (const [rule, severity] of Object.entries(severities)) {
    checkChoice(severity, severityChoices, `"severities.${rule}"`);
  }
}

function checkIgnore(ignore: unknown): void {
  if (!Array.isArray(ignore)) throw new TypeError(`"ignore" has to be a list, found ${typeOf(ignore)}`);
  for (const [index, item] of ignore.entries()) {
    const place = `ignore[${index}]`;
    const entry = objectOf(item, `"${place}"`);
    checkKeys(entry, ignoreKeys, `${place}.`);
    for (const [key, text] of Object.entries(entry)) textOf(text, `"${place}.${key}"`);
    if (Object.keys(entry).every((key) => key === "reason")) {
      throw new TypeError(`"${place}" would leave out everything: it names none of id, rule, kind, namespace and name`);
    }
    const { rule } = entry;
    if (typeof rule === "string" && !rule.includes("*")) {
      checkChoice(
        rule,
        allRules.map(({ id }) => id),
        `"${place}.rule"`,
      );
    }
  }
}

function checkKeys(object: JsonObject, keys: readonly string[], prefix: string): void {
  const wrong = Object.keys(object).find((key) => !keys.includes(key));
  if (wrong !== undefined) throw new TypeError(`there is no "${prefix}${wrong}"${suggest(wrong, keys)}`);
}

function checkDuration(value: unknown, place: string): void {
  const text = textOf(value, place);
  if (parseDuration(text, Infinity) !== undefined) return;
  throw new TypeError(`${place} has to be a time span such as 14d, found "${text}"`);
}

function checkChoice(value: unknown, choices: readonly string[], place: string): void {
  const text = textOf(value, place);
  if (choices.includes(text)) return;
  const list = choices.length > 5 ? "" : `: it is one of ${choices.join(", ")}`;
  throw new TypeError(`${place} cannot be "${text}"${list}${suggest(text, choices)}`);
}

function textOf(value: unknown, place: string): string {
  if (typeof value === "string") return value;
  throw new TypeError(`${place} has to be a text, found ${typeOf(value)}`);
}

function objectOf(value: unknown, place: string): JsonObject {
  if (isJsonObject(value)) return value;
  throw new TypeError(`${place} has to be an object, found ${typeOf(value)}`);
}

function typeOf(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
