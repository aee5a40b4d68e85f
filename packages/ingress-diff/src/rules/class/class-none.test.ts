import { ingress, ingressClass, service, slice } from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import { judge, said } from "../../testing/judge.ts";

const rest = [service(), slice()];
const isDefault = { "ingressclass.kubernetes.io/is-default-class": "true" };
const classless = ingress({ className: null, status: [] });

describe("classNone", () => {
  test("an Ingress that names no class and has no address is at fault", async () => {
    const { findings } = await judge([classless, ingressClass("nginx"), ...rest]);
    expect(findings).toMatchObject([{
      rule: "class/none",
      object: { kind: "Ingress", namespace: "shop", name: "web" },
    }]);
    expect(findings[0]?.is).toBe("names no class, and there is no default class");
    expect(findings[0]).not.toHaveProperty("consequences");
  });

  test("a default class that exists now does not help, and is named", async () => {
    const { findings } = await judge([classless, ingressClass("nginx", isDefault), ...rest]);
    expect(findings[0]?.is).toContain('the default class "nginx" is given only to Ingresses created after it');
  });

  test('only the exact text "true" makes a default class', async () => {
    const annotations = { "ingressclass.kubernetes.io/is-default-class": "True" };
    const { findings } = await judge([classless, ingressClass("nginx", annotations), ...rest]);
    expect(findings[0]?.is).toBe("names no class, and there is no default class");
  });

  test("says nothing of a default class where no class was observed", async () => {
    const { findings } = await judge([classless, ...rest]);
    expect(findings).toMatchObject([{ rule: "class/none", is: "names no class" }]);
  });

  test("an empty annotation names no class", async () => {
    const metadata = { annotations: { "kubernetes.io/ingress.class": "" } };
    const given = [ingress({ className: null, metadata, status: [] }), ingressClass("nginx"), ...rest];
    expect(said(await judge(given))).toEqual(["class/none Ingress shop/web"]);
  });

  test("a published address shows that a controller takes it", async () => {
    expect(said(await judge([ingress({ className: null }), ingressClass("nginx"), ...rest]))).toEqual([]);
  });

  test("where others without a class are served, a new one has the time that they took", async () => {
    const served = ingress({ name: "served", host: "served.example", className: null });
    const fresh = ingress({ className: null, status: [], metadata: { creationTimestamp: "2026-05-31T23:59:00Z" } });
    expect(said(await judge([served, fresh, ingressClass("nginx"), ...rest]))).toEqual([]);
    const { findings } = await judge([served, classless, ingressClass("nginx"), ...rest]);
    expect(findings).toMatchObject([{
      rule: "class/none",
      is: "names no class, and there is no default class; 1 other that names none has an address",
    }]);
  });

  test("a status without an address shows that a controller takes it", async () => {
    const given = ingress({ className: null, status: [{}] });
    const fresh = ingress({
      name: "fresh",
      host: "fresh.example",
      className: null,
      status: [],
      metadata: { creationTimestamp: "2026-05-31T23:59:00Z" },
    });
    expect(said(await judge([given, fresh, ingressClass("nginx"), ...rest]))).toEqual([
      "address/empty-entry Ingress shop/web",
    ]);
  });

  test("on GKE no class means GKE's own", async () => {
    const evaluation = await judge([classless, ingressClass("nginx"), ...rest], {
      serverVersion: "v1.33.4-gke.1005000",
    });
    expect(said(evaluation)).toEqual(["address/pending? (note) IngressClass gce"]);
    expect(evaluation.sources[0]?.source).toMatchObject({ className: "gce", classSource: "gke-default" });
  });
});
