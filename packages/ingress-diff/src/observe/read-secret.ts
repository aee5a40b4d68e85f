import { createPrivateKey, X509Certificate } from "node:crypto";
import type { SecretObject } from "./cluster-view.ts";
import { type JsonObject, objectAt, optional, stringAt } from "./json-value.ts";
import { readIgnoredRules } from "./read-ignored-rules.ts";
import { readMetadata } from "./read-metadata.ts";

/** The type that the API server gives meaning to: it insists on the keys `tls.crt` and `tls.key`. */
const tlsType = "kubernetes.io/tls";

/**
 * Reads a Secret: its name and type, the names of its keys, and the public certificates in `tls.crt` and `ca.crt`.
 *
 * `tls.key` is looked at once, to see whether it belongs to the certificate, and is then dropped. People take secrets
 * out of a snapshot before they hand it on, so an empty or strange `tls.key` in one proves nothing.
 *
 * @throws {TypeError} If the object has no name.
 */
export function readSecret(object: JsonObject, from: "cluster" | "snapshot"): SecretObject {
  const metadata = readMetadata(object, "default");
  const type = stringAt(object, "type") ?? "Opaque";
  const data = objectAt(object, "data");
  const certificate = decode(data, "tls.crt");
  const key = decode(data, "tls.key");
  const common = {
    namespace: metadata.namespace,
    name: metadata.name,
    type,
    ...optional("ignoredRules", readIgnoredRules(metadata.annotations)),
  };
  const isSnapshot = from === "snapshot";
  const isNamed = type === tlsType || certificate !== undefined || key !== undefined;
  if (isSnapshot && isNamed && !isPem(certificate) && !isPem(key)) return { ...common, isRedacted: true };
  const names = Object.keys(data).filter((name) => isSnapshot || data[name] !== "");
  // The server would not have stored it without them.
  if (isSnapshot && type === tlsType) names.push("tls.crt", "tls.key");
  const certificatePem = certificate === undefined ? undefined : certificatesIn(certificate);
  const caPem = certificatesIn(decode(data, "ca.crt") ?? "");
  return {
    ...common,
    keysPresent: [...new Set(names)].sort(),
    ...optional("certificatePem", certificatePem),
    ...optional("caPem", caPem === "" ? undefined : caPem),
    ...optional(
      "keyMatchesCertificate",
      isSnapshot && !isPem(key) ? undefined : isKeyOf(certificatePem, key),
    ),
  };
}

/** The text of a key; `""` if it is not Base64. */
function decode(data: JsonObject, name: string): string | undefined {
  const base64 = stringAt(data, name);
  if (base64 === undefined) return undefined;
  try {
    return atob(base64.replace(/\s/g, ""));
  } catch {
    return "";
  }
}

function isPem(text: string | undefined): text is string {
  return text?.includes("-----BEGIN ") === true;
}

/** Some people put certificate and key into one file: only the certificates are kept. */
function certificatesIn(text: string): string {
  return (text.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? []).join("\n");
}

function isKeyOf(certificatePem: string | undefined, keyText: string | undefined): boolean | undefined {
  if (certificatePem === undefined || keyText === undefined || keyText === "") return undefined;
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(certificatePem);
  } catch {
    return undefined;
  }
  // OpenSSL writes the parameters of a curve as a block of their own before the key. One with headers is encrypted.
  const [block] = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----[^-]*-----END (?:[A-Z]+ )*PRIVATE KEY-----/.exec(keyText) ??
    [];
  if (block === undefined) return false;
  try {
    return certificate.checkPrivateKey(createPrivateKey(block));
  } catch {
    // An encrypted key is none to a controller: nobody gives it the passphrase.
    return false;
  }
}
