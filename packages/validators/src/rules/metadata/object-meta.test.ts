import { describe, expect, test } from "vitest";
import { validateIngress } from "../../gen/networking.k8s.io/v1.js";

const owner = { apiVersion: "apps/v1", kind: "Deployment", name: "web", uid: "1" };
const fill = (count: number): string => "a".repeat(count);

describe("checkObjectMeta() judges metadata as the API server does:", () => {
  test.each<{ name: string; metadata: unknown; want: readonly string[] }>([
    { name: "a name", metadata: { name: "a.b-1" }, want: [] },
    { name: "no metadata", metadata: undefined, want: ["name Required"] },
    { name: "an empty name", metadata: { name: "" }, want: ["name Required"] },
    { name: "a bad name", metadata: { name: "Bad_Name!" }, want: ["name Invalid"] },
    { name: "a name with a line break at its end", metadata: { name: "a\n" }, want: ["name Invalid"] },
    { name: "a long bad name", metadata: { name: `${fill(253)}_` }, want: ["name Invalid", "name Invalid"] },
    { name: "253 bytes", metadata: { name: fill(253) }, want: [] },
    { name: "a prefix", metadata: { generateName: "web-" }, want: [] },
    { name: "a prefix of two dashes", metadata: { generateName: "a--" }, want: [] },
    { name: "a prefix of one dash", metadata: { generateName: "-" }, want: ["generateName Invalid", "name Invalid"] },
    { name: "a bad prefix", metadata: { generateName: "Web-" }, want: ["generateName Invalid", "name Invalid"] },
    { name: "a fault that the mask hides", metadata: { generateName: "a_-" }, want: ["name Invalid"] },
    {
      name: "a fault behind the 58th byte",
      metadata: { generateName: `${fill(60)}_a` },
      want: ["generateName Invalid"],
    },
    { name: "a bad prefix beside a name", metadata: { name: "a", generateName: "A" }, want: ["generateName Invalid"] },
    { name: "a namespace", metadata: { name: "a", namespace: "shop" }, want: [] },
    { name: "a bad namespace", metadata: { name: "a", namespace: "a.b" }, want: ["namespace Invalid"] },

    { name: "labels", metadata: { name: "a", labels: { "a.b/C_d": "E.f", k: "", n: null } }, want: [] },
    { name: "a bad label key", metadata: { name: "a", labels: { "-a": "b" } }, want: ["labels Invalid"] },
    {
      name: "an empty label key",
      metadata: { name: "a", labels: { "": "b" } },
      want: ["labels Invalid", "labels Invalid"],
    },
    {
      name: "a label key of a slash",
      metadata: { name: "a", labels: { "/": "b" } },
      want: Array(3).fill("labels Invalid"),
    },
    { name: "an empty prefix", metadata: { name: "a", labels: { "/a": "b" } }, want: ["labels Invalid"] },
    { name: "an upper-case prefix", metadata: { name: "a", labels: { "A/b": "c" } }, want: ["labels Invalid"] },
    { name: "two slashes", metadata: { name: "a", labels: { "a/b/c": "d" } }, want: ["labels Invalid"] },
    {
      name: "a long bad label value",
      metadata: { name: "a", labels: { k: `${fill(63)}-` } },
      want: ["labels Invalid", "labels Invalid"],
    },

    { name: "an upper-case annotation key", metadata: { name: "a", annotations: { "A.B/C": "any text\n" } }, want: [] },
    { name: "letters that fold to ASCII", metadata: { name: "a", annotations: { "\u212a\u0130": "" } }, want: [] },
    {
      name: "a bad annotation key",
      metadata: { name: "a", annotations: { "a b": "" } },
      want: ["annotations Invalid"],
    },
    { name: "256 KiB of annotations", metadata: { name: "a", annotations: { a: fill(262143) } }, want: [] },
    { name: "a byte more", metadata: { name: "a", annotations: { a: fill(262144) } }, want: ["annotations TooLong"] },
    {
      name: "as many letters of two bytes",
      metadata: { name: "a", annotations: { a: "é".repeat(131072) } },
      want: ["annotations TooLong"],
    },

    { name: "an owner", metadata: { name: "a", ownerReferences: [owner, { ...owner, controller: true }] }, want: [] },
    {
      name: "an owner of null",
      metadata: { name: "a", ownerReferences: [null] },
      want: ["apiVersion", "kind", "name", "uid"].map((name) => `ownerReferences.${name} Invalid`),
    },
    {
      name: "an apiVersion without version",
      metadata: { name: "a", ownerReferences: [{ ...owner, apiVersion: "apps/" }] },
      want: ["ownerReferences.apiVersion Invalid"],
    },
    {
      name: "an apiVersion of three parts",
      metadata: { name: "a", ownerReferences: [{ ...owner, apiVersion: "a/b/c" }] },
      want: ["ownerReferences.apiVersion Invalid"],
    },
    {
      name: "an Event as owner",
      metadata: { name: "a", ownerReferences: [{ ...owner, apiVersion: "v1", kind: "Event" }] },
      want: ["ownerReferences Invalid"],
    },
    {
      name: "the same controller three times",
      metadata: { name: "a", ownerReferences: Array(3).fill({ ...owner, controller: true }) },
      want: [],
    },
    {
      name: "three controllers",
      metadata: { name: "a", ownerReferences: ["1", "2", "3"].map((uid) => ({ ...owner, uid, controller: true })) },
      want: ["ownerReferences Invalid", "ownerReferences Invalid"],
    },

    { name: "finalizers", metadata: { name: "a", finalizers: ["orphan", "kubernetes", "a.b/c"] }, want: [] },
    {
      name: "a finalizer without a prefix",
      metadata: { name: "a", finalizers: ["orphan", "x"] },
      want: ["finalizers[1] Invalid"],
    },
    { name: "a bad finalizer", metadata: { name: "a", finalizers: ["a/b/c"] }, want: ["finalizers Invalid"] },
    {
      name: "both ways of deletion",
      metadata: { name: "a", finalizers: ["orphan", "foregroundDeletion"] },
      want: ["finalizers Invalid"],
    },
    {
      name: "managed fields that cannot be read",
      metadata: { name: "a", managedFields: [{ operation: "x", fieldsV1: 5 }] },
      want: [],
    },
  ])("$name", ({ metadata, want }) => {
    const issues = validateIngress({
      apiVersion: "networking.k8s.io/v1",
      kind: "Ingress",
      metadata,
      spec: { rules: [{}] },
    });
    expect(issues.map((issue) => `${issue.fieldPath} ${issue.type}`)).toEqual(want.map((line) => `metadata.${line}`));
  });
});
