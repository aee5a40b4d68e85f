import { ingress, ingressClass, service, slice } from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import type { ClusterView } from "../observe/cluster-view.ts";
import { observeSnapshot } from "../observe/observe-snapshot.ts";
import { testTime } from "../testing/judge.ts";
import { changedServices } from "./changed-services.ts";

const items = [ingress(), ingressClass("nginx"), service(), slice(), slice("other")];
const view = observeSnapshot([{ name: "test", documents: [{ kind: "List", items }] }], {
  source: "test",
  at: testTime,
});
const [first, ...others] = view.endpointSlices;

describe("changedServices()", () => {
  test.each(
    [
      { name: "nothing", after: {}, want: [] },
      { name: "time and requests", after: { at: "2026-06-02T00:00:00Z", requestCount: 99 }, want: [] },
      { name: "a copy of what is the same", after: { services: structuredClone(view.services) }, want: [] },
      { name: "a slice that is gone", after: { endpointSlices: others }, want: ["shop/web"] },
      {
        name: "a slice that moved to another Service",
        after: { endpointSlices: [{ ...first, namespace: "shop", serviceName: "new" }, ...others] },
        want: ["shop/new", "shop/web"],
      },
      { name: "a Service that is gone", after: { services: [] }, want: undefined },
      { name: "a class with parameters", after: { classParameters: [{}] }, want: undefined },
      {
        name: "a Service with other ports",
        after: { services: view.services.map((object) => ({ ...object, ports: [] })) },
        want: undefined,
      },
      {
        name: "slices that may not be read any more",
        after: { lists: { ...view.lists, endpointslices: { state: "forbidden", message: "403" } } },
        want: undefined,
      },
      { name: "something that was not there before", after: { serverVersion: "v1.33.0" }, want: undefined },
    ] as const,
  )("of $name is $want", ({ after, want }) => {
    const changed = changedServices(view, { ...view, ...after } as ClusterView); // Where it is more, it is a test's.
    expect(changed && [...changed].toSorted()).toEqual(want);
  });
});
