import type { KubeObject } from "./kube-object.ts";

/** Makes a warning about an Ingress, as controllers record it. */
export function warningEvent(
  name: string,
  options: {
    readonly namespace?: string;
    readonly kind?: string;
    readonly uid?: string;
    readonly reason?: string;
    readonly message?: string;
    readonly lastSeenAt?: string;
    readonly count?: number;
    readonly type?: string;
  } = {},
): KubeObject {
  const { namespace = "shop", kind = "Ingress", reason = "FailedBuildModel", count = 1 } = options;
  return {
    apiVersion: "v1",
    kind: "Event",
    metadata: { namespace, name: `${name}.${reason.toLowerCase()}.${count}` },
    type: options.type ?? "Warning",
    involvedObject: {
      apiVersion: kind === "Ingress" ? "networking.k8s.io/v1" : "v1",
      kind,
      namespace,
      name,
      ...(options.uid === undefined ? {} : { uid: options.uid }),
    },
    reason,
    message: options.message ?? "no subnet was found",
    count,
    lastTimestamp: options.lastSeenAt ?? "2026-05-31T23:50:00Z",
  };
}
