import { isJsonObject } from "@kubeschema/model/json-object";
import { breakableHtml } from "../html/breakable-html.ts";
import { codeHtml, textHtml } from "../html/text-html.ts";
import { proseHtml } from "../html/prose-html.ts";
import { numbered } from "../page/unique-names.ts";
import type { ExtraPage } from "../site/emit-site.ts";

/** One rule of a tool, as its metadata describes it. */
export interface RuleEntry {
  /** Unique among the tool's rules, such as `backend-missing`. */
  readonly id: string;
  readonly summary: string;
  readonly severity: string;
  /** What breaks. */
  readonly why?: string;
  /** How to fix it. */
  readonly fix?: string;
  /** A command that helps. */
  readonly command?: string;
  /** The source of the rule. */
  readonly source?: string;
  /** A manifest. */
  readonly example?: string;
  /** The finding about the example. */
  readonly finding?: string;
}

/** A set of rules, of which `kubeschema-docs build --rules` makes a page. */
export interface RuleSet {
  readonly title: string;
  /** What the rules are, and how to read their examples. */
  readonly about?: string;
  /** What the examples have in common. */
  readonly example?: string;
  readonly rules: readonly RuleEntry[];
}

/**
 * Makes a reference page from each document of rules: `{ title, about, example, rules }`, or a plain list of rules.
 *
 * @param documents Decoded JSON or YAML, with the name of each for messages.
 * @throws {TypeError} If a document has another shape; the message names the document and the rule.
 */
export function readRulePages(
  documents: readonly { readonly name: string; readonly value: unknown }[],
): readonly ExtraPage[] {
  const paths = new Set<string>();
  return documents.map(({ name, value }) => {
    const set = readRuleSet(name, value);
    const { title, rules } = set;
    const stem = title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "") || "rules";
    const path = `rules/${stem}.html`;
    if (paths.has(path)) throw new TypeError(`Cannot read rules "${name}": another document has the title "${title}"`);
    paths.add(path);
    const description = `${rules.length} rules`;
    return { path, title, description, html: rulesHtml(set), aside: rulesAside(rules), isMain: true };
  });
}

function readRuleSet(name: string, value: unknown): RuleSet {
  const fail = (problem: string): TypeError => new TypeError(`Cannot read rules "${name}": ${problem}`);
  const [title, list] = Array.isArray(value) ? ["Rules", value] : isJsonObject(value) ? [value.title, value.rules] : [];
  if (typeof title !== "string" || !Array.isArray(list)) throw fail("expected a list, or an object of title and rules");
  const ids = new Set<string>();
  const rules = list.map((rule: unknown, index): RuleEntry => {
    if (!isJsonObject(rule)) throw fail(`rule ${index + 1} is not an object`);
    const text = (key: string): string => {
      const found = rule[key];
      if (typeof found !== "string") throw fail(`rule ${index + 1} has no text "${key}"`);
      return found;
    };
    const id = text("id");
    if (ids.has(id)) throw fail(`two rules have the id "${id}"`);
    ids.add(id);
    const given = optionalTexts.filter((key) => rule[key] !== undefined).map((key) => [key, text(key)]);
    return { id, summary: text("summary"), severity: text("severity"), ...Object.fromEntries(given) };
  });
  return { title, rules, ...(isJsonObject(value) ? textsOf(value, fail) : {}) };
}

const optionalTexts = ["why", "fix", "command", "source", "example", "finding"] as const;

function textsOf(
  { about, example }: Readonly<Record<string, unknown>>,
  fail: (problem: string) => TypeError,
): Pick<RuleSet, "about" | "example"> {
  const isText = (value: unknown): value is string | undefined => value === undefined || typeof value === "string";
  if (!isText(about) || !isText(example)) throw fail('"about" and "example" of the document are texts');
  return { ...(about === undefined ? {} : { about }), ...(example === undefined ? {} : { example }) };
}

function rulesHtml({ title, about, example, rules }: RuleSet): string {
  const rows = rules.map(({ id, severity, summary }) =>
    `<tr><td><a href="#${anchor(id)}"><code>${breakableHtml(id)}</code></a></td><td>${severityHtml(severity)}</td><td>${
      textHtml(summary)
    }</td></tr>`
  );
  return [
    `<h1>${textHtml(title)}<small>${rules.length} rules</small></h1>`,
    about === undefined ? "" : `<div class="lead">${proseHtml(about)}</div>`,
    example === undefined
      ? ""
      : `<details><summary>The object that the examples change</summary>${block(example)}</details>`,
    '<table class="k rule-table"><thead><tr><th scope="col">Rule</th><th scope="col">Severity</th>' +
    `<th scope="col">Summary</th></tr></thead><tbody>${rows.join("")}</tbody></table>`,
    ...rules.map(ruleHtml),
  ].join("");
}

function ruleHtml({ id, summary, severity, why, fix, command, source, example, finding }: RuleEntry): string {
  const place = anchor(id);
  const fact = (name: string, text: string | undefined): string =>
    text === undefined ? "" : `<dt>${name}</dt><dd>${proseHtml(text)}</dd>`;
  return [
    `<h2 id="${place}"><a href="#${place}"><code>${breakableHtml(id)}</code></a> ${severityHtml(severity)}</h2>`,
    `<div class="lead">${proseHtml(summary)}</div>`,
    why === undefined && fix === undefined && command === undefined && source === undefined
      ? ""
      : `<dl class="facts">${fact("Why", why)}${fact("Fix", fix)}${
        command === undefined ? "" : `<dt>Command</dt><dd>${codeHtml(command)}</dd>`
      }${source === undefined ? "" : `<dt>Source</dt><dd>${codeHtml(source)}</dd>`}</dl>`,
    example === undefined ? "" : `<h3>Example</h3>${block(example)}`,
    finding === undefined ? "" : `<h3>Finding</h3>${block(finding)}`,
  ].join("");
}

function severityHtml(severity: string): string {
  const style = severity === "error" ? "e" : severity === "warning" ? "g" : "i";
  return `<span class="${style}">${textHtml(severity)}</span>`;
}

function block(text: string): string {
  return `<pre tabindex="0"><code>${textHtml(text.trimEnd())}</code></pre>`;
}

/** Writes the links to all rules, grouped by the part of their ids before the slash. */
function rulesAside(rules: readonly RuleEntry[]): string {
  const groups = Map.groupBy(rules, ({ id }) => id.includes("/") ? id.slice(0, id.indexOf("/")) : "");
  return `<nav aria-label="Rules">${
    [...groups].map(([group, members]) =>
      `<h2>${group === "" ? "Rules" : textHtml(group)}</h2><ul>${
        members.map(({ id }) =>
          `<li><a href="#${anchor(id)}">${breakableHtml(group === "" ? id : id.slice(group.length + 1))}</a></li>`
        ).join("")
      }</ul>`
    ).join("")
  }</nav>`;
}

function anchor(id: string): string {
  return `rule-${id.replace(/[^\w.-]/gu, numbered)}`;
}
