import { ingress, type KubeObject } from "@kubeschema-tools/clusters";
import { beforeAll, describe, expect, test } from "vitest";
import { createSnapshotCluster } from "../testing/healthy-cluster.ts";
import type { ClusterView } from "./cluster-view.ts";
import type { JsonObject } from "./json-value.ts";
import { observeSnapshot } from "./observe-snapshot.ts";
import { formatSnapshot, isSnapshot, readSnapshot } from "./snapshot-file.ts";

const parse = (text: string): JsonObject => JSON.parse(text) as JsonObject; // formatSnapshot() writes an object.

function observe(objects: readonly KubeObject[]): ClusterView {
  const documents = [{ kind: "List", items: objects }];
  return observeSnapshot([{ name: "a.json", documents }], { source: "context prod", at: "2026-06-01T00:00:00Z" });
}

describe("formatSnapshot()", () => {
  let view: ClusterView;
  beforeAll(async () => {
    view = await observe((await createSnapshotCluster()).objects);
  });

  test("writes what readSnapshot() reads", () => {
    const object = parse(formatSnapshot(view));
    expect(isSnapshot(object)).toBe(true);
    expect(readSnapshot(object, "a")).toEqual(view);
  });

  test("writes the same bytes for the same view, and for one that was read back", () => {
    const text = formatSnapshot(view);
    expect(formatSnapshot(view)).toBe(text);
    expect(formatSnapshot(readSnapshot(parse(text), "a"))).toBe(text);
  });

  test("writes one object to a line", () => {
    const lines = formatSnapshot(view).split("\n");
    expect(lines.filter((line) => line.startsWith('{"namespace":"address-pending","name":"web"')).length)
      .toBeGreaterThan(0);
    expect(lines.length).toBeGreaterThan(view.ingresses.length + view.services.length);
  });

  test("keeps whatever stands in names and labels", async () => {
    const labels = { "2": "b", "1": "a", odd: "\u2028\ud800\u001b[31m" };
    const odd = await observe([ingress({ metadata: { labels } })]);
    expect(readSnapshot(parse(formatSnapshot(odd)), "a")).toEqual(odd);
  });
});

describe("readSnapshot()", () => {
  let object: JsonObject;
  beforeAll(async () => {
    object = parse(formatSnapshot(await observe([ingress()])));
  });

  test("throws an ObservationError for a file that was edited", () => {
    const view = { ...(object.view as ClusterView), source: "context other" };
    expect(() => readSnapshot({ ...object, view }, "a.json")).toThrow(
      'Cannot read snapshot "a.json": it is not as it was written',
    );
    expect(() => readSnapshot({ ...object, view: undefined }, "a.json")).toThrow("it is not as it was written");
  });

  test("throws an ObservationError for another version", () => {
    expect(() => readSnapshot({ ...object, version: 2 }, "a")).toThrow("expected version 1, found 2");
    expect(() => readSnapshot({ ...object, version: undefined }, "a")).toThrow("expected version 1, found undefined");
  });

  test("takes a list that an older ingress-diff did not know as not observed", async () => {
    const whole = await observe([ingress()]);
    const { events: _, ...rest } = whole;
    const { events: __, ...lists } = whole.lists;
    const older = parse(formatSnapshot({ ...rest, lists } as unknown as ClusterView)); // What it would have written.
    expect(readSnapshot(older, "a").lists.events.state).toBe("not-observed");
    expect(readSnapshot(older, "a").events).toEqual([]);
  });
});
