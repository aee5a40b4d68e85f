import { cannotRead, CommandError, reasonOf, type World } from "@kubeschema/command-kit";
import { readManifest } from "@kubeschema/manifest-reader";
import { objectsOf } from "../check/objects-of.ts";
import { isJsonObject } from "../../values/json-object.ts";
import { findSources, type Source } from "../input/find-sources.ts";
import { readFileText, readPipeText, readStreamText } from "../input/read-source.ts";
import { createCrdIndex } from "./crd-index.ts";
import { readClusterCrds } from "./read-cluster-crds.ts";

/** What `--crds` can name besides files. */
const cluster = "cluster";

/**
 * Reads the CustomResourceDefinitions that `--crds` names: files, folders, `-` for stdin, `cluster` for those of the
 * cluster that kubectl is set to. Documents of other kinds are skipped.
 *
 * @throws {CommandError} If something cannot be read, contains no definition, or contains one that cannot be used.
 */
export async function loadCrds(places: readonly string[], world: World): Promise<readonly unknown[]> {
  const definitions: unknown[] = [];
  for (const place of places) {
    const found = place === cluster ? await readClusterCrds(world) : await readFiles(place, world);
    if (found.length === 0) throw new CommandError(`There is no CustomResourceDefinition in ${name(place)}`);
    try {
      await createCrdIndex(found);
    } catch (error) {
      // The error of a definition says what is wrong with it.
      const hint = "kubectl apply --dry-run=server, which says what else is wrong with it";
      throw new CommandError(`${reasonOf(error)} (in ${name(place)})`, { hint, cause: error });
    }
    definitions.push(...found);
  }
  return definitions;
}

async function readFiles(place: string, world: World): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for (const source of findSources([place], () => false)) {
    const text = await readText(source, world);
    for (const document of readManifest(text)) {
      if (document.problem !== undefined) {
        const { line, column } = document.start();
        throw cannotRead(`${source.path}:${line}:${column}`, document.problem);
      }
      if (isJsonObject(document.value)) found.push(...crdsIn(document.value));
    }
  }
  return found;
}

function crdsIn(value: Parameters<typeof objectsOf>[0]): readonly unknown[] {
  const objects = objectsOf(value);
  return "message" in objects ? [] : objects.map((object) => object.value).filter(isDefinition);
}

/** Of any version: old ones, which cannot be used, must be reported rather than skipped. */
function isDefinition({ apiVersion, kind }: Readonly<Record<string, unknown>>): boolean {
  return kind === "CustomResourceDefinition" && String(apiVersion).startsWith("apiextensions.k8s.io/");
}

async function readText(source: Source, { stdin }: Pick<World, "stdin">): Promise<string> {
  if (source.type === "problem") throw cannotRead(source.path, source.problem);
  try {
    if (source.type === "stdin") return await readStreamText(stdin);
    return source.type === "file" ? readFileText(source.path) : await readPipeText(source.path);
  } catch (error) {
    throw cannotRead(source.path, error);
  }
}

function name(place: string): string {
  return place === cluster ? "the cluster" : place === "-" ? "stdin" : JSON.stringify(place);
}
