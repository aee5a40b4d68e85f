import type { IngressClassObject, ObjectReference } from "./cluster-view.ts";
import { isJsonObject, type JsonObject, objectAt, optional, stringAt } from "./json-value.ts";
import { readMetadata } from "./read-metadata.ts";

/**
 * Reads an IngressClass. Only the exact text `true` makes it the default, as in the admission plug-in.
 *
 * @throws {TypeError} If the object has no name.
 */
export function readIngressClass(object: JsonObject): IngressClassObject {
  const metadata = readMetadata(object, "");
  const spec = objectAt(object, "spec");
  return {
    name: metadata.name,
    controller: stringAt(spec, "controller") ?? "",
    isDefault: metadata.annotations["ingressclass.kubernetes.io/is-default-class"] === "true",
    ...optional("createdAt", metadata.createdAt),
    ...optional("parameters", isJsonObject(spec.parameters) ? readParameters(spec.parameters) : undefined),
  };
}

function readParameters(parameters: JsonObject): ObjectReference | undefined {
  const kind = stringAt(parameters, "kind");
  const name = stringAt(parameters, "name");
  if (kind === undefined || name === undefined) return undefined;
  // The scope is "Cluster" if it is not said; then a namespace means nothing.
  const namespace = parameters.scope === "Namespace" ? stringAt(parameters, "namespace") ?? "" : "";
  return { apiGroup: stringAt(parameters, "apiGroup") ?? "", kind, namespace, name };
}
