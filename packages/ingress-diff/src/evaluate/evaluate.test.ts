import {
  ingress,
  ingressClass,
  type KubeObject,
  service,
  serviceBackend,
  slice,
  tlsOf,
  tlsSecret,
} from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import { observeSnapshot } from "../observe/observe-snapshot.ts";
import { judge, said, testTime } from "../testing/judge.ts";
import { evaluate } from "./evaluate.ts";

const rest = [ingressClass("nginx"), service(), slice()];
const broken = (name: string): KubeObject =>
  ingress({ name, host: `${name}.example`, backend: serviceBackend("gone", "http") });

describe("evaluate()", () => {
  test("says each route's endpoints and state, and what affects it", async () => {
    const { sources, findings } = await judge([ingress(), broken("shaky"), ...rest]);
    expect(sources.map(({ source, routes }) => [source.ref.name, routes[0]?.state])).toEqual([
      ["shaky", "failing"],
      ["web", "ok"],
    ]);
    expect(sources[0]?.routes[0]?.findings).toEqual(findings);
    expect(sources[1]?.routes[0]?.endpoints).toEqual({ ready: 2, total: 2 });
  });

  test("asks nothing of an Ingress that is being deleted", async () => {
    const given = ingress({
      className: "gone",
      backend: serviceBackend("gone", 80),
      spec: tlsOf("gone", "shop.example"),
      metadata: { deletionTimestamp: "2026-05-31T23:59:00Z" },
      status: [],
    });
    const evaluation = await judge([given, tlsSecret("other", ""), ...rest]);
    expect(said(evaluation)).toEqual([]);
    expect(evaluation.sources[0]?.routes).toMatchObject([{ state: "ok", findings: [] }]);
  });

  test("narrows the report to a selection and keeps the neighbours in mind", async () => {
    const items = [ingress(), broken("a"), broken("b"), ingress({ name: "late", host: "late.example", status: [] })];
    const documents = [{ kind: "List", items: [...items, ...rest] }];
    const view = observeSnapshot([{ name: "test", documents }], { source: "test", at: testTime });
    const select = (name: string) => evaluate(view, { at: testTime, select: (ref) => ref.name === name });
    expect(said(select("web"))).toEqual([]);
    // The fault is whole: it breaks "b" too.
    expect(select("a").findings[0]?.consequences).toHaveLength(2);
    // Only its neighbours show that the class does publish addresses.
    expect(said(select("late"))).toEqual(["address/pending Ingress shop/late"]);
  });

  test("puts the worst first: errors before notes, then what breaks most", async () => {
    const given = [
      ingress({ name: "note", host: "note.example", className: "silent", status: [] }),
      ingress({ name: "port", host: "port.example", backend: serviceBackend("web", 81) }),
      broken("a"),
      broken("b"),
      ingressClass("silent"),
      ...rest,
    ];
    expect(said(await judge(given))).toEqual([
      "backend/service-missing Service shop/gone",
      "backend/port-missing Service shop/web",
      "address/pending? (note) IngressClass silent",
    ]);
  });

  test("throws a RangeError for a time that is none", async () => {
    await expect(judge([ingress()], { at: "yesterday" })).rejects.toThrow(RangeError);
  });
});
