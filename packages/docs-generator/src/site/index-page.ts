import { codeHtml, escapeHtml } from "../html/escape-html.ts";
import { historyBadges } from "../html/history-html.ts";
import { proseLineHtml } from "../html/prose-html.ts";
import { firstSentence } from "../prose/first-sentence.ts";
import { groupKinds } from "./group-kinds.ts";
import type { KindEntry, SitePlan } from "./plan-site.ts";

/** Writes the content of the site's first page: every kind by group and version, then the shared types. */
export function indexPageHtml(plan: SitePlan, title: string): string {
  const groups = groupKinds(plan.kinds);
  const count = plan.kinds.filter(({ page }) => !page.isGone).length;
  return [
    `<h1>${escapeHtml(title)}<small>${count} kinds${
      plan.types.length === 0 ? "" : `, ${plan.types.length} shared types`
    }${historyText(plan)}</small></h1>`,
    ...groups.map(({ name, id, versions }) =>
      `<h2 id="${escapeHtml(id)}">${escapeHtml(name)}</h2>${
        versions.map(({ version, kinds }) => `<h3>${escapeHtml(version)}</h3>${kindTable(kinds)}`).join("")
      }`
    ),
    plan.types.length === 0
      ? ""
      : `<h2 id="shared-types">Shared types</h2><ul class="names">${
        plan.types.map(({ path, page }) => `<li><a href="${path}">${escapeHtml(page.name)}</a></li>`).join("")
      }</ul>`,
  ].join("");
}

function historyText({ history }: SitePlan): string {
  const [first, ...others] = history.versions;
  return others.length === 0 || first === undefined ? "" : `, with changes since ${escapeHtml(first)}`;
}

function kindTable(kinds: readonly KindEntry[]): string {
  const [lists, plain] = [kinds.filter(isList), kinds.filter((kind) => !isList(kind))];
  const rows = plain.map(({ path, page }) =>
    `<tr><td><a href="${path}">${escapeHtml(page.gvk.kind)}</a>${historyBadges(page.history)}</td><td>${
      proseLineHtml(firstSentence(page.description ?? ""))
    }</td></tr>`
  );
  const others = lists.length === 0
    ? ""
    : `<details class="x"><summary>${lists.length} ${lists.length === 1 ? "list" : "lists"}</summary><p>${
      lists.map(({ path, page }) => `<a href="${path}">${codeHtml(page.gvk.kind)}</a>`).join(", ")
    }</p></details>`;
  const table = rows.length === 0
    ? ""
    : `<table class="k"><thead><tr><th scope="col">Kind</th><th scope="col">What it is</th></tr></thead><tbody>${
      rows.join("")
    }</tbody></table>`;
  return table + others;
}

function isList({ page }: KindEntry): boolean {
  return page.plural === undefined && page.gvk.kind.endsWith("List");
}
