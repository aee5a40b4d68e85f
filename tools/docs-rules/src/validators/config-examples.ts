import type { BadObject } from "./bad-object.ts";

/** Examples of data, namespaces, and the metadata of all objects. */
export const configExamples: readonly BadObject[] = [
  {
    summary: "A key of a ConfigMap can be a file name.",
    object: { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "settings" }, data: { "a/b": "1" } },
  },
  {
    summary: "A Secret has the keys that its type requires.",
    object: {
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "shop-tls" },
      type: "kubernetes.io/tls",
      data: { "tls.crt": "" },
    },
  },
  {
    summary: "The name of a Namespace's finalizer says whose it is.",
    object: { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop" }, spec: { finalizers: ["mine"] } },
  },
  {
    summary: "An object's name has the form that its kind requires, and its labels have the form of labels.",
    object: { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "Settings_of_shop" } },
  },
  {
    summary: "The key of an annotation is a name, with or without a domain in front.",
    object: configMap({ annotations: { "shop/owner/team": "web" } }),
  },
  {
    summary: "So is a finalizer.",
    object: configMap({ finalizers: ["shop.example/keep/it"] }),
  },
  {
    summary: "The dependents of an object are either deleted or kept.",
    object: configMap({ finalizers: ["orphan", "foregroundDeletion"] }),
  },
  {
    summary: "An owner reference is complete.",
    object: configMap({ ownerReferences: [{ apiVersion: "apps/v1", kind: "Deployment", name: "web", uid: "" }] }),
  },
  {
    summary: "A field exists, and has the JSON type that it is declared with.",
    object: { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "settings" }, dta: { size: "1" } },
  },
  {
    summary: "The same rule, for the version that was removed in Kubernetes 1.22.",
    object: {
      apiVersion: "networking.k8s.io/v1beta1",
      kind: "Ingress",
      metadata: { name: "web" },
      spec: { backend: { serviceName: "web", servicePort: 80 }, class: "nginx" },
    },
  },
];

function configMap(metadata: object): BadObject["object"] {
  return { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "settings", ...metadata } };
}
