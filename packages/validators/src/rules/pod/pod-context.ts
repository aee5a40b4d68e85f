import type { JsonObject } from "../../values/json-object.ts";
import type { KubernetesVersion } from "../../values/kubernetes-version.ts";

/** The context that the rules for the parts of a pod share. */
export interface PodContext {
  readonly version: KubernetesVersion;
  /** The valid volumes by name: only these can be mounted. */
  readonly volumes: ReadonlyMap<string, JsonObject>;
  /** The names of the pod's claims of resources. */
  readonly resourceClaims: ReadonlySet<string>;
}
