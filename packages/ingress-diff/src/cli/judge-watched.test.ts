import { describe, expect, test } from "vitest";
import type { ClusterView } from "../observe/cluster-view.ts";
import { observeSnapshot } from "../observe/observe-snapshot.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { said, testTime } from "../testing/judge.ts";
import { ingress, ingressClass, service, serviceBackend, slice } from "@kubeschema-tools/clusters";
import { createWatchJudge, judgeAllAgainMs } from "./judge-watched.ts";

const items = ["api", "web"].flatMap((name) => [
  ingress({ name, host: `${name}.example`, backend: serviceBackend(name, "http") }),
  service(name),
  slice(name),
]);
const documents = [{ kind: "List", items: [...items, ingressClass("nginx")] }];
const view = observeSnapshot([{ name: "test", documents }], { source: "test", at: testTime });
const options = { names: [] };

function later(ms: number, change: Partial<ClusterView> = {}): ClusterView {
  return { ...view, at: new Date(Date.parse(testTime) + ms).toISOString(), ...change };
}

const withoutSlices = { endpointSlices: view.endpointSlices.filter(({ serviceName }) => serviceName !== "web") };

describe("createWatchJudge()", () => {
  test("judges only what depends on the slices that have changed, as of the last judgement of everything", () => {
    const judge = createWatchJudge(options, { ignore: [] });
    const before = judge(view);
    const after = judge(later(1000, withoutSlices));
    expect(said(after)).toEqual(["backend/no-endpoints Service shop/web"]);
    expect(after.at).toBe(before.at);
    expect(after.sources.map((source, place) => source === before.sources[place])).toEqual([true, false]);
    expect(said(judge(later(2000)))).toEqual([]);
  });

  test.each([
    { name: "after a minute", view: later(judgeAllAgainMs, withoutSlices) },
    { name: "when the clock is set back", view: later(-1000, withoutSlices) },
    { name: "when a Service has changed too", view: later(1000, { ...withoutSlices, services: [] }) },
  ])("judges everything $name", ({ view: changed }) => {
    const judge = createWatchJudge(options, { ignore: [] });
    const before = judge(view);
    const after = judge(changed);
    expect(after).toEqual(evaluate(changed, { at: changed.at }));
    expect(after.sources.some((source) => before.sources.includes(source))).toBe(false);
  });

  test("leaves out what the configuration ignores, each time", () => {
    const judge = createWatchJudge(options, { ignore: [{ rule: "backend/no-endpoints", name: "web" }] });
    judge(view);
    const ignored = judge(later(1000, withoutSlices));
    expect([said(ignored), ignored.ignoredCount]).toEqual([[], 1]);
    expect(judge(later(2000, { endpointSlices: [] })).findings.map(({ object }) => object.name)).toEqual(["api"]);
  });

  test("has nothing to say once the Ingress that was asked for is gone", () => {
    const judge = createWatchJudge({ names: ["web"] }, { ignore: [] });
    expect(judge(view).sources).toHaveLength(1);
    const ingresses = view.ingresses.filter(({ name }) => name !== "web");
    expect(judge(later(1000, { ingresses })).sources).toEqual([]);
  });
});
