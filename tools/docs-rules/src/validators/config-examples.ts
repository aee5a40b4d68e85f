import type { BadObject } from "./bad-object.ts";

/** Examples of data, namespaces, and of what all objects have. */
export const configExamples: readonly BadObject[] = [
  {
    summary: "A key of a ConfigMap can be the name of a file.",
    object: { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "settings" }, data: { "a/b": "1" } },
  },
  {
    summary: "A Secret of a type has the keys that the type asks for.",
    object: {
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "shop-tls" },
      type: "kubernetes.io/tls",
      data: { "tls.crt": "" },
    },
  },
  {
    summary: "A finalizer of a Namespace has a name that says whose it is.",
    object: { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop" }, spec: { finalizers: ["mine"] } },
  },
  {
    summary: "An object has a name of the form that its kind takes, and labels of the form of labels.",
    object: { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "Settings_of_shop" } },
  },
  {
    summary: "The key of an annotation is a name, with a domain in front or without.",
    object: configMap({ annotations: { "shop/owner/team": "web" } }),
  },
  {
    summary: "So is a finalizer.",
    object: configMap({ finalizers: ["shop.example/keep/it"] }),
  },
  {
    summary: "What depends on an object is deleted or kept, and not both.",
    object: configMap({ finalizers: ["orphan", "foregroundDeletion"] }),
  },
  {
    summary: "The owner of an object is named in full.",
    object: configMap({ ownerReferences: [{ apiVersion: "apps/v1", kind: "Deployment", name: "web", uid: "" }] }),
  },
  {
    summary: "A field exists, and holds the JSON type that it is declared with.",
    object: { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "settings" }, dta: { size: "1" } },
  },
  {
    summary: "The same of the version that was removed in Kubernetes 1.22.",
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
