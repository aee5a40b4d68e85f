import { type CelFunc, celFunc, celMethod, CelScalar, type CelValue, listType, mapType } from "@bufbuild/cel";
import { isRequestUri } from "../../check/is-request-uri.ts";
import { partOf, tagged, taggedMap } from "./tagged.ts";

const { BOOL, DYN, STRING } = CelScalar;

/** @see {@link https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-url-library} */
export const urlFunctions: readonly CelFunc[] = [
  celFunc("isURL", [STRING], BOOL, isRequestUri),
  celFunc("url", [STRING], DYN, (text) => {
    if (!isRequestUri(text)) throw new RangeError(`${JSON.stringify(text)} is not a URL`);
    return tagged("url", { text });
  }),
  ...getter("getScheme", ({ scheme }) => scheme),
  ...getter("getHost", ({ host }) => host),
  ...getter("getHostname", ({ host }) => host.replace(/:\d*$/, "").replace(/^\[(.*)\]$/, "$1")),
  ...getter("getPort", ({ host }) => /:(\d*)$/.exec(host)?.[1] ?? ""),
  ...getter("getEscapedPath", ({ path }) => escapePath(path)),
  celMethod("getQuery", taggedMap, [], mapType(STRING, listType(STRING)), function () {
    const values = new Map<string, string[]>();
    // Go leaves out a part with a semicolon, and one that is wrongly escaped.
    for (const part of partsOf(this).query.split("&")) {
      if (part === "" || part.includes(";") || /%(?![0-9a-fA-F]{2})/.test(part)) continue;
      for (const [name, value] of new URLSearchParams(part)) values.set(name, [...values.get(name) ?? [], value]);
    }
    return values;
  }),
];

interface Parts {
  readonly scheme: string;
  readonly host: string;
  readonly path: string;
  readonly query: string;
}

function getter(name: string, read: (parts: Parts) => string): readonly CelFunc[] {
  return [
    celMethod(name, taggedMap, [], STRING, function () {
      return read(partsOf(this));
    }),
  ];
}

function partsOf(value: CelValue): Parts {
  const text = String(partOf(value, "url", "text"));
  const [, scheme = "", rest = ""] = /^(?:([a-zA-Z][a-zA-Z0-9+.-]*):)?([\s\S]*)$/.exec(text) ?? [];
  const mark = rest.indexOf("?");
  const [before, query] = mark === -1 ? [rest, ""] : [rest.slice(0, mark), rest.slice(mark + 1)];
  // Without a slash after the scheme, the rest is opaque rather than a path.
  if (scheme !== "" && !before.startsWith("/")) return { scheme: scheme.toLowerCase(), host: "", path: "", query };
  const [, authority = "", path = ""] = scheme !== "" && before.startsWith("//")
    ? /^\/\/([^/]*)([\s\S]*)$/.exec(before) ?? []
    : ["", "", before];
  return { scheme: scheme.toLowerCase(), host: authority.slice(authority.lastIndexOf("@") + 1), path, query };
}

/** Escapes a path as Go does: escaped characters are kept, and characters that are not allowed are escaped. */
function escapePath(path: string): string {
  return path.replace(
    /[^A-Za-z0-9\-_.~$&+,/:;=@!'()*[\]%]/gu,
    (character) => encodeURIComponent(character.toWellFormed()),
  );
}
