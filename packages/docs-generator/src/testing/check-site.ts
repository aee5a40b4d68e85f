import { posix } from "node:path";
import type { SiteFile } from "../site/emit-site.ts";

/** Finds what is wrong with the links and ids of a site: every link must lead to a file, and to an id in it. */
export function checkSite(files: readonly SiteFile[]): readonly string[] {
  const faults: string[] = [];
  const ids = new Map<string, ReadonlySet<string>>();
  for (const { path, text } of files) {
    const all = path.endsWith(".html") ? attributes(text, "id") : [];
    ids.set(path, new Set(all));
    if (new Set(all).size < all.length) faults.push(`${path} has an id twice`);
  }
  for (const { path, text } of files.filter((file) => file.path.endsWith(".html"))) {
    for (const link of [...attributes(text, "href"), ...attributes(text, "src")]) {
      if (/^https?:\/\//.test(link)) continue;
      const [file = "", fragment] = link.split("#", 2);
      const target = file === "" ? path : posix.join(posix.dirname(path), file);
      const known = ids.get(target);
      if (!known) faults.push(`${path} links to ${link}, which is no file`);
      else if (fragment !== undefined && !known.has(fragment)) {
        faults.push(`${path} links to ${link}, which has no such id`);
      }
    }
  }
  return faults;
}

function attributes(html: string, name: string): readonly string[] {
  return [...html.matchAll(new RegExp(`<[a-z][^>]* ${name}="([^"]*)"`, "g"))].map(([, value = ""]) => value);
}
