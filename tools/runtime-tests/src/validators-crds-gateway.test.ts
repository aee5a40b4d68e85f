import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { type CrdValidator, createValidator, isCrd } from "@kubeschema/validators/crds";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";

const folder = process.env.KUBESCHEMA_CRDS ?? "";
if (!folder) {
  process.stderr.write("SKIPPED Gateway API: set KUBESCHEMA_CRDS to a folder with its CustomResourceDefinitions\n");
}

interface Sample {
  /** The message of the definition if the rule is broken. */
  readonly message: RegExp;
  readonly good: object;
  readonly bad: object;
  /** The place of the fault in the invalid one. */
  readonly at: string;
}

const backend = { name: "web", port: 80 };
const path = (type: string, value: string): object => ({ rules: [{ matches: [{ path: { type, value } }] }] });
const filters = (...list: readonly object[]): object => ({ rules: [{ filters: list }] });
const header = { requestHeaderModifier: { set: [{ name: "a", value: "b" }] } };
const redirect = { type: "RequestRedirect", requestRedirect: {} };
const rewrite = { type: "URLRewrite", urlRewrite: {} };
const prefix = { type: "URLRewrite", urlRewrite: { path: { type: "ReplacePrefixMatch", replacePrefixMatch: "/b" } } };
const parent = { name: "a" };

const routes: readonly Sample[] = [
  {
    message: /must not contain '\/\/'/,
    good: path("Exact", "/a/b"),
    bad: path("Exact", "/a//b"),
    at: "spec.rules[0].matches[0].path",
  },
  {
    message: /must start with '\/'|must be an absolute path/,
    good: path("RegularExpression", "a"),
    bad: path("PathPrefix", "a"),
    at: "spec.rules[0].matches[0].path",
  },
  {
    message: /must not end with '\/\.\.'/,
    good: path("PathPrefix", "/a/..b"),
    bad: path("PathPrefix", "/a/.."),
    at: "spec.rules[0].matches[0].path",
  },
  {
    message: /must not contain '#'/,
    good: path("RegularExpression", "/a#b"),
    bad: path("Exact", "/a#b"),
    at: "spec.rules[0].matches[0].path",
  },
  {
    message: /must only contain valid characters/,
    good: path("Exact", "/a%20b"),
    bad: path("Exact", "/a b"),
    at: "spec.rules[0].matches[0].path",
  },
  {
    message: /Must have port for Service reference/,
    good: { rules: [{ backendRefs: [{ group: "a.example", kind: "Other", name: "web" }] }] },
    bad: { rules: [{ backendRefs: [{ name: "web" }] }] },
    at: "spec.rules[0].backendRefs[0]",
  },
  {
    message: /requestHeaderModifier must be specified/,
    good: filters({ type: "RequestHeaderModifier", ...header }),
    bad: filters({ type: "RequestHeaderModifier" }),
    at: "spec.rules[0].filters[0]",
  },
  {
    message: /requestHeaderModifier must be nil/,
    good: filters({ type: "RequestHeaderModifier", ...header }),
    bad: filters({ ...redirect, ...header }),
    at: "spec.rules[0].filters[0]",
  },
  {
    message: /RequestRedirect filter cannot be repeated/,
    good: filters(redirect),
    bad: filters(redirect, redirect),
    at: "spec.rules[0].filters",
  },
  {
    message: /May specify either httpRouteFilterRequestRedirect or httpRouteFilterRequestRewrite/,
    good: filters(rewrite),
    bad: filters(redirect, rewrite),
    at: "spec.rules[0].filters",
  },
  {
    message: /RequestRedirect filter must not be used together with backendRefs/,
    good: { rules: [{ filters: [rewrite], backendRefs: [backend] }] },
    bad: { rules: [{ filters: [redirect], backendRefs: [backend] }] },
    at: "spec.rules[0]",
  },
  {
    message: /replacePrefixMatch must be specified/,
    good: filters(prefix),
    bad: filters({ type: "URLRewrite", urlRewrite: { path: { type: "ReplacePrefixMatch" } } }),
    at: "spec.rules[0].filters[0].urlRewrite.path",
  },
  {
    message: /exactly one PathPrefix match/,
    good: { rules: [{ filters: [prefix], matches: [{ path: { type: "PathPrefix", value: "/a" } }] }] },
    bad: { rules: [{ filters: [prefix], matches: [{ path: { type: "Exact", value: "/a" } }] }] },
    at: "spec.rules[0]",
  },
  {
    message: /backendRequest timeout cannot be longer than request timeout/,
    good: { rules: [{ timeouts: { request: "2s", backendRequest: "1500ms" } }] },
    bad: { rules: [{ timeouts: { request: "1s", backendRequest: "1500ms" } }] },
    at: "spec.rules[0].timeouts",
  },
  {
    message: /total number of matches across all rules/,
    good: { rules: Array.from({ length: 2 }, () => ({ matches: Array.from({ length: 64 }, () => ({})) })) },
    bad: { rules: Array.from({ length: 3 }, () => ({ matches: Array.from({ length: 64 }, () => ({})) })) },
    at: "spec.rules",
  },
  {
    message: /sectionName .*must be unique/,
    good: { parentRefs: [{ ...parent, sectionName: "a" }, { ...parent, sectionName: "b" }] },
    bad: { parentRefs: [{ ...parent, sectionName: "a" }, { ...parent, sectionName: "a" }] },
    at: "spec.parentRefs",
  },
  {
    message: /Only one of percent or fraction/,
    good: filters({ type: "RequestMirror", requestMirror: { backendRef: backend, percent: 5 } }),
    bad: filters({
      type: "RequestMirror",
      requestMirror: { backendRef: backend, percent: 5, fraction: { numerator: 1 } },
    }),
    at: "spec.rules[0].filters[0].requestMirror",
  },
  {
    message: /numerator must be less than or equal to denominator/,
    good: filters({ type: "RequestMirror", requestMirror: { backendRef: backend, fraction: { numerator: 100 } } }),
    bad: filters({ type: "RequestMirror", requestMirror: { backendRef: backend, fraction: { numerator: 101 } } }),
    at: "spec.rules[0].filters[0].requestMirror.fraction",
  },
];

