import { formatApiVersion } from "@kubeschema/model";
import { jsonEscape } from "../json/json-escape.ts";
import { kubectlShortNames } from "../page/kubectl-short-names.ts";
import type { PageField } from "../page/page.ts";
import type { SitePlan } from "./plan-site.ts";

/** The data of the site's search, as two scripts: names first, then texts. */
export interface SearchData {
  readonly names: string;
  readonly texts: string;
}

type PageRow = readonly [name: string, group: string, path: string, short: string, isKind: 0 | 1, fields: string];

/**
 * Writes the names and texts of all pages for the site's script. Fields are lines of depth and name in the order of the
 * page, so that no path is written twice; an id that differs from the dotted path follows the name.
 */
export function emitSearchData(plan: SitePlan): SearchData {
  const rows: PageRow[] = [];
  const texts = new TextTable();
  for (const { path, page } of plan.kinds) {
    const short = kubectlShortNames(page.gvk.group, page.plural).join(" ");
    const words = [page.plural ?? "", short].join(" ").trim();
    rows.push([page.gvk.kind, formatApiVersion(page.gvk), path, words, 1, fieldLines(page.fields)]);
    texts.addPage(page.description, page.fields);
  }
  for (const { path, page } of plan.types) {
    const group = page.definition.slice(0, -page.name.length - 1);
    rows.push([page.name, group, path, "", 0, fieldLines(page.fields)]);
    texts.addPage(page.description, page.fields);
  }
  return {
    names: script("kubeschemaNames", rows),
    texts: script("kubeschemaTexts", { texts: texts.texts, use: texts.use }),
  };
}

function fieldLines(fields: readonly PageField[]): string {
  const lines: string[] = [];
  const visit = (field: PageField): void => {
    const dotted = field.path.join(".");
    const name = field.name.replace(/[\n=]/g, "_");
    const isPlain = field.id === dotted && name === field.name;
    lines.push(`${field.path.length - 1}${name}${isPlain ? "" : `=${field.id}`}`);
    for (const child of field.fields) visit(child);
  };
  for (const field of fields) visit(field);
  return lines.join("\n");
}

/** Texts as lists of their words, each text once however often it is used. */
class TextTable {
  readonly texts: string[] = [];
  /** For each document in the order of the names, the index of its text, or -1. */
  readonly use: number[] = [];
  readonly #known = new Map<string, number>();

  addPage(description: string | undefined, fields: readonly PageField[]): void {
    this.#add(description);
    this.#addFields(fields);
  }

  #addFields(fields: readonly PageField[]): void {
    for (const field of fields) {
      this.#add(field.description);
      this.#addFields(field.fields);
    }
  }

  #add(text = ""): void {
    let index = this.#known.get(text);
    if (index === undefined) {
      const words = wordsOf(text);
      index = words === "" ? -1 : this.texts.push(words) - 1;
      this.#known.set(text, index);
    }
    this.use.push(index);
  }
}

function wordsOf(text: string): string {
  const words = text.slice(0, mostCharacters).toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return [...new Set(words)].filter((word) => word.length < 40 && !commonWords.has(word)).join(" ");
}

const mostCharacters = 20_000;
const commonWords: ReadonlySet<string> = new Set(
  ("the and for that this are with from will not can may must any all has have which when only " +
    "its was but more than other then each also they been these where into such").split(" "),
);

/** Writes a script that sets a global: a page from `file://` may load one, but may not fetch. */
function script(name: string, value: unknown): string {
  return `globalThis.${name}=${JSON.stringify(value).replace(/[<\u2028\u2029]/g, jsonEscape)};\n`;
}
