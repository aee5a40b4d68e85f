import { ingress, ingressClass, type KubeObject, service, slice, tlsOf, tlsSecret } from "@kubeschema-tools/clusters";
import { type Certificate, createCertificate } from "@kubeschema-tools/clusters/certificates";
import { beforeAll, describe, expect, test } from "vitest";
import { evaluate } from "../../evaluate/evaluate.ts";
import type { Evaluation } from "../../evaluate/evaluation.ts";
import { observeSnapshot } from "../../observe/observe-snapshot.ts";
import { readSecret } from "../../observe/read-secret.ts";
import { judge, said, testTime } from "../../testing/judge.ts";

const rest = [ingressClass("nginx"), service(), slice()];
let shop: Certificate;
let other: Certificate;
let unrelated: KubeObject;

beforeAll(async () => {
  shop = await createCertificate({ hosts: ["shop.example"] });
  other = await createCertificate({ hosts: ["shop.example"] });
  unrelated = tlsSecret("unrelated", shop.pem, { namespace: "blog" });
});

const withTls = (secretName: string | undefined, ...hosts: readonly string[]): KubeObject =>
  ingress({ spec: tlsOf(secretName, ...hosts) });

/** A Secret with the keys and texts given. */
const secret = (data: Readonly<Record<string, string>>, type = "kubernetes.io/tls"): KubeObject => ({
  ...tlsSecret("web-tls", "", { type }),
  data: Object.fromEntries(Object.entries(data).map(([key, text]) => [key, btoa(text)])),
});

/** Judges a Secret as read from a cluster, where nobody has taken anything out. */
async function judgeLive(object: KubeObject): Promise<Evaluation> {
  const objects = [withTls("web-tls", "shop.example"), unrelated, ...rest];
  const documents = [{ kind: "List", items: objects }];
  const view = observeSnapshot([{ name: "test", documents }], { source: "test", at: testTime });
  return evaluate({ ...view, secrets: [readSecret(object, "cluster")] }, { at: testTime });
}

describe("tlsSecretMissing", () => {
  test("a Secret that is not there is the fault, and its hosts get another certificate", async () => {
    const evaluation = await judge([withTls("web-tls", "shop.example"), unrelated, ...rest]);
    expect(said(evaluation)).toEqual(["tls/secret-missing Secret shop/web-tls"]);
    expect(evaluation.findings[0]?.is).toBe("does not exist; shop.example gets the controller's default certificate");
    expect(evaluation.sources[0]?.routes[0]?.state).toBe("failing");
  });

  test("an entry without a Secret is allowed", async () => {
    expect(said(await judge([withTls(undefined, "shop.example"), ...rest]))).toEqual([]);
  });

  test("without a Secret in the snapshot it could not be checked, said once", async () => {
    expect(said(await judge([withTls("web-tls", "shop.example"), ...rest]))).toEqual(["tls/secret-missing? Secret *"]);
  });
});

describe("tlsSecretType", () => {
  test("another type with the right keys is a warning", async () => {
    const evaluation = await judgeLive(secret({ "tls.crt": shop.pem, "tls.key": shop.keyPem }, "Opaque"));
    expect(said(evaluation)).toEqual(["tls/secret-type (warning) Secret shop/web-tls"]);
    expect(evaluation.sources[0]?.routes[0]?.state).toBe("ok");
  });

  test("follows from missing keys, if those are missing too", async () => {
    const { findings } = await judgeLive(secret({ "cert.pem": shop.pem }, "Opaque"));
    expect(findings.map(({ rule }) => rule)).toEqual(["tls/secret-keys", "tls/secret-type"]);
    expect(findings[1]?.cause).toBe(findings[0]?.id);
  });
});

