import { ingress, ingressClass, type KubeObject, service, slice, tlsOf, tlsSecret } from "@kubeschema-tools/clusters";
import { type Certificate, createCertificate, createCertificatePem } from "@kubeschema-tools/clusters/certificates";
import { beforeAll, describe, expect, test } from "vitest";
import { evaluate } from "../../evaluate/evaluate.ts";
import type { Evaluation } from "../../evaluate/evaluation.ts";
import { observeSnapshot } from "../../observe/observe-snapshot.ts";
import { judge, said, testTime } from "../../testing/judge.ts";

const rest = [ingressClass("nginx"), service(), slice()];
const days = 86_400_000;
let shop: string;
let wildcard: string;
let expired: string;
let commonNameOnly: string;

beforeAll(async () => {
  shop = await createCertificatePem(["shop.example"]);
  wildcard = await createCertificatePem(["*.shop.example"]);
  expired = await createCertificatePem(["shop.example"], { to: "2026-05-30T00:00:00Z" });
  commonNameOnly = await createCertificatePem([], { commonName: "shop.example" });
});

/** Judges one Ingress for shop.example with a certificate. */
function judgePem(pem: string, options: { readonly at?: string; readonly caPem?: string } = {}): Promise<Evaluation> {
  const secret = tlsSecret("web-tls", pem);
  const data = { ...secret.data as object, ...(options.caPem === undefined ? {} : { "ca.crt": btoa(options.caPem) }) };
  return judge([ingress({ spec: tlsOf("web-tls", "shop.example") }), { ...secret, data }, ...rest], options);
}

describe("tlsCertificateExpired", () => {
  test("a certificate past its end is the fault", async () => {
    const evaluation = await judgePem(expired);
    expect(said(evaluation)).toEqual(["tls/certificate-expired Secret shop/web-tls"]);
    expect(evaluation.findings[0]?.is).toBe("holds a certificate that expired 2 days ago, on 2026-05-30");
  });

  test("the first certificate of the chain counts", async () => {
    expect(said(await judgePem(shop + expired))).toEqual([]);
  });

  test("the time of the report decides", async () => {
    expect(said(await judgePem(expired, { at: "2026-05-29T23:59:59Z" }))).toEqual([
      "tls/certificate-expiring (warning) Secret shop/web-tls",
    ]);
  });
});

describe("tlsCertificateExpiring", () => {
  const warning = ["tls/certificate-expiring (warning) Secret shop/web-tls"];

  test.each([
    { name: "15 days before the end", from: "2026-01-01", to: "2026-06-16", want: [] },
    { name: "13 days before the end", from: "2026-01-01", to: "2026-06-14", want: warning },
    { name: "a certificate of a week, in its first days", from: "2026-05-30", to: "2026-06-06", want: [] },
    { name: "a certificate of a week, in its last third", from: "2026-05-26", to: "2026-06-02", want: warning },
  ])("$name", async ({ from, to, want }) => {
    const pem = await createCertificatePem(["shop.example"], { from: `${from}T00:00:00Z`, to: `${to}T00:00:00Z` });
    expect(said(await judgePem(pem))).toEqual(want);
  });

  test("within as long as it is told", async () => {
    const pem = await createCertificatePem(["shop.example"], { to: "2026-07-01T00:00:00Z" });
    const objects = [ingress({ spec: tlsOf("web-tls", "shop.example") }), tlsSecret("web-tls", pem), ...rest];
    const documents = [{ kind: "List", items: objects }];
    const view = observeSnapshot([{ name: "test", documents }], { source: "test", at: testTime });
    const saidWithin = (expiringWithinMs: number): readonly string[] =>
      said(evaluate(view, { at: testTime, expiringWithinMs }));
    expect(saidWithin(29 * days)).toEqual([]);
    expect(saidWithin(31 * days)).toEqual(warning);
  });
});

test("tlsCertificateNotYetValid: a certificate that begins later is the fault", async () => {
  const pem = await createCertificatePem(["shop.example"], { from: "2026-06-03T00:00:00Z" });
  const evaluation = await judgePem(pem);
  expect(said(evaluation)).toEqual(["tls/certificate-not-yet-valid Secret shop/web-tls"]);
  expect(evaluation.findings[0]?.is).toBe(
    "holds a certificate that is valid only from 2026-06-03T00:00:00.000Z, in 2 days",
  );
});

