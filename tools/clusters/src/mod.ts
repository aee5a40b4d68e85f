/**
 * Clusters for tests: the objects, a healthy cluster, random ones, and the catalogue of faults in them.
 *
 * @module
 */
export type { CertificateSet, PemPair } from "./certificates/certificate-set.ts";
export { allFaults } from "./faults/all-faults.ts";
export type { Expectation, Fault, Injected } from "./faults/fault.ts";
export {
  expectedRoot,
  failingRoutes,
  formatFound,
  type FoundFinding,
  type FoundObject,
  type Judged,
  type Root,
  rootsOf,
  routesOfFinding,
  toRoot,
} from "./found/roots.ts";
export { entriesOf, type IngressObject, isIngress } from "./objects/ingress-object.ts";
export { defaultClass, ingress, ingressClass, type IngressOptions, serviceBackend, tlsOf } from "./objects/ingress.ts";
export { formatReference, type KubeObject, nameOf } from "./objects/kube-object.ts";
export { toOlderForms } from "./objects/older-forms.ts";
export { endpoint, service, slice } from "./objects/service.ts";
export { tlsSecret } from "./objects/tls-secret.ts";
export { warningEvent } from "./objects/warning-event.ts";
export { writer } from "./objects/writer.ts";
export { createDice, createRandom, type Dice } from "./place/dice.ts";
export type { Place } from "./place/place.ts";
export { createRandomCluster, randomPlace } from "./random/random-cluster.ts";
export { createService } from "./random/random-services.ts";
export type { ZoneCertificates } from "./random/zones.ts";
export { createHealthyCluster, type HealthyCluster, tenantPlace, zonesOf } from "./tenant/healthy-cluster.ts";
export { createTenant, type TenantMaterials, type TenantNames, type TenantNeeds } from "./tenant/tenant.ts";
