import { posix } from "node:path";
import type { SiteFile } from "../site/emit-site.ts";
import { renderMarkdown } from "./render-markdown.ts";

/** Finds the faults in the links of a Markdown tree: every link must lead to an existing file and anchor. */
export function checkMarkdownTree(files: readonly SiteFile[]): readonly string[] {
  const faults: string[] = [];
  const anchors = new Map(files.map(({ path, text }) => {
    const ids = [...text.matchAll(/^<a id="([^"]*)"><\/a>$/gm)].map(([, id = ""]) => id);
    if (new Set(ids).size < ids.length) faults.push(`${path} has a duplicate anchor`);
    return [path, new Set(ids)];
  }));
  for (const { path, text } of files) {
    for (const link of new Set(renderMarkdown(text).hrefs)) {
      if (/^https?:\/\//.test(link)) continue;
      const [file = "", fragment] = decodeURIComponent(link).split("#", 2);
      const known = anchors.get(file === "" ? path : posix.join(posix.dirname(path), file));
      if (!known) faults.push(`${path} links to ${link}, which does not exist`);
      else if (fragment !== undefined && !known.has(fragment)) {
        faults.push(`${path} links to ${link}, which lacks the anchor`);
      }
    }
  }
  return faults;
}
