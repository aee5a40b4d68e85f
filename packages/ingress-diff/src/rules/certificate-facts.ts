import { X509Certificate } from "node:crypto";
import type { SecretObject } from "../observe/cluster-view.ts";

/** What is known about the certificate that a Secret would serve: the first one in `tls.crt`. */
export type CertificateFacts =
  | { readonly state: "readable"; readonly notAfterMs: number; readonly dnsNames: readonly string[] }
  | { readonly state: "unreadable"; readonly reason: string };

/** Reads the facts of a Secret's certificate. The common name is not one: clients have not looked at it for years. */
export function readCertificateFacts(secret: SecretObject): CertificateFacts {
  const pem = secret.certificatePem;
  if (pem === undefined) return { state: "unreadable", reason: describeAbsence(secret.type) };
  if (pem === "") return { state: "unreadable", reason: "tls.crt holds no PEM certificate" };
  try {
    const certificate = new X509Certificate(pem);
    const notAfterMs = Date.parse(certificate.validTo);
    if (Number.isNaN(notAfterMs)) return { state: "unreadable", reason: "its end of validity cannot be read" };
    return { state: "readable", notAfterMs, dnsNames: parseDnsNames(certificate.subjectAltName ?? "") };
  } catch {
    return { state: "unreadable", reason: "tls.crt does not hold a certificate that can be read" };
  }
}

function describeAbsence(type: string): string {
  if (type === "") return "it is of another type than kubernetes.io/tls, and too many such Secrets are named";
  return type === "kubernetes.io/tls" ? "tls.crt is not in it" : `tls.crt was not found in it, its type is "${type}"`;
}

/** Names from Node's text form: `DNS:a.example, IP Address:10.0.0.1`; names with odd characters are quoted as JSON. */
function parseDnsNames(subjectAltName: string): readonly string[] {
  const names: string[] = [];
  for (const [, quoted, plain] of subjectAltName.matchAll(/(?:^|, )DNS:(?:("(?:[^"\\]|\\.)*")|([^,"]*))/g)) {
    const name = quoted === undefined ? plain : unquote(quoted);
    if (name !== undefined && name !== "") names.push(name);
  }
  return names;
}

function unquote(text: string): string | undefined {
  try {
    return String(JSON.parse(text));
  } catch {
    return undefined;
  }
}
