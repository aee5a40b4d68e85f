import { isIpAddress } from "../formats/ip-address.ts";
import { noProblems, type Problems } from "../formats/problems.ts";
import { strictIpAddressProblems } from "../formats/strict-address.ts";
import { isAtLeast, type KubernetesVersion } from "../values/kubernetes-version.ts";

const isNot: Problems = ["is not an IP address"];

/**
 * Checks an address in a field that is older than the strict form, which is required since 1.36 (gate
 * StrictIPCIDRValidation).
 */
export function ipAddressProblems(text: string, version: KubernetesVersion): Problems {
  if (isAtLeast(version, 36)) return strictIpAddressProblems(text);
  return isIpAddress(text) ? noProblems : isNot;
}
