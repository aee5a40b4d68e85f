/** The kinds that the rules look at, named by their resource. */
export type ListName = "ingresses" | "ingressclasses" | "services" | "endpointslices" | "secrets";

/**
 * How far one kind of object could be seen. Only an `observed` list can prove that something is missing.
 *
 * - `forbidden`: the API server answered 403.
 * - `unavailable`: the API is not served, did not answer in time, or broke off.
 * - `not-observed`: a snapshot holds no object at all of this kind.
 */
export type ListState =
  | { readonly state: "observed" }
  | { readonly state: "forbidden" | "unavailable" | "not-observed"; readonly message: string };

/** What was read, reduced to what the rules need: plain readonly data, never a private key. */
export interface ClusterView {
  /** For people, such as `context "prod"` or `snapshot shop.yaml`. */
  readonly source: string;
  /** Such as `v1.33.4`; absent where it is not known. */
  readonly serverVersion?: string;
  /** When it was read, in RFC 3339. */
  readonly at: string;
  /** The one namespace that was read; absent if all were. */
  readonly namespace?: string;
  /** False if a list changed while it was read in pages, so that the view is not of a single point in time. */
  readonly isComplete: boolean;
  readonly requestCount: number;
  readonly lists: Readonly<Record<ListName, ListState>>;
  readonly ingresses: readonly IngressObject[];
  readonly ingressClasses: readonly IngressClassObject[];
  readonly services: readonly ServiceObject[];
  readonly endpointSlices: readonly EndpointSliceObject[];
  readonly secrets: readonly SecretObject[];
}

/** An Ingress of any served version, in the words of networking.k8s.io/v1. */
export interface IngressObject {
  readonly namespace: string;
  readonly name: string;
  readonly createdAt?: string;
  readonly isBeingDeleted: boolean;
  /** `.spec.ingressClassName`. */
  readonly className?: string;
  /** The annotation `kubernetes.io/ingress.class`, also when it is the empty string. */
  readonly classAnnotation?: string;
  /** Made by cert-manager to answer an HTTP-01 challenge; it repeats a host on purpose. */
  readonly isAcmeSolver: boolean;
  /** An ingress-nginx canary; it repeats a route on purpose. */
  readonly isCanary: boolean;
  readonly defaultBackend?: BackendRef;
  readonly rules: readonly IngressRule[];
  readonly tls: readonly IngressTls[];
  /** `.status.loadBalancer.ingress`, entries without an address included. */
  readonly statusEntries: readonly StatusEntry[];
  /** What the annotation `ingress-diff.kubeschema.dev/ignore` names. */
  readonly ignoredRules?: readonly string[];
}

/** One rule; `paths` is absent if the rule has no `http`. */
export interface IngressRule {
  /** `""` stands for every host. */
  readonly host: string;
  readonly paths?: readonly IngressPath[];
}

/** One path of a rule. */
export interface IngressPath {
  readonly path: string;
  readonly pathType: string;
  readonly backend: BackendRef;
}

/** Where a path leads: a port of a Service in the same namespace, or another kind of object. */
export type BackendRef =
  | { readonly type: "service"; readonly name: string; readonly port?: PortRef }
  | { readonly type: "resource"; readonly apiGroup: string; readonly kind: string; readonly name: string };

/** A port of a Service, by `.spec.ports[].port` or by `.spec.ports[].name`. */
export type PortRef = number | string;

/** One entry of `.spec.tls`. */
export interface IngressTls {
  readonly hosts: readonly string[];
  readonly secretName?: string;
}

/** One entry of `.status.loadBalancer.ingress`; the API server accepts one with neither. */
export interface StatusEntry {
  readonly ip?: string;
  readonly hostname?: string;
}

/** An IngressClass. */
export interface IngressClassObject {
  readonly name: string;
  readonly controller: string;
  readonly isDefault: boolean;
}

/** A Service. */
export interface ServiceObject {
  readonly namespace: string;
  readonly name: string;
  readonly isExternalName: boolean;
  readonly selector: Readonly<Record<string, string>>;
  readonly ports: readonly ServicePort[];
  /** What the annotation `ingress-diff.kubeschema.dev/ignore` names. */
  readonly ignoredRules?: readonly string[];
}

/** One port of a Service; an unnamed one has the name `""`. */
export interface ServicePort {
  readonly name: string;
  readonly port: number;
}

/** An EndpointSlice that belongs to a Service. */
export interface EndpointSliceObject {
  readonly namespace: string;
  /** The label `kubernetes.io/service-name`. */
  readonly serviceName: string;
  /** Names of its ports, `""` for an unnamed one. Empty if the slice lists none. */
  readonly portNames: readonly string[];
  readonly endpoints: readonly Endpoint[];
}

/** One endpoint of a slice. */
export interface Endpoint {
  /** The same for the same endpoint in several slices: what it stands for, else its address. */
  readonly key: string;
  /** `conditions.ready`; absent means true. */
  readonly isReady: boolean;
  /** Terminating and still serving. */
  readonly isDraining: boolean;
}

/** A Secret without its private key. */
export interface SecretObject {
  readonly namespace: string;
  readonly name: string;
  /** `""` if only its name was read. */
  readonly type: string;
  /** The certificates in `tls.crt`; absent if the Secret has none or it was not read. */
  readonly certificatePem?: string;
  /** What the annotation `ingress-diff.kubeschema.dev/ignore` names. */
  readonly ignoredRules?: readonly string[];
}
