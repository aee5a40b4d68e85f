import { type Dirent, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describeIoError } from "@kubeschema/command-kit";

/** Something to read, or the reason why it cannot be read. */
export type Source =
  | { readonly type: "file" | "pipe" | "stdin"; readonly path: string }
  | { readonly type: "problem"; readonly path: string; readonly problem: string };

/**
 * Walks the arguments: files, `-`, and folders with everything below them, in the order of their names.
 *
 * In a folder these count: `.yaml`, `.yml` and `.json`, no hidden ones and nothing in `node_modules`; links to files
 * are followed, links to folders are not. A file that the user names counts whatever its name is, unless it is ignored.
 */
export function* findSources(paths: readonly string[], isIgnored: (path: string) => boolean): Generator<Source> {
  for (const path of paths) {
    if (path === "-") yield { type: "stdin", path: "stdin" };
    else yield* findOne(path, isIgnored);
  }
}

function* findOne(path: string, isIgnored: (path: string) => boolean): Generator<Source> {
  let type: "folder" | "file" | "pipe" | undefined;
  try {
    const info = statSync(path);
    type = info.isDirectory() ? "folder" : info.isFile() ? "file" : info.isFIFO() ? "pipe" : undefined;
  } catch (error) {
    yield { type: "problem", path, problem: describeIoError(error) };
    return;
  }
  if (type === "folder") yield* walk(path, isIgnored);
  else if (isIgnored(path)) return;
  else if (type === undefined) yield { type: "problem", path, problem: "it is neither a file nor a folder" };
  else yield { type, path };
}

function* walk(root: string, isIgnored: (path: string) => boolean): Generator<Source> {
  const folders = [root];
  let isEmpty = true;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    let entries: Dirent[];
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      isEmpty = false;
      yield { type: "problem", path: folder, problem: describeIoError(error) };
      continue;
    }
    entries.sort((a, b) => a.name < b.name ? -1 : 1);
    const subfolders: string[] = [];
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.name.startsWith(".")) continue;
      if (isIgnored(path)) {
        isEmpty = false;
        continue;
      }
      if (entry.isDirectory()) {
        if (entry.name !== "node_modules") subfolders.push(path);
      } else if (/\.(?:ya?ml|json)$/.test(entry.name)) {
        isEmpty = false;
        yield entry.isFile() ? { type: "file", path } : follow(path);
      }
    }
    folders.push(...subfolders.reverse());
  }
  // Most likely it is not the intended folder.
  if (isEmpty) yield { type: "problem", path: root, problem: "the folder has no .yaml, .yml or .json file" };
}

/** A link to a file counts as the file; pipes and devices in a folder are not manifests. */
function follow(path: string): Source {
  try {
    if (statSync(path).isFile()) return { type: "file", path };
    return { type: "problem", path, problem: "it is not a file" };
  } catch (error) {
    return { type: "problem", path, problem: describeIoError(error) };
  }
}
