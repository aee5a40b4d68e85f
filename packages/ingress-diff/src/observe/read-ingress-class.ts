import type { IngressClassObject } from "./cluster-view.ts";
import { type JsonObject, objectAt, stringAt } from "./json-value.ts";
import { readMetadata } from "./read-metadata.ts";

/**
 * Reads an IngressClass. Only the exact text `true` makes it the default, as in the admission plug-in.
 *
 * @throws {TypeError} If the object has no name.
 */
export function readIngressClass(object: JsonObject): IngressClassObject {
  const metadata = readMetadata(object, "");
  return {
    name: metadata.name,
    controller: stringAt(objectAt(object, "spec"), "controller") ?? "",
    isDefault: metadata.annotations["ingressclass.kubernetes.io/is-default-class"] === "true",
  };
}
