import {
  type Call,
  CommandError,
  createKubectl,
  createProgress,
  escapeText,
  exitCode,
  type Progress,
  stopSignal,
  UsageError,
} from "@kubeschema/command-kit";
import type { Kind } from "@kubeschema/model";
import { emitJsonTree } from "../../json/emit-json-tree.ts";
import { emitMarkdownTree } from "../../markdown/emit-markdown-tree.ts";
import type { Page } from "../../page/page.ts";
import { readRulePages } from "../../rules/read-rule-pages.ts";
import { emitSite, type ExtraPage, type SiteFile } from "../../site/emit-site.ts";
import { planSite, type SitePlan } from "../../site/plan-site.ts";
import { type LoadedModels, loadModels } from "../load-models.ts";
import { readDocuments } from "../read-documents.ts";
import { readSourceFiles, type SourceFile } from "../source-files.ts";
import { emitSeedTree } from "../seed-tree.ts";
import type { DocsWorld } from "../world.ts";
import { writeTree, type WrittenTree } from "../write-tree.ts";
import type { BuildOptions } from "./build-command.ts";

/** Builds a tree of pages, and reports on stderr what it contains and what it lacks. */
export async function runBuild(options: BuildOptions, { world }: Call<DocsWorld>): Promise<number> {
  const { out = "" } = options;
  const signal = stopSignal(world);
  const progress = createProgress(world);
  try {
    const { plan, loaded, files } = await prepareBuild(world, options, progress);
    const written = await writeTree(out, files, {
      onFile: (count) => count % 50 === 0 && progress.show(`${count} files`),
      signal,
    });
    progress.clear();
    world.stderr.write(summary(out, plan, loaded, written));
    return exitCode.ok;
  } finally {
    progress.clear();
  }
}

/** A build that is ready to be written. */
export interface PreparedBuild {
  readonly plan: SitePlan;
  readonly loaded: LoadedModels;
  readonly files: Iterable<SiteFile> | AsyncIterable<SiteFile>;
}

/** Reads the schemas and plans the pages. */
export async function prepareBuild(
  world: DocsWorld,
  options: BuildOptions,
  progress: Progress,
): Promise<PreparedBuild> {
  progress.show("reading schemas");
  const kubectl = createKubectl(world, { ...options, instead: "give --from a file" });
  const loaded = await loadModels(await world.openSchemas(), {
    ...options,
    versions: defaultVersions(options),
    kubectl,
  });
  progress.show("planning pages");
  const plan = planSite(loaded.models, { isWanted: kindFilter(options.kinds, loaded) });
  if (plan.kinds.length === 0) throw new CommandError("Cannot build: the schema has no kinds");
  return { plan, loaded, files: await filesOf(world, plan, loaded, options) };
}

/**
 * Selects the versions with a history that is useful to readers, unless one version is requested; the seed format has no
 * history.
 */
function defaultVersions({ versions, from, kubernetesVersion, format }: BuildOptions): readonly string[] {
  if (versions.length > 0 || from !== undefined || kubernetesVersion !== undefined || format === "seed") {
    return versions;
  }
  return ["recent"];
}

async function filesOf(
  world: DocsWorld,
  plan: SitePlan,
  loaded: LoadedModels,
  options: BuildOptions,
): Promise<Iterable<SiteFile> | AsyncIterable<SiteFile>> {
  const typesModuleOf = await typesModules(world, loaded);
  switch (options.format) {
    case "html": {
      const extraPages: ExtraPage[] = [];
      for (const file of options.rules) extraPages.push(...readRulePages((await readDocuments(file)).documents));
      const pages: SourceFile[] = [];
      for (const file of options.pages) pages.push(...await readSourceFiles(file, [".md"]));
      // The code that reads Markdown is loaded only where there is some.
      if (pages.length > 0) extraPages.unshift(...(await import("../guide/read-guide.ts")).readGuide(pages));
      return emitSite(plan, {
        miniSearch: await world.readMiniSearch(),
        typesModuleOf,
        extraPages,
        ...(options.title === undefined ? {} : { title: options.title }),
      });
    }
    case "markdown":
      return emitMarkdownTree(plan, {
        title: options.title,
        frontMatter: options.frontMatter ?? "none",
        typesModuleOf,
      });
    case "seed":
      return emitSeedTree(world, plan.newest, plan.kinds.filter(({ page }) => !page.isRemoved), {
        packageName: options.packageName ?? "@kubeschema/types",
        sourceUrl: options.sourceUrl,
        layout: options.sourceLayout ?? "modules",
        modulePrefix: plan.newest.kubernetesVersion === (await world.openSchemas()).defaultVersion
          ? ""
          : `${plan.newest.kubernetesVersion}/`,
      });
    case "json":
      return emitJsonTree(plan);
  }
}

/** Finds the modules of types: those of the default version have short names, those of others the version in theirs, if
 * they exist. */
async function typesModules(
  world: DocsWorld,
  { models, isBuiltIn }: LoadedModels,
): Promise<(page: Page) => string | undefined> {
  const { defaultVersion } = await world.openSchemas();
  const version = models.at(-1)?.kubernetesVersion ?? defaultVersion;
  const prefix = version === defaultVersion ? "" : `${version}/`;
  if (prefix !== "" && await world.readTypes(`${prefix}v1.ts`) === undefined) return () => undefined;
  return (page) =>
    page.isRemoved || !isBuiltIn({ ...page.gvk, definition: page.definition })
      ? undefined
      : `@kubeschema/types/${prefix}${page.apiVersion}`;
}

function kindFilter(kinds: readonly string[], { models }: LoadedModels): (kind: Kind) => boolean {
  if (kinds.length === 0) return () => true;
  const names = kinds.map((name) => name.toLowerCase());
  for (const name of names) {
    if (models.some((model) => model.kinds.some((kind) => isNamed(kind, name)))) continue;
    throw new UsageError(`--kinds expects kinds of the schema, found "${name}"`);
  }
  return (kind) => names.some((name) => isNamed(kind, name));
}

function isNamed({ kind, plural, group }: Kind, name: string): boolean {
  return kind.toLowerCase() === name || plural === name || `${plural}.${group}` === name;
}

/** The number of skipped parts that are listed. */
const mostListed = 20;

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
    ...skipped.slice(0, mostListed).map(({ severity, place, message }) =>
      `${severity}: ${place === undefined ? "" : `${place}: `}${message}`
    ),
    ...(skipped.length > mostListed ? [`and ${skipped.length - mostListed} more`] : []),
  ];
  // Text from a document may contain anything.
  return `${lines.map(escapeText).join("\n")}\n`;
}
