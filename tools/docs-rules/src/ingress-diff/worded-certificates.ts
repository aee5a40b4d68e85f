import type { CertificateSet, KubeObject, PemPair } from "@kubeschema-tools/clusters";

const key = "(its key)";
const worded = (pem: string, keyPem: string = key): PemPair => ({ pem, keyPem });

/** Words that replace certificates and keys: none of these is on a page, and each is made again every time. */
export const wordedCertificates: CertificateSet = {
  good: worded("(certificate of shop.example and *.shop.example, valid until 2026-07-31)"),
  listing: worded("(certificate that lists each host of shop.example)"),
  signed: worded("(certificate of the same hosts, signed by an authority)"),
  renewed: worded("(another certificate of the same hosts)"),
  expired: worded("(the same, valid until 2026-05-31)"),
  ending: worded("(the same, valid until 2026-06-07)"),
  early: worded("(the same, valid from 2026-06-03)"),
  temporary: worded("(certificate of the same hosts, issued by cert-manager.local)"),
  other: worded("(certificate of other.invalid)"),
  mismatched: worded("(certificate of shop.example and *.shop.example)", "(another key)"),
  unlinked: worded("(certificate signed by an intermediate, and one that did not sign it)"),
  leaf: worded("(certificate signed by an intermediate)"),
  authoritiesPem: "(the intermediate, and its root)",
};

/** Shows the data of a Secret as text. */
export function withTexts(object: KubeObject): KubeObject {
  return withData(object, (_, text) => atob(text));
}

/** Replaces the words with the certificates and keys that they stand for. */
export function withCertificates(object: KubeObject, certificates: CertificateSet): KubeObject {
  const { authoritiesPem, ...pairs } = wordedCertificates;
  const { authoritiesPem: realAuthoritiesPem, ...realPairs } = certificates;
  const reals = Object.entries(pairs).map(([name, words]) => ({
    words,
    // Both sets have the same names.
    real: realPairs[name as keyof typeof realPairs],
  }));
  const texts = Object.values(dataOf(object));
  const own = reals.find(({ words }) => texts.includes(words.pem) && texts.includes(words.keyPem))?.real;
  return withData(object, (_, text) => {
    if (text === authoritiesPem) return btoa(realAuthoritiesPem);
    // If the certificate is something else, any key will do.
    if (reals.some(({ words }) => words.keyPem === text)) return btoa(own?.keyPem ?? certificates.good.keyPem);
    return btoa(reals.find(({ words }) => words.pem === text)?.real.pem ?? text);
  });
}

function withData(object: KubeObject, change: (key: string, text: string) => string): KubeObject {
  if (object.kind !== "Secret") return object;
  const entries = Object.entries(dataOf(object)).map(([name, text]) => [name, change(name, text)]);
  return { ...object, data: Object.fromEntries(entries) };
}

function dataOf({ data }: KubeObject): Readonly<Record<string, string>> {
  return (data ?? {}) as Readonly<Record<string, string>>; // The data of a Secret is text by name.
}
