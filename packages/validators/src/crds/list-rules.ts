import { ruleProblem } from "./cel/compile-rule.ts";
import type { Crd } from "./read-crd.ts";
import type { Schema } from "./schema/schema.ts";

/** One CEL rule of a custom kind. */
export interface CrdRule {
  readonly apiVersion: string;
  /** The field that the rule is about, with `[*]` for the items of lists and the values of maps. */
  readonly fieldPath: string;
  readonly rule: string;
  /** The reason why it cannot be run, whatever the object; absent if it can. */
  readonly problem?: string;
}

/** Lists the CEL rules of the versions that are served. */
export function listRules({ group, versions }: Crd): readonly CrdRule[] {
  return versions.flatMap(({ name, schema }) => {
    if (schema === undefined) return [];
    return rulesIn(schema, "").map((found) => ({ apiVersion: `${group}/${name}`, ...found }));
  });
}

function rulesIn(schema: Schema, path: string): readonly Omit<CrdRule, "apiVersion">[] {
  const own = schema.rules.map((rule) => {
    const problem = ruleProblem(rule);
    return { fieldPath: path, rule: rule.rule, ...(problem === undefined ? {} : { problem }) };
  });
  const parts = [...schema.properties].flatMap(([name, part]) => rulesIn(part, path === "" ? name : `${path}.${name}`));
  const inner = [schema.items, schema.additional].flatMap((part) =>
    part === undefined ? [] : rulesIn(part, `${path}[*]`)
  );
  return [...own, ...parts, ...inner];
}
