import { ingress, ingressClass, service, slice, writer } from "@kubeschema-tools/clusters";
import { expect, test } from "vitest";
import { judge, said } from "../../testing/judge.ts";

const rest = [ingressClass("nginx"), service(), slice()];
const beta = { apiVersion: "networking.k8s.io/v1beta1" };
const extensions = { apiVersion: "extensions/v1beta1" };

function written(name: string, ...managedFields: readonly object[]): ReturnType<typeof ingress> {
  return ingress({ name, host: `${name}.example`, metadata: { managedFields } });
}

test("apiRemovedVersionWriter is one note for each client and version, with the latest time", async () => {
  const evaluation = await judge([
    written("a", writer("helm", "2026-05-01T00:00:00Z", ["spec"], beta)),
    written(
      "b",
      writer("helm", "2026-05-09T00:00:00Z", ["spec"], beta),
      writer("x", "2026-05-10T00:00:00Z", ["status"]),
    ),
    written("c", writer("helm", "2026-05-03T00:00:00Z", ["spec"], extensions)),
    ...rest,
  ], { serverVersion: "v1.21.5" });
  expect(said(evaluation)).toEqual(Array(2).fill("api/removed-version-writer (note) Ingress *"));
  expect(evaluation.findings.map(({ is, consequences }) => [is, consequences?.length])).toEqual(expect.arrayContaining([
    ['"helm" wrote 2 Ingresses through networking.k8s.io/v1beta1, the last time at 2026-05-09T00:00:00Z', 2],
    ['"helm" wrote 1 Ingress through extensions/v1beta1, the last time at 2026-05-03T00:00:00Z', 1],
  ]));
  expect(new Set(evaluation.findings.map(({ id }) => id)).size).toBe(2);
});

test("apiRemovedVersionWriter keeps its id when the client writes another Ingress", async () => {
  const one = [written("b", writer("helm", "2026-05-01T00:00:00Z", ["spec"], beta)), ...rest];
  const two = [written("a", writer("helm", "2026-05-02T00:00:00Z", ["spec"], beta)), ...one];
  const idOf = async (given: typeof one): Promise<unknown> => (await judge(given)).findings[0]?.id;
  expect(await idOf(two)).toBe(await idOf(one));
});

test("apiRemovedVersionWriter does not claim that the client still writes where the server refuses it", async () => {
  const given = [written("a", writer("helm", "2026-05-01T00:00:00Z", ["spec"], beta)), ...rest];
  const { findings } = await judge(given, { serverVersion: "v1.33.4" });
  expect(findings[0]?.is).toContain("on Kubernetes 1.22 and later such a write fails");
  expect(findings[0]?.fix).toContain("see whether what ran as");
});

test("apiRemovedVersionWriter says nothing of clients of networking.k8s.io/v1", async () => {
  expect(said(await judge([written("a", writer("helm", "2026-05-01T00:00:00Z", ["spec"])), ...rest]))).toEqual([]);
});
