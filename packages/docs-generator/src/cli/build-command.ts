import type { Kind } from "@kubeschema/model";
import { emitJsonTree } from "../json/emit-json-tree.ts";
import { FRONT_MATTERS, type FrontMatter } from "../markdown/front-matter.ts";
import { emitMarkdownTree } from "../markdown/emit-markdown-tree.ts";
import type { Page } from "../page/page.ts";
import { readRulePages } from "../rules/read-rule-pages.ts";
import { emitSite, type ExtraPage, type SiteFile } from "../site/emit-site.ts";
import { planSite, type SitePlan } from "../site/plan-site.ts";
import { type LoadedModels, loadModels } from "./load-models.ts";
import type { Options } from "./parse-options.ts";
import { createProgress, type Progress } from "./progress.ts";
import { readDocuments } from "./read-documents.ts";
import { checkSeedOptions } from "./seed-options.ts";
import { emitSeedTree } from "./seed-tree.ts";
import { UsageError } from "./usage-error.ts";
import type { World } from "./world.ts";
import { writeTree, type WrittenTree } from "./write-tree.ts";

const FORMATS = ["html", "markdown", "seed", "json"] as const;
type Format = typeof FORMATS[number];

/** Builds a tree of pages, and says on stderr what it has and what it lacks. */
export async function runBuild(world: World, options: Options): Promise<void> {
  const { out } = options;
  if (out === undefined) {
    throw new UsageError("Cannot build: --out DIR is missing. Try: kubeschema-docs build --out site");
  }
  const format = checkFormat(options.format ?? "html");
  const frontMatter = checkFrontMatter(options.frontMatter, format);
  checkSeedOptions(format, options);
  const progress = createProgress(world.stderr);
  try {
    const { plan, loaded, files } = await prepareBuild(world, { ...options, format, frontMatter }, progress);
    const written = await writeTree(out, files, {
      onFile: (count) => count % 50 === 0 && progress.show(`${count} files`),
      signal: world.signal,
    });
    progress.end();
    world.stderr.write(summary(out, plan, loaded, written));
  } finally {
    progress.end();
  }
}

/** What a build needs to know. */
export interface BuildOptions extends Omit<Options, "format" | "frontMatter"> {
  readonly format: Format;
  readonly frontMatter: FrontMatter;
}

/** A build that only has to be written. */
export interface PreparedBuild {
  readonly plan: SitePlan;
  readonly loaded: LoadedModels;
  readonly files: Iterable<SiteFile> | AsyncIterable<SiteFile>;
}

/** Reads the schemas and plans the pages. */
export async function prepareBuild(world: World, options: BuildOptions, progress: Progress): Promise<PreparedBuild> {
  progress.show("reading schemas");
  const loaded = await loadModels(await world.openSchemas(), { ...options, versions: defaultVersions(options) });
  progress.show("planning pages");
  const plan = planSite(loaded.models, { isWanted: kindFilter(options.kinds, loaded) });
  if (plan.kinds.length === 0) throw new Error("Cannot build: the schema has no kinds");
  return { plan, loaded, files: await filesOf(world, plan, loaded, options) };
}

/** The history that readers have use for, unless one version is asked for; the seed format has no history. */
function defaultVersions({ versions, from, kubernetesVersion, format }: BuildOptions): string | undefined {
  if (versions !== undefined || from !== undefined || kubernetesVersion !== undefined || format === "seed") {
    return versions;
  }
  return "recent";
}

