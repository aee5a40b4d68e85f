import type { FieldWriter, PortError } from "../observe/cluster-view.ts";

/** A reference to an object, which may be missing. Cluster-scoped objects have the namespace `""`. */
export interface ObjectRef {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/**
 * An object that asks for routes, with everything that holds for all of them. An Ingress is one; nothing after this
 * stage knows which kind it is.
 */
export interface RouteSource {
  readonly ref: ObjectRef;
  readonly uid?: string;
  /** Milliseconds since the epoch; absent if the object does not say. */
  readonly createdAtMs?: number;
  readonly isBeingDeleted: boolean;
  /** The effective class. */
  readonly className?: string;
  readonly classSource: ClassSource;
  /** The deprecated annotation for the class, also where the field wins over it; never empty. */
  readonly classAnnotation?: string;
  /** What the status publishes: every address that is one. */
  readonly addresses: readonly string[];
  /** Entries of the status that hold no address. */
  readonly emptyAddressCount: number;
  /** Ports that the load balancer does not serve, each with its address. */
  readonly portErrors: readonly (PortError & { readonly address: string })[];
  /** Annotations put it on a load balancer of its own choice. */
  readonly choosesLoadBalancer: boolean;
  /** Who wrote it; empty if that is not known. */
  readonly writers: readonly FieldWriter[];
  /** Hosts that annotations add to those of its routes. */
  readonly aliases: readonly string[];
  /** It has certificates that are not in Secrets. */
  readonly hasOtherCertificates: boolean;
  /** Its controller is asked to read paths as regular expressions. */
  readonly takesRegexPaths: boolean;
  /** Why a repeated route is meant to be, if it is. */
  readonly repeatsRoutes?: "acme-solver" | "canary";
  readonly routes: readonly Route[];
  readonly tls: readonly TlsEntry[];
}

/** Where the effective class comes from; `none` if nothing names one. */
export type ClassSource = "field" | "annotation" | "gke-default" | "none";

/** One thing that the spec asks for: requests for this host and path go to this backend. */
export interface Route {
  readonly source: RouteSource;
  /** Place in the source's object. */
  readonly fieldPath: string;
  /** `""` means every host. */
  readonly host: string;
  readonly path: string;
  /** `Default` is what no rule takes; `None` a rule that leaves its paths to the controller. */
  readonly pathType: "Exact" | "Prefix" | "ImplementationSpecific" | "Default" | "None" | (string & {});
  /** The entry that asks for TLS on the host. */
  readonly tls?: TlsEntry;
  /** Absent if the spec leaves the backend to the controller. */
  readonly backend?: RouteBackend;
}

/** Where a route leads. */
export type RouteBackend =
  | {
    readonly type: "service";
    readonly namespace: string;
    readonly name: string;
    /** `.spec.ports[].port` or `.spec.ports[].name`; absent if the spec names none. */
    readonly port?: number | string;
  }
  /** Resolved by the controller: another kind of object, or a name that represents an annotation. */
  | {
    readonly type: "other";
    readonly kind: string;
    readonly name: string;
    /** Of an object in the namespace of the source; absent if the name is not that of an object. */
    readonly apiGroup?: string;
  };

/** The TLS that is requested for some hosts. */
export interface TlsEntry {
  readonly source: RouteSource;
  readonly fieldPath: string;
  /** Empty means the controller's default. */
  readonly hosts: readonly string[];
  /** Absent if the controller is to find a certificate by itself. */
  readonly secret?: { readonly namespace: string; readonly name: string };
}
