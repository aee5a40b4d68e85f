/** An object as kubectl prints it. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly creationTimestamp?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly deletionTimestamp?: string;
    readonly uid?: string;
    readonly managedFields?: readonly object[];
  };
  readonly [field: string]: unknown;
}

/** What an Ingress of the tests differs in; the rest is one healthy route to Service `web`, port `http`. */
export interface IngressOptions {
  readonly namespace?: string;
  readonly name?: string;
  readonly metadata?: Partial<KubeObject["metadata"]>;
  /** `null` names no class. */
  readonly className?: string | null;
  readonly host?: string;
  readonly path?: string;
  readonly pathType?: string;
  readonly backend?: object;
  readonly spec?: object;
  /** The entries of the status. */
  readonly status?: readonly object[];
}

export function ingress(options: IngressOptions = {}): KubeObject {
  const { className = "nginx", host = "shop.example", path = "/", pathType = "Prefix" } = options;
  const backend = options.backend ?? serviceBackend("web", "http");
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: {
      namespace: options.namespace ?? "shop",
      name: options.name ?? "web",
      creationTimestamp: "2026-05-01T00:00:00Z",
      ...options.metadata,
    },
    spec: {
      ...(className === null ? {} : { ingressClassName: className }),
      rules: [{ host, http: { paths: [{ path, pathType, backend }] } }],
      ...options.spec,
    },
    status: { loadBalancer: { ingress: options.status ?? [{ ip: "203.0.113.10" }] } },
  };
}

export function serviceBackend(name: string, port: string | number): object {
  return { service: { name, port: typeof port === "number" ? { number: port } : { name: port } } };
}

export function ingressClass(name: string, annotations: Readonly<Record<string, string>> = {}): KubeObject {
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "IngressClass",
    metadata: { name, annotations },
    spec: { controller: `example.com/${name}` },
  };
}

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

/** A slice with the port `http` and two ready endpoints, unless told otherwise. */
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

export function endpoint(address: string, ready: boolean | null | undefined, conditions: object = {}): object {
  return { addresses: [address], conditions: { ...(ready === undefined ? {} : { ready }), ...conditions } };
}

export function tlsSecret(
  name: string,
  certificatePem: string,
  options: { readonly namespace?: string; readonly type?: string } = {},
): KubeObject {
  return {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { namespace: options.namespace ?? "shop", name },
    type: options.type ?? "kubernetes.io/tls",
    data: { "tls.crt": btoa(certificatePem), "tls.key": "" },
  };
}

/** An Ingress's `.spec.tls` with one entry. */
export function tlsOf(
  secretName: string | undefined,
  ...hosts: readonly string[]
): { readonly tls: readonly object[] } {
  return { tls: [{ ...(hosts.length === 0 ? {} : { hosts }), ...(secretName === undefined ? {} : { secretName }) }] };
}

/** What one writer of an Ingress owns; the rest is as API servers write it since 1.22. */
export type Owned = "status" | "class" | "class annotation" | "spec" | "empty status";

/** An entry of `.metadata.managedFields`. */
export function writer(
  manager: string,
  time: string,
  owned: readonly Owned[],
  options: { readonly apiVersion?: string } = {},
): object {
  const spec = {
    ...(owned.includes("class") ? { "f:ingressClassName": {} } : {}),
    ...(owned.includes("spec") ? { "f:rules": {} } : {}),
  };
  const status = owned.includes("status")
    ? { "f:status": { "f:loadBalancer": { "f:ingress": {} } } }
    : owned.includes("empty status")
    ? { "f:status": { "f:loadBalancer": {} } }
    : {};
  return {
    manager,
    operation: "Update",
    apiVersion: options.apiVersion ?? "networking.k8s.io/v1",
    time,
    fieldsType: "FieldsV1",
    fieldsV1: {
      ...(owned.includes("class annotation")
        ? { "f:metadata": { "f:annotations": { ".": {}, "f:kubernetes.io/ingress.class": {} } } }
        : {}),
      ...(Object.keys(spec).length === 0 ? {} : { "f:spec": spec }),
      ...status,
    },
    ...(owned.includes("status") ? { subresource: "status" } : {}),
  };
}

/** A warning about an Ingress, as controllers record it. */
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
