import {
  ingress,
  ingressClass,
  type KubeObject,
  service,
  slice,
  warningEvent,
  writer,
} from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../evaluate/evaluate.ts";
import { observeSnapshot } from "../../observe/observe-snapshot.ts";
import { judge, said, testTime } from "../../testing/judge.ts";

const rest = [ingressClass("nginx"), service(), slice()];
const withUid = ingress({ metadata: { uid: "u-1" } });

describe("eventWarning", () => {
  test("says reason, message, how often and when", async () => {
    const event = warningEvent("web", { uid: "u-1", message: "no\nsubnet  was found", count: 12 });
    const evaluation = await judge([withUid, event, ...rest]);
    expect(said(evaluation)).toEqual(["event/warning (warning) Ingress shop/web"]);
    expect(evaluation.findings[0]?.is).toBe(
      "FailedBuildModel: no subnet was found (12 times, last at 2026-05-31T23:50:00Z)",
    );
    expect(evaluation.sources[0]?.routes[0]?.state).toBe("ok");
  });

  test("says each reason once, with the latest message and the sum of the counts", async () => {
    const { findings } = await judge([
      withUid,
      warningEvent("web", { count: 2, message: "later", lastSeenAt: "2026-05-31T23:55:00Z" }),
      warningEvent("web", { count: 3, message: "earlier" }),
      warningEvent("web", { reason: "Other" }),
      ...rest,
    ]);
    expect(findings.map(({ is }) => is)).toEqual(expect.arrayContaining([
      "FailedBuildModel: later (5 times, last at 2026-05-31T23:55:00Z)",
      "Other: no subnet was found (last at 2026-05-31T23:50:00Z)",
    ]));
    expect(findings).toHaveLength(2);
  });

  interface Case {
    readonly name: string;
    readonly given: readonly KubeObject[];
    readonly want: readonly string[];
  }
  test.each<Case>([
    {
      name: "an earlier Ingress of the same name",
      given: [withUid, warningEvent("web", { uid: "u-0" })],
      want: [],
    },
    {
      name: "an event that names no uid",
      given: [withUid, warningEvent("web")],
      want: ["event/warning (warning) Ingress shop/web"],
    },
    { name: "an Ingress that is gone", given: [ingress(), warningEvent("gone")], want: [] },
    { name: "an event that is not a warning", given: [ingress(), warningEvent("web", { type: "Normal" })], want: [] },
    { name: "a Pod", given: [ingress(), warningEvent("web", { kind: "Pod" })], want: [] },
    {
      name: "the Service of a route",
      given: [ingress(), warningEvent("web", { kind: "Service" })],
      want: ["event/warning (warning) Service shop/web"],
    },
    {
      name: "a Service that no route leads to",
      given: [ingress(), service("other"), warningEvent("other", { kind: "Service" })],
      want: [],
    },
    {
      name: "an event of two hours ago",
      given: [ingress(), warningEvent("web", { lastSeenAt: "2026-05-31T22:00:00Z" })],
      want: ["event/warning (note) Ingress shop/web"],
    },
    {
      name: "an event before the address was written",
      given: [
        ingress({ metadata: { managedFields: [writer("controller", "2026-05-31T23:58:00Z", ["status"])] } }),
        warningEvent("web"),
      ],
      want: ["event/warning (note) Ingress shop/web"],
    },
    {
      name: "an event after the address was written",
      given: [
        ingress({ metadata: { managedFields: [writer("controller", "2026-05-31T23:40:00Z", ["status"])] } }),
        warningEvent("web"),
      ],
      want: ["event/warning (warning) Ingress shop/web"],
    },
    { name: "a snapshot without events", given: [ingress()], want: [] },
  ])("$name", async ({ given, want }) => {
    expect(said(await judge([...given, ...rest]))).toEqual(want);
  });

  test("says once that events may not be read, and leaves the routes as they are", async () => {
    const documents = [{ kind: "List", items: [ingress(), ...rest] }];
    const view = observeSnapshot([{ name: "test", documents }], { source: "test", at: testTime });
    const lists = { ...view.lists, events: { state: "forbidden", message: "no" } as const };
    const evaluation = evaluate({ ...view, lists }, { at: testTime });
    expect(said(evaluation)).toEqual(["event/warning? Event *"]);
    expect(evaluation.findings[0]?.fix).toContain('{"apiGroups":[""],"resources":["events"],"verbs":["list"]}');
    expect(evaluation.sources[0]?.routes[0]?.state).toBe("ok");
  });
});