describe("tlsSecretKeys", () => {
  test.each([
    { name: "no keys at all", data: {}, is: "has nothing in tls.crt and tls.key; " },
    { name: "an empty key, which the server accepts", data: "no-key", is: "has nothing in tls.key; " },
    { name: "keys of other names", data: { "a.crt": "a", "a.key": "b" }, is: "(it has a.crt, a.key); " },
  ])("$name", async ({ data, is }) => {
    const given = typeof data === "string" ? { "tls.crt": shop.pem, "tls.key": "" } : data;
    const { findings } = await judgeLive(secret(given));
    expect(findings.map(({ rule }) => rule)).toEqual(["tls/secret-keys"]);
    expect(findings[0]?.is).toContain(is);
    expect(findings[0]?.is).toContain("shop.example gets the controller's default certificate");
  });

  test("an Opaque Secret of a snapshot that has neither key", async () => {
    const given = secret({}, "Opaque");
    expect(said(await judge([withTls("web-tls", "shop.example"), given, ...rest]))).toEqual([
      "tls/secret-keys Secret shop/web-tls",
      "tls/secret-type (warning) Secret shop/web-tls",
    ]);
  });

  test("a key that somebody took out of a snapshot proves nothing", async () => {
    const pem = shop.pem;
    for (const given of [secret({ "tls.crt": pem }), secret({ "tls.crt": pem, "tls.key": "REDACTED" })]) {
      expect(said(await judge([withTls("web-tls", "shop.example"), given, ...rest]))).toEqual([]);
    }
  });
});

describe("tlsCertificateUnreadable", () => {
  const broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";

  test.each([
    { name: "no PEM", text: "garbage", is: "holds no PEM certificate in tls.crt" },
    { name: "PEM that is not a certificate", text: broken, is: "holds no certificate that can be read in tls.crt" },
  ])("a tls.crt with $name is the fault, and not called expired", async ({ text, is }) => {
    const evaluation = await judgeLive(secret({ "tls.crt": text, "tls.key": shop.keyPem }));
    expect(said(evaluation)).toEqual(["tls/certificate-unreadable Secret shop/web-tls"]);
    expect(evaluation.findings[0]?.is).toBe(`${is}; shop.example gets the controller's default certificate`);
    expect(evaluation.sources[0]?.routes[0]?.state).toBe("failing");
  });

  test.each([
    { name: "left empty", data: { "tls.crt": "", "tls.key": "" } },
    { name: "replaced", data: { "tls.crt": "REDACTED", "tls.key": "REDACTED" } },
    { name: "taken away", data: {} },
  ])("contents that were $name in a snapshot could not be checked", async ({ data }) => {
    const evaluation = await judge([withTls("web-tls", "shop.example"), secret(data), ...rest]);
    expect(said(evaluation)).toEqual(["tls/certificate-unreadable? Secret shop/web-tls"]);
    expect(evaluation.sources[0]?.routes[0]?.state).toBe("unknown");
  });
});

describe("tlsKeyMismatch", () => {
  test("the certificate's own key is none", async () => {
    expect(said(await judgeLive(secret({ "tls.crt": shop.pem, "tls.key": shop.keyPem })))).toEqual([]);
  });

  test.each([
    { name: "another certificate's key", keyPem: () => other.keyPem },
    { name: "no PEM", keyPem: () => "garbage" },
    { name: "PEM that is not a key", keyPem: () => "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n" },
    {
      name: "an encrypted key",
      keyPem: () => "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
    },
  ])("$name is the fault", async ({ keyPem }) => {
    const evaluation = await judgeLive(secret({ "tls.crt": shop.pem, "tls.key": keyPem() }));
    expect(said(evaluation)).toEqual(["tls/key-mismatch Secret shop/web-tls"]);
  });

  test("a snapshot with the wrong key shows it too", async () => {
    const given = secret({ "tls.crt": shop.pem, "tls.key": other.keyPem });
    expect(said(await judge([withTls("web-tls", "shop.example"), given, ...rest]))).toEqual([
      "tls/key-mismatch Secret shop/web-tls",
    ]);
  });

  test("curve parameters before the key are skipped", async () => {
    const parameters = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";
    expect(said(await judgeLive(secret({ "tls.crt": shop.pem, "tls.key": parameters + shop.keyPem })))).toEqual([]);
  });
});
