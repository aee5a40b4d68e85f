import { firstSentence } from "../prose/first-sentence.ts";
import { buildExample } from "../example/build-example.ts";
import { emitYaml } from "../example/emit-yaml.ts";
import { emitStandalonePage } from "../html/standalone-page.ts";
import { toJsonText } from "../json/to-json-text.ts";
import { emitFrontMatter, type FrontMatter } from "../markdown/front-matter.ts";
import { emitMarkdownPage } from "../markdown/emit-markdown-page.ts";
import { buildPage } from "../page/build-page.ts";
import { findKind } from "../page/find-kind.ts";
import { emitSeedPage } from "../seed/emit-seed-page.ts";
import { checkFrontMatter } from "./build-command.ts";
import { selectVersion } from "./load-models.ts";
import type { Options } from "./parse-options.ts";
import { checkSeedOptions } from "./seed-options.ts";
import { findSeedSource } from "./seed-source.ts";
import { UsageError } from "./usage-error.ts";
import type { World } from "./world.ts";

const FORMATS: readonly string[] = ["markdown", "html", "json", "seed"];

/** Makes the page of one kind in the format asked for. */
export async function runPage(world: World, name: string, options: Options): Promise<string> {
  const format = options.format ?? "markdown";
  if (!FORMATS.includes(format)) {
    throw new UsageError(`Cannot print format "${format}": expected markdown, html, json or seed`);
  }
  checkSeedOptions(format, options);
  const frontMatter: FrontMatter = checkFrontMatter(options.frontMatter, format);
  const schemas = await world.openSchemas();
  const model = await schemas.read(selectVersion(schemas, options.kubernetesVersion));
  const kind = findKind(model, name, options.apiVersion);
  const page = buildPage(model, kind);
  // The types of the default version have the short name; whether those of another exist shows only if they are there.
  const isDefault = model.kubernetesVersion === schemas.defaultVersion;
  const typesModule = isDefault ? page.apiVersion : `${model.kubernetesVersion}/${page.apiVersion}`;
  const modulePath = `${typesModule}.ts`;
  const hasTypes = isDefault || await world.readTypes(modulePath) !== undefined;
  const types = hasTypes ? { typesModule: `${TYPES_PACKAGE}/${typesModule}` } : {};
  switch (format) {
    case "html":
      return emitStandalonePage(page, { ...types, example: emitYaml(buildExample(model, kind)) });
    case "json":
      return toJsonText(page, 2);
    case "seed":
      return emitSeedPage(page, {
        packageName: options.packageName ?? TYPES_PACKAGE,
        source: await findSeedSource(world, model, page, {
          modulePath,
          layout: options.sourceLayout === "kinds" ? "kinds" : "modules",
          url: options.sourceUrl,
        }),
      });
    default: {
      const title = `${page.gvk.kind} ${page.apiVersion}`;
      const description = firstSentence((page.description ?? "").slice(0, 1000));
      return emitFrontMatter(frontMatter, { title, description }) + emitMarkdownPage(page, types);
    }
  }
}

const TYPES_PACKAGE = "@kubeschema/types";
