import { ingress, service, slice, tlsSecret } from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import { decodeSnapshot } from "../cli/decode-snapshot.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import type { ClusterView } from "./cluster-view.ts";
import { observeSnapshot } from "./observe-snapshot.ts";

const at = "2026-06-01T00:00:00Z";

function observe(...texts: readonly string[]): ClusterView {
  const sources = texts.map((text, index) => decodeSnapshot({ name: `part-${index}.yaml`, text }));
  return observeSnapshot(sources, { source: "test", at });
}

const yamlIngress = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  namespace: shop
`;

describe("observeSnapshot()", () => {
  test.each([
    { name: "a single object", text: yamlIngress },
    { name: "several documents", text: `---\n${yamlIngress}---\n---\n${yamlIngress}` },
    { name: "a List", text: JSON.stringify({ kind: "List", items: [ingress()] }) },
    {
      name: "a typed list, whose items have no kind",
      text: JSON.stringify({
        apiVersion: "networking.k8s.io/v1",
        kind: "IngressList",
        items: [{ metadata: { name: "web", namespace: "shop" } }],
      }),
    },
    { name: "several JSON texts", text: `${JSON.stringify(ingress())}\n---\n${JSON.stringify(ingress())}` },
    { name: "Windows line ends and a byte order mark", text: `\ufeff${yamlIngress.replaceAll("\n", "\r\n")}` },
  ])("reads $name", ({ text }) => {
    const view = observe(text);
    expect(view.ingresses.map(({ namespace, name }) => `${namespace}/${name}`)).toEqual(["shop/web"]);
  });

  test("joins several texts, and the later of two objects with one name counts", () => {
    const view = observe(JSON.stringify(ingress()), JSON.stringify(ingress({ className: "later" })));
    expect(view.ingresses.map(({ className }) => className)).toEqual(["later"]);
  });

  test("says what was not observed, and skips other kinds", () => {
    const pod = { apiVersion: "v1", kind: "Pod", metadata: {} };
    const openshift = { apiVersion: "config.openshift.io/v1", kind: "Ingress", metadata: { name: "cluster" } };
    const { lists, ingresses } = observe(
      JSON.stringify({ kind: "List", items: [pod, openshift, ingress(), service()] }),
    );
    expect(ingresses).toHaveLength(1);
    expect(Object.entries(lists).map(([name, { state }]) => `${name} ${state}`)).toEqual([
      "ingresses observed",
      "ingressclasses not-observed",
      "services observed",
      "endpointslices not-observed",
      "secrets not-observed",
      "events not-observed",
    ]);
  });

  test.each([
    {
      name: "an empty list of their own",
      list: { apiVersion: "v1", kind: "ServiceList", items: [] },
      want: "observed",
    },
    {
      name: "a list that Go left null",
      list: { apiVersion: "v1", kind: "ServiceList", items: null },
      want: "observed",
    },
    { name: "an empty List of any kind", list: { apiVersion: "v1", kind: "List", items: [] }, want: "not-observed" },
    {
      name: "a list of another API",
      list: { apiVersion: "serving.knative.dev/v1", kind: "ServiceList", items: [] },
      want: "not-observed",
    },
    {
      name: "a list whose other pages are not there",
      list: { apiVersion: "v1", kind: "ServiceList", metadata: { continue: "abc" }, items: [service()] },
      want: "not-observed",
    },
  ])("takes Services for $want after $name", ({ list, want }) => {
    const view = observe(JSON.stringify(ingress()), JSON.stringify(list));
    expect(view.lists.services.state).toBe(want);
    const { findings } = evaluate(view, { at });
    const isMissing = findings.some(({ rule, outcome }) => rule === "backend/service-missing" && outcome === "fail");
    expect(isMissing).toBe(want === "observed");
  });

  test("reads a list in pages as a whole if the last one is there", () => {
    const page = (name: string, next: string): string =>
      JSON.stringify({ apiVersion: "v1", kind: "ServiceList", metadata: { continue: next }, items: [service(name)] });
    const view = observe(JSON.stringify(ingress()), page("web", "abc"), page("api", ""));
    expect(view.services.map(({ name }) => name)).toEqual(["api", "web"]);
    expect(view.lists.services.state).toBe("observed");
  });

  test("reads a cluster without Ingresses, if a list says that there is none", () => {
    const view = observe(JSON.stringify({ apiVersion: "networking.k8s.io/v1", kind: "IngressList", items: [] }));
    expect(view).toMatchObject({ ingresses: [], lists: { ingresses: { state: "observed" } } });
  });

  test("keeps no private key, not even one that stands in tls.crt", () => {
    const marker = "MIIsecret";
    const key = `-----BEGIN PRIVATE KEY-----\n${marker}\n-----END PRIVATE KEY-----\n`;
    const secret = { ...tlsSecret("web-tls", key), stringData: { "tls.key": key } };
    const data = { ...tlsSecret("web-tls", key).data as object, "tls.key": btoa(key) };
    const view = observe(JSON.stringify({ kind: "List", items: [ingress(), { ...secret, data }] }));
    expect(view.secrets).toHaveLength(1);
    expect(JSON.stringify(view)).not.toContain(marker);
    expect(JSON.stringify(view)).not.toContain(btoa(key));
  });

  test("joins slices to Services by their label, and leaves out those of no Service", () => {
    const stray = { ...slice(), metadata: { namespace: "shop", name: "stray" } };
    const view = observe(JSON.stringify({ kind: "List", items: [ingress(), slice(), stray] }));
    expect(view.endpointSlices.map(({ serviceName }) => serviceName)).toEqual(["web"]);
    expect(view.lists.endpointslices.state).toBe("observed");
  });

  test("takes time and server version from an Observation", () => {
    const observation =
      "apiVersion: kubeschema/v1\nkind: Observation\nat: 2026-01-01T00:00:00Z\nserverVersion: v1.33.4\n";
    expect(observe(`${observation}---\n${yamlIngress}`)).toMatchObject({
      at: "2026-01-01T00:00:00Z",
      serverVersion: "v1.33.4",
    });
  });

  test.each([
    { name: "a plain text", text: "no resources found", want: /expected Kubernetes objects, found a string/ },
    { name: "a list", text: "- a\n- b\n", want: /expected Kubernetes objects, found a list/ },
    { name: "nothing", text: "", want: /it holds no Ingress/ },
    { name: "no Ingress", text: JSON.stringify(service()), want: /it holds no Ingress/ },
    {
      name: "an Ingress without a name",
      text: "apiVersion: networking.k8s.io/v1\nkind: Ingress\n",
      want: /metadata.name/,
    },
  ])("refuses $name with an ObservationError", ({ text, want }) => {
    expect(() => observe(text)).toThrow(want);
    expect(() => observe(text)).toThrow(expect.objectContaining({ name: "ObservationError" }));
  });

  test("survives specs that are not what they should be", () => {
    const odd = { ...ingress(), spec: { rules: "none", tls: [null, 3], defaultBackend: [] }, status: null };
    const view = observe(JSON.stringify(odd));
    expect(view.ingresses[0]).toMatchObject({ rules: [], tls: [], statusEntries: [] });
  });
});
