import { isIpAddress } from "./ip-address.ts";

/** The 4 or 16 bytes of an address, as leniently as `isIpAddress()`; absent if the text is not an address. */
export function parseIpAddress(text: string): readonly number[] | undefined {
  if (!isIpAddress(text)) return undefined;
  if (!text.includes(":")) return text.split(".").map(Number);
  const [head = "", tail = ""] = text.split("::", 2);
  const first = bytesOf(head);
  const last = bytesOf(tail);
  return [...first, ...Array<number>(16 - first.length - last.length).fill(0), ...last];
}

function bytesOf(groups: string): readonly number[] {
  if (groups === "") return [];
  return groups.split(":").flatMap((group) => {
    if (group.includes(".")) return group.split(".").map(Number);
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
}

/** Whether 16 bytes are `::ffff:` and an IPv4 address, which counts as that IPv4 address. */
export function isMapped(address: readonly number[]): boolean {
  return address.length === 16 && address.slice(0, 10).every((byte) => byte === 0) && address[10] === 0xff &&
    address[11] === 0xff;
}

/** The bytes of an address, 4 for every IPv4 address however it is written. */
export function shortestAddress(address: readonly number[]): readonly number[] {
  return isMapped(address) ? address.slice(12) : address;
}
