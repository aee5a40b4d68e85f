import "reflect-metadata";
import * as x509 from "@peculiar/x509";

/** What a certificate is to say. */
export interface CertificateOptions {
  /** DNS names, `*.example.com` included. */
  readonly hosts: readonly string[];
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Common name of an authority that signs it, and that nobody has; itself if not given. */
  readonly issuerName?: string;
}

/** A certificate with its key, as PEM. */
export interface Certificate {
  readonly certificatePem: string;
  readonly keyPem: string;
}

/** Makes a certificate, self-signed unless told otherwise. Keys live as long as the test that made them. */
export async function createCertificate(options: CertificateOptions): Promise<Certificate> {
  const { hosts, notBefore, notAfter, issuerName } = options;
  const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const keys = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const issuerKeys = issuerName === undefined
    ? keys
    : await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const certificate = await x509.X509CertificateGenerator.create({
    subject: `CN=${hosts[0]}`,
    issuer: `CN=${issuerName ?? hosts[0]}`,
    notBefore,
    notAfter,
    publicKey: keys.publicKey,
    signingKey: issuerKeys.privateKey,
    signingAlgorithm: algorithm,
    extensions: [new x509.SubjectAlternativeNameExtension(hosts.map((value) => ({ type: "dns", value })))],
  });
  const key = await crypto.subtle.exportKey("pkcs8", keys.privateKey);
  return { certificatePem: certificate.toString("pem"), keyPem: x509.PemConverter.encode(key, "PRIVATE KEY") };
}
