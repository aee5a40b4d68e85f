import type { Lifecycle } from "../schema-model.ts";

/** Facts that the published OpenAPI document of a Kubernetes version leaves out. */
export interface KubernetesFacts {
  /** The values that the API server accepts, by field: `io.k8s.api.networking.v1.HTTPIngressPath.pathType`. */
  readonly enums: Readonly<Record<string, readonly string[]>>;
  /** By `apiVersion/kind`: `networking.k8s.io/v1beta1/Ingress`, `v1/Pod`. Removed kinds are included. */
  readonly lifecycles: Readonly<Record<string, Lifecycle>>;
}
