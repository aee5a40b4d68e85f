import { describe, expect, test } from "vitest";
import { decodeManifest } from "../cli/decode-manifest.ts";
import type { Manifests } from "./manifest.ts";
import { readManifests } from "./read-manifests.ts";

const web = "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\n";

function read(...texts: readonly string[]): Manifests {
  const sources = texts.map((text, index) => decodeManifest({ name: `${index}.yaml`, text }));
  return readManifests(sources, { namespace: "shop" });
}

describe("readManifests()", () => {
  test("reads documents one after another, and counts other kinds", () => {
    const { ingresses, otherCount, issues } = read(`# shop\n---\nkind: Service\n---\n${web}---\n`);
    expect(ingresses.map(({ namespace, name, place }) => ({ namespace, name, place }))).toEqual([
      { namespace: "shop", name: "web", place: { file: "0.yaml", line: 5 } },
    ]);
    expect({ otherCount, issues }).toEqual({ otherCount: 1, issues: [] });
  });

  test("takes Lists apart, and gives items of a typed list the kind that it leaves out", () => {
    const item = { metadata: { name: "api", namespace: "team" } };
    const list = { apiVersion: "networking.k8s.io/v1", kind: "IngressList", items: [item] };
    const { ingresses } = read(JSON.stringify({ apiVersion: "v1", kind: "List", items: [list] }));
    expect(ingresses.map(({ namespace, name, apiVersion }) => [namespace, name, apiVersion])).toEqual([
      ["team", "api", "networking.k8s.io/v1"],
    ]);
  });

  test("finds the line of a field", () => {
    const { ingresses: [manifest] } = read(`${web}spec:\n  rules:\n  - host: a.example\n  - host: b.example\n`);
    expect(manifest?.lineOf(["spec", "rules", 1, "host"])).toBe(8);
    expect(manifest?.lineOf(["spec", "rules", 1, "http", "paths"])).toBe(8);
    expect(manifest?.lineOf(["spec", "tls", 0])).toBe(5);
  });

  test("reads scalars as kubectl does: yes is true, dates and 1:30 are text, 0777 is octal", () => {
    const { ingresses: [manifest] } = read(
      `${web}  labels: { a: yes, b: 2026-01-01, c: 1:30, d: 0777, e: on }\n`,
    );
    expect(manifest?.object.metadata).toMatchObject({
      labels: { a: true, b: "2026-01-01", c: "1:30", d: 0o777, e: true },
    });
  });

  test.each([
    { name: "text that is not YAML", text: "a: [b", want: { line: 1 } },
    {
      name: "a template",
      text: `{{- if .Values.web }}\n${web}{{- end }}\n`,
      want: { line: 1, message: expect.stringMatching(/; with "\{\{" it looks like a template: render it first/) },
    },
    {
      name: "a document that is not an object",
      text: "---\n- a\n",
      want: { line: 2, message: "Expected a Kubernetes object" },
    },
    { name: "an object without a kind", text: "a: 1\n", want: { message: expect.stringContaining('no "kind"') } },
    {
      name: "an Ingress without a name",
      text: "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { generateName: web- }\n",
      want: { line: 1, message: "This Ingress has no name" },
    },
    {
      name: "an Ingress without a version",
      text: "kind: Ingress\nmetadata: { name: web }\n",
      want: { message: expect.stringContaining("apiVersion") },
    },
    { name: "an Ingress that is duplicated", text: `${web}---\n${web}`, want: { line: 6 } },
    { name: "an alias that grows beyond measure", text: bomb(), want: {} },
  ])("has an issue for $name", ({ text, want }) => {
    expect((read(text)).issues).toMatchObject([{ file: "0.yaml", fieldPath: "", ...want }]);
  });

  test("skips the settings of Kustomize, and Ingresses of other APIs", () => {
    const sources = [
      { name: "base/kustomization.yaml", text: "resources: [web.yaml]\n" },
      { name: "a.yaml", text: "apiVersion: config.openshift.io/v1\nkind: Ingress\nmetadata: { name: cluster }\n" },
    ];
    const { issues, otherCount, ingresses } = readManifests(sources.map(decodeManifest), { namespace: "shop" });
    expect({ issues, otherCount, ingresses }).toEqual({ issues: [], otherCount: 1, ingresses: [] });
  });
});

function bomb(): string {
  const levels = Array.from({ length: 9 }, (_, index) => {
    const names = Array.from({ length: 9 }, () => `*a${index}`).join(", ");
    return `a${index + 1}: &a${index + 1} [${names}]`;
  });
  return ["a0: &a0 [x]", ...levels].join("\n");
}
