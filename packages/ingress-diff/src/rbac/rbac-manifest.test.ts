import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import type { RbacRule } from "../observe/rbac-rules.ts";
import { formatRbacManifest, type RbacScope } from "./rbac-manifest.ts";

const jane = { kind: "User", name: "jane" } as const;
const read = (scope: RbacScope): readonly Record<string, unknown>[] =>
  parseAllDocuments(formatRbacManifest(scope)).map((document) => document.toJS());
// Every Role has rules, each of this form.
const rulesOf = (document: Record<string, unknown> | undefined): readonly RbacRule[] =>
  (document?.rules ?? []) as readonly RbacRule[];
const resourcesOf = (document: Record<string, unknown> | undefined): unknown =>
  rulesOf(document).flatMap(({ resources }) => resources);

describe("formatRbacManifest()", () => {
  test("gives one ClusterRole and its binding for all namespaces", () => {
    const documents = read({ subject: jane });
    expect(documents.map(({ kind }) => kind)).toEqual(["ClusterRole", "ClusterRoleBinding"]);
    expect(resourcesOf(documents[0])).toEqual([
      "ingresses",
      "ingressclasses",
      "services",
      "endpointslices",
      "secrets",
      "events",
    ]);
    for (const { verbs } of rulesOf(documents[0])) expect(verbs).toEqual(["list"]);
    expect(documents[1]).toMatchObject({
      roleRef: { kind: "ClusterRole", name: "ingress-diff" },
      subjects: [{ kind: "User", name: "jane", apiGroup: "rbac.authorization.k8s.io" }],
    });
  });

  test("gives a Role for one namespace, and of the whole cluster the IngressClasses only", () => {
    const documents = read({ subject: jane, namespace: "shop" });
    expect(documents.map(({ kind }) => kind)).toEqual(["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"]);
    expect(resourcesOf(documents[0])).toEqual(["ingressclasses"]);
    expect(documents[0]).toMatchObject({ metadata: { name: "ingress-diff-classes" } });
    expect(documents[1]).toMatchObject({ roleRef: { name: "ingress-diff-classes" } });
    expect(documents[2]).toMatchObject({ metadata: { namespace: "shop", name: "ingress-diff" } });
    expect(resourcesOf(documents[2])).not.toContain("ingressclasses");
  });

  test("lets lists be watched for watch, but never Secrets", () => {
    const verbs = rulesOf(read({ subject: jane, isWatch: true })[0]).map((rule) => `${rule.resources} ${rule.verbs}`);
    expect(verbs).toContain("ingresses list,watch");
    expect(verbs).toContain("secrets list");
  });

  test("makes the ServiceAccount that nobody has yet", () => {
    const subject = { kind: "ServiceAccount", namespace: "ops", name: "ingress-diff" } as const;
    expect(read({ subject, isSubjectNew: true })[0]).toMatchObject({
      kind: "ServiceAccount",
      metadata: { namespace: "ops", name: "ingress-diff" },
    });
    expect(read({ subject })[0]).toMatchObject({ kind: "ClusterRole" });
  });

  test("keeps names names, whatever is in them", () => {
    for (const name of ["true", "7", 'a"b', "a: b", "a\n- b", "#c"]) {
      expect(read({ subject: { kind: "Group", name } })[1]).toMatchObject({ subjects: [{ kind: "Group", name }] });
    }
  });
});
