/** The kinds that the rules look at, named by their resource. */
export type ListName = "ingresses" | "ingressclasses" | "services" | "endpointslices" | "secrets" | "events";

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
  /** Warnings about Ingresses and Services, the latest of each object and reason. */
  readonly events: readonly EventObject[];
  /** The objects, other than Services, that backends name, as far as they were looked for. */
  readonly backendObjects: readonly ReferencedObject[];
  /** The objects that IngressClasses name in `.spec.parameters`, as far as they were looked for. */
  readonly classParameters: readonly ReferencedObject[];
  /**
   * False if there are Ingresses and none has `managedFields`, as in a dump without `--show-managed-fields`: then
   * nothing can be said of who wrote what, and when.
   */
  readonly areManagedFieldsShown: boolean;
}

/** An Ingress of any served version, in the words of networking.k8s.io/v1. */
export interface IngressObject {
  readonly namespace: string;
  readonly name: string;
  readonly uid?: string;
  readonly createdAt?: string;
  /** Absent if it has none. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly isBeingDeleted: boolean;
  /** `.spec.ingressClassName`. */
  readonly className?: string;
  /** The annotation `kubernetes.io/ingress.class`, also when it is the empty string. */
  readonly classAnnotation?: string;
  /** Made by cert-manager to answer an HTTP-01 challenge; it repeats a host on purpose. */
  readonly isAcmeSolver: boolean;
  /** An ingress-nginx canary; it repeats a route on purpose. */
  readonly isCanary: boolean;
  /** Hosts that annotations add to those of its rules. */
  readonly aliases: readonly string[];
  /** Annotations name certificates that are not in Secrets. */
  readonly hasOtherCertificates: boolean;
  /** Annotations ask the controller to read paths as regular expressions. */
  readonly takesRegexPaths: boolean;
  /** Annotations put it on a load balancer of its own choice, so its address need not be that of its class. */
  readonly choosesLoadBalancer: boolean;
  /** Reduced `.metadata.managedFields`, in the order of the object. */
  readonly writers: readonly FieldWriter[];
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
  /** `""` means every host. */
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
  /** The entries of `ports` that hold an error. */
  readonly portErrors?: readonly PortError[];
}

/** A port that the load balancer does not serve, as the controller says. */
export interface PortError {
  readonly port: number;
  readonly protocol: string;
  /** A word in CamelCase, or `example.com/CamelCase`; the API server does not insist. */
  readonly error: string;
}

/**
 * One entry of `.metadata.managedFields`: who wrote which kind of field, through which version of the API, and when.
 */
export interface FieldWriter {
  readonly manager: string;
  /** `Apply` or `Update`. */
  readonly operation: string;
  /** The version that the client used, such as `extensions/v1beta1`. */
  readonly apiVersion: string;
  /** RFC 3339: when it last changed any of the fields that it owns; writing the same value again does not count. */
  readonly time?: string;
  readonly ownsStatus: boolean;
  readonly ownsClassField: boolean;
  readonly ownsClassAnnotation: boolean;
  /** Whether it owns other fields of the spec, labels or annotations, so that `time` may be theirs. */
  readonly ownsOtherFields: boolean;
}

/** An IngressClass. */
export interface IngressClassObject {
  readonly name: string;
  readonly controller: string;
  readonly isDefault: boolean;
  readonly createdAt?: string;
  /** `.spec.parameters`. */
  readonly parameters?: ObjectReference;
}

/** A reference to an object of any kind; `namespace` is `""` for an object of the cluster. */
export interface ObjectReference {
  /** `""` is the core group. */
  readonly apiGroup: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** What became of looking for an object that an IngressClass or a backend names. */
export interface ReferencedObject {
  readonly ref: ObjectReference;
  /** Of `forbidden` and `unavailable`, `message` says more. */
  readonly state: "exists" | "missing" | "kind-missing" | "forbidden" | "unavailable" | "not-observed";
  readonly message?: string;
  /** The resource's name, such as `ingressclassparams`, where it is known. */
  readonly resource?: string;
}

/** A warning about an Ingress or a Service. */
export interface EventObject {
  /** The object that it is about. */
  readonly kind: "Ingress" | "Service";
  readonly namespace: string;
  readonly name: string;
  /** Uid of that object; absent if the event does not say. */
  readonly uid?: string;
  readonly reason: string;
  readonly message: string;
  readonly count: number;
  /** RFC 3339: the last time it was seen. */
  readonly lastSeenAt?: string;
}

/** A Service. */
export interface ServiceObject {
  readonly namespace: string;
  readonly name: string;
  readonly uid?: string;
  readonly isExternalName: boolean;
  /** `.spec.externalName` of a Service of type ExternalName. */
  readonly externalName?: string;
  readonly selector: Readonly<Record<string, string>>;
  readonly ports: readonly ServicePort[];
  /** What the annotation `ingress-diff.kubeschema.dev/ignore` names. */
  readonly ignoredRules?: readonly string[];
}

/** One port of a Service; an unnamed one has the name `""`. */
export interface ServicePort {
  readonly name: string;
  readonly port: number;
  /** `TCP`, `UDP` or `SCTP`. */
  readonly protocol: string;
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
  /** Names of its keys that have a value; absent if that was not read. */
  readonly keysPresent?: readonly string[];
  /** The certificates in `tls.crt`; absent if the Secret has none or it was not read. */
  readonly certificatePem?: string;
  /** The certificates in `ca.crt`, if it holds any. */
  readonly caPem?: string;
  /** Whether `tls.key` held the certificate's key; absent if one of the two was not there to compare. */
  readonly keyMatchesCertificate?: boolean;
  /** A snapshot that holds neither a certificate nor a key: somebody took them out. */
  readonly isRedacted?: boolean;
  /** What the annotation `ingress-diff.kubeschema.dev/ignore` names. */
  readonly ignoredRules?: readonly string[];
}
