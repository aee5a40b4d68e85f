import "reflect-metadata";
import * as x509 from "@peculiar/x509";

/** Makes a request for a client certificate, as the API expects it: PEM in base64. Its key is thrown away. */
export async function createCertificateRequest(commonName: string): Promise<string> {
  const signingAlgorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const keys = await crypto.subtle.generateKey(signingAlgorithm, true, ["sign", "verify"]);
  const request = await x509.Pkcs10CertificateRequestGenerator.create({
    name: `CN=${commonName}`,
    keys,
    signingAlgorithm,
  });
  return btoa(request.toString("pem"));
}
