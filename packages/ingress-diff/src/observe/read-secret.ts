import type { SecretObject } from "./cluster-view.ts";
import { type JsonObject, objectAt, optional, stringAt } from "./json-value.ts";
import { readIgnoredRules } from "./read-ignored-rules.ts";
import { readMetadata } from "./read-metadata.ts";

/**
 * Reads a Secret: its name, type and the public certificates in `tls.crt`. No other key is looked at.
 *
 * @throws {TypeError} If the object has no name.
 */
export function readSecret(object: JsonObject): SecretObject {
  const metadata = readMetadata(object, "default");
  const encoded = stringAt(objectAt(object, "data"), "tls.crt");
  return {
    namespace: metadata.namespace,
    name: metadata.name,
    type: stringAt(object, "type") ?? "Opaque",
    ...optional("certificatePem", encoded === undefined ? undefined : publicText(encoded)),
    ...optional("ignoredRules", readIgnoredRules(metadata.annotations)),
  };
}

function publicText(base64: string): string {
  // Some people put certificate and key into one file: only the certificates are kept.
  let text: string;
  try {
    text = atob(base64.replace(/\s/g, ""));
  } catch {
    return "";
  }
  return (text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? []).join("\n");
}
