import { validateNamespace } from "@kubeschema/validators/v1";
import type { ParityKind } from "../compare-kind.ts";
import { create } from "../endpoint.ts";
import { fullMetadata, metadataAdded, metadataPools } from "../pools.ts";

export const namespace: ParityKind = {
  name: "Namespace",
  endpoints: [create("/api/v1/namespaces")],
  validate: validateNamespace,
  bases: [{
    apiVersion: "v1",
    kind: "Namespace",
    metadata: fullMetadata,
    spec: { finalizers: ["kubernetes", "example.com/keep"] },
  }],
  pools: {
    ...metadataPools,
    spec: [{}, null, { finalizers: null }],
    status: [{ phase: "Odd" }, { phase: 1 }, {}],
  },
  added: { "": ["status"], metadata: metadataAdded },
};
