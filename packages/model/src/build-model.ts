import { compareKinds } from "./compare-kinds.ts";
import { compareText } from "./compare-text.ts";
import type { Resource } from "./openapi/read-resources.ts";
import type { Definition, Kind, SchemaModel } from "./schema-model.ts";

/** Makes a model from definitions: sorts them and finds the kinds among them. */
export function buildModel(
  head: Pick<SchemaModel, "kubernetesVersion" | "source">,
  definitions: readonly Definition[],
  resources: ReadonlyMap<string, Resource>,
): SchemaModel {
  const sorted = [...definitions].sort((a, b) => compareText(a.name, b.name));
  const kinds = sorted.flatMap(({ name, gvks }): Kind[] => {
    // Several kinds on one definition mean a carrier such as DeleteOptions, which every group registers.
    const [gvk, ...others] = gvks;
    if (!gvk || others.length > 0) return [];
    return [{ ...gvk, definition: name, ...resources.get(`${gvk.group}/${gvk.version}/${gvk.kind}`) }];
  });
  return {
    ...head,
    definitions: Object.fromEntries(sorted.map((definition) => [definition.name, definition])),
    kinds: kinds.sort(compareKinds),
  };
}
