import {
  allFaults,
  createTenant,
  formatReference,
  type KubeObject,
  type TenantMaterials,
  type TenantNames,
  tenantPlace,
} from "@kubeschema-tools/clusters";
import { isDeepStrictEqual } from "node:util";
import { withTexts, wordedCertificates } from "./worded-certificates.ts";

/** The time as of which the examples are judged. */
export const shopTime = "2026-06-01T00:00:00Z";

const names: TenantNames = {
  namespace: "shop",
  zone: "shop.example",
  className: "nginx",
  otherClassName: "internal",
  port: { name: "http", port: 80 },
};
const materials: TenantMaterials = { certificates: wordedCertificates, atMs: Date.parse(shopTime) };

/** Two healthy Ingresses with everything that they need: the examples change them. */
export const shop: readonly KubeObject[] = createTenant(names, {}, materials).map(withTexts);

/** The change to the shop that makes a rule find something. */
export interface Example {
  /** Objects that replace those of the same kind and name, or are added. */
  readonly objects: readonly KubeObject[];
  /** Missing objects, such as `Service shop/web`. */
  readonly without: readonly string[];
}

/**
 * Takes the example of a rule from the catalogue of faults.
 *
 * @throws {RangeError} If the catalogue has no such fault, or the shop has no place for it.
 */
export function exampleOf(rule: string, given: string): Example {
  const fault = allFaults.find((candidate) => candidate.rule === rule && candidate.way === given);
  if (fault === undefined) throw new RangeError(`Cannot describe the rule "${rule}": no fault is called "${given}"`);
  const objects = createTenant(names, fault.needs ?? {}, materials);
  const injected = fault.inject(tenantPlace(names, { ...materials, objects }));
  if (injected === undefined) throw new RangeError(`Cannot describe the rule "${rule}": the shop has no place for it`);
  const after = injected.objects.map(withTexts);
  const references = new Set(after.map(formatReference));
  return {
    objects: after.filter((object) => !shop.some((other) => isDeepStrictEqual(other, object))),
    without: shop.map(formatReference).filter((reference) => !references.has(reference)),
  };
}
