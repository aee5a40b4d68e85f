import type { ServiceObject } from "./cluster-view.ts";
import { type JsonObject, objectAt, objectsAt, optional, stringAt } from "./json-value.ts";
import { readIgnoredRules } from "./read-ignored-rules.ts";
import { readMetadata } from "./read-metadata.ts";

/**
 * Reads a Service.
 *
 * @throws {TypeError} If the object has no name.
 */
export function readService(object: JsonObject): ServiceObject {
  const metadata = readMetadata(object, "default");
  const spec = objectAt(object, "spec");
  const selector: Record<string, string> = {};
  for (const [key, value] of Object.entries(objectAt(spec, "selector"))) selector[key] = String(value);
  return {
    namespace: metadata.namespace,
    name: metadata.name,
    ...optional("uid", metadata.uid),
    isExternalName: spec.type === "ExternalName",
    ...optional("externalName", spec.type === "ExternalName" ? stringAt(spec, "externalName") : undefined),
    selector,
    ports: objectsAt(spec, "ports").flatMap((port) =>
      typeof port.port === "number"
        ? [{ name: stringAt(port, "name") ?? "", port: port.port, protocol: stringAt(port, "protocol") ?? "TCP" }]
        : []
    ),
    ...optional("ignoredRules", readIgnoredRules(metadata.annotations)),
  };
}
