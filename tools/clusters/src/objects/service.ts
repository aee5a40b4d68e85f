import type { KubeObject } from "./kube-object.ts";

/** Makes a Service, by default with the port `http`. */
export function service(
  name: string = "web",
  spec: object = {},
  options: { readonly namespace?: string } = {},
): KubeObject {
  const ports = [{ name: "http", port: 80, targetPort: 8080, nodePort: 30_080, protocol: "TCP" }];
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: { namespace: options.namespace ?? "shop", name },
    spec: { type: "ClusterIP", selector: { app: name }, ports, ...spec },
  };
}

/** Makes a slice, by default with the port `http` and two ready endpoints. */
export function slice(
  serviceName: string = "web",
  fields: object = {},
  options: { readonly namespace?: string; readonly name?: string } = {},
): KubeObject {
  return {
    apiVersion: "discovery.k8s.io/v1",
    kind: "EndpointSlice",
    metadata: {
      namespace: options.namespace ?? "shop",
      name: options.name ?? `${serviceName}-1`,
      labels: { "kubernetes.io/service-name": serviceName },
    },
    addressType: "IPv4",
    ports: [{ name: "http", port: 8080, protocol: "TCP" }],
    endpoints: [endpoint("10.1.0.1", true), endpoint("10.1.0.2", true)],
    ...fields,
  };
}

/** Makes an endpoint of a slice; without a condition it is ready. */
export function endpoint(address: string, ready: boolean | null | undefined, conditions: object = {}): object {
  return { addresses: [address], conditions: { ...(ready === undefined ? {} : { ready }), ...conditions } };
}

/** Tells whether an object is an EndpointSlice of a Service. */
export function isSliceOf(service: KubeObject, object: KubeObject): boolean {
  return object.kind === "EndpointSlice" && object.metadata.namespace === service.metadata.namespace &&
    object.metadata.labels?.["kubernetes.io/service-name"] === service.metadata.name;
}
