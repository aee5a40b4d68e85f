import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { evaluate } from "../../evaluate/evaluate.ts";
import { type FakeWatch, startFakeApiServer } from "../../testing/fake-api-server.ts";
import { judge, testTime } from "../../testing/judge.ts";
import {
  endpoint,
  ingress,
  ingressClass,
  type KubeObject,
  service,
  serviceBackend,
  slice,
} from "@kubeschema-tools/clusters";
import { createApiClient } from "./api-client.ts";
import { namedServices } from "./named-services.ts";
import { watchCluster, type WatchedCluster } from "./watch-cluster.ts";

let stop: (() => Promise<void>) | undefined;
afterEach(() => stop?.());

interface Started {
  readonly watched: WatchedCluster;
  readonly changeCount: () => number;
  /** The watch of a list, when it has begun. */
  readonly watchOf: (list: string) => Promise<FakeWatch>;
}

async function start(objects: readonly KubeObject[]): Promise<Started> {
  const watches = new Map<string, FakeWatch>();
  const server = await startFakeApiServer(objects, {
    script: ({ path, query }) =>
      query.get("watch") === null
        ? undefined
        : { body: undefined, stream: (watch) => void watches.set(path.split("/").at(-1) ?? "", watch) },
  });
  const controller = new AbortController();
  const client = createApiClient({ server: server.url, options: {}, timeoutMs: 60_000 });
  let changeCount = 0;
  const watched = await watchCluster(client, {
    source: "fake",
    now: () => new Date(testTime),
    onChange: () => changeCount++,
    onIngress: () => {},
    signal: controller.signal,
  });
  stop = async () => {
    controller.abort();
    await watched.done;
    client.close();
    await server.close();
  };
  const watchOf = async (list: string): Promise<FakeWatch> => {
    await expect.poll(() => [...watches.keys()]).toContain(list);
    const watch = watches.get(list);
    if (watch === undefined) throw new Error(`there is no watch of ${list}`);
    return watch;
  };
  return { watched, changeCount: () => changeCount, watchOf };
}

const modified = (object: KubeObject): object => ({ type: "MODIFIED", object });
const written = (object: KubeObject, resourceVersion: string): KubeObject => ({
  ...object,
  metadata: { ...object.metadata, ...{ resourceVersion } },
});
const emptied: KubeObject = { ...slice(), endpoints: [] };

describe("watchCluster()", () => {
  test("tells of an EndpointSlice only if routes lead to its Service and something else is kept of it", async () => {
    const { watched, changeCount, watchOf } = await start([ingress(), ingressClass("nginx"), service(), slice()]);
    const { send } = await watchOf("endpointslices");
    send(modified(slice("other")));
    send(modified(written(slice(), "7")));
    send(modified(emptied));
    await expect.poll(() => changeCount()).toBe(1);
    const { endpointSlices } = await watched.view();
    expect(endpointSlices.map(({ serviceName, endpoints }) => [serviceName, endpoints.length > 0])).toEqual([
      ["web", false],
      ["other", true],
    ]);
  });

  test("tells of the EndpointSlices of a Service from the moment that an Ingress names it", async () => {
    const { watched, changeCount, watchOf } = await start([ingress(), ingressClass("nginx"), service(), slice()]);
    const [slices, ingresses] = [await watchOf("endpointslices"), await watchOf("ingresses")];
    slices.send(modified(slice("other")));
    ingresses.send(modified(ingress({ name: "new", backend: serviceBackend("other", "http") })));
    await expect.poll(() => changeCount()).toBe(1);
    // What came before is there all the same.
    expect((await watched.view()).endpointSlices).toHaveLength(2);
    slices.send(modified({ ...slice("other"), endpoints: [] }));
    await expect.poll(() => changeCount()).toBe(2);
  });
});

test("namedServices() leaves out only Services whose EndpointSlices change nothing in an evaluation", async () => {
  const name = fc.constantFrom("web", "api", "cart", "idle", "spare");
  const readiness = fc.array(fc.boolean(), { maxLength: 3 });
  const given = fc.record({
    backends: fc.array(name, { minLength: 1, maxLength: 4 }),
    slices: fc.dictionary(name, readiness),
  });
  let leftOutCount = 0;
  await fc.assert(
    fc.asyncProperty(given, async ({ backends, slices }) => {
      const { view } = await judge([
        ...backends.map((backend, index) =>
          ingress({ name: `i-${index}`, host: `h${index}.example`, backend: serviceBackend(backend, "http") })
        ),
        ingressClass("nginx"),
        ...["web", "api", "cart", "idle", "spare"].map((one) => service(one)),
        slice("always"),
        ...Object.entries(slices).map(([one, ready]): KubeObject => ({
          ...slice(one),
          endpoints: ready.map((isReady, index) => endpoint(`10.0.0.${index}`, isReady)),
        })),
      ]);
      const named = namedServices(view.ingresses);
      const kept = view.endpointSlices.filter(({ namespace, serviceName }) => named.has(`${namespace}/${serviceName}`));
      leftOutCount += view.endpointSlices.length - kept.length;
      const { view: _, ...whole } = evaluate(view, { at: testTime });
      const { view: __, ...narrowed } = evaluate({ ...view, endpointSlices: kept }, { at: testTime });
      expect(narrowed).toEqual(whole);
    }),
    { seed: 20_260_601, numRuns: 500 },
  );
  expect(leftOutCount).toBeGreaterThan(500);
});
