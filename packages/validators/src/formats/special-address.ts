import { parseIpAddress, shortestAddress } from "./parse-ip-address.ts";
import { noProblems, type Problems } from "./problems.ts";

/**
 * Finds addresses that no endpoint of a service may have: unspecified, loopback and link-local ones.
 * Source: kubernetes, pkg/apis/core/validation/validation.go, ValidateNonSpecialIP.
 */
export function specialAddressProblems(text: string): Problems {
  const address = shortestAddress(parseIpAddress(text) ?? []);
  const [first = 0, second = 0, third = 0] = address;
  if (address.every((byte) => byte === 0)) return ["is the unspecified address"];
  const isLoopback = address.length === 4
    ? first === 127
    : address.every((byte, index) => byte === (index === 15 ? 1 : 0));
  if (isLoopback) return ["is a loopback address"];
  const isLinkLocal = address.length === 4
    ? first === 169 && second === 254
    : first === 0xfe && (second & 0xc0) === 0x80;
  if (isLinkLocal) return ["is a link-local address"];
  const isMulticast = address.length === 4
    ? first === 224 && second === 0 && third === 0
    : first === 0xff && (second & 0x0f) === 2;
  return isMulticast ? ["is a link-local multicast address"] : noProblems;
}
