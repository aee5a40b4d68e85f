import { ingress, type KubeObject } from "@kubeschema-tools/clusters";
import { afterEach, describe, expect, test } from "vitest";
import { createApiClient } from "../observe/cluster/api-client.ts";
import {
  type FakeAnswer,
  type FakeApiServer,
  type FakeRequest,
  startFakeApiServer,
  statusAnswer,
} from "../testing/fake-api-server.ts";
import { type IngressName, type LiveIngresses, readLiveIngresses } from "./read-live-ingresses.ts";

let servers: FakeApiServer[] = [];

afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

const web = ingress({ namespace: "shop", name: "web" });
const missing = { namespace: "shop", name: "gone" };
const forbidden = statusAnswer(403, 'ingresses.networking.k8s.io is forbidden: User "ci" cannot do that');

interface Options {
  readonly objects?: readonly KubeObject[];
  readonly groupVersions?: readonly string[];
  readonly script?: (request: FakeRequest) => FakeAnswer | undefined;
}

/** The fake serves lists; this adds single objects, as a server answers for them. */
function answerGet({ path }: FakeRequest, objects: readonly KubeObject[]): FakeAnswer | undefined {
  const [, namespace, name] = /\/networking\.k8s\.io\/v1\/namespaces\/([^/]+)\/ingresses\/([^/]+)$/.exec(path) ?? [];
  if (namespace === undefined) return undefined;
  const found = objects.find(({ metadata }) => metadata.namespace === namespace && metadata.name === name);
  return found === undefined ? statusAnswer(404, `ingresses.networking.k8s.io "${name}" not found`) : { body: found };
}

async function read(
  wanted: readonly IngressName[],
  { objects = [web], script, ...options }: Options = {},
): Promise<{ readonly live: LiveIngresses; readonly requests: readonly string[] }> {
  const server = await startFakeApiServer(objects, {
    ...options,
    script: (request) => script?.(request) ?? answerGet(request, objects),
  });
  servers.push(server);
  const client = createApiClient({ server: server.url, options: {}, timeoutMs: 2_000 }, { pause: async () => {} });
  const live = await readLiveIngresses(client, wanted);
  client.close();
  const requests = server.requests.filter((path) => path.includes("/ingresses")).map((path) =>
    path.split("?")[0] ?? ""
  );
  return { live, requests };
}

function names(count: number, namespaceCount: number): readonly IngressName[] {
  return Array.from(
    { length: count },
    (_, index) => ({ namespace: `ns-${index % namespaceCount}`, name: `web-${index}` }),
  );
}

const isGet = ({ path }: FakeRequest): boolean => /\/ingresses\/[^/]+$/.test(path);
const isList = ({ path }: FakeRequest): boolean => path.endsWith("/ingresses");

describe("readLiveIngresses()", () => {
  test("tells what is there from what is missing", async () => {
    const { live, requests } = await read([{ namespace: "shop", name: "web" }, missing]);
    expect(live.find({ namespace: "shop", name: "web" })).toMatchObject({ state: "found", object: web });
    expect(live.find(missing)).toEqual({ state: "missing" });
    expect(live).toMatchObject({ serverVersion: "v1.33.4", isComplete: true });
    expect(requests).toHaveLength(2);
  });

  test.each([
    { name: "many of one namespace with one list", count: 400, namespaceCount: 1, want: 1 },
    { name: "many of three with three", count: 400, namespaceCount: 3, want: 3 },
    { name: "many of a hundred with one", count: 400, namespaceCount: 100, want: 1 },
    { name: "ten one by one", count: 10, namespaceCount: 5, want: 10 },
  ])("reads $name", async ({ count, namespaceCount, want }) => {
    const wanted = names(count, namespaceCount);
    const objects = wanted.map(({ namespace, name }) => ingress({ namespace, name }));
    const { live, requests } = await read(wanted, { objects: [...objects, web] });
    expect(requests).toHaveLength(want);
    const found = wanted.map((name) => live.find(name));
    expect(found.every((one) => one.state === "found" && one.object.apiVersion === "networking.k8s.io/v1")).toBe(true);
  });

  test.each([
    { name: "gets where lists are forbidden", count: 12, isForbidden: isList },
    { name: "lists where gets are forbidden", count: 2, isForbidden: isGet },
    {
      name: "lists of namespaces where that of all is forbidden",
      count: 12,
      isForbidden: (request: FakeRequest) => isGet(request) || /\/v1\/ingresses$/.test(request.path),
    },
  ])("falls back to $name", async ({ count, isForbidden }) => {
    const wanted = names(count, 4);
    const objects = wanted.slice(1).map(({ namespace, name }) => ingress({ namespace, name }));
    const { live } = await read(wanted, {
      objects,
      script: (request) => (isForbidden(request) ? forbidden : undefined),
    });
    expect(wanted.map((name) => live.find(name).state)).toEqual(["missing", ...objects.map(() => "found")]);
  });

  test("calls nothing missing that is forbidden, and says which right would help", async () => {
    for (const wanted of [[missing], names(12, 4)]) {
      const script = (request: FakeRequest): FakeAnswer | undefined =>
        isGet(request) || isList(request) ? forbidden : undefined;
      const { live } = await read(wanted, { script });
      for (const name of wanted) {
        expect(live.find(name)).toMatchObject({
          state: "unknown",
          message: expect.stringContaining("403 Forbidden"),
          fix: expect.stringContaining(`a Role in namespace ${name.namespace}`),
        });
      }
    }
  });

  test("calls nothing missing that a server cannot say", async () => {
    for (const answer of [statusAnswer(500, "etcd is down"), statusAnswer(404, "the server could not find it")]) {
      const { live } = await read([missing], { script: (request) => (isGet(request) ? answer : undefined) });
      expect(live.find(missing).state).toBe("unknown");
    }
  });

  test("reads the version that an old server has", async () => {
    const wanted = names(12, 1);
    const objects = wanted.map(({ namespace, name }) => ingress({ namespace, name }));
    const { live, requests } = await read(wanted, { objects, groupVersions: ["extensions/v1beta1"] });
    expect(requests).toEqual(["/apis/extensions/v1beta1/namespaces/ns-0/ingresses"]);
    expect(live.find({ namespace: "ns-0", name: "web-0" })).toMatchObject({
      object: { apiVersion: "extensions/v1beta1", kind: "Ingress" },
    });
  });

  test("throws where the server refuses the caller", async () => {
    const script = (): FakeAnswer => statusAnswer(401, "Unauthorized");
    await expect(read([missing], { script })).rejects.toThrow("Cannot log in to");
  });
});
