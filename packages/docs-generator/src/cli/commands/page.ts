import { type Call, exitCode } from "@kubeschema/command-kit";
import { firstSentence } from "../../prose/first-sentence.ts";
import { buildExample } from "../../example/build-example.ts";
import { emitYaml } from "../../example/emit-yaml.ts";
import { emitStandalonePage } from "../../html/standalone-page.ts";
import { toJsonText } from "../../json/to-json-text.ts";
import { emitFrontMatter } from "../../markdown/front-matter.ts";
import { emitMarkdownPage } from "../../markdown/emit-markdown-page.ts";
import { buildPage } from "../../page/build-page.ts";
import { findKind } from "../../page/find-kind.ts";
import { emitSeedPage } from "../../seed/emit-seed-page.ts";
import { findOrRefuse } from "../find-or-refuse.ts";
import { selectVersion } from "../select-versions.ts";
import { findSeedSource } from "../seed-source.ts";
import type { DocsWorld } from "../world.ts";
import type { PageCommandOptions } from "./page-command.ts";

/** Prints the page of one kind in the requested format. */
export async function runPage(options: PageCommandOptions, { world, operands }: Call<DocsWorld>): Promise<number> {
  world.stdout.write(await formatPage(options, operands[0] ?? "", world));
  return exitCode.ok;
}

async function formatPage(options: PageCommandOptions, name: string, world: DocsWorld): Promise<string> {
  const schemas = await world.openSchemas();
  const model = await schemas.read(selectVersion(schemas, options.kubernetesVersion));
  const kind = findOrRefuse(() => findKind(model, name, options.apiVersion));
  const page = buildPage(model, kind);
  // The types of the default version have the short name; those of another version are only named if they exist.
  const isDefault = model.kubernetesVersion === schemas.defaultVersion;
  const typesModule = isDefault ? page.apiVersion : `${model.kubernetesVersion}/${page.apiVersion}`;
  const modulePath = `${typesModule}.ts`;
  const hasTypes = isDefault || await world.readTypes(modulePath) !== undefined;
  const types = hasTypes ? { typesModule: `${typesPackage}/${typesModule}` } : {};
  switch (options.format) {
    case "html":
      return emitStandalonePage(page, { ...types, example: emitYaml(buildExample(model, kind)) });
    case "json":
      return toJsonText(page, 2);
    case "seed":
      return emitSeedPage(page, {
        packageName: options.packageName ?? typesPackage,
        source: await findSeedSource(world, model, page, {
          modulePath,
          layout: options.sourceLayout ?? "modules",
          url: options.sourceUrl,
        }),
      });
    case "markdown": {
      const title = `${page.gvk.kind} ${page.apiVersion}`;
      const description = firstSentence((page.description ?? "").slice(0, 1000));
      return emitFrontMatter(options.frontMatter ?? "none", { title, description }) + emitMarkdownPage(page, types);
    }
  }
}

const typesPackage = "@kubeschema/types";
