import "reflect-metadata";
import { SubjectAlternativeNameExtension, X509CertificateGenerator } from "@peculiar/x509";

/** Makes a self-signed certificate as PEM; its key is dropped. The common name is the first host. */
export async function createCertificatePem(
  hosts: readonly string[],
  validity: { readonly from?: string; readonly to?: string; readonly commonName?: string } = {},
): Promise<string> {
  const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const keys = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: `CN=${validity.commonName ?? hosts[0]}`,
    notBefore: new Date(validity.from ?? "2026-01-01T00:00:00Z"),
    notAfter: new Date(validity.to ?? "2027-01-01T00:00:00Z"),
    keys,
    signingAlgorithm: algorithm,
    extensions: hosts.length === 0
      ? []
      : [new SubjectAlternativeNameExtension(hosts.map((value) => ({ type: "dns", value })))],
  });
  return `${certificate.toString("pem")}\n`;
}
