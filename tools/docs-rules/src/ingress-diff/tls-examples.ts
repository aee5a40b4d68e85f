import type { Example } from "./example.ts";
import { ingress, secret } from "./shop.ts";

const good = "(certificate of shop.example and *.shop.example, valid in 2026)";
const key = "(its key)";

/** Examples of the rules on TLS. What stands in parentheses is made by `createCertificates()`. */
export const tlsExamples: Readonly<Record<string, Example>> = {
  "tls/secret-missing": {
    objects: [secret({ "tls.crt": good, "tls.key": key }, { name: "other-tls" })],
    without: ["Secret shop/shop-tls"],
  },
  "tls/secret-type": { objects: [secret({ "tls.crt": good, "tls.key": key }, { type: "Opaque" })] },
  "tls/secret-keys": { objects: [secret({ "cert.pem": good }, { type: "Opaque" })] },
  "tls/certificate-unreadable": { objects: [secret({ "tls.crt": "(text that is no certificate)", "tls.key": key })] },
  "tls/certificate-expired": {
    objects: [secret({ "tls.crt": "(the same, valid until 2026-05-01)", "tls.key": key })],
  },
  "tls/certificate-expiring": {
    objects: [secret({ "tls.crt": "(the same, valid until 2026-06-08)", "tls.key": key })],
  },
  "tls/certificate-not-yet-valid": {
    objects: [secret({ "tls.crt": "(the same, valid from 2026-06-02)", "tls.key": key })],
  },
  "tls/host-not-covered": {
    objects: [secret({ "tls.crt": "(certificate of other.example)", "tls.key": key })],
  },
  "tls/key-mismatch": { objects: [secret({ "tls.crt": good, "tls.key": "(another key)" })] },
  "tls/chain-incomplete": {
    objects: [secret({
      "tls.crt": "(certificate signed by an intermediate)",
      "tls.key": key,
      "ca.crt": "(the intermediate, and its root)",
    })],
  },
  "tls/temporary-certificate": {
    objects: [secret({ "tls.crt": "(certificate issued by cert-manager.local)", "tls.key": key })],
  },
  "tls/host-without-rule": {
    objects: [ingress({ spec: { tls: [{ hosts: ["shop.example", "www.shop.example"], secretName: "shop-tls" }] } })],
  },
  "tls/rule-without-tls": {
    objects: [ingress({ spec: { tls: undefined } }), ingress({ name: "help", host: "help.shop.example" })],
  },
  "tls/duplicate-sni": {
    objects: [
      ingress({
        name: "sni",
        metadata: { creationTimestamp: "2026-05-02T00:00:00Z" },
        path: { path: "/sni" },
        spec: { tls: [{ hosts: ["shop.example"], secretName: "sni-tls" }] },
      }),
      secret({ "tls.crt": "(another certificate of the same hosts)", "tls.key": "(its key)" }, { name: "sni-tls" }),
    ],
  },
};