describe("tlsHostNotCovered", () => {
  const fault = ["tls/host-not-covered Secret shop/web-tls"];
  const withHosts = (hosts: readonly string[]): KubeObject =>
    ingress({ host: hosts[0] ?? "shop.example", spec: tlsOf("web-tls", ...hosts) });

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
    expect(said(await judge([withHosts(hosts), tlsSecret("web-tls", pem()), ...rest]))).toEqual(want);
  });

  test("several hosts of one certificate are one fault, with the Ingresses that ask for them", async () => {
    const rules = ["a.example", "b.example"].map((host) => ({ host }));
    const evaluation = await judge([
      ingress({ spec: { rules, ...tlsOf("web-tls", "a.example", "b.example") } }),
      ingress({ name: "fine", spec: tlsOf("web-tls", "shop.example") }),
      tlsSecret("web-tls", shop),
      ...rest,
    ]);
    expect(said(evaluation)).toEqual(fault);
    expect(evaluation.findings[0]).toMatchObject({
      should: "a certificate for a.example, b.example",
      is: "holds a certificate for shop.example",
      consequences: [{ kind: "Ingress", namespace: "shop", name: "web", routes: 2 }],
    });
    expect(evaluation.sources.map(({ routes }) => routes[0]?.state)).toEqual(["ok", "failing"]);
  });
});

describe("tlsTemporaryCertificate", () => {
  test("cert-manager's placeholder is one fault, and all else about it follows", async () => {
    const authority = await createCertificate({ commonName: "cert-manager.local", isAuthority: true });
    const { pem } = await createCertificate({
      hosts: ["old.example"],
      to: "2026-05-30T00:00:00Z",
      issuer: authority,
    });
    const { findings } = await judgePem(pem);
    expect(findings.map(({ rule, cause }) => [rule, cause === undefined])).toEqual([
      ["tls/temporary-certificate", true],
      ["tls/certificate-expired", false],
      ["tls/host-not-covered", false],
    ]);
    expect(new Set(findings.slice(1).map(({ cause }) => cause))).toEqual(new Set([findings[0]?.id]));
  });

  test.each(["shop.example", "not-cert-manager.local", "cert-manager.local.example"])(
    "a certificate that %s signed is none",
    async (commonName) => {
      const authority = await createCertificate({ commonName, isAuthority: true });
      const { pem } = await createCertificate({ hosts: ["shop.example"], issuer: authority });
      expect(said(await judgePem(pem))).toEqual([]);
    },
  );
});

describe("tlsChainIncomplete", () => {
  let root: Certificate;
  let intermediate: Certificate;
  let leaf: Certificate;
  let publicLeaf: Certificate;
  let rootLeaf: Certificate;
  const warning = ["tls/chain-incomplete (warning) Secret shop/web-tls"];

  beforeAll(async () => {
    root = await createCertificate({ commonName: "Root", isAuthority: true });
    intermediate = await createCertificate({ commonName: "Intermediate", issuer: root, isAuthority: true });
    leaf = await createCertificate({ hosts: ["shop.example"], issuer: intermediate });
    rootLeaf = await createCertificate({ hosts: ["shop.example"], issuer: root });
    publicLeaf = await createCertificate({
      hosts: ["shop.example"],
      issuer: intermediate,
      issuerUrl: "http://issuer.example/intermediate.crt",
    });
  });

  const chain = (...certificates: readonly Certificate[]): string => certificates.map(({ pem }) => pem).join("");

  test.each([
    { name: "leaf and intermediate", pem: () => chain(leaf, intermediate), want: [] },
    { name: "the root too", pem: () => chain(leaf, intermediate, root), want: [] },
    { name: "a self-signed certificate", pem: () => shop, want: [] },
    { name: "a lone leaf that says nothing: a root may have signed it", pem: () => leaf.pem, want: [] },
    { name: "a lone leaf that says where its issuer is", pem: () => publicLeaf.pem, want: warning },
    { name: "the wrong order", pem: () => chain(leaf, root, intermediate), want: warning },
    { name: "the root without the intermediate", pem: () => chain(leaf, root), want: warning },
    { name: "one block that is not a certificate", pem: () => `${chain(leaf, intermediate)}${shop}`, want: [] },
  ])("$name", async ({ pem, want }) => {
    expect(said(await judgePem(pem()))).toEqual(want);
  });

  test.each([
    {
      name: "that holds the missing intermediate proves it",
      pem: () => leaf.pem,
      caPem: () => chain(intermediate, root),
      want: ["tls/chain-incomplete Secret shop/web-tls"],
    },
    {
      name: "whose root signed the leaf shows that nothing is missing",
      pem: () => rootLeaf.pem,
      caPem: () => root.pem,
      want: [],
    },
    {
      name: "whose root signed the intermediate",
      pem: () => chain(leaf, intermediate),
      caPem: () => root.pem,
      want: [],
    },
    { name: "for client certificates proves nothing", pem: () => leaf.pem, caPem: () => shop, want: [] },
  ])("a ca.crt $name", async ({ pem, caPem, want }) => {
    expect(said(await judgePem(pem(), { caPem: caPem() }))).toEqual(want);
  });

  test("names what is missing", async () => {
    const { findings } = await judgePem(leaf.pem, { caPem: intermediate.pem });
    expect(findings[0]?.is).toContain('has the intermediate "Intermediate" in ca.crt, and not in tls.crt');
  });
});
