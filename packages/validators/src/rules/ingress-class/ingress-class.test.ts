import { describe, expect, test } from "vitest";
import { faultsOf } from "../testing/faults-of.ts";
import { checkIngressClass } from "./ingress-class.ts";

const controller = "spec.controller";
const parameters = "spec.parameters";
const good = { kind: "K", name: "n" };
const fill = (count: number): string => "a".repeat(count);

describe("checkIngressClass() judges as the API server does:", () => {
  test.each<{ name: string; spec: unknown; kubernetesVersion?: string; want: readonly string[] }>([
    { name: "a controller", spec: { controller: "example.com/a" }, want: [] },
    { name: "any path", spec: { controller: "a/b/~!$&'()*+,;=:%20" }, want: [] },
    { name: "no spec", spec: null, want: [`${controller} Required`] },
    { name: "no path", spec: { controller: "a/" }, want: [`${controller} Invalid`] },
    { name: "no domain", spec: { controller: "/a" }, want: [`${controller} Invalid`] },
    { name: "a bad domain", spec: { controller: "A/b" }, want: [`${controller} Invalid`] },
    {
      name: "a bad domain and path",
      spec: { controller: "A/b c" },
      want: [`${controller} Invalid`, `${controller} Invalid`],
    },
    { name: "250 bytes", spec: { controller: `a/${fill(248)}` }, want: [] },
    { name: "251 bytes", spec: { controller: `a/${fill(249)}` }, want: [`${controller} TooLong`] },
    {
      name: "251 bytes without a path",
      spec: { controller: fill(251) },
      want: [`${controller} TooLong`, `${controller} Invalid`],
    },
    { name: "parameters", spec: { controller: "a/b", parameters: { ...good, apiGroup: "a.b" } }, want: [] },
    {
      name: "empty parameters",
      spec: { controller: "a/b", parameters: {} },
      want: [`${parameters}.kind Required`, `${parameters}.name Required`],
    },
    {
      name: "bad parameters",
      spec: { controller: "a/b", parameters: { apiGroup: "", kind: "a/b", name: ".." } },
      want: [`${parameters}.apiGroup Invalid`, `${parameters}.kind Invalid`, `${parameters}.name Invalid`],
    },
    {
      name: "a namespace",
      spec: { controller: "a/b", parameters: { ...good, scope: "Namespace", namespace: "a" } },
      want: [],
    },
    {
      name: "a bad namespace",
      spec: { controller: "a/b", parameters: { ...good, scope: "Namespace", namespace: "a.b" } },
      want: [`${parameters}.namespace Invalid`],
    },
    {
      name: "no namespace",
      spec: { controller: "a/b", parameters: { ...good, scope: "Namespace" } },
      want: [`${parameters}.namespace Required`],
    },
    {
      name: "a namespace for the cluster",
      spec: { controller: "a/b", parameters: { ...good, namespace: "a" } },
      want: [`${parameters}.namespace Forbidden`],
    },
    {
      name: "an unknown scope",
      spec: { controller: "a/b", parameters: { ...good, scope: "x" } },
      want: [`${parameters}.scope NotSupported`],
    },
    {
      name: "a scope before there was one",
      spec: { controller: "a/b", parameters: { ...good, scope: "x", namespace: "" } },
      kubernetesVersion: "1.21",
      want: [],
    },
  ])("$name $kubernetesVersion", ({ spec, kubernetesVersion, want }) => {
    expect(faultsOf(checkIngressClass, { metadata: { name: "a" }, spec }, kubernetesVersion)).toEqual(want);
  });
});
