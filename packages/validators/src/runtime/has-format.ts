import { isByte } from "./is-byte.ts";

const uuid = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
const mac =
  /^(?:[0-9a-f]{2}(?:([:-])[0-9a-f]{2}(?:\1[0-9a-f]{2}){4}(?:(?:\1[0-9a-f]{2}){2}|(?:\1[0-9a-f]{2}){14})?)|(?:[0-9a-f]{4}\.){2}[0-9a-f]{4}|(?:[0-9a-f]{4}\.){3}[0-9a-f]{4}|(?:[0-9a-f]{4}\.){9}[0-9a-f]{4})$/i;
const duration = /^[+-]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|\u00b5s|\u03bcs|ms|s|m|h))+)$/;
const longDuration =
  /^\s*\d+\s*(?:ns|nano|nanos|nanosecond|nanoseconds|us|\u00b5s|micro|micros|microsecond|microseconds|ms|milli|millis|millisecond|milliseconds|s|sec|secs|second|seconds|m|min|mins|minute|minutes|h|hr|hrs|hour|hours|d|day|days|w|wk|wks|week|weeks)\s*$/i;
const clock = /^(\d\d):(\d\d):(\d\d)(?:.\d+)?(?:z|[+-]\d\d:\d\d)$/;

/**
 * Tells whether a text has a format as the API server checks it in custom objects.
 *
 * Source: apiextensions-apiserver, pkg/apiserver/validation/formats.go, and the formats of go-openapi/strfmt.
 */
export function hasFormat(text: string, format: string): boolean {
  switch (format) {
    case "byte":
      return isByte(text);
    case "uuid":
      return uuid.test(text);
    case "mac":
      return mac.test(text);
    case "ipv4":
      return isIpv4(text);
    case "ipv6":
      return text.includes(":") && isIpv6(text);
    case "cidr":
      return isCidr(text);
    case "date":
      return isDate(text);
    case "date-time":
    case "datetime":
      return isDateTime(text);
    case "duration":
      return duration.test(text) || longDuration.test(text);
    default:
      return true;
  }
}

function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
}

// In any case of letters, and whatever the offset: 99:99 passes on the server too.
function isDateTime(text: string): boolean {
  const [date = "", time = ""] = text.toLowerCase().split("t");
  const [, hour = "99", minute = "99", second = "99"] = clock.exec(time) ?? [];
  return isDate(date) && hour <= "23" && minute <= "59" && second <= "59";
}

function isIpv4(text: string): boolean {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

function isIpv6(text: string): boolean {
  const halves = text.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half, index) => {
    const parts = half === "" ? [] : half.split(":");
    const last = parts.at(-1) ?? "";
    // An IPv4 address may replace the last two groups.
    const isLast = index === halves.length - 1;
    return isLast && last.includes(".") && isIpv4(last) ? [...parts.slice(0, -1), "0", "0"] : parts;
  });
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false;
  return halves.length === 2 ? groups.length < 8 : groups.length === 8;
}

function isCidr(text: string): boolean {
  const [, address = "", length = ""] = /^([^/]*)\/(\d{1,3})$/.exec(text) ?? [];
  if (length !== String(Number(length))) return false;
  return isIpv4(address) ? Number(length) <= 32 : isIpv6(address) && Number(length) <= 128;
}
