import { type CelFunc, celFunc, type CelMap, celMethod, CelScalar, type CelValue } from "@bufbuild/cel";
import { type Cidr, isSameAddress, parseCidr } from "../../../formats/cidr.ts";
import { parseIpAddress } from "../../../formats/parse-ip-address.ts";
import { canonicalAddress, strictIpAddressProblems } from "../../../formats/strict-address.ts";
import { partOf, tagged, taggedMap } from "./tagged.ts";

const { BOOL, DYN, INT, STRING } = CelScalar;

/**
 * @see {@link https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-ip-address-library}
 * @see {@link https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-cidr-library}
 */
export const addressFunctions: readonly CelFunc[] = [
  celFunc("isIP", [STRING], BOOL, isAddress),
  celFunc("ip", [STRING], DYN, toIp),
  celFunc("ip.isCanonical", [STRING], BOOL, (text) => {
    toIp(text);
    return canonicalAddress(text) === text;
  }),
  celFunc("string", [taggedMap], STRING, (value) => String(partOf(value, typeOf(value), "text"))),
  celMethod("family", taggedMap, [], INT, function () {
    return bytesOf(this).length === 4 ? 4n : 6n;
  }),
  ...test("isUnspecified", (bytes) => bytes.every((byte) => byte === 0)),
  ...test("isLoopback", isLoopback),
  ...test("isLinkLocalMulticast", isLinkLocalMulticast),
  ...test("isLinkLocalUnicast", isLinkLocalUnicast),
  ...test("isGlobalUnicast", (bytes) =>
    !bytes.every((byte) => byte === 0) && !bytes.every((byte) => byte === 255) && !isLoopback(bytes) &&
    !isMulticast(bytes) && !isLinkLocalUnicast(bytes)),
  celFunc("isCIDR", [STRING], BOOL, (text) => readCidr(text) !== undefined),
  celFunc("cidr", [STRING], DYN, toCidr),
  celMethod("containsIP", taggedMap, [DYN], BOOL, function (ip) {
    const text = typeof ip === "string" ? ip : textOf(ip, "ip");
    return contains(cidrOf(this), toIpBytes(text));
  }),
  celMethod("containsCIDR", taggedMap, [DYN], BOOL, function (other) {
    const inner = typeof other === "string" ? cidrOf(toCidr(other)) : cidrOf(other);
    const outer = cidrOf(this);
    return inner.bits >= outer.bits && contains(outer, inner.address);
  }),
  celMethod("ip", taggedMap, [], DYN, function () {
    return toIp(textOf(this, "cidr").split("/", 1)[0] ?? "");
  }),
  celMethod("masked", taggedMap, [], DYN, function () {
    const { network, bits } = cidrOf(this);
    return toCidr(`${writeAddress(network)}/${bits}`);
  }),
  celMethod("prefixLength", taggedMap, [], INT, function () {
    return BigInt(cidrOf(this).bits);
  }),
];

function test(name: string, isSo: (bytes: readonly number[]) => boolean): readonly CelFunc[] {
  return [
    celMethod(name, taggedMap, [], BOOL, function () {
      return isSo(bytesOf(this));
    }),
  ];
}

/** Without a zone, leading zeros, or an IPv4 address written as an IPv6 one. */
function isAddress(text: string): boolean {
  return strictIpAddressProblems(text).length === 0;
}

function toIp(text: string): CelMap {
  if (!isAddress(text)) throw new RangeError(`${JSON.stringify(text)} is not an IP address`);
  return tagged("ip", { text: canonicalAddress(text) });
}

function toCidr(text: string): CelMap {
  const cidr = readCidr(text);
  if (cidr === undefined) throw new RangeError(`${JSON.stringify(text)} is not a CIDR`);
  return tagged("cidr", { text: `${writeAddress(cidr.address)}/${cidr.bits}` });
}

function readCidr(text: string): Cidr | undefined {
  const [address = "", bits = ""] = text.split("/", 2);
  return isAddress(address) && /^(?:0|[1-9]\d*)$/.test(bits) ? parseCidr(text) : undefined;
}

function cidrOf(value: CelValue): Cidr {
  return parseCidr(textOf(value, "cidr")) as Cidr; // toCidr() made it.
}

function bytesOf(value: CelValue): readonly number[] {
  return toIpBytes(textOf(value, "ip"));
}

function toIpBytes(text: string): readonly number[] {
  const bytes = isAddress(text) ? parseIpAddress(text) : undefined;
  if (bytes === undefined) throw new RangeError(`${JSON.stringify(text)} is not an IP address`);
  return bytes;
}

function textOf(value: CelValue, type: string): string {
  return String(partOf(value, type, "text"));
}

function typeOf(value: Parameters<typeof partOf>[0]): string {
  try {
    partOf(value, "ip", "text");
    return "ip";
  } catch {
    return "cidr";
  }
}

function contains({ network, bits }: Cidr, address: readonly number[]): boolean {
  if (network.length !== address.length) return false;
  const masked = parseCidr(`${writeAddress(address)}/${bits}`);
  return masked !== undefined && isSameAddress(masked.network, network);
}

function writeAddress(bytes: readonly number[]): string {
  if (bytes.length === 4) return bytes.join(".");
  const groups = Array.from(
    { length: 8 },
    (_, index) => (((bytes[index * 2] ?? 0) << 8) | (bytes[index * 2 + 1] ?? 0)).toString(16),
  );
  return canonicalAddress(groups.join(":"));
}

function isLoopback(bytes: readonly number[]): boolean {
  return bytes.length === 4 ? bytes[0] === 127 : bytes.every((byte, index) => byte === (index === 15 ? 1 : 0));
}

function isMulticast([first = 0, ...rest]: readonly number[]): boolean {
  return rest.length === 3 ? (first & 0xf0) === 224 : first === 0xff;
}

function isLinkLocalMulticast(bytes: readonly number[]): boolean {
  const [first = 0, second = 0, third = 0] = bytes;
  return bytes.length === 4 ? first === 224 && second === 0 && third === 0 : first === 0xff && (second & 0x0f) === 2;
}

function isLinkLocalUnicast(bytes: readonly number[]): boolean {
  const [first = 0, second = 0] = bytes;
  return bytes.length === 4 ? first === 169 && second === 254 : first === 0xfe && (second & 0xc0) === 0x80;
}
