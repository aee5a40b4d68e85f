import { ingress, ingressClass, type KubeObject, service, slice, tlsOf, tlsSecret } from "@kubeschema-tools/clusters";
import { createCertificatePem } from "@kubeschema-tools/clusters/certificates";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  type FakeApiServer,
  type FakeRequest,
  type Script,
  startFakeApiServer,
  statusAnswer,
} from "../../testing/fake-api-server.ts";
import { impatientWith } from "../../testing/faults.ts";
import type { ClusterView } from "../cluster-view.ts";
import { createApiClient, type Pacing } from "./api-client.ts";
import { observeCluster } from "./observe-cluster.ts";

let servers: FakeApiServer[] = [];
let certificatePem: string;

beforeAll(async () => {
  certificatePem = await createCertificatePem(["shop.example"]);
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

const shop = (): readonly KubeObject[] => [
  ingress({ spec: tlsOf("web-tls", "shop.example") }),
  ingressClass("nginx"),
  service(),
  slice(),
  tlsSecret("web-tls", certificatePem),
];

async function observe(
  objects: readonly KubeObject[],
  options: {
    readonly script?: Script;
    readonly groupVersions?: readonly string[];
    readonly namespace?: string;
    readonly deadline?: Pacing["deadline"];
  } = {},
): Promise<{ readonly view: ClusterView; readonly requests: readonly string[] }> {
  const server = await startFakeApiServer(objects, options);
  servers.push(server);
  const connection = { server: server.url, options: {}, timeoutMs: 60_000 };
  const client = createApiClient(connection, {
    pause: async () => {},
    ...(options.deadline === undefined ? {} : { deadline: options.deadline }),
  });
  const scope = options.namespace === undefined ? {} : { namespace: options.namespace };
  const view = await observeCluster(client, { source: "fake", at: "2026-06-01T00:00:00Z", ...scope });
  return { view, requests: server.requests };
}

const ofList = (list: string) => ({ path }: FakeRequest): boolean => path.endsWith(`/${list}`);

describe("observeCluster()", () => {
  test("reads each kind with one list, and says what it read", async () => {
    const { view, requests } = await observe(shop());
    expect(view).toMatchObject({ source: "fake", serverVersion: "v1.33.4", isComplete: true, requestCount: 8 });
    expect(Object.values(view.lists).map(({ state }) => state)).toEqual(Array(6).fill("observed"));
    expect(view.secrets[0]?.certificatePem).toContain("BEGIN CERTIFICATE");
    expect(requests.toSorted()).toEqual([
      "/api/v1/events?limit=500&fieldSelector=type%3DWarning%2CinvolvedObject.kind%21%3DPod",
      "/api/v1/namespaces/shop/secrets?limit=500&fieldSelector=metadata.name%3Dweb-tls",
      "/api/v1/services?limit=500",
      "/apis",
      "/apis/discovery.k8s.io/v1/endpointslices?limit=500",
      "/apis/networking.k8s.io/v1/ingressclasses?limit=500",
      "/apis/networking.k8s.io/v1/ingresses?limit=500",
      "/version",
    ]);
  });

  test("follows pages to the end", async () => {
    const many = Array.from({ length: 1_203 }, (_, index) => ingress({ name: `i-${index}` }));
    const { view, requests } = await observe([...many, service(), slice()]);
    expect(view.ingresses).toHaveLength(1_203);
    expect(requests.filter((request) => request.includes("/ingresses?"))).toHaveLength(3);
    // No Ingress names a Secret, so none was asked for.
    expect(requests.some((request) => request.includes("/secrets"))).toBe(false);
  });

  test("reads one namespace with -n, and classes for the whole cluster", async () => {
    const { view, requests } = await observe([...shop(), ingress({ namespace: "blog" })], { namespace: "shop" });
    expect(view.namespace).toBe("shop");
    expect(view.ingresses).toHaveLength(1);
    expect(requests.filter((request) => !/\/namespaces\/shop\/|^\/version|^\/apis$/.test(request))).toEqual([
      "/apis/networking.k8s.io/v1/ingressclasses?limit=500",
    ]);
  });

  test("reads the versions that an old server has", async () => {
    const { view, requests } = await observe(shop(), {
      groupVersions: ["networking.k8s.io/v1beta1", "discovery.k8s.io/v1beta1"],
    });
    expect(view.ingresses).toHaveLength(1);
    expect(view.endpointSlices).toHaveLength(1);
    expect(requests.filter((request) => request.includes("k8s.io/v1/"))).toEqual([]);
  });

  test("goes on to the next version where a group has the version and not the resource", async () => {
    const { view } = await observe(shop(), {
      groupVersions: ["networking.k8s.io/v1", "networking.k8s.io/v1beta1", "discovery.k8s.io/v1"],
      script: ({ path }) => path.startsWith("/apis/networking.k8s.io/v1/") ? statusAnswer(404, "not found") : undefined,
    });
    expect(view.lists.ingresses.state).toBe("observed");
  });

  test("asks for no version that aggregated discovery does not list", async () => {
    const { view, requests } = await observe(shop(), {
      script: ({ path }) =>
        path !== "/apis" ? undefined : {
          body: {
            kind: "APIGroupDiscoveryList",
            items: [{
              metadata: { name: "networking.k8s.io" },
              versions: [{ version: "v1", resources: [{ resource: "ingresses" }, { resource: "ingressclasses" }] }],
            }],
          },
        },
    });
    expect(view.lists.endpointslices).toEqual({
      state: "unavailable",
      message: "the server does not have this API",
    });
    expect(requests.some((request) => request.includes("discovery.k8s.io"))).toBe(false);
  });

  test("tries every version where discovery is forbidden", async () => {
    const { view } = await observe(shop(), {
      script: ({ path }) => path === "/apis" || path === "/version" ? statusAnswer(403, "forbidden") : undefined,
    });
    expect(view.lists.ingresses.state).toBe("observed");
    expect(view.serverVersion).toBeUndefined();
  });

  describe.each(["ingressclasses", "services", "endpointslices", "secrets"] as const)("without %s", (list) => {
    test.each([
      { name: "403", answer: statusAnswer(403, `cannot list ${list}`), state: "forbidden" },
      { name: "404", answer: statusAnswer(404, "not found"), state: "unavailable" },
      { name: "500", answer: statusAnswer(500, "etcd is down"), state: "unavailable" },
      { name: "half a body", answer: { body: { items: Array(50).fill({}) }, isHalf: true }, state: "unavailable" },
      { name: "no JSON", answer: { body: undefined, text: "<html>" }, state: "unavailable" },
      { name: "JSON that is not a list", answer: { body: { kind: "Status" } }, state: "unavailable" },
    ])("after $name the rest is observed", async ({ answer, state }) => {
      const isAsked = ofList(list);
      const { view } = await observe(shop(), { script: (request) => isAsked(request) ? answer : undefined });
      expect(view.lists[list].state).toBe(state);
      expect(Object.values(view.lists).filter((other) => other.state === "observed")).toHaveLength(5);
    });

    test("after silence the rest is observed", async () => {
      const isAsked = ofList(list);
      const { view } = await observe(shop(), {
        deadline: impatientWith(list),
        script: (request) => isAsked(request) ? { body: undefined, isSilent: true } : undefined,
      });
      expect(view.lists[list]).toEqual({ state: "unavailable", message: "no complete answer within 60 s" });
    });
  });

  test("starts again once when the pages expire, and goes on inconsistently when they expire again", async () => {
    const many = Array.from({ length: 600 }, (_, index) => ingress({ name: `i-${index}` }));
    let expiredCount = 0;
    const script = (limit: number): Script => ({ path, query }) => {
      if (!path.endsWith("/ingresses") || query.get("continue") !== "from-500" || expiredCount >= limit) {
        return undefined;
      }
      expiredCount++;
      return statusAnswer(410, "expired", { continue: "from-500" });
    };
    const once = await observe(many, { script: script(1) });
    expect(once.view).toMatchObject({ isComplete: true });
    expect(once.view.ingresses).toHaveLength(600);

    expiredCount = 0;
    const twice = await observe(many, { script: script(2) });
    expect(twice.view).toMatchObject({ isComplete: false });
    expect(twice.view.ingresses).toHaveLength(600);
    // From the start, expired, from the start again, expired, on with the offered token.
    expect(twice.requests.filter((request) => request.includes("/ingresses?"))).toHaveLength(5);
  });

  test.each([
    {
      name: "401",
      script: () => statusAnswer(401, "Unauthorized"),
      want: /^Cannot log in to http:.*: 401 Unauthorized$/,
    },
    {
      name: "403 on ingresses",
      script: (request: FakeRequest) => ofList("ingresses")(request) ? statusAnswer(403, "no") : undefined,
      want: /^Cannot list ingresses of all namespaces: 403 Forbidden: no$/,
    },
    {
      name: "half a body",
      script: (request: FakeRequest) =>
        ofList("ingresses")(request) ? { body: { items: Array(50).fill({}) }, isHalf: true } : undefined,
      want: /^Cannot read from http:.*: the connection broke off/,
    },
    {
      name: "a web page",
      script: () => ({ body: undefined, text: "<html>" }),
      want: /the answer to \/\w+ is not JSON/,
    },
    { name: "a redirect to a login page", script: () => ({ status: 302, body: {} }), want: /302/ },
  ])("throws an ObservationError after $name", async ({ script, want }) => {
    await expect(observe(shop(), { script })).rejects.toThrow(want);
    await expect(observe(shop(), { script })).rejects.toMatchObject({ name: "ObservationError" });
  });

  test("throws an ObservationError where nothing listens", async () => {
    const server = await startFakeApiServer([]);
    await server.close();
    const client = createApiClient({ server: server.url, options: {}, timeoutMs: 60_000 });
    await expect(observeCluster(client, { source: "fake", at: "2026-06-01T00:00:00Z" })).rejects.toThrow(
      /^Cannot connect to http:.*ECONNREFUSED/,
    );
  });
});
