import { X509Certificate } from "node:crypto";
import type { SecretObject } from "../../observe/cluster-view.ts";
import { type ChainGap, findChainGap } from "./certificate-chain.ts";

/** What is known about the certificate that a Secret would serve: the first one in `tls.crt`. */
export type CertificateFacts =
  | {
    readonly state: "readable";
    readonly notBeforeMs: number;
    readonly notAfterMs: number;
    readonly dnsNames: readonly string[];
    /** cert-manager's placeholder until the real one is issued. */
    readonly isTemporary: boolean;
    /** Absent if clients that know the roots can follow the chain, or nothing tells that they cannot. */
    readonly chainGap?: ChainGap;
  }
  | { readonly state: "unreadable"; readonly reason: string }
  /** The contents were not read, or were taken out of the snapshot. */
  | { readonly state: "unknown"; readonly reason: string }
  /** The Secret holds no `tls.crt`. */
  | { readonly state: "absent" };

/** Parses one PEM block; `undefined` if it is not a certificate. */
export type ParseCertificate = (pem: string) => X509Certificate | undefined;

/** Most bundles hold two or three; a file of thousands is not worth the time. */
const certificateLimit = 16;

/** Makes a parser that parses each block once: intermediates are in thousands of Secrets. */
export function createCertificateParser(): ParseCertificate {
  const known = new Map<string, X509Certificate | undefined>();
  return (pem) => {
    if (!known.has(pem)) known.set(pem, parse(pem));
    return known.get(pem);
  };
}

/** Reads the facts of a Secret's certificate. The common name is not one: clients have not looked at it for years. */
export function readCertificateFacts(secret: SecretObject, parseCertificate: ParseCertificate): CertificateFacts {
  if (secret.isRedacted === true) {
    return { state: "unknown", reason: "the snapshot holds neither the certificate nor the key" };
  }
  if (secret.type === "") {
    return { state: "unknown", reason: "it is of another type than kubernetes.io/tls, and too many such are named" };
  }
  if (secret.certificatePem === undefined) return { state: "absent" };
  try {
    return readFacts(secret.certificatePem, secret.caPem ?? "", parseCertificate);
  } catch {
    // OpenSSL reads some parts only when they are needed.
    return { state: "unreadable", reason: "holds a certificate in tls.crt of which a part cannot be read" };
  }
}

function readFacts(pem: string, caPem: string, parseCertificate: ParseCertificate): CertificateFacts {
  const [leafPem, ...others] = splitBlocks(pem);
  if (leafPem === undefined) return { state: "unreadable", reason: "holds no PEM certificate in tls.crt" };
  const leaf = parseCertificate(leafPem);
  if (leaf === undefined) {
    return { state: "unreadable", reason: "holds no certificate that can be read in tls.crt" };
  }
  const notBeforeMs = Date.parse(leaf.validFrom);
  const notAfterMs = Date.parse(leaf.validTo);
  if (Number.isNaN(notBeforeMs) || Number.isNaN(notAfterMs)) {
    return { state: "unreadable", reason: "holds a certificate in tls.crt whose validity cannot be read" };
  }
  const parseAll = (blocks: readonly string[]): readonly X509Certificate[] =>
    blocks.slice(0, certificateLimit).map(parseCertificate).filter((certificate) => certificate !== undefined);
  const chainGap = findChainGap([leaf, ...parseAll(others)], () => parseAll(splitBlocks(caPem)));
  return {
    state: "readable",
    notBeforeMs,
    notAfterMs,
    dnsNames: parseDnsNames(leaf.subjectAltName ?? ""),
    isTemporary: isTemporary(leaf),
    ...(chainGap === undefined ? {} : { chainGap }),
  };
}

function splitBlocks(pem: string): readonly string[] {
  return pem.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
}

function parse(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}

/**
 * cert-manager signs its placeholder with a throw-away authority of this name. A certificate that is self-signed for
 * another reason is not one.
 *
 * @see {@link https://github.com/cert-manager/cert-manager/blob/master/pkg/util/pki/temporarycertificate.go}
 */
function isTemporary({ issuer }: X509Certificate): boolean {
  return issuer.split("\n").includes("CN=cert-manager.local");
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
