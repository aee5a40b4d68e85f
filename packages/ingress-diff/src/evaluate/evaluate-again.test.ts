import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ClusterView, EndpointSliceObject, ListName } from "../observe/cluster-view.ts";
import { observeSnapshot } from "../observe/observe-snapshot.ts";
import { testTime } from "../testing/judge.ts";
import {
  ingress,
  ingressClass,
  type KubeObject,
  service,
  serviceBackend,
  slice,
  tlsOf,
  warningEvent,
} from "@kubeschema-tools/clusters";
import { changedServices } from "../watch/changed-services.ts";
import { allRules } from "../rules/all-rules.ts";
import { evaluate } from "./evaluate.ts";
import type { EvaluateOptions, Evaluation } from "./evaluation.ts";
import { evaluateAgain } from "./evaluate-again.ts";
import { evaluateAndKeep } from "./evaluate.ts";
import type { KeptEvaluation } from "./kept-evaluation.ts";
import { createContext } from "../rules/rule/rule-context.ts";

async function viewOf(objects: readonly KubeObject[]): Promise<ClusterView> {
  const documents = [{ kind: "List", items: objects }];
  return observeSnapshot([{ name: "test", documents }], { source: "test", at: testTime });
}

/** What one Service has: its slices, each with the names of its ports and the readiness of its endpoints. */
type Slices = readonly (readonly [ports: readonly string[], endpoints: readonly number[]])[];

function toSlices(key: string, slices: Slices): readonly EndpointSliceObject[] {
  const [namespace = "", serviceName = ""] = key.split("/");
  return slices.map(([portNames, endpoints]) => ({
    namespace,
    serviceName,
    portNames,
    endpoints: endpoints.map((state, index) => ({
      key: `Pod/${index}`,
      isReady: state === 0,
      isDraining: state === 1,
    })),
  }));
}

function withSlices(view: ClusterView, key: string, slices: Slices): ClusterView {
  const others = view.endpointSlices.filter(({ namespace, serviceName }) => `${namespace}/${serviceName}` !== key);
  return {
    ...view,
    at: new Date(Date.parse(view.at) + 1000).toISOString(),
    requestCount: view.requestCount + 1,
    endpointSlices: [...others, ...toSlices(key, slices)],
  };
}

function goOn(kept: KeptEvaluation, view: ClusterView): KeptEvaluation {
  const services = changedServices(kept.evaluation.view, view);
  if (services === undefined) throw new Error("Expected nothing but slices to change");
  return evaluateAgain(kept, view, services);
}

/** With the order of its counts. */
function plain({ routeCounts, ...rest }: Evaluation): object {
  return { ...rest, routeCounts: [...routeCounts] };
}

const ports = [{ name: "http", port: 80, protocol: "TCP" }, { name: "admin", port: 81, protocol: "TCP" }];
const namespaces = ["a", "b"] as const;
const names = ["s0", "s1", "s2", "s3"] as const;
const states = fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 3 });
const slices: fc.Arbitrary<Slices> = fc.array(fc.tuple(fc.subarray(["http", "admin"]), states), { maxLength: 2 });
const key = fc.tuple(fc.constantFrom(...namespaces), fc.constantFrom(...names, "gone", "other"))
  .map(([namespace, name]) => `${namespace}/${name}`);

/** Some Ingresses: each with its paths, and with what makes it stand out. */
const shape = fc.record({
  namespace: fc.constantFrom(...namespaces),
  paths: fc.array(
    fc.tuple(fc.constantFrom(...names, "gone", "dns"), fc.constantFrom<string | number>("http", "admin", 80, 99)),
    { minLength: 1, maxLength: 4 },
  ),
  trait: fc.constantFrom("none", "none", "leaving", "ignores", "warned", "tls", "twin"),
});

type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never;

function toObjects({ namespace, paths, trait }: Shape, index: number): readonly KubeObject[] {
  const name = `i${index}`;
  const host = trait === "twin" ? "twin.example" : `${name}.example`;
  const http = {
    paths: paths.map(([to, port], at) => ({ path: `/${at}`, pathType: "Prefix", backend: serviceBackend(to, port) })),
  };
  const metadata = trait === "leaving"
    ? { deletionTimestamp: testTime }
    : trait === "ignores"
    ? { annotations: { "ingress-diff.kubeschema.dev/ignore": "backend/no-endpoints" } }
    : {};
  const tls = trait === "tls" ? tlsOf("gone", host) : {};
  return [
    ingress({ namespace, name, metadata, spec: { rules: [{ host, http }], ...tls } }),
    ...(trait === "warned" ? [warningEvent(name, { namespace })] : []),
  ];
}

const rest = namespaces.flatMap((namespace) => [
  ...names.map((name) => service(name, { ports }, { namespace })),
  service("dns", { type: "ExternalName", externalName: "dns.example" }, { namespace }),
  slice("s0", {}, { namespace }),
]);

/** What of the cluster may not be read; slices that were read before are still there then. */
const forbidden = fc.oneof(
  { weight: 5, arbitrary: fc.constant([]) },
  fc.subarray<ListName>(["services", "endpointslices"], { minLength: 1 }),
);

function forbid(view: ClusterView, lists: readonly ListName[]): ClusterView {
  const state = { state: "forbidden", message: "403 Forbidden" } as const;
  return { ...view, lists: { ...view.lists, ...Object.fromEntries(lists.map((list) => [list, state])) } };
}

