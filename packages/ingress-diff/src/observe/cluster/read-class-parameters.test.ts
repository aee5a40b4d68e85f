import { afterEach, describe, expect, test } from "vitest";
import { type FakeApiServer, type Script, startFakeApiServer, statusAnswer } from "../../testing/fake-api-server.ts";
import type { IngressClassObject } from "../cluster-view.ts";
import { createApiClient } from "./api-client.ts";
import { readClassParameters } from "./read-class-parameters.ts";

let servers: FakeApiServer[] = [];
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

const ref = { apiGroup: "elbv2.k8s.aws", kind: "IngressClassParams", namespace: "", name: "internet" };
const ingressClass = (parameters: IngressClassObject["parameters"], name = "alb"): IngressClassObject => ({
  name,
  controller: "ingress.k8s.aws/alb",
  isDefault: false,
  ...(parameters === undefined ? {} : { parameters }),
});
const answers: Readonly<Record<string, unknown>> = {
  "/apis/elbv2.k8s.aws": { preferredVersion: { groupVersion: "elbv2.k8s.aws/v1beta1" } },
  "/apis/elbv2.k8s.aws/v1beta1": {
    resources: [
      { name: "ingressclassparams/status", kind: "IngressClassParams" },
      { name: "ingressclassparams", kind: "IngressClassParams", namespaced: false },
    ],
  },
  "/apis/elbv2.k8s.aws/v1beta1/ingressclassparams/internet": { kind: "IngressClassParams" },
  "/api/v1": { resources: [{ name: "configmaps", kind: "ConfigMap", namespaced: true }] },
  "/api/v1/namespaces/infra/configmaps/lb": { kind: "ConfigMap" },
};

async function read(
  classes: readonly IngressClassObject[],
  script: Script = () => undefined,
): Promise<{ readonly found: Awaited<ReturnType<typeof readClassParameters>>; readonly requests: readonly string[] }> {
  const server = await startFakeApiServer([], {
    script: (request) =>
      script(request) ?? (request.path in answers ? { body: answers[request.path] } : statusAnswer(404, "not found")),
  });
  servers.push(server);
  const found = await readClassParameters(
    createApiClient({ server: server.url, options: {}, timeoutMs: 60_000 }),
    classes,
  );
  return { found, requests: server.requests };
}

describe("readClassParameters()", () => {
  test("asks nothing where no class has parameters", async () => {
    expect(await read([ingressClass(undefined)])).toEqual({ found: [], requests: [] });
  });

  test("looks for each object once, in the version and resource that the server has", async () => {
    const { found, requests } = await read([ingressClass(ref), ingressClass(ref, "other")]);
    expect(found).toEqual([{ ref, state: "exists" }]);
    expect(requests).toEqual([
      "/apis/elbv2.k8s.aws",
      "/apis/elbv2.k8s.aws/v1beta1",
      "/apis/elbv2.k8s.aws/v1beta1/ingressclassparams/internet",
    ]);
  });

  test("asks for the kind once for several objects, and in the namespace that is named", async () => {
    const lb = { apiGroup: "", kind: "ConfigMap", namespace: "infra", name: "lb" };
    const { found, requests } = await read([ingressClass(lb), ingressClass({ ...lb, name: "gone" })]);
    expect(found.map(({ state }) => state)).toEqual(["exists", "missing"]);
    expect(requests.filter((path) => path === "/api/v1")).toHaveLength(1);
  });

  test.each([
    { name: "an object that does not exist", given: { ...ref, name: "gone" }, want: { state: "missing" } },
    {
      name: "a group that the server does not have",
      given: { ...ref, apiGroup: "x.example" },
      want: { state: "kind-missing" },
    },
    { name: "a kind that the group does not have", given: { ...ref, kind: "Other" }, want: { state: "kind-missing" } },
  ])("tells $name", async ({ given, want }) => {
    expect((await read([ingressClass(given)])).found).toEqual([{ ref: given, ...want }]);
  });

  test("never calls missing what it may not read", async () => {
    const { found } = await read(
      [ingressClass(ref)],
      ({ path }) => path.endsWith("/internet") ? statusAnswer(403, "forbidden") : undefined,
    );
    expect(found).toEqual([{ ref, state: "forbidden", message: "forbidden", resource: "ingressclassparams" }]);
    const all = await read([ingressClass(ref)], () => statusAnswer(403, "forbidden"));
    expect(all.found).toMatchObject([{ state: "forbidden" }]);
  });

  test("asks for nothing where the namespace is not named", async () => {
    const { found, requests } = await read([ingressClass({ ...ref, apiGroup: "", kind: "ConfigMap" })]);
    expect(found).toMatchObject([{ state: "unavailable", message: "a ConfigMap has a namespace, and none is named" }]);
    expect(requests).toEqual(["/api/v1"]);
  });

  test("looks for no more than ten, and says so of the rest", async () => {
    const classes = Array.from(
      { length: 12 },
      (_, index) => ingressClass({ ...ref, name: `n-${index}` }, `c-${index}`),
    );
    const { found, requests } = await read(classes);
    expect(found.map(({ state }) => state)).toEqual([...Array(10).fill("missing"), ...Array(2).fill("unavailable")]);
    expect(requests).toHaveLength(12);
  });
});
