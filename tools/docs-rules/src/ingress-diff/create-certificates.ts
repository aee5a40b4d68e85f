import "reflect-metadata";
import type { webcrypto } from "node:crypto";
import {
  BasicConstraintsExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from "@peculiar/x509";

/** What a Secret holds, as text, for each of the words in parentheses that an example has in its place. */
export type Certificates = (words: string, neighbour: string | undefined) => string;

interface Made {
  readonly pem: string;
  readonly keyPem: string;
  readonly certificate: X509Certificate;
  readonly keys: webcrypto.CryptoKeyPair;
}

const HOSTS = ["shop.example", "*.shop.example"];
const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

/**
 * Makes the certificates and keys that the examples name. None of them is in the repository or on a page.
 *
 * @returns Looks one up by its words; `(its key)` is the key of the certificate beside it.
 */
export async function createCertificates(): Promise<Certificates> {
  const root = await create({ name: "Root", isAuthority: true });
  const intermediate = await create({ name: "Intermediate", isAuthority: true, issuer: root });
  const made: Readonly<Record<string, Made>> = {
    "(certificate of shop.example and *.shop.example, valid in 2026)": await create({ hosts: HOSTS }),
    "(the same, valid until 2026-05-01)": await create({ hosts: HOSTS, to: "2026-05-01T00:00:00Z" }),
    "(the same, valid until 2026-06-08)": await create({ hosts: HOSTS, to: "2026-06-08T00:00:00Z" }),
    "(the same, valid from 2026-06-02)": await create({ hosts: HOSTS, from: "2026-06-02T00:00:00Z" }),
    "(certificate of other.example)": await create({ hosts: ["other.example"] }),
    "(certificate signed by an intermediate)": await create({ hosts: HOSTS, issuer: intermediate }),
    "(certificate issued by cert-manager.local)": await create({
      hosts: HOSTS,
      issuer: await create({ name: "cert-manager.local", isAuthority: true }),
    }),
    "(another certificate of the same hosts)": await create({ hosts: HOSTS }),
  };
  const others: Readonly<Record<string, string>> = {
    "(text that is no certificate)": "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
    "(another key)": (await create({ hosts: HOSTS })).keyPem,
    "(the intermediate, and its root)": intermediate.pem + root.pem,
  };
  return (words, neighbour) => {
    const found = words === "(its key)" ? made[neighbour ?? ""]?.keyPem ?? "" : made[words]?.pem ?? others[words];
    if (found === undefined) throw new RangeError(`Cannot make "${words}": no such certificate`);
    return found;
  };
}

interface Wish {
  readonly hosts?: readonly string[];
  readonly name?: string;
  readonly from?: string;
  readonly to?: string;
  readonly issuer?: Made;
  readonly isAuthority?: boolean;
}

async function create({ hosts = [], name = hosts[0], from, to, issuer, isAuthority }: Wish): Promise<Made> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const subject = `CN=${name}`;
  const certificate = await X509CertificateGenerator.create({
    subject,
    issuer: issuer?.certificate.subject ?? subject,
    notBefore: new Date(from ?? "2026-01-01T00:00:00Z"),
    notAfter: new Date(to ?? "2027-01-01T00:00:00Z"),
    publicKey: keys.publicKey,
    signingKey: issuer?.keys.privateKey ?? keys.privateKey,
    signingAlgorithm: algorithm,
    extensions: [
      ...(hosts.length === 0
        ? []
        : [new SubjectAlternativeNameExtension(hosts.map((value) => ({ type: "dns", value })))]),
      ...(isAuthority === true ? [new BasicConstraintsExtension(true)] : []),
    ],
  });
  const keyPem = PemConverter.encode(await crypto.subtle.exportKey("pkcs8", keys.privateKey), "PRIVATE KEY");
  return { pem: `${certificate.toString("pem")}\n`, keyPem: `${keyPem}\n`, certificate, keys };
}
