import { ingress, ingressClass, type KubeObject, service, serviceBackend, slice } from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import { observeSnapshot } from "../observe/observe-snapshot.ts";
import { said, testTime } from "../testing/judge.ts";
import type { SeverityOverrides } from "./adjust-results.ts";
import { evaluate } from "./evaluate.ts";
import type { Evaluation } from "./evaluation.ts";

const rest = [ingressClass("nginx"), service("other"), slice("other")];
const ignore = (rules: string): { readonly annotations: Readonly<Record<string, string>> } => ({
  annotations: { "ingress-diff.kubeschema.dev/ignore": rules },
});
const broken = (name: string, metadata: Partial<KubeObject["metadata"]> = {}): KubeObject =>
  ingress({ name, host: `${name}.example`, backend: serviceBackend("gone", 80), metadata });

async function judgeWith(objects: readonly KubeObject[], severities: SeverityOverrides = {}): Promise<Evaluation> {
  const documents = [{ kind: "List", items: objects }];
  const view = observeSnapshot([{ name: "test", documents }], { source: "test", at: testTime });
  return evaluate(view, { at: testTime, severities });
}

describe("severities", () => {
  const given = [broken("a"), ...rest];

  test("replace those of a rule, and with them the route's state", async () => {
    const evaluation = await judgeWith(given, { "backend/service-missing": "warning" });
    expect(said(evaluation)).toEqual(["backend/service-missing (warning) Service shop/gone"]);
    expect(evaluation.sources[0]?.routes[0]?.state).toBe("ok");
  });

  test("off leaves the rule out, uncounted", async () => {
    const evaluation = await judgeWith(given, { "backend/service-missing": "off" });
    expect(said(evaluation)).toEqual([]);
    expect(evaluation.ignoredCount).toBe(0);
  });

  test("make lighter, never worse, what could not be checked", async () => {
    const unseen = [broken("a"), ingressClass("nginx")];
    const severityWith = async (severities: SeverityOverrides): Promise<string | undefined> =>
      (await judgeWith(unseen, severities)).findings.find(({ rule }) => rule === "backend/service-missing")?.severity;
    expect(await severityWith({ "backend/service-missing": "error" })).toBe("warning");
    expect(await severityWith({ "backend/service-missing": "info" })).toBe("info");
  });
});

describe("the annotation ingress-diff.kubeschema.dev/ignore", () => {
  test("on the object at fault leaves the finding out and counts it", async () => {
    const web = { ...service("web", { ports: [{ port: 81 }] }) };
    const silenced = { ...web, metadata: { ...web.metadata, ...ignore("tls/secret-type, backend/port-missing") } };
    const given = [ingress(), slice(), ...rest];
    expect(said(await judgeWith([...given, web]))).toEqual(["backend/port-missing Service shop/web"]);
    const evaluation = await judgeWith([...given, silenced]);
    expect(said(evaluation)).toEqual([]);
    expect(evaluation.ignoredCount).toBe(1);
    expect(evaluation.sources[0]?.routes[0]?.state).toBe("ok");
  });

  test("on an Ingress takes it out of what another object breaks", async () => {
    const evaluation = await judgeWith([broken("a", ignore("backend/service-missing")), broken("b"), ...rest]);
    expect(evaluation.findings[0]?.consequences).toEqual([
      { kind: "Ingress", namespace: "shop", name: "b", routes: 1 },
    ]);
    expect(evaluation.sources.map(({ routes }) => routes[0]?.state)).toEqual(["ok", "failing"]);
    expect(evaluation.ignoredCount).toBe(0);
  });

  test("leaves a finding out that then affects nobody", async () => {
    const evaluation = await judgeWith([broken("a", ignore("backend/service-missing")), ...rest]);
    expect(said(evaluation)).toEqual([]);
    expect(evaluation.ignoredCount).toBe(1);
  });

  test("names rules in full; another word does nothing", async () => {
    expect(said(await judgeWith([broken("a", ignore("backend, , all")), ...rest]))).toEqual([
      "backend/service-missing Service shop/gone",
    ]);
  });
});
