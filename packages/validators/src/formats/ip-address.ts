/**
 * Tells whether a text is an IPv4 or IPv6 address, as leniently as the API server: numbers may begin with zeros, and an
 * IPv6 address may end in an IPv4 one. Zones are not accepted. Source: k8s.io/utils/net, ParseIPSloppy.
 */
export function isIpAddress(text: string): boolean {
  return text.includes(":") ? isIpv6(text) : isIpv4(text);
}

function isIpv4(text: string): boolean {
  // Hardly a host ends in a digit, and every address does.
  const last = text.charCodeAt(text.length - 1);
  if (!(last >= 48 && last <= 57)) return false;
  const parts = text.split(".", 5);
  return parts.length === 4 && parts.every((part) => /^\d+$/.test(part) && Number(part) <= 255);
}

function isIpv6(text: string): boolean {
  const halves = text.split("::", 3);
  if (halves.length > 2) return false;
  const counts = halves.map((half, index) => groupCount(half, index === halves.length - 1));
  const total = counts.reduce((sum, count) => sum + count, 0);
  return halves.length === 2 ? total <= 7 : total === 8;
}

/** How many 16-bit groups a run of groups stands for; not a number if one of them is not a group. An IPv4 address may be the last two. */
function groupCount(half: string, isLast: boolean): number {
  if (half === "") return 0;
  const groups = half.split(":", 10);
  return groups.reduce((count, group, index) => {
    if (/^0*[0-9a-fA-F]{1,4}$/.test(group)) return count + 1;
    return isLast && index === groups.length - 1 && isIpv4(group) ? count + 2 : Number.NaN;
  }, 0);
}
