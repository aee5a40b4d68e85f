import { parseIpAddress, shortestAddress } from "./parse-ip-address.ts";

/** A range of addresses. */
export interface Cidr {
  /** The first address of the range, 4 or 16 bytes. */
  readonly network: readonly number[];
  /** The address as it was written, which may be another one of the range. */
  readonly address: readonly number[];
  /** How many leading bits belong to the network, of the address as it was written. */
  readonly bits: number;
}

/** Reads `10.0.0.0/8`, as leniently as the API server: zeros may lead numbers. Source: k8s.io/utils/net, ParseCIDRSloppy. */
export function parseCidr(text: string): Cidr | undefined {
  const slash = text.indexOf("/");
  if (slash === -1) return undefined;
  const address = parseIpAddress(text.slice(0, slash));
  const length = text.slice(slash + 1);
  if (address === undefined || !/^\d{1,8}$/.test(length)) return undefined;
  const bits = Number(length);
  return bits > address.length * 8 ? undefined : { network: networkOf(address, bits), address, bits };
}

/** Whether a range holds the first address of another. */
export function containsNetwork(outer: Cidr, inner: Cidr): boolean {
  const network = shortestAddress(outer.network);
  const address = shortestAddress(inner.network);
  if (network.length !== address.length) return false;
  // An IPv4 address written as an IPv6 one has 96 bits in front.
  const bits = Math.max(0, outer.bits - (outer.network.length - network.length) * 8);
  return isSameAddress(networkOf(address, bits), networkOf(network, bits));
}

/** Whether two addresses have the same bytes. */
export function isSameAddress(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function networkOf(address: readonly number[], bits: number): readonly number[] {
  return address.map((byte, index) => {
    const kept = Math.min(8, Math.max(0, bits - index * 8));
    return byte & (0xff << (8 - kept)) & 0xff;
  });
}
