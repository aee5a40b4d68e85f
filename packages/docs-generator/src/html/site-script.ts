/**
 * The site's script: theme, folding, permalinks into folded parts, and search. A page can be read
 * without any of it. It loads the search's data with script elements, since a page from `file://` may not fetch.
 */
export const siteScript: string = String.raw`"use strict";
(() => {
  const page = document.documentElement;
  const root = page.dataset.root;
  const stored = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
  const theme = stored();
  if (theme === "dark" || theme === "light") page.dataset.theme = theme;
  const isDark = () => (page.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

  document.addEventListener("DOMContentLoaded", () => {
    addTheme();
    addFolding();
    addSearch();
  });

  function addTheme() {
    const button = document.getElementById(":theme");
    const label = () => {
      button.textContent = isDark() ? "Light" : "Dark";
      button.setAttribute("aria-label", isDark() ? "Use light colours" : "Use dark colours");
    };
    button.hidden = false;
    label();
    button.addEventListener("click", () => {
      page.dataset.theme = isDark() ? "light" : "dark";
      try { localStorage.setItem("theme", page.dataset.theme); } catch { /* a page from file:// may have no storage */ }
      label();
    });
  }

  function addFolding() {
    const reveal = () => {
      let id = "";
      try { id = decodeURIComponent(location.hash.slice(1)); } catch { return; }
      const target = id && document.getElementById(id);
      if (!target) return;
      for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
      const own = target.querySelector(":scope > details");
      if (own) own.open = true;
      target.scrollIntoView();
    };
    addEventListener("hashchange", reveal);
    reveal();
    const all = () => document.querySelectorAll("main details");
    const tools = document.getElementById(":fold");
    if (tools) {
      tools.hidden = false;
      tools.addEventListener("click", ({ target }) => {
        if (target.dataset.open) for (const part of document.querySelectorAll(".f details")) part.open = target.dataset.open === "yes";
      });
    }
    let folded = [];
    addEventListener("beforeprint", () => {
      folded = [...all()].filter((part) => !part.open);
      for (const part of folded) part.open = true;
    });
    addEventListener("afterprint", () => { for (const part of folded) part.open = false; });
  }

  function load(file) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = root + "assets/" + file;
      script.onload = resolve;
      script.onerror = () => reject(new Error("Cannot load " + file));
      document.head.append(script);
    });
  }

  function addSearch() {
    const input = document.getElementById(":q");
    if (!input) return;
    const list = document.getElementById(":hits");
    const status = input.form.querySelector("[role=status]");
    input.form.hidden = false;
    let loading;
    let names;
    let texts;
    let hits = [];
    let chosen = -1;

    const start = () => loading ??= Promise.all([load("minisearch.js"), load("search-names.js")]).then(() => {
      names = indexNames(globalThis.kubeschemaNames);
      show();
      return load("search-texts.js");
    }).then(() => {
      texts = indexTexts(globalThis.kubeschemaTexts, names.documents);
      // A reader who has already moved down the list stays there.
      show(hits[chosen]);
    }).catch((error) => { status.textContent = error.message; });

    const show = (kept) => {
      const query = input.value.trim();
      if (!names || query === "") return render([]);
      const found = names.index.search(query, { prefix: true, fuzzy: (term) => term.length > 4 ? 0.2 : false, combineWith: "AND",
        boost: { kind: 8, short: 12, type: 5, name: 3, path: 1 }, boostDocument: (id) => {
          const { title, name, isKind } = names.documents[id];
          const wanted = query.toLowerCase();
          return (isKind ? 4 : 1) * (title.toLowerCase() === wanted ? 20 : name.toLowerCase() === wanted ? 3 : 1);
        } }).slice(0, 30);
      const known = new Set(found.map(({ id }) => id));
      if (texts && found.length < 30) {
        for (const hit of texts.search(query, { prefix: true, combineWith: "AND" })) {
          if (known.size >= 40) break;
          if (!known.has(hit.id)) { known.add(hit.id); found.push(hit); }
        }
      }
      render(found.map(({ id }) => names.documents[id]), kept);
    };

    const render = (found, kept) => {
      hits = found;
      chosen = found.length > 0 ? Math.max(0, found.indexOf(kept)) : -1;
      list.replaceChildren(...found.map((hit, index) => {
        const item = document.createElement("li");
        item.id = ":hit-" + index;
        item.setAttribute("role", "option");
        const link = document.createElement("a");
        link.href = root + hit.href;
        link.tabIndex = -1;
        link.textContent = hit.title;
        const where = document.createElement("small");
        where.textContent = hit.where;
        link.append(where);
        item.append(link);
        return item;
      }));
      list.hidden = found.length === 0;
      input.setAttribute("aria-expanded", String(found.length > 0));
      const query = input.value.trim();
      status.textContent = query === "" ? "" : found.length + (found.length === 1 ? " result" : " results");
      mark();
    };

    const mark = () => {
      [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === chosen)));
      if (chosen < 0) return input.removeAttribute("aria-activedescendant");
      input.setAttribute("aria-activedescendant", ":hit-" + chosen);
      list.children[chosen].scrollIntoView({ block: "nearest" });
    };

    input.addEventListener("keydown", (event) => {
      start();
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (hits.length === 0) return;
        event.preventDefault();
        chosen = (chosen + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length;
        mark();
      } else if (event.key === "Escape") {
        input.value = "";
        render([]);
      } else if (event.key === "Enter") {
        event.preventDefault();
        if (chosen >= 0) go(hits[chosen]);
      }
    });
    input.addEventListener("input", () => { start(); show(); });
    input.form.addEventListener("submit", (event) => event.preventDefault());
    list.addEventListener("click", () => { list.hidden = true; });
    document.addEventListener("click", (event) => { if (!input.form.contains(event.target)) list.hidden = true; });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || /^(?:INPUT|TEXTAREA)$/.test(event.target.tagName)) return;
      event.preventDefault();
      input.focus();
      start();
    });
    const go = (hit) => {
      list.hidden = true;
      location.href = root + hit.href;
    };
  }

  // "podAffinity" is found as a whole, and as pod and affinity.
  function tokenize(text) {
    return text.split(/[^\p{L}\p{N}]+/u).flatMap((word) => {
      const parts = word.split(/(?<=[a-z0-9])(?=[A-Z])/);
      return parts.length > 1 ? [word, ...parts] : [word];
    }).filter((word) => word !== "");
  }

  function indexNames(pages) {
    const documents = [];
    const stack = [];
    for (const [kind, group, path, short, isKind, fields] of pages) {
      documents.push({ id: documents.length, kind: isKind ? kind : "", type: isKind ? "" : kind, short, name: "", path: "", isKind,
        title: kind, where: group, href: path });
      for (const field of fields ? fields.split("\n") : []) {
        const [, depth, name, id] = /^(\d+)([^=]*)(?:=(.*))?$/.exec(field);
        stack.length = Number(depth);
        stack.push(name);
        const dotted = stack.join(".");
        documents.push({ id: documents.length, kind: "", type: "", short: "", name, path: kind + "." + dotted, isKind: 0,
          title: kind + "." + dotted, where: group, href: path + "#" + encodeURIComponent(id ?? dotted) });
      }
    }
    const index = new MiniSearch({ fields: ["kind", "type", "short", "name", "path"], tokenize });
    index.addAll(documents);
    return { documents, index };
  }

  function indexTexts({ texts, use }, documents) {
    const index = new MiniSearch({ fields: ["text"], tokenize: (text) => text.split(" ") });
    // What stands at many places is indexed for the first of them.
    const seen = new Set();
    index.addAll(documents.flatMap(({ id }) => {
      const text = use[id];
      if (text < 0 || text === undefined || seen.has(text)) return [];
      seen.add(text);
      return [{ id, text: texts[text] }];
    }));
    return index;
  }
})();
`;