const listener = { name: "a", port: 80, protocol: "HTTP" };
const gateway = (...listeners: readonly object[]): object => ({ gatewayClassName: "a", listeners });
const gateways: readonly Sample[] = [
  {
    message: /tls must not be specified for protocols/,
    good: gateway(listener),
    bad: gateway({ ...listener, tls: { certificateRefs: [{ name: "a" }] } }),
    at: "spec.listeners",
  },
  {
    message: /Listener name must be unique/,
    good: gateway(listener, { ...listener, name: "b", port: 81 }),
    bad: gateway(listener, { ...listener, port: 81 }),
    at: "spec.listeners",
  },
  {
    message: /Combination of port, protocol and hostname must be unique/,
    good: gateway(listener, { ...listener, name: "b", hostname: "a.example" }),
    bad: gateway(listener, { ...listener, name: "b" }),
    at: "spec.listeners",
  },
  {
    message: /hostname must not be specified for protocols/,
    good: gateway({ ...listener, hostname: "a.example" }),
    bad: gateway({ ...listener, protocol: "TCP", hostname: "a.example" }),
    at: "spec.listeners",
  },
];

describe.skipIf(!folder)("createValidator() on Gateway API", () => {
  const validators = new Map<string, CrdValidator>();
  if (folder) {
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".yaml"))) {
      for (const document of parseAllDocuments(readFileSync(join(folder, file), "utf8"))) {
        const crd: unknown = document.toJS();
        if (isCrd(crd)) validators.set(file.replace(".yaml", ""), createValidator(crd));
      }
    }
  }
  const judge = (file: string, kind: string, spec: object, oldSpec?: object) => {
    const object = (inner: object) => ({
      apiVersion: "gateway.networking.k8s.io/v1",
      kind,
      metadata: { name: "a" },
      spec: inner,
    });
    return validators.get(file)?.validate(object(spec), oldSpec === undefined ? {} : { oldValue: object(oldSpec) });
  };

  test("runs each of its rules", () => {
    const counts = Object.fromEntries(
      [...validators].map(([name, { kinds, rules }]) => [
        name,
        kinds.map(({ apiVersion }) => rules.filter((rule) => rule.apiVersion === apiVersion).length),
      ]),
    );
    // One number for each served version.
    expect(counts).toEqual({
      backendtlspolicies: [8],
      gatewayclasses: [1, 1],
      gateways: [16, 16],
      grpcroutes: [33],
      httproutes: [89, 89],
      listenersets: [7],
      referencegrants: [0, 0],
      tlsroutes: [6],
    });
    const problems = [...validators.values()].flatMap(({ rules }) =>
      rules.filter(({ problem }) => problem !== undefined)
    );
    expect(problems).toEqual([]);
  });

  describe.each([["httproutes", "HTTPRoute", routes], ["gateways", "Gateway", gateways]] as const)(
    "judges by a rule of %s",
    (file, kind, samples) => {
      test.each(samples.map((sample) => [String(sample.message), sample] as const))("%s", (_name, sample) => {
        expect(judge(file, kind, sample.good)).toEqual({ status: "valid", issues: [], warnings: [], notChecked: [] });
        const bad = judge(file, kind, sample.bad);
        expect(bad?.issues).toContainEqual(
          expect.objectContaining({
            type: "Invalid",
            fieldPath: sample.at,
            message: expect.stringMatching(sample.message),
          }),
        );
        expect(bad?.notChecked).toEqual([]);
      });
    },
  );

  test("judges an update by a transition rule", () => {
    const spec = { controllerName: "example.com/a" };
    expect(judge("gatewayclasses", "GatewayClass", spec, spec)).toMatchObject({ status: "valid", notChecked: [] });
    const changed = judge("gatewayclasses", "GatewayClass", { controllerName: "example.com/b" }, spec);
    expect(changed?.issues).toMatchObject([{ type: "Invalid", fieldPath: "spec.controllerName" }]);
  });
});