const options = fc.constantFrom<Omit<EvaluateOptions, "at">>(
  {},
  { severities: { "backend/no-endpoints": "warning", "class/none": "off" } },
  { select: ({ name }) => name !== "i0" },
);

describe("evaluateAgain()", () => {
  test("says what evaluate() says of the view, whatever slices change", async () => {
    const seen = new Set<string>();
    const cluster = fc.array(shape, { minLength: 1, maxLength: 8 });
    const changes = fc.array(fc.array(fc.tuple(key, slices), { minLength: 1, maxLength: 2 }), {
      minLength: 20,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(cluster, changes, options, forbidden, async (shapes, steps, more, lists) => {
        const settings = { at: testTime, ...more };
        let view = forbid(await viewOf([...shapes.flatMap(toObjects), ingressClass("nginx"), ...rest]), lists);
        let kept = evaluateAndKeep(view, settings);
        for (const step of steps) {
          for (const [service, found] of step) view = withSlices(view, service, found);
          kept = goOn(kept, view);
          const want = evaluate(view, settings);
          expect(kept.evaluation.findings).toEqual(want.findings);
          expect(isDeepStrictEqual(plain(kept.evaluation), plain(want))).toBe(true);
          const known = new Set(kept.evaluation.findings);
          expect(kept.evaluation.sources.every(({ findings }) => findings.every((finding) => known.has(finding))))
            .toBe(true);
          for (const { rule, cause = "" } of want.findings) seen.add(`${rule} ${cause.split("#")[0]}`);
        }
      }),
      { numRuns: 40, seed: 5 },
    );
    // The random clusters have what could go wrong, causes among EndpointSlices included.
    expect([...seen]).toEqual(expect.arrayContaining([
      "backend/no-endpoints ",
      "backend/no-ready-endpoints ",
      "event/warning ",
      "event/warning backend/no-endpoints",
      "event/warning backend/no-ready-endpoints",
    ]));
  });

  test("judges only the Ingresses again that depend on the Service", async () => {
    const on = (name: string): readonly KubeObject[] => [
      service(name),
      slice(name),
      ...["x", "y"].map((part) =>
        ingress({ name: `${name}-${part}`, host: `${name}-${part}.example`, backend: serviceBackend(name, "http") })
      ),
    ];
    const view = await viewOf([ingressClass("nginx"), ...on("api"), ...on("web"), ...on("zoo")]);
    const first = evaluateAndKeep(view, { at: testTime });
    const changedNames = (before: KeptEvaluation, after: KeptEvaluation): readonly string[] =>
      after.evaluation.sources.filter((source, place) => source !== before.evaluation.sources[place])
        .map(({ source }) => source.ref.name);
    const second = goOn(first, withSlices(view, "shop/web", []));
    expect(changedNames(first, second)).toEqual(["web-x", "web-y"]);
    expect(second.evaluation.findings.map(({ rule }) => rule)).toEqual(["backend/no-endpoints"]);
    const third = goOn(second, withSlices(second.evaluation.view, "shop/zoo", [[["http"], [2]]]));
    expect(changedNames(second, third)).toEqual(["zoo-x", "zoo-y"]);
    expect(third.evaluation.findings).toContain(second.evaluation.findings[0]);
    const fourth = goOn(third, withSlices(third.evaluation.view, "shop/nobody", [[["http"], [0]]]));
    expect(changedNames(third, fourth)).toEqual([]);
    expect(fourth.evaluation.findings).toEqual(third.evaluation.findings);
  });

  test("asks the rules about nothing but the routes to the Service", async () => {
    const names = ["api", "web", "zoo"];
    const view = await viewOf([
      ingressClass("nginx"),
      ...names.flatMap((name) => [
        ingress({ name, host: `${name}.example`, backend: serviceBackend(name, "http") }),
        service(name),
        slice(name),
      ]),
    ]);
    const kept = evaluateAndKeep(view, { at: testTime });
    const after = goOn(kept, withSlices(view, "shop/web", [[["http"], [2]]]));
    const repeated = allRules.filter((_, place) => after.checked[place] !== kept.checked[place]).map(({ id }) => id);
    expect(repeated).toEqual(["backend/no-endpoints", "backend/no-ready-endpoints"]);
  });
});

test("readsEndpointSlices stands on every rule that says something else without slices", async () => {
  const objects = [
    ingress(),
    warningEvent("web"),
    ingress({ name: "b", status: [] }),
    ingressClass("nginx"),
    service(),
  ];
  const view = await viewOf([...objects, slice(), slice("other")]);
  const { sources } = evaluateAndKeep(view, { at: testTime });
  const variants = [[], toSlices("shop/web", [[["http"], [2]]]), view.endpointSlices];
  const contexts = variants.map((endpointSlices) =>
    createContext({ ...view, endpointSlices }, sources, { atMs: Date.parse(testTime), expiringWithinMs: 0 })
  );
  const readers = allRules.filter((rule) => {
    const [one, ...others] = contexts.map((context) => rule.check(context));
    return others.some((other) => !isDeepStrictEqual(one, other));
  });
  expect(readers).toEqual(allRules.filter(({ scope }) => scope === "service"));
});
