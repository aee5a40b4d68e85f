import { type KubernetesVersion, parseKubernetesVersion } from "../values/kubernetes-version.ts";

/**
 * Finds the version whose schema serves for another one: itself, or else the nearest. Of two that are as near, the newer
 * one serves, since a field that came too late is a smaller fault than one that is missing.
 *
 * @param versions Such as `v1.33`; at least one.
 */
export function nearestVersion(target: KubernetesVersion, versions: readonly string[]): string {
  const byDistance = versions.map((version) => ({ version, ...distance(target, parseKubernetesVersion(version)) }));
  byDistance.sort((a, b) => a.apart - b.apart || b.minor - a.minor);
  return byDistance[0]?.version ?? "";
}

function distance(target: KubernetesVersion, { major, minor }: KubernetesVersion): { apart: number; minor: number } {
  return { apart: Math.abs(ordinal(target) - ordinal({ major, minor })), minor };
}

function ordinal({ major, minor }: KubernetesVersion): number {
  return major * 10_000 + minor;
}
