import type { SchemaModel } from "@kubeschema/model";
import { emitMarkdownPage } from "../markdown/emit-markdown-page.ts";
import { buildPage } from "../page/build-page.ts";
import { findKind } from "../page/find-kind.ts";
import type { SchemaStore } from "./schema-store.ts";
import { emitSeedPage } from "../seed/emit-seed-page.ts";
import { findSeedSource } from "./seed-source.ts";
import { UsageError } from "./usage-error.ts";
import type { World } from "./world.ts";

/** The options of `page`, as given. */
export interface PageCommand {
  readonly kind: string;
  readonly apiVersion: string | undefined;
  readonly kubernetesVersion: string | undefined;
  readonly format: string;
  readonly packageName: string | undefined;
  readonly sourceUrl: string | undefined;
  readonly sourceLayout: string | undefined;
}

/** Makes the page of one kind in the format asked for. */
export async function runPage(world: World, command: PageCommand): Promise<string> {
  const { format } = command;
  if (format !== "markdown" && format !== "seed") {
    throw new UsageError(`Cannot print format "${format}": expected markdown or seed`);
  }
  checkSeedOptions(command);
  const schemas = await world.openSchemas();
  const model = await readSchema(schemas, command.kubernetesVersion);
  const page = buildPage(model, findKind(model, command.kind, command.apiVersion));
  // The types of the default version have the short name; whether those of another exist shows only if they are there.
  const isDefault = model.kubernetesVersion === schemas.defaultVersion;
  const typesModule = isDefault ? page.apiVersion : `${model.kubernetesVersion}/${page.apiVersion}`;
  const modulePath = `${typesModule}.ts`;
  if (format === "markdown") {
    const hasTypes = isDefault || await world.readTypes(modulePath) !== undefined;
    return emitMarkdownPage(page, hasTypes ? { typesModule: `${TYPES_PACKAGE}/${typesModule}` } : {});
  }
  return emitSeedPage(page, {
    packageName: command.packageName ?? TYPES_PACKAGE,
    source: await findSeedSource(world, model, page, {
      modulePath,
      layout: command.sourceLayout === "kinds" ? "kinds" : "modules",
      url: command.sourceUrl,
    }),
  });
}

const TYPES_PACKAGE = "@kubeschema/types";

async function readSchema(schemas: SchemaStore, asked: string | undefined): Promise<SchemaModel> {
  // A patch release has its minor release's schema.
  const version = asked === undefined ? schemas.defaultVersion : asked.replace(/^v?(\d+\.\d+)(?:\.\d+)?$/, "v$1");
  if (schemas.versions.includes(version)) return await schemas.read(version);
  throw new RangeError(`Cannot read Kubernetes "${asked ?? version}": there are ${schemas.versions.join(", ")}`);
}

function checkSeedOptions({ format, packageName, sourceUrl, sourceLayout }: PageCommand): void {
  if (sourceLayout !== undefined && sourceLayout !== "modules" && sourceLayout !== "kinds") {
    throw new UsageError(`Cannot use source layout "${sourceLayout}": expected modules or kinds`);
  }
  if (format === "seed") return;
  const given = Object.entries({ packageName, sourceUrl, sourceLayout }).find(([, value]) => value !== undefined);
  if (!given) return;
  const option = given[0].replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new UsageError(`Cannot use --${option} with --format ${format}. Try: --format seed`);
}
