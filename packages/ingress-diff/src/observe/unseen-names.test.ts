import { ingress, ingressClass, service, slice, tlsOf } from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import { evaluate } from "../evaluate/evaluate.ts";
import { testTime } from "../testing/judge.ts";
import type { ClusterView } from "./cluster-view.ts";
import { observeSnapshot } from "./observe-snapshot.ts";
import { readIngress } from "./read-ingress.ts";
import { formatSnapshot } from "./snapshot-file.ts";

const backend = { resource: { apiGroup: "storage.example", kind: "Bucket", name: "images" } };
const live = ingress({ spec: tlsOf("gone", "shop.example") });
const planned = [
  readIngress(ingress({ name: "new", host: "new.example", spec: tlsOf("other", "new.example") })),
  readIngress(ingress({ name: "again", host: "again.example", spec: tlsOf("gone", "again.example") })),
  readIngress(ingress({ name: "files", host: "files.example", backend })),
];

function observe(...documents: readonly unknown[]): ClusterView {
  const options = { source: "test", at: testTime, alsoNamedBy: planned };
  const view = observeSnapshot([{ name: "test", documents }], options);
  return { ...view, ingresses: [...view.ingresses, ...planned] };
}

function missingIn(view: ClusterView): readonly string[] {
  const { findings } = evaluate(view, { at: testTime });
  return findings.filter(({ rule }) => rule.endsWith("-missing")).map(({ rule, object }) => `${rule} ${object.name}`);
}

const bucket = { apiVersion: "storage.example/v1", kind: "Bucket", metadata: { namespace: "shop", name: "videos" } };
const other = { apiVersion: "v1", kind: "Secret", metadata: { namespace: "shop", name: "x" }, type: "Opaque" };
const dump = { kind: "List", items: [live, ingressClass("nginx"), service(), slice(), bucket, other] };

describe("observeSnapshot() for Ingresses that are not in the snapshot", () => {
  test("finds what a dump does not hold", () => {
    expect(missingIn(observe(dump)).toSorted()).toEqual([
      "backend/resource-missing images",
      "tls/secret-missing gone",
      "tls/secret-missing other",
    ]);
  });

  test("never calls missing what a snapshot of our own did not look for", () => {
    const own = formatSnapshot(
      observeSnapshot([{ name: "dump", documents: [dump] }], { source: "test", at: testTime }),
    );
    expect(missingIn(observe(JSON.parse(own)))).toEqual(["tls/secret-missing gone"]);
  });
});
