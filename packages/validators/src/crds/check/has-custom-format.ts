import { dns1123LabelProblems } from "../../formats/dns-1123-label.ts";
import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { hasFormat } from "../../runtime/has-format.ts";
import { isRequestUri } from "./is-request-uri.ts";

const anyCase = {
  uuid3: /^[0-9a-f]{8}-?[0-9a-f]{4}-?3[0-9a-f]{3}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i,
  uuid4: /^[0-9a-f]{8}-?[0-9a-f]{4}-?4[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$/i,
  uuid5: /^[0-9a-f]{8}-?[0-9a-f]{4}-?5[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$/i,
  bsonobjectid: /^[0-9a-f]{24}$/i,
  hexcolor: /^#?(?:[0-9a-f]{3}|[0-9a-f]{6})$/i,
  ssn: /^\d{3}[- ]\d{2}[- ]\d{4}$/,
};
const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const plainEmail = new RegExp(`^${atom}(?:\\.${atom})*@${atom}(?:\\.${atom})*$`);
const onlyAtoms = new RegExp(`^(?:${atom}|[.@])*$`);

/**
 * Tells whether a text has a format as the API server checks it in custom objects. It accepts any text for formats that
 * it does not know.
 *
 * Source: apiextensions-apiserver, pkg/apiserver/validation/formats.go, and kube-openapi, pkg/validation/strfmt.
 * @returns `undefined` where this cannot tell: card and book numbers, and uncommon forms of e-mail addresses.
 */
export function hasCustomFormat(text: string, format: string): boolean | undefined {
  // The server compares names of formats without their dashes.
  const name = format.replaceAll("-", "");
  switch (name) {
    case "uri":
      return isRequestUri(text);
    case "hostname":
      return isHostname(text);
    case "email":
      return isEmail(text);
    case "isbn":
    case "isbn10":
    case "isbn13":
    case "creditcard":
      return undefined;
    case "rgbcolor":
      return isRgbColor(text);
    case "k8sshortname":
      return dns1123LabelProblems(text).length === 0;
    case "k8slongname":
      return dns1123SubdomainProblems(text).length === 0;
    default:
      // The keys are those of an object of ours, and the name is one of them.
      return Object.hasOwn(anyCase, name) ? anyCase[name as keyof typeof anyCase].test(text) : hasFormat(text, name);
  }
}

/** The formats that the server knows, without dashes; it does not see others, `int32` and `int64` among them. */
export const knownFormats: ReadonlySet<string> = new Set([
  ...Object.keys(anyCase),
  ..."uri email hostname ipv4 ipv6 cidr mac uuid isbn isbn10 isbn13 creditcard rgbcolor byte password date".split(" "),
  ..."duration datetime k8sshortname k8slongname".split(" "),
]);

/** Nothing is decided about quoted parts, comments, and letters beyond ASCII. */
function isEmail(text: string): boolean | undefined {
  if (/^[^"(<>)]*[^\s@]\s+[^\s@][^"(<>)]*$/.test(text)) return false;
  const [, name, inner] = /^([^<>]*)<([^<>]*)>$/.exec(text) ?? [];
  if (name === undefined || inner === undefined) {
    return onlyAtoms.test(text) || !text.includes("@") ? plainEmail.test(text) : undefined;
  }
  return onlyAtoms.test(inner) && /^(?:[A-Za-z0-9-]+\s+)*$/.test(name) ? plainEmail.test(inner) : undefined;
}

/** One label with at most one dash, its second character; or several, and at the end one of letters only. */
function isHostname(text: string): boolean {
  if (text.length > 255) return false;
  const labels = text.split(".");
  const last = labels.pop() ?? "";
  if (labels.length === 0) return /^[A-Za-z0-9\p{S}\p{L}](?:-?[A-Za-z0-9\p{S}\p{L}]{0,62})$/u.test(last);
  return /^\p{L}{2,63}$/u.test(last) && labels.every(isLabel);
}

function isLabel(text: string): boolean {
  return text.length <= 63 && /^[A-Za-z0-9\p{S}\p{L}-]+$/u.test(text) && !text.startsWith("-") && !text.endsWith("-");
}

function isRgbColor(text: string): boolean {
  const [, ...parts] = /^rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)$/.exec(text) ?? [];
  return parts.length === 3 && parts.every((part) => part === String(Number(part)) && Number(part) <= 255);
}
