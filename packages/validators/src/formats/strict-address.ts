import { isSameAddress, parseCidr } from "./cidr.ts";
import { isMapped, parseIpAddress } from "./parse-ip-address.ts";
import type { Problems } from "./problems.ts";

const zeros = "has numbers with leading zeros";
const mapped = "is an IPv4 address written as an IPv6 one";

/**
 * Checks an address as newly created objects must write it since 1.36 (gate StrictIPCIDRValidation): without leading zeros,
 * and no IPv4 address as IPv6. Source: apimachinery, util/validation/ip.go, IsValidIP.
 */
export function strictIpAddressProblems(text: string): Problems {
  const address = parseIpAddress(text);
  if (address === undefined) return ["is not an IP address"];
  return [...(hasZeros(text) ? [zeros] : []), ...(isMapped(address) ? [mapped] : [])];
}

/** Likewise a range, which must also begin with its first address. Source: apimachinery, util/validation/ip.go, IsValidCIDR. */
export function strictCidrProblems(text: string): Problems {
  const cidr = parseCidr(text);
  if (cidr === undefined) return ["is not a range of addresses such as 10.0.0.0/8"];
  const hasHostBits = !isSameAddress(cidr.address, cidr.network);
  return [
    ...(hasZeros(text) ? [zeros] : []),
    ...(isMapped(cidr.address) ? [mapped] : []),
    ...(hasHostBits ? ["does not begin with the first address of its range"] : []),
  ];
}

// Of the decimal numbers: those of an IPv4 address, and the length of a prefix.
function hasZeros(text: string): boolean {
  return /(?:^|\.|\/)0\d|:0\d+\./.test(text);
}

/** The shortest form of an address that `strictIpAddressProblems()` finds right, as RFC 5952 and Go write it. */
export function canonicalAddress(text: string): string {
  return text.includes(":") ? new URL(`http://[${text}]`).hostname.slice(1, -1) : text;
}
