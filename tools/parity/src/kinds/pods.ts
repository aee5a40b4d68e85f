import { validatePod, validatePodTemplate } from "@kubeschema/validators/v1";
import type { ParityKind } from "../compare-kind.ts";
import { create } from "../endpoint.ts";
import type { JsonObject } from "../mutate.ts";
import { fullMetadata } from "../pools.ts";
import { part, podAdded, podPools, templates } from "./pod-parts.ts";

// Admission decides about these, depending on the rest of the cluster.
const {
  priorityClassName: _,
  runtimeClassName: __,
  preemptionPolicy: ___,
  overhead: ____,
  // A Pod with a token and without an account gets one if the controllers run.
  serviceAccountName: _____,
  ...pools
} = podPools;
const byAdmission = ["runtimeClassName", "preemptionPolicy", "overhead"];

export const podKind: ParityKind = {
  name: "Pod",
  endpoints: [create("/api/v1/namespaces/default/pods")],
  validate: validatePod,
  bases: templates.map(({ spec }): JsonObject => {
    const { priorityClassName: _, ...rest } = part(spec);
    return { apiVersion: "v1", kind: "Pod", metadata: fullMetadata, spec: rest };
  }),
  pools: { ...pools, image: [...(pools.image ?? []), "nginx ", "\tnginx", "nginx\u00a0"] },
  added: { ...podAdded, spec: (podAdded.spec ?? []).filter((name) => !byAdmission.includes(name)) },
  fixed: ["serviceAccountName"],
};

export const podTemplateKind: ParityKind = {
  name: "PodTemplate",
  endpoints: [create("/api/v1/namespaces/default/podtemplates")],
  validate: validatePodTemplate,
  bases: templates.map((template) => ({ apiVersion: "v1", kind: "PodTemplate", metadata: fullMetadata, template })),
  pools: podPools,
  added: podAdded,
};
