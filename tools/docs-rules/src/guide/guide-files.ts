import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { formatCommandReference } from "@kubeschema/command-kit";
import { loadProgram } from "./load-program.ts";
import { type GuidePackage, guidePackages, packageFolder } from "./package-folder.ts";

/** One page of the guide. */
export interface GuideFile {
  /** Below the folder of pages, with `/`. */
  readonly path: string;
  readonly text: string;
}

/**
 * Collects the guide: of each package the README, the long texts in its folder `docs`, and the commands and flags of its
 * command.
 */
export async function guideFiles(): Promise<readonly GuideFile[]> {
  return (await Promise.all(guidePackages.map(filesOf))).flat();
}

async function filesOf(name: GuidePackage): Promise<readonly GuideFile[]> {
  const folder = packageFolder(name);
  const read = (path: string): Promise<string> => readFile(join(folder, path), "utf8");
  const program = await loadProgram(name);
  const texts = await longTexts(folder);
  return [
    { path: `${name}/README.md`, text: await read("README.md") },
    ...(program === undefined ? [] : [{ path: `${name}/commands.md`, text: formatCommandReference(program) }]),
    ...await Promise.all(texts.map(async (path) => ({ path: `${name}/${path}`, text: await read(path) }))),
  ];
}

async function longTexts(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder);
  if (!entries.includes("docs")) return [];
  return (await readdir(join(folder, "docs"))).filter((name) => name.endsWith(".md")).sort().map((name) =>
    `docs/${name}`
  );
}
