import { validateIngressClass } from "@kubeschema/validators/networking.k8s.io/v1";
import type { ParityKind } from "../compare-kind.ts";
import { create } from "../endpoint.ts";
import { fullMetadata, long, metadataAdded, metadataPools, names } from "../pools.ts";

export const ingressClass: ParityKind = {
  name: "IngressClass",
  endpoints: [create("/apis/networking.k8s.io/v1/ingressclasses")],
  validate: validateIngressClass,
  bases: [{
    apiVersion: "networking.k8s.io/v1",
    kind: "IngressClass",
    metadata: fullMetadata,
    spec: {
      controller: "example.com/controller",
      parameters: { apiGroup: "example.com", kind: "Parameters", name: "external" },
    },
  }],
  pools: {
    ...metadataPools,
    controller: [
      "",
      "a",
      "a/",
      "/a",
      "/",
      "a/b/c",
      "A/b",
      "a_b/c",
      "a.b/c d",
      "a.b/é",
      "a.b/%20?",
      "a.b/~!$&'()*+,;=:@",
      "a/b\n",
      `a/${long(248)}`,
      `a/${long(249)}`,
      `a/${long(249, "é")}`,
      `${long(254)}/a`,
      `${long(251)}`,
    ],
    parameters: [{}, { kind: "K", name: "n" }, { apiGroup: null, kind: "%", name: "/" }],
    apiGroup: ["", "core", "A", "a.b", long(254)],
    scope: ["Cluster", "Namespace", "", "x"],
    namespace: names,
    spec: [{}, null],
  },
  added: { metadata: metadataAdded, parameters: ["scope", "namespace"] },
  // This server does not know them, and so does not look at their types.
  fixed: ["scope", "namespace"],
};
