import "reflect-metadata";
import type { webcrypto } from "node:crypto";
import {
  AuthorityInfoAccessExtension,
  BasicConstraintsExtension,
  type Extension,
  PemConverter,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from "@peculiar/x509";
import type { PemPair } from "./certificate-set.ts";

/** A certificate that can sign others. */
export interface Certificate extends PemPair {
  readonly certificate: X509Certificate;
  readonly keys: webcrypto.CryptoKeyPair;
}

/** Options of a certificate; valid for the year 2026 by default. */
export interface CertificateOptions {
  readonly hosts?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  /** Default: the first host. */
  readonly commonName?: string;
  /** The signer. Default: itself. */
  readonly issuer?: Certificate;
  readonly isAuthority?: boolean;
  /** The URL that it gives for its issuer's certificate. */
  readonly issuerUrl?: string;
}

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

/** Makes a certificate and its key, which live as long as the test that made them. */
export async function createCertificate(options: CertificateOptions): Promise<Certificate> {
  const { hosts = [], issuer } = options;
  const keys = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const subject = `CN=${options.commonName ?? hosts[0]}`;
  const extensions: Extension[] = [];
  if (hosts.length > 0) {
    extensions.push(new SubjectAlternativeNameExtension(hosts.map((value) => ({ type: "dns", value }))));
  }
  if (options.isAuthority === true) extensions.push(new BasicConstraintsExtension(true));
  if (options.issuerUrl !== undefined) {
    extensions.push(new AuthorityInfoAccessExtension({ caIssuers: options.issuerUrl }));
  }
  const certificate = await X509CertificateGenerator.create({
    subject,
    issuer: issuer?.certificate.subject ?? subject,
    notBefore: new Date(options.from ?? "2026-01-01T00:00:00Z"),
    notAfter: new Date(options.to ?? "2027-01-01T00:00:00Z"),
    publicKey: keys.publicKey,
    signingKey: issuer?.keys.privateKey ?? keys.privateKey,
    signingAlgorithm: algorithm,
    extensions,
  });
  const keyPem = PemConverter.encode(await crypto.subtle.exportKey("pkcs8", keys.privateKey), "PRIVATE KEY");
  return { pem: `${certificate.toString("pem")}\n`, keyPem: `${keyPem}\n`, certificate, keys };
}

/** Makes a self-signed certificate as PEM; its key is dropped. The common name is the first host. */
export async function createCertificatePem(
  hosts: readonly string[],
  validity: { readonly from?: string; readonly to?: string; readonly commonName?: string } = {},
): Promise<string> {
  return (await createCertificate({ hosts, ...validity })).pem;
}
