import { tlsSecret } from "@kubeschema-tools/clusters";
import { type Certificate, createCertificate } from "@kubeschema-tools/clusters/certificates";
import { beforeAll, describe, expect, test } from "vitest";
import { readSecret } from "./read-secret.ts";

let shop: Certificate;

beforeAll(async () => {
  shop = await createCertificate({ hosts: ["shop.example"] });
});

const read = (data: Readonly<Record<string, string>>, from: "cluster" | "snapshot", type = "kubernetes.io/tls") =>
  readSecret({ ...tlsSecret("web-tls", "", { type }), data }, from);

describe("readSecret()", () => {
  test("keeps names, certificates and the verdict on the key, and nothing else", () => {
    const data = {
      "tls.crt": btoa(`${shop.pem}${shop.keyPem}`),
      "tls.key": btoa(shop.keyPem),
      "ca.crt": btoa(shop.pem),
      "keystore.p12": btoa("secret"),
    };
    expect(read(data, "cluster")).toEqual({
      namespace: "shop",
      name: "web-tls",
      type: "kubernetes.io/tls",
      keysPresent: ["ca.crt", "keystore.p12", "tls.crt", "tls.key"],
      certificatePem: shop.pem.trim(),
      caPem: shop.pem.trim(),
      keyMatchesCertificate: true,
    });
  });

  test("of a cluster, an empty value is not a key", () => {
    const given = read({ "tls.crt": btoa(shop.pem), "tls.key": "" }, "cluster");
    expect(given.keysPresent).toEqual(["tls.crt"]);
    expect(given).not.toHaveProperty("keyMatchesCertificate");
  });

  test("of a snapshot, an empty or strange key was taken out", () => {
    for (const key of ["", btoa("REDACTED"), "*** not Base64 ***"]) {
      const given = read({ "tls.crt": btoa(shop.pem), "tls.key": key }, "snapshot");
      expect(given.keysPresent).toEqual(["tls.crt", "tls.key"]);
      expect(given).not.toHaveProperty("keyMatchesCertificate");
    }
  });

  test("of a snapshot, a Secret without certificate and key is redacted", () => {
    expect(read({}, "snapshot")).toMatchObject({ isRedacted: true });
    expect(read({ "tls.crt": "", "tls.key": "" }, "snapshot", "Opaque")).toMatchObject({ isRedacted: true });
    expect(read({ password: "" }, "snapshot", "Opaque")).not.toHaveProperty("isRedacted");
    expect(read({}, "cluster")).not.toHaveProperty("isRedacted");
  });

  test("reads which rules it asks to leave out", () => {
    const object = tlsSecret("web-tls", shop.pem);
    const annotations = { "ingress-diff.kubeschema.dev/ignore": "tls/certificate-expired" };
    const given = readSecret({ ...object, metadata: { ...object.metadata, annotations } }, "cluster");
    expect(given.ignoredRules).toEqual(["tls/certificate-expired"]);
  });

  test("throws a TypeError without a name", () => {
    expect(() => readSecret({ kind: "Secret" }, "cluster")).toThrow(TypeError);
  });
});
