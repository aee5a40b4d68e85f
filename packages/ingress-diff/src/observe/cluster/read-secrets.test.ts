import { ingress, type KubeObject, tlsOf, tlsSecret } from "@kubeschema-tools/clusters";
import { type Certificate, createCertificate } from "@kubeschema-tools/clusters/certificates";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { evaluate } from "../../evaluate/evaluate.ts";
import { type FakeApiServer, type Script, startFakeApiServer, statusAnswer } from "../../testing/fake-api-server.ts";
import type { ClusterView, IngressObject } from "../cluster-view.ts";
import { readIngress } from "../read-ingress.ts";
import { createApiClient } from "./api-client.ts";
import { observeCluster } from "./observe-cluster.ts";

let server: FakeApiServer | undefined;
let shop: Certificate;

beforeAll(async () => {
  shop = await createCertificate({ hosts: ["shop.example"] });
});
afterEach(async () => {
  await server?.close();
});

/** Observes, and says which requests for Secrets were sent. */
async function observe(
  objects: readonly KubeObject[],
  script?: Script,
  alsoNamedBy: readonly IngressObject[] = [],
): Promise<{ readonly view: ClusterView; readonly requests: readonly string[] }> {
  server = await startFakeApiServer(objects, script === undefined ? {} : { script });
  const client = createApiClient({ server: server.url, options: {}, timeoutMs: 60_000 }, { pause: async () => {} });
  const view = await observeCluster(client, { source: "fake", at, alsoNamedBy });
  return { view, requests: server.requests.filter((request) => request.includes("/secrets")) };
}

/** The Secrets that are called missing once an Ingress is there too. */
function missingOf(view: ClusterView, added: IngressObject): readonly string[] {
  const { findings } = evaluate({ ...view, ingresses: [...view.ingresses, added] }, { at });
  return findings.filter(({ rule }) => rule === "tls/secret-missing").map(({ object }) => object.name);
}

const at = "2026-06-01T00:00:00Z";
const names = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `s-${index}`);
const asking = (secretNames: readonly string[]): readonly KubeObject[] =>
  secretNames.map((name) => ingress({ name, host: `${name}.example`, spec: tlsOf(name, `${name}.example`) }));
const secret = (name: string, type = "kubernetes.io/tls"): KubeObject => ({
  ...tlsSecret(name, shop.pem, { type }),
  data: { "tls.crt": btoa(shop.pem), "tls.key": btoa(shop.keyPem) },
});

describe("readSecrets()", () => {
  test("asks for few Secrets by name, whatever their type, and reads no other", async () => {
    const given = [secret("s-0"), secret("s-1", "Opaque"), secret("unrelated")];
    const { view, requests } = await observe([...asking(names(3)), ...given]);
    expect(view.secrets.map(({ name, type }) => `${name} ${type}`)).toEqual(["s-0 kubernetes.io/tls", "s-1 Opaque"]);
    expect(requests.toSorted()).toEqual(
      names(3).map((name) => `/api/v1/namespaces/shop/secrets?limit=500&fieldSelector=metadata.name%3D${name}`),
    );
  });

  test("asks for what an Ingress names that is not there yet, and only if it is told of it", async () => {
    const planned = readIngress(ingress({ name: "new", host: "new.example", spec: tlsOf("s-1", "new.example") }));
    const given = [...asking(["s-0"]), secret("s-0"), secret("s-1")];
    const told = await observe(given, undefined, [planned]);
    expect(missingOf(told.view, planned)).toEqual([]);
    await server?.close();
    expect(missingOf((await observe(given)).view, planned)).toEqual(["s-1"]);
  });

  test("asks once, however often a Secret is named", async () => {
    const { requests } = await observe([
      ...asking(["s-0"]),
      ingress({ spec: tlsOf("s-0", "x.example") }),
      secret("s-0"),
    ]);
    expect(requests).toHaveLength(1);
  });

  test("asks for many with one list, and keeps only those that are named", async () => {
    const { view, requests } = await observe([...asking(names(21)), ...names(30).map((name) => secret(name))]);
    expect(view.secrets).toHaveLength(21);
    expect(requests).toEqual(["/api/v1/secrets?limit=500&fieldSelector=type%3Dkubernetes.io%2Ftls"]);
  });

  test("asks for other types by metadata only, then for the few that are named", async () => {
    const given = names(21).map((name) => secret(name, name === "s-3" ? "Opaque" : "kubernetes.io/tls"));
    const { view, requests } = await observe([...asking(names(21)), ...given, secret("unrelated", "Opaque")]);
    expect(view.secrets.filter(({ type }) => type === "Opaque").map(({ name }) => name)).toEqual(["s-3"]);
    expect(view.secrets.every((read) => read.certificatePem?.includes("BEGIN CERTIFICATE"))).toBe(true);
    expect(requests).toEqual([
      "/api/v1/secrets?limit=500&fieldSelector=type%3Dkubernetes.io%2Ftls",
      "/api/v1/secrets?limit=500&fieldSelector=type%21%3Dkubernetes.io%2Ftls",
      "/api/v1/namespaces/shop/secrets?limit=500&fieldSelector=metadata.name%3Ds-3",
    ]);
  });

  test("asks for no more than 20 Secrets by name, however many there are", async () => {
    const { view, requests } = await observe([
      ...asking(names(50)),
      ...names(50).map((name) => secret(name, "Opaque")),
    ]);
    expect(view.secrets).toHaveLength(50);
    expect(view.secrets.filter((read) => read.certificatePem !== undefined)).toHaveLength(20);
    expect(requests).toHaveLength(22);
  });

  test("stops at the first refusal", async () => {
    const { view, requests } = await observe(
      asking(names(5)),
      ({ path }) => path.endsWith("/secrets") ? statusAnswer(403, "cannot list secrets") : undefined,
    );
    expect(view.lists.secrets).toEqual({ state: "forbidden", message: "cannot list secrets" });
    expect(requests).toHaveLength(1);
  });

  test.each([1, 21])("a view of %i Secrets holds no byte of a key", async (count) => {
    const { view } = await observe([...asking(names(count)), ...names(count).map((name) => secret(name))]);
    expect(view.secrets.map(({ keyMatchesCertificate }) => keyMatchesCertificate)).toEqual(Array(count).fill(true));
    const text = JSON.stringify(view);
    expect(text).not.toContain("PRIVATE KEY");
    // Behind 36 bytes that all such keys share come the 32 that are secret; the public half follows.
    const secretText = shop.keyPem.replace(/-----[^-]+-----|\s/g, "").slice(48, 88);
    expect(secretText).toHaveLength(40);
    for (const form of [secretText, btoa(secretText), btoa(shop.keyPem).slice(0, 60)]) expect(text).not.toContain(form);
  });
});
