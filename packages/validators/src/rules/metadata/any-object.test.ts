import { describe, expect, test } from "vitest";
import type { ObjectKind } from "../../runtime/object-kind.ts";
import { faultsOf } from "../testing/faults-of.ts";
import { checkAnyObject } from "./any-object.ts";

const bad = "metadata.name Invalid";
const badTwice = [bad, bad];

type Row = {
  readonly kind: string;
  readonly isClusterWide?: boolean;
  readonly name?: string;
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly spec?: unknown;
  readonly kubernetesVersion?: string;
  readonly want: readonly string[];
};

describe("checkAnyObject() checks the form of names of each kind:", () => {
  test.each<Row>([
    { kind: "v1/Pod", name: "a.b", want: [] },
    { kind: "v1/Pod", name: "a_b", want: [bad] },
    { kind: "v1/Pod", name: "", want: ["metadata.name Required"] },
    { kind: "example.com/v1/Role", name: "a:b", want: [bad] },
    { kind: "v1/Namespace", isClusterWide: true, name: "a.b", want: [bad] },
    { kind: "v1/LimitRange", metadata: {}, want: [] },
    { kind: "v1/LimitRange", metadata: { generateName: "A-" }, want: [] },
    { kind: "v1/LimitRange", name: "A", want: [bad] },
    { kind: "v1/Service", name: "1a", want: [] },
    { kind: "v1/Service", name: "1a", kubernetesVersion: "1.35", want: [bad] },
    { kind: "v1/Service", name: "a.b", want: [bad] },
    { kind: "rbac.authorization.k8s.io/v1/Role", name: "system:Node_x y", want: [] },
    { kind: "rbac.authorization.k8s.io/v1/ClusterRole", isClusterWide: true, name: "a/b%c", want: badTwice },
    { kind: "rbac.authorization.k8s.io/v1/RoleBinding", name: "..", want: [bad] },
    { kind: "rbac.authorization.k8s.io/v1/Role", metadata: { generateName: "system:" }, want: [] },
    {
      kind: "rbac.authorization.k8s.io/v1/Role",
      metadata: { generateName: "." },
      want: ["metadata.generateName Invalid"],
    },
    { kind: "v1/Event", metadata: { generateName: "." }, want: [] },
    { kind: "certificates.k8s.io/v1/CertificateSigningRequest", isClusterWide: true, name: "A:b", want: [] },
    { kind: "certificates.k8s.io/v1/CertificateSigningRequest", isClusterWide: true, name: "a/b", want: [bad] },
    {
      kind: "certificates.k8s.io/v1/CertificateSigningRequest",
      isClusterWide: true,
      metadata: { name: "a/b", labels: { "-": "" }, generation: -1 },
      want: ["metadata.labels Invalid", "metadata.generation Invalid"],
    },
    { kind: "policy/v1/PodDisruptionBudget", name: "A_b", want: [] },
    { kind: "apps/v1/StatefulSet", name: "a.b", want: [bad] },
    { kind: "apps/v1/StatefulSet", name: "a.b", kubernetesVersion: "1.26", want: [] },
    { kind: "batch/v1/CronJob", name: "a".repeat(52), want: [] },
    { kind: "batch/v1/CronJob", name: "a".repeat(53), want: [bad] },
    { kind: "internal.apiserver.k8s.io/v1alpha1/StorageVersion", isClusterWide: true, name: "apps", want: [bad] },
    {
      kind: "internal.apiserver.k8s.io/v1alpha1/StorageVersion",
      isClusterWide: true,
      name: "apps.deployments",
      want: [],
    },
    {
      kind: "apiextensions.k8s.io/v1/CustomResourceDefinition",
      isClusterWide: true,
      name: "a.example.com",
      spec: { group: "example.com", names: { plural: "a" } },
      want: [],
    },
    {
      kind: "apiextensions.k8s.io/v1/CustomResourceDefinition",
      isClusterWide: true,
      name: "b.example.com",
      spec: { group: "example.com", names: { plural: "a" } },
      want: [bad],
    },
    {
      kind: "apiregistration.k8s.io/v1/APIService",
      isClusterWide: true,
      name: "v1.",
      spec: { version: "v1" },
      want: [],
    },
    { kind: "apiregistration.k8s.io/v1/APIService", isClusterWide: true, name: "v1", want: [bad] },
    { kind: "networking.k8s.io/v1/IPAddress", isClusterWide: true, name: "10.0.0.1", want: [] },
    { kind: "networking.k8s.io/v1/IPAddress", isClusterWide: true, name: "fd00::1", want: [] },
    { kind: "networking.k8s.io/v1/IPAddress", isClusterWide: true, name: "fd00:0::1", want: [bad] },
    { kind: "networking.k8s.io/v1/IPAddress", isClusterWide: true, name: "a", want: [bad] },
    {
      kind: "certificates.k8s.io/v1beta1/ClusterTrustBundle",
      isClusterWide: true,
      name: "example.com:mine:x",
      spec: { signerName: "example.com/mine" },
      want: [],
    },
    { kind: "certificates.k8s.io/v1beta1/ClusterTrustBundle", isClusterWide: true, name: "a:x", want: [bad] },
  ])("$kind $name $metadata $kubernetesVersion", ({ name, metadata = { name }, ...row }) => {
    expect(judge(row, metadata)).toEqual(row.want);
  });
});

describe("checkAnyObject() judges the rest of the metadata:", () => {
  test.each<Row>([
    { kind: "v1/Pod", metadata: { name: "a", labels: { "-": "" } }, want: ["metadata.labels Invalid"] },
    { kind: "v1/Pod", metadata: { name: "a", finalizers: ["x"] }, want: ["metadata.finalizers[0] Invalid"] },
    { kind: "coordination.k8s.io/v1/Lease", metadata: { name: "a", finalizers: ["x"] }, want: [] },
    {
      kind: "coordination.k8s.io/v1/Lease",
      metadata: { name: "a", finalizers: ["-"] },
      want: ["metadata.finalizers Invalid"],
    },
    { kind: "authentication.k8s.io/v1/TokenReview", isClusterWide: true, metadata: {}, want: [] },
    { kind: "authorization.k8s.io/v1/SubjectAccessReview", isClusterWide: true, metadata: {}, want: [] },
    {
      kind: "authorization.k8s.io/v1/SubjectAccessReview",
      isClusterWide: true,
      metadata: { creationTimestamp: null, name: "", labels: {} },
      want: [],
    },
    {
      kind: "authorization.k8s.io/v1/SubjectAccessReview",
      isClusterWide: true,
      metadata: { name: "a" },
      want: ["metadata Invalid"],
    },
    { kind: "authorization.k8s.io/v1/LocalSubjectAccessReview", metadata: { namespace: "a" }, want: [] },
  ])("$kind $metadata", ({ metadata = {}, ...row }) => expect(judge(row, metadata)).toEqual(row.want));

  test("leaves alone what has no endpoint of its own", () => {
    const kind: ObjectKind = { apiVersion: "policy/v1", kind: "Eviction" };
    expect(faultsOf((report, object, version) => checkAnyObject(report, object, version, kind), {})).toEqual([]);
  });
});

function judge({ kind, isClusterWide = false, spec, kubernetesVersion }: Row, metadata: unknown): readonly string[] {
  const slash = kind.lastIndexOf("/");
  const facts = { apiVersion: kind.slice(0, slash), kind: kind.slice(slash + 1), isNamespaced: !isClusterWide };
  return faultsOf(
    (report, object, version) => checkAnyObject(report, object, version, facts),
    { metadata, spec },
    kubernetesVersion,
  );
}
