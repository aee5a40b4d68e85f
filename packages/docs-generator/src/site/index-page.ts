import { breakableHtml } from "../html/breakable-html.ts";
import { codeHtml, textHtml } from "../html/text-html.ts";
import { historyBadges } from "../html/history-html.ts";
import { proseLineHtml } from "../html/prose-html.ts";
import { firstSentence } from "../prose/first-sentence.ts";
import { groupKinds } from "./group-kinds.ts";
import type { KindEntry, SitePlan } from "./plan-site.ts";

/** Writes the content of the site's first page: every kind by group and version, then the shared types. */
export function indexPageHtml(plan: SitePlan, title: string): string {
  const groups = groupKinds(plan.kinds);
  const count = plan.kinds.filter(({ page }) => !page.isRemoved).length;
  return [
    `<h1>${textHtml(title)}<small>${count} kinds${
      plan.types.length === 0 ? "" : `, ${plan.types.length} shared types`
    }${historyText(plan)}</small></h1>`,
    ...groups.map(({ name, id, versions }) => {
      const [first] = versions;
      if (versions.length === 1 && first) {
        return `<h2 id="${textHtml(id)}">${textHtml(name)} <small>${textHtml(first.version)}</small></h2>${
          kindTable(first.kinds, plan)
        }`;
      }
      return `<h2 id="${textHtml(id)}">${textHtml(name)}</h2>${
        versions.map(({ version, kinds }) => `<h3>${textHtml(version)}</h3>${kindTable(kinds, plan)}`).join("")
      }`;
    }),
    plan.types.length === 0
      ? ""
      : `<h2 id="shared-types">Shared types</h2><ul class="names">${
        plan.types.map(({ path, page }) => `<li><a href="${path}">${textHtml(page.name)}</a></li>`).join("")
      }</ul>`,
  ].join("");
}

function historyText({ history }: SitePlan): string {
  const [first, ...others] = history.versions;
  return others.length === 0 || first === undefined ? "" : `, with changes since ${textHtml(first)}`;
}

function kindTable(kinds: readonly KindEntry[], { newest }: SitePlan): string {
  const lists = kinds.filter(isList);
  const plain = kinds.filter((kind) => !isList(kind));
  const gone = plain.filter(({ page }) => page.isRemoved);
  const rows = plain.filter(({ page }) => !page.isRemoved).map(({ path, page }) =>
    `<tr><td><a href="${path}">${textHtml(page.gvk.kind)}</a>${historyBadges(page.history, page.lifecycle)}</td><td>${
      proseLineHtml(firstSentence(page.description ?? ""))
    }</td></tr>`
  );
  const table = rows.length === 0
    ? ""
    : `<table class="k"><thead><tr><th scope="col">Kind</th><th scope="col">Description</th></tr></thead><tbody>${
      rows.join("")
    }</tbody></table>`;
  const one = `of ${lists.length === 1 ? "one kind" : `${lists.length} kinds`}`;
  return table + foldedKinds(`Lists ${one}`, lists) +
    foldedKinds(`Removed: no longer in ${newest.kubernetesVersion}`, gone);
}

function foldedKinds(summary: string, kinds: readonly KindEntry[]): string {
  if (kinds.length === 0) return "";
  const links = kinds.map(({ path, page }) =>
    `<a href="${path}">${codeHtml(page.gvk.kind)}</a>${page.isRemoved ? historyBadges(page.history) : ""}`
  );
  return `<details class="x"><summary>${textHtml(summary)}</summary><p>${links.join(", ")}</p></details>`;
}

function isList({ page }: KindEntry): boolean {
  return page.plural === undefined && page.gvk.kind.endsWith("List");
}

/** Writes the column next to the first page's content: the groups. */
export function indexAsideHtml(plan: SitePlan): string {
  const items = groupKinds(plan.kinds).map(({ name, id }) =>
    `<li><a href="#${textHtml(id)}">${breakableHtml(name)}</a></li>`
  );
  const types = plan.types.length === 0 ? "" : '<li><a href="#shared-types">Shared types</a></li>';
  return `<nav aria-label="API groups"><h2>API groups</h2><ul>${items.join("")}${types}</ul></nav>`;
}
