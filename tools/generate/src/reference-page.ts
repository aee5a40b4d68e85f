import { formatApiVersion, type SchemaModel } from "@kubeschema/model";

const metaPrefix = "io.k8s.apimachinery.pkg.apis.meta.v1.";

/**
 * Makes the address of a definition in the reference that kubernetes.io publishes for each release:
 * `#ingressspec-v1-networking-k8s-io`, `#pod-v1-core`, `#objectmeta-v1-meta`.
 *
 * @see {@link https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.36/}
 * @returns A function that returns `undefined` for what that reference does not list.
 */
export function referencePages(model: SchemaModel): (definition: string) => string | undefined {
  const page = `https://kubernetes.io/docs/reference/generated/kubernetes-api/${model.kubernetesVersion}/`;
  const packageOf = (definition: string): string => definition.slice(0, definition.lastIndexOf("."));
  const groups = new Map(
    model.kinds.filter(({ definition }) => !definition.startsWith(metaPrefix)).map((kind) => {
      const [version, group = "core"] = formatApiVersion(kind).split("/").reverse();
      return [packageOf(kind.definition), `${version}-${group.replaceAll(".", "-")}`];
    }),
  );
  return (definition) => {
    const group = definition.startsWith(metaPrefix) ? "v1-meta" : groups.get(packageOf(definition));
    const name = definition.slice(definition.lastIndexOf(".") + 1).toLowerCase();
    return group === undefined ? undefined : `${page}#${name}-${group}`;
  };
}
