import type { CertificateSet } from "../certificates/certificate-set.ts";
import { ingressClass } from "../objects/ingress.ts";
import type { KubeObject } from "../objects/kube-object.ts";
import { type Application, createApplication } from "./application.ts";

/** What the objects of a tenant are called. */
export interface TenantNames {
  readonly namespace: string;
  /** The domain of its hosts. */
  readonly zone: string;
  readonly className: string;
  /** A class of another controller. */
  readonly otherClassName: string;
  /** The only port of its Services; one without a name must still be checked by number. */
  readonly port: { readonly name?: string; readonly port: number };
}

/** What a tenant has beside its two applications, so that a fault finds a place. */
export interface TenantNeeds {
  /** Its class is nobody else's, so that the fault may change it. */
  readonly ownClass?: boolean;
  /** More Ingresses of its class. */
  readonly peers?: number;
  /** Ingresses of the other class. */
  readonly strangers?: number;
  /** A path that leads to a bucket. */
  readonly bucket?: boolean;
  /** A second Ingress on the Service of the first. */
  readonly second?: boolean;
  /** A path below the root. */
  readonly subpath?: boolean;
  /** An Ingress for every other host of the domain. */
  readonly wildcard?: boolean;
  /** Who wrote its Ingresses, in `managedFields`. */
  readonly writers?: boolean;
}

/** What every tenant is made of. */
export interface TenantMaterials {
  readonly certificates: CertificateSet;
  readonly atMs: number;
  /** `discovery.k8s.io/v1` if not given. */
  readonly sliceApiVersion?: string;
}

const peerNames = ["blog", "docs", "search", "status"];
const strangerNames = ["office", "wiki", "intranet", "reports"];

/**
 * Makes a namespace with two healthy applications, `web` and `help`, their classes, and what else is needed.
 *
 * Faults change `web`; the others are there to compare it with, and so that their kinds were observed.
 */
export function createTenant(
  names: TenantNames,
  needs: TenantNeeds,
  materials: TenantMaterials,
): readonly KubeObject[] {
  const { namespace, zone, className, otherClassName, port } = names;
  const { peers = 0, strangers = 0 } = needs;
  const hasWriters = needs.writers === true;
  const app = (name: string, rest: Partial<Application> = {}): readonly KubeObject[] =>
    createApplication({ namespace, name, host: `${name}.${zone}`, className, port, hasWriters, ...rest }, materials);
  return [
    ingressClass(className),
    ...(strangers > 0 ? [ingressClass(otherClassName)] : []),
    ...app("web", {
      // Younger than its neighbours.
      ageDays: 20,
      host: `www.${zone}`,
      hasSubpath: needs.subpath === true,
      hasBucket: needs.bucket === true,
    }),
    ...app("help"),
    ...peerNames.slice(0, peers).flatMap((name) => app(name, { serves: "help" })),
    ...strangerNames.slice(0, strangers).flatMap((name) => app(name, { className: otherClassName, serves: "help" })),
    ...(needs.second === true ? app("again", { serves: "web" }) : []),
    ...(needs.wildcard === true ? app("any-host", { host: `*.${zone}`, serves: "help" }) : []),
  ];
}
