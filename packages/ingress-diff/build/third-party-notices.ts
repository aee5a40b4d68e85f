import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** Collects name, version and licence text of every package whose code is in a bundle, for the file beside it. */
export function thirdPartyNotices(inputs: Iterable<string>): string {
  const folders = new Set<string>();
  for (const input of inputs) {
    const folder = input.includes("node_modules/") ? packageFolder(resolve(input)) : undefined;
    if (folder !== undefined) folders.add(folder);
  }
  const notices = [...folders].map(noticeOf).sort();
  return `Parts of these packages are bundled in this folder.\n\n${[...new Set(notices)].join("\n")}`;
}

function noticeOf(folder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  // npm packages have these three; a missing one shows as "undefined" in the file.
  const { name, version, license } = manifest as Readonly<Record<string, unknown>>;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  const text = file === undefined ? "" : `\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
  return `${"-".repeat(80)}\n${name} ${version}, ${license}\n${text}`;
}

/** The nearest folder with a named package.json: some packages keep nameless ones inside. */
function packageFolder(file: string): string | undefined {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const path = join(folder, "package.json");
    if (existsSync(path) && /"name"\s*:/.test(readFileSync(path, "utf8"))) return folder;
  }
  return undefined;
}
