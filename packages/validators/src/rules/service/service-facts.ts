import { asObject, type JsonObject, listOf, optionalTextOf, textOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";

/** A Service as the server sees it when it validates: defaults are filled in, and fields that a release does not know dropped. */
export interface ServiceFacts {
  readonly spec: JsonObject;
  readonly annotations: JsonObject;
  readonly version: KubernetesVersion;
  readonly type: string;
  readonly ports: readonly JsonObject[];
  readonly clusterIP: string;
  readonly clusterIPs: readonly string[];
  readonly ipFamilies: readonly string[];
  readonly ipFamilyPolicy: string | undefined;
  readonly isHeadless: boolean;
}

/**
 * Sources: kubernetes, pkg/apis/core/v1/defaults.go, and pkg/registry/core/service/strategy.go: `clusterIP` is copied into
 * empty `clusterIPs`; before 1.21 there were no two families, and a second address was cut off.
 */
export function serviceFacts(service: JsonObject, version: KubernetesVersion): ServiceFacts {
  const spec = asObject(service.spec);
  const clusterIP = textOf(spec.clusterIP);
  const given = listOf(spec.clusterIPs).map(textOf);
  const hasFamilies = isAtLeast(version, 21);
  const all = clusterIP !== "" && given.length === 0 ? [clusterIP] : given;
  const clusterIPs = hasFamilies ? all : all.slice(0, 1);
  return {
    spec,
    annotations: asObject(asObject(service.metadata).annotations),
    version,
    type: textOf(spec.type) || "ClusterIP",
    ports: listOf(spec.ports).map(asObject),
    clusterIP,
    clusterIPs,
    ipFamilies: hasFamilies ? listOf(spec.ipFamilies).map(textOf) : [],
    ipFamilyPolicy: hasFamilies ? optionalTextOf(spec.ipFamilyPolicy) : undefined,
    isHeadless: clusterIPs.length === 1 && clusterIPs[0] === "None",
  };
}
