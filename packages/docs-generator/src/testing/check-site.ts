import { posix } from "node:path";
import type { SiteFile } from "../site/emit-site.ts";

/** Finds the faults in the links and ids of a site: every link must lead to an existing file and id. */
export function checkSite(files: readonly SiteFile[]): readonly string[] {
  const faults: string[] = [];
  const ids = new Map<string, ReadonlySet<string>>();
  for (const { path, text } of files) {
    const all = path.endsWith(".html") ? attributes(text, "id") : [];
    ids.set(path, new Set(all));
    if (new Set(all).size < all.length) faults.push(`${path} has a duplicate id`);
  }
  for (const { path, text } of files.filter((file) => file.path.endsWith(".html"))) {
    for (const link of [...attributes(text, "href"), ...attributes(text, "src")]) {
      if (/^https?:\/\//.test(link)) continue;
      const [file = "", fragment] = link.split("#", 2);
      const target = file === "" ? path : posix.join(posix.dirname(path), file);
      const known = ids.get(target);
      if (!known) faults.push(`${path} links to ${link}, which does not exist`);
      else if (fragment !== undefined && !known.has(fragment)) {
        faults.push(`${path} links to ${link}, which lacks the id`);
      }
    }
  }
  return faults;
}

function attributes(html: string, name: string): readonly string[] {
  return [...html.matchAll(new RegExp(`<[a-z][^>]* ${name}="([^"]*)"`, "g"))].map(([, value = ""]) => value);
}
