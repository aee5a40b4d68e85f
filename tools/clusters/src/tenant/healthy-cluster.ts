import type { CertificateSet } from "../certificates/certificate-set.ts";
import type { Fault, Injected } from "../faults/fault.ts";
import { formatReference, type KubeObject } from "../objects/kube-object.ts";
import { createDice } from "../place/dice.ts";
import type { Place } from "../place/place.ts";
import { createTenant, type TenantMaterials, type TenantNames } from "./tenant.ts";

/** A cluster in which everything is as requested, with a place for each of its faults. */
export interface HealthyCluster {
  readonly objects: readonly KubeObject[];
  /** Puts a fault into its own tenant; the objects may already have other faults, each in a tenant of its own. */
  readonly inject: (fault: Fault, objects?: readonly KubeObject[]) => Injected;
  /** The namespace of a fault's tenant. */
  readonly namespaceOf: (fault: Fault) => string;
}

/** The domains of a cluster's tenants: its certificates must be for all of them. */
export function zonesOf(faults: readonly Fault[]): readonly string[] {
  return faults.map((_, index) => nameTenant(faults, index).zone);
}

/**
 * Makes a healthy cluster with one tenant for each fault, so that they do not meet.
 *
 * Most tenants share two classes; a fault that changes a class has one of its own.
 */
export function createHealthyCluster(faults: readonly Fault[], materials: TenantMaterials): HealthyCluster {
  const names = new Map(faults.map((fault, index) => [fault, nameTenant(faults, index)]));
  const tenants = [...names].map(([fault, ofFault]) => createTenant(ofFault, fault.needs ?? {}, materials));
  // Classes are shared.
  const objects = [...new Map(tenants.flat().map((object) => [formatReference(object), object])).values()];
  const namesOf = (fault: Fault): TenantNames => {
    const found = names.get(fault);
    if (found === undefined) throw new RangeError(`Cannot find a tenant for ${fault.rule}: ${fault.way}`);
    return found;
  };
  return {
    objects,
    namespaceOf: (fault) => namesOf(fault).namespace,
    inject: (fault, present = objects) => {
      const place = tenantPlace(namesOf(fault), { ...materials, objects: present });
      const injected = fault.inject(place);
      if (injected === undefined) throw new RangeError(`Cannot inject ${fault.rule}: ${fault.way}: no place fits`);
      return injected;
    },
  };
}

/** The place that a tenant is for a fault. */
export function tenantPlace(
  { namespace, zone, className }: TenantNames,
  { certificates, atMs, objects }: {
    readonly certificates: CertificateSet;
    readonly atMs: number;
    readonly objects: readonly KubeObject[];
  },
): Place {
  const open = new Set([`Ingress ${namespace}/web`, `Ingress ${namespace}/any-host`, `IngressClass ${className}`]);
  return {
    objects,
    dice: createDice(1),
    atMs,
    isOpen: (object) => open.has(formatReference(object)),
    zones: [zone],
    certificatesOf: () => certificates,
    guestNamespace: `${namespace}-guest`,
  };
}

/** Called after the rule: `backend-no-endpoints-2` has the second way of it. */
function nameTenant(faults: readonly Fault[], index: number): TenantNames {
  const fault = faults[index];
  const wayCount = faults.slice(0, index).filter(({ rule }) => rule === fault?.rule).length;
  const name = `${fault?.rule.replace("/", "-")}${wayCount === 0 ? "" : `-${wayCount + 1}`}`;
  const [first, second] = index % 5 === 0 ? ["internal", "nginx"] as const : ["nginx", "internal"] as const;
  return {
    namespace: name,
    zone: `${name}.example`,
    className: fault?.needs?.ownClass === true ? `${name}-class` : first,
    otherClassName: second,
    port: index % 3 === 0 ? { port: 80 } : { name: "http", port: 80 },
  };
}
