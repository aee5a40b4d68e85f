import { ingress, ingressClass, type KubeObject, service, slice } from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../evaluate/evaluate.ts";
import type { ReferencedObject } from "../../observe/cluster-view.ts";
import { observeSnapshot } from "../../observe/observe-snapshot.ts";
import { judge, said, testTime } from "../../testing/judge.ts";

const rest = [ingress({ className: "alb" }), service(), slice()];
const ref = { apiGroup: "elbv2.k8s.aws", kind: "IngressClassParams", name: "internet" };

function classWith(parameters: object): KubeObject {
  return { ...ingressClass("alb"), spec: { controller: "ingress.k8s.aws/alb", parameters } };
}

function params(name: string, namespace?: string): KubeObject {
  const metadata = { name, ...(namespace === undefined ? {} : { namespace }) };
  return { apiVersion: "elbv2.k8s.aws/v1beta1", kind: "IngressClassParams", metadata };
}

describe("classParametersMissing", () => {
  test("names the class whose parameters do not exist, and its Ingresses", async () => {
    const { findings } = await judge([classWith(ref), params("other"), ...rest]);
    expect(findings).toMatchObject([{
      rule: "class/parameters-missing",
      severity: "warning",
      object: { kind: "IngressClass", name: "alb" },
      should: 'an existing object: IngressClassParams.elbv2.k8s.aws "internet"',
      is: 'names IngressClassParams.elbv2.k8s.aws "internet", which does not exist',
      consequences: [{ kind: "Ingress", namespace: "shop", name: "web" }],
    }]);
  });

  test.each([
    { name: "parameters that exist", given: [classWith(ref), params("internet")] },
    { name: "a kind of which the snapshot holds nothing", given: [classWith(ref)] },
    {
      name: "parameters in a namespace",
      given: [classWith({ ...ref, scope: "Namespace", namespace: "infra" }), params("internet", "infra")],
    },
    {
      name: "a namespace that the scope of the cluster makes meaningless",
      given: [classWith({ ...ref, namespace: "infra" }), params("internet")],
    },
    { name: "a class without parameters", given: [ingressClass("alb")] },
    { name: "parameters that name nothing", given: [classWith({ kind: "IngressClassParams" })] },
  ])("says nothing of $name", async ({ given }) => {
    expect(said(await judge([...given, ...rest]))).toEqual([]);
  });

  test("the same name in another namespace is not it", async () => {
    const scoped = classWith({ ...ref, scope: "Namespace", namespace: "infra" });
    expect(said(await judge([scoped, params("internet", "other"), ...rest]))).toEqual([
      "class/parameters-missing (warning) IngressClass alb",
    ]);
  });

  test("with one namespace it is said of the classes that are used in it", async () => {
    const documents = [{ kind: "List", items: [classWith(ref), params("other"), ...rest] }];
    const view = observeSnapshot([{ name: "test", documents }], { source: "test", at: testTime });
    const findings = (namespace: string, ingresses = view.ingresses): readonly unknown[] =>
      evaluate({ ...view, namespace, ingresses }, { at: testTime }).findings;
    expect(findings("shop")).toHaveLength(1);
    expect(findings("other", [])).toEqual([]);
  });

  test.each<{ readonly found: Omit<ReferencedObject, "ref">; readonly want: object }>([
    {
      found: { state: "kind-missing" },
      want: {
        severity: "warning",
        outcome: "fail",
        is:
          'names IngressClassParams.elbv2.k8s.aws "internet", and the server has no kind "IngressClassParams" in the group "elbv2.k8s.aws"',
      },
    },
    {
      found: { state: "forbidden", message: "no", resource: "ingressclassparams" },
      want: {
        severity: "info",
        outcome: "unknown",
        is: "could not be checked: no",
        fix: "allow it with a ClusterRole that has the rule " +
          '{"apiGroups":["elbv2.k8s.aws"],"resources":["ingressclassparams"],"verbs":["get"]}',
      },
    },
    { found: { state: "unavailable", message: "timeout" }, want: { severity: "info", outcome: "unknown" } },
  ])("of a cluster: $found.state", async ({ found, want }) => {
    const documents = [{ kind: "List", items: [classWith(ref), ...rest] }];
    const view = observeSnapshot([{ name: "test", documents }], { source: "test", at: testTime });
    const classParameters = [{ ref: { ...ref, namespace: "" }, ...found }];
    expect(evaluate({ ...view, classParameters }, { at: testTime }).findings).toMatchObject([want]);
  });
});