async function filesOf(
  world: World,
  plan: SitePlan,
  loaded: LoadedModels,
  options: BuildOptions,
): Promise<Iterable<SiteFile> | AsyncIterable<SiteFile>> {
  if (options.rules.length > 0 && options.format !== "html") {
    throw new UsageError(`Cannot use --rules with --format ${options.format}: only the site has pages of rules`);
  }
  const typesModuleOf = await typesModules(world, loaded);
  switch (options.format) {
    case "html": {
      const extraPages: ExtraPage[] = [];
      for (const file of options.rules) extraPages.push(...readRulePages((await readDocuments(file)).documents));
      return emitSite(plan, {
        miniSearch: await world.readMiniSearch(),
        typesModuleOf,
        extraPages,
        ...(options.title === undefined ? {} : { title: options.title }),
      });
    }
    case "markdown":
      return emitMarkdownTree(plan, { title: options.title, frontMatter: options.frontMatter, typesModuleOf });
    case "seed":
      return emitSeedTree(world, plan.newest, plan.kinds.filter(({ page }) => !page.isGone), {
        packageName: options.packageName ?? "@kubeschema/types",
        sourceUrl: options.sourceUrl,
        layout: options.sourceLayout === "kinds" ? "kinds" : "modules",
        modulePrefix: plan.newest.kubernetesVersion === (await world.openSchemas()).defaultVersion
          ? ""
          : `${plan.newest.kubernetesVersion}/`,
      });
    case "json":
      return emitJsonTree(plan);
  }
}

/** The types of the default version are exported by their short names; those of others by theirs, if they are there. */
async function typesModules(
  world: World,
  { models, isBuiltIn }: LoadedModels,
): Promise<(page: Page) => string | undefined> {
  const { defaultVersion } = await world.openSchemas();
  const version = models.at(-1)?.kubernetesVersion ?? defaultVersion;
  const prefix = version === defaultVersion ? "" : `${version}/`;
  if (prefix !== "" && await world.readTypes(`${prefix}v1.ts`) === undefined) return () => undefined;
  return (page) =>
    page.isGone || !isBuiltIn({ ...page.gvk, definition: page.definition })
      ? undefined
      : `@kubeschema/types/${prefix}${page.apiVersion}`;
}

function kindFilter(kinds: string | undefined, { models }: LoadedModels): (kind: Kind) => boolean {
  if (kinds === undefined) return () => true;
  const names = kinds.split(",").map((name) => name.trim().toLowerCase());
  for (const name of names) {
    if (models.some((model) => model.kinds.some((kind) => isNamed(kind, name)))) continue;
    throw new UsageError(`Cannot build --kinds "${name}": no kind has this name`);
  }
  return (kind) => names.some((name) => isNamed(kind, name));
}

function isNamed({ kind, plural, group }: Kind, name: string): boolean {
  return kind.toLowerCase() === name || plural === name || `${plural}.${group}` === name;
}

function checkFormat(format: string): Format {
  const found = FORMATS.find((name) => name === format);
  if (found === undefined) {
    throw new UsageError(`Cannot build format "${format}": expected html, markdown, seed or json`);
  }
  return found;
}

/** Reads `--front-matter`, which only Markdown takes. */
export function checkFrontMatter(given: string | undefined, format: string): FrontMatter {
  if (given === undefined) return "none";
  const found = FRONT_MATTERS.find((name) => name === given);
  if (found === undefined) {
    throw new UsageError(`Cannot write front matter "${given}": expected ${FRONT_MATTERS.join(", ")}`);
  }
  if (format !== "markdown") throw new UsageError("Cannot use --front-matter without --format markdown");
  return found;
}

/** At most this many of what was skipped is listed. */
const MOST_LISTED = 20;

function summary(out: string, plan: SitePlan, loaded: LoadedModels, { fileCount, sizeBytes }: WrittenTree): string {
  const { history, kinds, types } = plan;
  const versions = history.versions.length === 1
    ? history.versions[0]
    : `${history.versions.at(-1)} with the history since ${history.versions[0]}`;
  const skipped = loaded.diagnostics.filter(({ severity }) => severity !== "info");
  const lines = [
    `Wrote ${fileCount} files (${
      (sizeBytes / 1e6).toFixed(1)
    } MB) to ${out}: ${kinds.length} kinds and ${types.length} shared types of ${versions}`,
    ...skipped.slice(0, MOST_LISTED).map(({ severity, place, message }) =>
      `${severity}: ${place === undefined ? "" : `${place}: `}${message}`
    ),
    ...(skipped.length > MOST_LISTED ? [`and ${skipped.length - MOST_LISTED} more`] : []),
  ];
  // A document's own words may hold anything.
  return `${lines.map((line) => line.replace(/\p{Cc}/gu, "?")).join("\n")}\n`;
}
