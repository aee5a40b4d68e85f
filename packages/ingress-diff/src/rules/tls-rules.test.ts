import { beforeAll, describe, expect, test } from "vitest";
import { createCertificatePem } from "../testing/certificate.ts";
import { judge, said } from "../testing/judge.ts";
import { ingress, ingressClass, type KubeObject, service, slice, tlsOf, tlsSecret } from "../testing/kube-objects.ts";

const rest = [ingressClass("nginx"), service(), slice()];
let shop: string;
let wildcard: string;
let expired: string;
let commonNameOnly: string;
let unrelated: KubeObject;

beforeAll(async () => {
  shop = await createCertificatePem(["shop.example"]);
  wildcard = await createCertificatePem(["*.shop.example"]);
  expired = await createCertificatePem(["shop.example"], { to: "2026-05-30T00:00:00Z" });
  commonNameOnly = await createCertificatePem([], { commonName: "shop.example" });
  unrelated = tlsSecret("unrelated", shop, { namespace: "blog" });
});

const withTls = (secretName: string | undefined, ...hosts: readonly string[]): KubeObject =>
  ingress({ spec: tlsOf(secretName, ...hosts) });

describe("tlsSecretMissing", () => {
  test("a Secret that is not there is the fault", async () => {
    const evaluation = await judge([withTls("web-tls", "shop.example"), unrelated, ...rest]);
    expect(said(evaluation)).toEqual(["tls/secret-missing Secret shop/web-tls"]);
    expect(evaluation.sources[0]?.routes[0]?.state).toBe("failing");
  });

  test("an entry without a Secret is allowed", async () => {
    expect(said(await judge([withTls(undefined, "shop.example"), ...rest]))).toEqual([]);
  });

  test("a Secret of another type exists", async () => {
    const opaque = tlsSecret("web-tls", shop, { type: "Opaque" });
    expect(said(await judge([withTls("web-tls", "shop.example"), opaque, ...rest]))).toEqual([]);
  });

  test("without a Secret in the snapshot it could not be checked", async () => {
    expect(said(await judge([withTls("web-tls", "shop.example"), ...rest]))).toEqual(["tls/secret-missing? Secret *"]);
  });
});

describe("tlsCertificateExpired", () => {
  test("a certificate past its end is the fault", async () => {
    const evaluation = await judge([withTls("web-tls", "shop.example"), tlsSecret("web-tls", expired), ...rest]);
    expect(said(evaluation)).toEqual(["tls/certificate-expired Secret shop/web-tls"]);
    expect(evaluation.findings[0]?.is).toBe("expired 2 days ago, on 2026-05-30");
  });

  test("the first certificate of the chain counts", async () => {
    const secret = tlsSecret("web-tls", shop + expired);
    expect(said(await judge([withTls("web-tls", "shop.example"), secret, ...rest]))).toEqual([]);
  });

  test("the time of the report decides", async () => {
    const given = [withTls("web-tls", "shop.example"), tlsSecret("web-tls", expired), ...rest];
    expect(said(await judge(given, { at: "2026-05-29T23:59:59Z" }))).toEqual([]);
  });

  test.each([
    { name: "no PEM", pem: "garbage", is: "could not check: tls.crt holds no PEM certificate" },
    { name: "nothing", pem: "", is: "could not check: tls.crt holds no PEM certificate" },
    {
      name: "PEM that is no certificate",
      pem: "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
      is: "could not check: tls.crt does not hold a certificate that can be read",
    },
  ])("a tls.crt with $name is neither fine nor expired", async ({ pem, is }) => {
    const evaluation = await judge([withTls("web-tls", "shop.example"), tlsSecret("web-tls", pem), ...rest]);
    expect(said(evaluation)).toEqual(["tls/certificate-expired? Secret shop/web-tls"]);
    expect(evaluation.findings[0]?.is).toBe(is);
    expect(evaluation.sources[0]?.routes[0]?.state).toBe("unknown");
  });

  test("a Secret without tls.crt is neither fine nor expired", async () => {
    const secret = { ...tlsSecret("web-tls", ""), data: {}, type: "Opaque" };
    const evaluation = await judge([withTls("web-tls", "shop.example"), secret, ...rest]);
    expect(evaluation.findings[0]?.is).toBe('could not check: tls.crt was not found in it, its type is "Opaque"');
  });
});

describe("tlsHostNotCovered", () => {
  const fault = ["tls/host-not-covered Secret shop/web-tls"];

  test.each([
    { name: "the same name", hosts: ["shop.example"], pem: () => shop, want: [] },
    { name: "another name", hosts: ["www.shop.example"], pem: () => shop, want: fault },
    { name: "a wildcard for one label", hosts: ["www.shop.example"], pem: () => wildcard, want: [] },
    { name: "a wildcard for two labels", hosts: ["a.www.shop.example"], pem: () => wildcard, want: fault },
    { name: "a wildcard for no label", hosts: ["shop.example"], pem: () => wildcard, want: fault },
    { name: "a wildcard host by the same wildcard", hosts: ["*.shop.example"], pem: () => wildcard, want: [] },
    { name: "a wildcard host by a plain name", hosts: ["*.shop.example"], pem: () => shop, want: fault },
    { name: "the common name alone", hosts: ["shop.example"], pem: () => commonNameOnly, want: fault },
    { name: "no hosts, which the controller decides on", hosts: [], pem: () => wildcard, want: [] },
  ])("$name", async ({ hosts, pem, want }) => {
    const evaluation = await judge([withTls("web-tls", ...hosts), tlsSecret("web-tls", pem()), ...rest]);
    expect(said(evaluation)).toEqual(want);
  });

  test("several hosts of one certificate are one fault, with the Ingresses that ask for them", async () => {
    const evaluation = await judge([
      ingress({ host: "a.example", spec: tlsOf("web-tls", "a.example", "b.example") }),
      ingress({ name: "fine", spec: tlsOf("web-tls", "shop.example") }),
      tlsSecret("web-tls", shop),
      ...rest,
    ]);
    expect(said(evaluation)).toEqual(fault);
    expect(evaluation.findings[0]).toMatchObject({
      should: "a certificate for a.example, b.example",
      is: "it is for shop.example",
      consequences: [{ kind: "Ingress", namespace: "shop", name: "web" }],
    });
    expect(evaluation.sources.map(({ routes }) => routes[0]?.state)).toEqual(["ok", "failing"]);
  });
});
