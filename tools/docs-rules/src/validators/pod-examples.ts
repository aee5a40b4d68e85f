import type { BadObject } from "./bad-object.ts";
import { deployment, inContainer } from "./workload-examples.ts";

const labels = { app: "web" };
const container = { name: "web", image: "shop/web:1" };

/** Examples of what pods are made of. */
export const podExamples: readonly BadObject[] = [
  {
    summary: "A requirement for nodes has at least one term.",
    object: deployment({ affinity: nodeAffinity([]) }),
  },
  {
    summary: "A term about nodes has the values that its operator compares with.",
    object: deployment({
      affinity: nodeAffinity([{ matchExpressions: [{ key: "zone", operator: "In", values: [] }] }]),
    }),
  },
  {
    summary: "A new Pod has no container for debugging yet.",
    object: pod({ ephemeralContainers: [{ name: "debug", image: "shop/debug:1" }] }),
  },
  {
    summary: "Nor has the template of pods.",
    object: deployment({ ephemeralContainers: [{ name: "debug", image: "shop/debug:1" }] }),
  },
  {
    summary: "A variable takes a limit or a request of a container for resources that there are.",
    object: inContainer({ env: [{ name: "GPU", valueFrom: { resourceFieldRef: { resource: "limits.gpu" } } }] }),
  },
  {
    summary: "The image of a Pod has no space at its ends.",
    object: pod({ containers: [{ ...container, image: " shop/web:1" }] }),
  },
  {
    summary: "A file about the pod has a field or a resource as its content.",
    object: deployment({ volumes: [{ name: "info", downwardAPI: { items: [{ path: "labels" }] } }] }),
  },
  {
    summary: "An iSCSI target has a name of one of the three forms.",
    object: deployment({ volumes: [{ name: "disk", iscsi: { targetPortal: "10.0.0.1", iqn: "shop", lun: 1 } }] }),
  },
  {
    summary: "A file from a ConfigMap or a Secret names its key.",
    object: deployment({ volumes: [{ name: "files", configMap: { name: "web", items: [{ key: "", path: "a" }] } }] }),
  },
  {
    summary: "A seccomp profile of the node has a path.",
    object: deployment({ securityContext: { seccompProfile: { type: "Localhost" } } }),
  },
  {
    summary: "A path on another machine begins at its root.",
    object: deployment({ volumes: [{ name: "files", nfs: { server: "10.0.0.1", path: "files" } }] }),
  },
  {
    summary: "The user of a Windows container has a name.",
    object: deployment({ securityContext: { windowsOptions: { runAsUserName: "" } } }),
  },
];

function nodeAffinity(nodeSelectorTerms: readonly object[]): object {
  return { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } };
}

function pod(spec: object): BadObject["object"] {
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "web", labels },
    spec: { containers: [container], ...spec },
  };
}
