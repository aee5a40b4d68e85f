import { emitTypes, fileHeader, type OutputFile } from "@kubeschema/codegen";
import type { SchemaModel } from "@kubeschema/model";
import { referencePages } from "./reference-page.ts";

/**
 * Emits types of several versions: the first at the top, each other one in a folder `v1.33/` with an index `v1.33.ts`.
 */
export function emitVersionedTypes([first, ...others]: readonly SchemaModel[]): readonly OutputFile[] {
  return [...(first ? emitTypes(first, { reference: referencePages(first) }) : []), ...others.flatMap(emitVersion)];
}

function emitVersion(model: SchemaModel): readonly OutputFile[] {
  const { kubernetesVersion: version } = model;
  const index = [
    ...fileHeader(model),
    `export type { AnyObject, ObjectOf, ObjectsByApiVersion } from "./${version}/objects.ts";`,
  ];
  const files = emitTypes(model, { runtime: "../../object.ts", reference: referencePages(model) });
  return [
    ...files.map(({ path, text }) => ({ path: `${version}/${path}`, text })),
    { path: `${version}.ts`, text: `${index.join("\n")}\n` },
  ];
}
