import "reflect-metadata";
import * as x509 from "@peculiar/x509";
import type { TlsData } from "./cluster-objects.ts";

/** Makes a self-signed certificate for a host that is valid for a year. */
export async function createCertificate(host: string): Promise<TlsData> {
  const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const keys = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const now = Date.now();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${host}`,
    notBefore: new Date(now - 86_400_000),
    notAfter: new Date(now + 365 * 86_400_000),
    keys,
    signingAlgorithm: algorithm,
    extensions: [new x509.SubjectAlternativeNameExtension([{ type: "dns", value: host }])],
  });
  const key = await crypto.subtle.exportKey("pkcs8", keys.privateKey);
  return { crt: btoa(certificate.toString("pem")), key: btoa(x509.PemConverter.encode(key, "PRIVATE KEY")) };
}
