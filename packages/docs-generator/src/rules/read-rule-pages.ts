import { codeHtml, escapeHtml } from "../html/escape-html.ts";
import { proseHtml } from "../html/prose-html.ts";
import type { ExtraPage } from "../site/emit-site.ts";

/** One rule of a tool, as its metadata describes it. */
export interface RuleEntry {
  /** Unique among the tool's rules, such as `backend-missing`. */
  readonly id: string;
  readonly summary: string;
  readonly severity: string;
  /** What breaks. */
  readonly why: string;
  /** What to do. */
  readonly fix: string;
  /** A manifest or an output. */
  readonly example?: string;
}

/** A set of rules. */
interface RuleSet {
  readonly title: string;
  readonly rules: readonly RuleEntry[];
}

/**
 * Makes a reference page of each document of rules: `{ title, rules }`, or a plain list of rules.
 *
 * @param documents Decoded JSON or YAML, with the name of each for messages.
 * @throws {TypeError} If a document has another shape; the message names the document and the rule.
 */
export function readRulePages(
  documents: readonly { readonly name: string; readonly value: unknown }[],
): readonly ExtraPage[] {
  const paths = new Set<string>();
  return documents.map(({ name, value }) => {
    const { title, rules } = readRuleSet(name, value);
    const stem = title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "") || "rules";
    const path = `rules/${stem}.html`;
    if (paths.has(path)) throw new TypeError(`Cannot read rules "${name}": another document has the title "${title}"`);
    paths.add(path);
    return { path, title, description: `${rules.length} rules`, html: rulesHtml(title, rules), isMain: true };
  });
}

function readRuleSet(name: string, value: unknown): RuleSet {
  const fail = (problem: string): TypeError => new TypeError(`Cannot read rules "${name}": ${problem}`);
  const [title, list] = Array.isArray(value) ? ["Rules", value] : isObject(value) ? [value.title, value.rules] : [];
  if (typeof title !== "string" || !Array.isArray(list)) throw fail("expected a list, or an object of title and rules");
  const ids = new Set<string>();
  const rules = list.map((rule: unknown, index): RuleEntry => {
    if (!isObject(rule)) throw fail(`rule ${index + 1} is no object`);
    const text = (key: string): string => {
      const found = rule[key];
      if (typeof found !== "string") throw fail(`rule ${index + 1} has no text "${key}"`);
      return found;
    };
    const id = text("id");
    if (ids.has(id)) throw fail(`two rules have the id "${id}"`);
    ids.add(id);
    const head = { id, summary: text("summary"), severity: text("severity"), why: text("why"), fix: text("fix") };
    return rule.example === undefined ? head : { ...head, example: text("example") };
  });
  return { title, rules };
}

function rulesHtml(title: string, rules: readonly RuleEntry[]): string {
  const rows = rules.map(({ id, severity, summary }) =>
    `<tr><td><a href="#${anchor(id)}">${codeHtml(id)}</a></td><td>${escapeHtml(severity)}</td><td>${
      escapeHtml(summary)
    }</td></tr>`
  );
  return [
    `<h1>${escapeHtml(title)}<small>${rules.length} rules</small></h1>`,
    '<div class="wide" tabindex="0" role="region" aria-label="All rules"><table><thead><tr><th scope="col">Rule</th>' +
    `<th scope="col">Severity</th><th scope="col">Finds</th></tr></thead><tbody>${rows.join("")}</tbody></table></div>`,
    ...rules.map(({ id, severity, summary, why, fix, example }) =>
      `<h2 id="${anchor(id)}"><a href="#${anchor(id)}">${codeHtml(id)}</a></h2><p class="x">${
        escapeHtml(severity)
      }</p>${proseHtml(summary)}<h3>Why</h3>${proseHtml(why)}<h3>What to do</h3>${proseHtml(fix)}${
        example === undefined ? "" : `<h3>Example</h3><pre tabindex="0"><code>${escapeHtml(example)}</code></pre>`
      }`
    ),
  ].join("");
}

function anchor(id: string): string {
  return `rule-${id.replace(/[^\w.-]/gu, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`)}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
