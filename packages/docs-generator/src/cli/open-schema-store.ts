import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { CommandError, describeIoError } from "@kubeschema/command-kit";
import type { SchemaModel } from "@kubeschema/model";
import type { SchemaStore } from "./schema-store.ts";

/**
 * Opens the folder of schemas that ships with the package: `index.json`, and one compressed model per version.
 *
 * @param folder Ends with `/`.
 * @throws {Error} If the folder has no index; `cause` says why.
 */
export async function openSchemaStore(folder: URL): Promise<SchemaStore> {
  const index = toIndex(await readJson(new URL("index.json", folder)));
  return {
    defaultVersion: index.default,
    versions: index.versions,
    async read(version) {
      // Written by our own generator from a model, and shipped with this very version of the package.
      return await readJson(new URL(`${version}.json.gz`, folder)) as SchemaModel;
    },
  };
}

async function readJson(file: URL): Promise<unknown> {
  try {
    const bytes = await readFile(file);
    const text = file.pathname.endsWith(".gz") ? await promisify(gunzip)(bytes) : bytes;
    return JSON.parse(text.toString("utf8"));
  } catch (cause) {
    throw new CommandError(`Cannot read the built-in schemas: ${describeIoError(cause)}`, {
      cause,
      hint: "install the package again, or run npm run generate in a checkout",
    });
  }
}

function toIndex(value: unknown): { default: string; versions: readonly string[] } {
  if (typeof value === "object" && value !== null && "default" in value && "versions" in value) {
    const { default: defaultVersion, versions } = value;
    if (typeof defaultVersion === "string" && Array.isArray(versions)) {
      return { default: defaultVersion, versions: versions.map(String) };
    }
  }
  throw new Error("Cannot read the built-in schemas: index.json has no default or no versions");
}
