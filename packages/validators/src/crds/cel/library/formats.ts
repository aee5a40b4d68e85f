import { type CelFunc, celFunc, type CelMap, celMethod, CelScalar } from "@bufbuild/cel";
import { dns1035LabelProblems } from "../../../formats/dns-1035-label.ts";
import { dns1123LabelProblems } from "../../../formats/dns-1123-label.ts";
import { dns1123SubdomainProblems } from "../../../formats/dns-1123-subdomain.ts";
import { labelValueProblems } from "../../../formats/label-value.ts";
import type { Problems } from "../../../formats/problems.ts";
import { qualifiedNameProblems } from "../../../formats/qualified-name.ts";
import { hasCustomFormat } from "../../check/has-custom-format.ts";
import { optional } from "./optionals.ts";
import { partOf, tagged, taggedMap } from "./tagged.ts";

const { DYN, STRING } = CelScalar;

const checks: Readonly<Record<string, (text: string) => Problems>> = {
  dns1123Label: dns1123LabelProblems,
  dns1123Subdomain: dns1123SubdomainProblems,
  dns1035Label: dns1035LabelProblems,
  dns1123LabelPrefix: (text) => dns1123LabelProblems(maskTrailingDash(text)),
  dns1123SubdomainPrefix: (text) => dns1123SubdomainProblems(maskTrailingDash(text)),
  dns1035LabelPrefix: (text) => dns1035LabelProblems(maskTrailingDash(text)),
  qualifiedName: qualifiedNameProblems,
  labelValue: labelValueProblems,
  uri: (text) => problemsOf(text, "uri"),
  uuid: (text) => problemsOf(text, "uuid"),
  byte: (text) => problemsOf(text, "byte"),
  date: (text) => problemsOf(text, "date"),
  datetime: (text) => problemsOf(text, "datetime"),
};

/** @see {@link https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-format-library} */
export const formatFunctions: readonly CelFunc[] = [
  ...Object.keys(checks).map((name) => celFunc(`format.${name}`, [], DYN, () => format(name))),
  celFunc("format.named", [STRING], DYN, (name) => optional(Object.hasOwn(checks, name) ? format(name) : undefined)),
  celMethod("validate", taggedMap, [STRING], DYN, function (text) {
    const problems = checks[String(partOf(this, "format", "name"))]?.(text) ?? [];
    return optional(problems.length === 0 ? undefined : [...problems]);
  }),
];

function format(name: string): CelMap {
  return tagged("format", { name });
}

function problemsOf(text: string, name: string): Problems {
  return hasCustomFormat(text, name) === false ? [`does not have the format ${name}`] : [];
}

function maskTrailingDash(prefix: string): string {
  return prefix.length > 1 && prefix.endsWith("-") ? `${prefix.slice(0, -2)}a` : prefix;
}
