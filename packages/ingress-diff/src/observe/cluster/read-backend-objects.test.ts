import { ingress } from "@kubeschema-tools/clusters";
import { afterEach, describe, expect, test } from "vitest";
import { type FakeApiServer, type Script, startFakeApiServer, statusAnswer } from "../../testing/fake-api-server.ts";
import type { ReferencedObject } from "../cluster-view.ts";
import { readIngress } from "../read-ingress.ts";
import { createApiClient } from "./api-client.ts";
import { readBackendObjects } from "./read-backend-objects.ts";

let servers: FakeApiServer[] = [];
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

const answers: Readonly<Record<string, unknown>> = {
  "/apis/storage.example": { preferredVersion: { groupVersion: "storage.example/v2" } },
  "/apis/storage.example/v2": {
    resources: [
      { name: "buckets/status", kind: "Bucket", namespaced: true },
      { name: "buckets", kind: "Bucket", namespaced: true },
      { name: "mirrors", kind: "Mirror", namespaced: false },
    ],
  },
  "/apis/storage.example/v2/buckets": list("shop/images", "media/videos"),
  "/apis/storage.example/v2/namespaces/shop/buckets": list("shop/images"),
  "/apis/storage.example/v2/mirrors": list("europe"),
};

function list(...names: readonly string[]): object {
  const items = names.map((name) => name.split("/")).map(([namespace, name]) => ({
    metadata: name === undefined ? { name: namespace } : { namespace, name },
  }));
  return { metadata: {}, items };
}

interface Backend {
  readonly kind?: string;
  readonly name: string;
  readonly apiGroup?: string;
}

async function read(
  backends: readonly Backend[],
  { script, namespace }: { readonly script?: Script; readonly namespace?: string } = {},
): Promise<{ readonly found: readonly ReferencedObject[]; readonly requests: readonly string[] }> {
  const server = await startFakeApiServer([], {
    script: (request) =>
      script?.(request) ?? (request.path in answers ? { body: answers[request.path] } : statusAnswer(404, "not found")),
  });
  servers.push(server);
  const client = createApiClient({ server: server.url, options: {}, timeoutMs: 60_000 });
  const scope = { client, mayServe: () => true, ...(namespace === undefined ? {} : { namespace }) };
  const ingresses = backends.map((backend) =>
    readIngress(ingress({ backend: { resource: { apiGroup: "storage.example", kind: "Bucket", ...backend } } }))
  );
  return { found: await readBackendObjects(scope, ingresses), requests: server.requests };
}

describe("readBackendObjects()", () => {
  test("asks nothing where every backend is a Service", async () => {
    expect(await read([])).toEqual({ found: [], requests: [] });
  });

  test("asks once for a kind, for names alone, in the version that the server prefers", async () => {
    let accept: string | undefined;
    const script: Script = ({ path, headers }) => {
      if (path.endsWith("/buckets")) accept = headers.accept;
      return undefined;
    };
    const { found, requests } = await read([{ name: "images" }, { name: "videos" }, { name: "images" }], { script });
    expect(found.map(({ ref, state }) => `${ref.namespace}/${ref.name} ${state}`)).toEqual([
      "shop/images exists",
      "shop/videos missing",
    ]);
    expect(requests).toEqual([
      "/apis/storage.example",
      "/apis/storage.example/v2",
      "/apis/storage.example/v2/buckets?limit=500",
    ]);
    expect(accept).toContain("PartialObjectMetadataList");
  });

  test("reads one namespace where only that one is looked at", async () => {
    const { found, requests } = await read([{ name: "images" }], { namespace: "shop" });
    expect(found).toMatchObject([{ state: "exists" }]);
    expect(requests.at(-1)).toBe("/apis/storage.example/v2/namespaces/shop/buckets?limit=500");
  });

  test("finds an object of the cluster by its name", async () => {
    const { found } = await read([{ kind: "Mirror", name: "europe" }, { kind: "Mirror", name: "asia" }]);
    expect(found.map(({ state }) => state)).toEqual(["exists", "missing"]);
  });

  test.each<{ readonly backend: Backend }>([
    { backend: { name: "a", kind: "Other" } },
    { backend: { name: "a", apiGroup: "gone.example" } },
  ])("tells a kind that the server does not have: $backend", async ({ backend }) => {
    expect((await read([backend])).found).toMatchObject([{ state: "kind-missing" }]);
  });

  test("never calls missing what it may not list", async () => {
    const script: Script = ({ path }) => path.endsWith("/buckets") ? statusAnswer(403, "forbidden") : undefined;
    const { found } = await read([{ name: "images" }, { name: "gone" }], { script });
    expect(found).toMatchObject(
      ["images", "gone"].map((name) => ({
        ref: { name },
        state: "forbidden",
        message: "forbidden",
        resource: "buckets",
      })),
    );
  });

  test("looks for no more than five kinds, and says so of the rest", async () => {
    const { found } = await read(Array.from({ length: 7 }, (_, index) => ({ kind: `Kind${index}`, name: "a" })));
    expect(found.map(({ state }) => state)).toEqual([...Array(5).fill("kind-missing"), "unavailable", "unavailable"]);
  });
});
