import type { BadObject } from "./bad-object.ts";
import { deployment, inContainer } from "./workload-examples.ts";

const labels = { app: "web" };
const container = { name: "web", image: "shop/web:1" };

/** Examples of the parts of pods. */
export const podExamples: readonly BadObject[] = [
  {
    summary: "A required node selector has at least one term.",
    object: deployment({ affinity: nodeAffinity([]) }),
  },
  {
    summary: "A node selector term has the values that its operator requires.",
    object: deployment({
      affinity: nodeAffinity([{ matchExpressions: [{ key: "zone", operator: "In", values: [] }] }]),
    }),
  },
  {
    summary: "A new Pod does not have ephemeral containers yet.",
    object: pod({ ephemeralContainers: [{ name: "debug", image: "shop/debug:1" }] }),
  },
  {
    summary: "A pod template does not have ephemeral containers either.",
    object: deployment({ ephemeralContainers: [{ name: "debug", image: "shop/debug:1" }] }),
  },
  {
    summary: "A variable reads a limit or a request of an existing resource of a container.",
    object: inContainer({ env: [{ name: "GPU", valueFrom: { resourceFieldRef: { resource: "limits.gpu" } } }] }),
  },
  {
    summary: "The image of a Pod does not begin or end with a space.",
    object: pod({ containers: [{ ...container, image: " shop/web:1" }] }),
  },
  {
    summary: "A downward API file contains a field or a resource.",
    object: deployment({ volumes: [{ name: "info", downwardAPI: { items: [{ path: "labels" }] } }] }),
  },
  {
    summary: "The name of an iSCSI target has one of three forms.",
    object: deployment({ volumes: [{ name: "disk", iscsi: { targetPortal: "10.0.0.1", iqn: "shop", lun: 1 } }] }),
  },
  {
    summary: "A file from a ConfigMap or a Secret names its key.",
    object: deployment({ volumes: [{ name: "files", configMap: { name: "web", items: [{ key: "", path: "a" }] } }] }),
  },
  {
    summary: "A seccomp profile on the node has a path.",
    object: deployment({ securityContext: { seccompProfile: { type: "Localhost" } } }),
  },
  {
    summary: "A path on another machine is absolute.",
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
