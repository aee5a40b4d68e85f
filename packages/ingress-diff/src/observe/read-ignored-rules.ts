import { type JsonObject, stringAt } from "./json-value.ts";

/** Names the rules that an object asks to leave out, separated by commas. */
export const ignoreAnnotation = "ingress-diff.kubeschema.dev/ignore";

/** Reads the rules that an object asks to leave out; `undefined` if it names none. */
export function readIgnoredRules(annotations: JsonObject): readonly string[] | undefined {
  const names = (stringAt(annotations, ignoreAnnotation) ?? "").split(",").map((name) => name.trim());
  const given = names.filter((name) => name !== "");
  return given.length === 0 ? undefined : given;
}
