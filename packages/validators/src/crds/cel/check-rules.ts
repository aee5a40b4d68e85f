import { type CelResult, isCelError } from "@bufbuild/cel";
import type { FieldPath } from "../../values/field-path.ts";
import { isJsonObject, type JsonObject } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import type { IssueType, ValidationIssue } from "../../values/validation-issue.ts";
import { isSameJson, oldItemFinder, oldMember } from "../check/correlate.ts";
import { itemIn, type Note, pathText } from "../check/note.ts";
import { memberOf } from "../check/schema-at.ts";
import type { NotChecked } from "../custom-resource-result.ts";
import { safeLine } from "../safe-line.ts";
import type { Rule, Schema } from "../schema/schema.ts";
import { secretPathsOf } from "../schema/secret-paths-of.ts";
import { alignOld } from "./align-old.ts";
import { mostSteps, withBudget } from "./budget.ts";
import { type Bindings, type CompiledRule, compileRule } from "./compile-rule.ts";
import { optional } from "./library/optionals.ts";
import { resolveFieldPath } from "./resolve-field-path.ts";
import { type RuleValue, toCel } from "./to-cel.ts";

/** The context in which the rules of an object are evaluated. */
export interface RuleContext {
  readonly old: JsonObject | undefined;
  readonly kubernetesVersion: KubernetesVersion;
  /** The faults found so far: some of them prevent rules from being run. */
  readonly issues: readonly ValidationIssue[];
  readonly note: Note;
}

const blocking: ReadonlySet<IssueType> = new Set(["NotSupported", "Required", "TooLong", "TooMany", "TypeInvalid"]);
const types: Readonly<Record<string, IssueType>> = {
  FieldValueRequired: "Required",
  FieldValueForbidden: "Forbidden",
  FieldValueDuplicate: "Duplicate",
};

/**
 * Runs the CEL rules of a schema on an object, as the API server does: after all other checks, and only where these
 * found no fault of type or size.
 *
 * Source: apiextensions-apiserver, pkg/apiserver/schema/cel/validation.go. Servers before 1.25 have no rules.
 *
 * @returns The rules that could not be run.
 */
export function checkRules(schema: Schema, object: JsonObject, context: RuleContext): readonly NotChecked[] {
  if (!isAtLeast(context.kubernetesVersion, 25) || !hasRules(schema)) return [];
  if (context.issues.some(({ type }) => blocking.has(type))) {
    const reason = "the server runs rules only where types, sizes and required fields are right";
    return [{ fieldPath: "", rule: "all CEL rules", reason }];
  }
  return withBudget((isSpent) => {
    const run = new Run(context, isSpent);
    run.visit(schema, object, context.old, undefined, true);
    return run.notChecked;
  });
}

const withRules = new WeakMap<Schema, boolean>();

function hasRules(schema: Schema): boolean {
  const known = withRules.get(schema);
  if (known !== undefined) return known;
  const parts = [
    schema.items,
    schema.additional,
    schema.not,
    ...schema.properties.values(),
    ...schema.allOf,
    ...schema.anyOf,
    ...schema.oneOf,
  ];
  const result = schema.rules.length > 0 || parts.some((part) => part !== undefined && hasRules(part));
  withRules.set(schema, result);
  return result;
}

/** The rules of one object; values are converted once, and steps are counted together. */
class Run {
  readonly notChecked: NotChecked[] = [];
  readonly #converted = new WeakMap<object, RuleValue>();
  readonly #convertedOld = new WeakMap<object, RuleValue>();
  readonly #context: RuleContext;
  readonly #isSpent: () => boolean;

  constructor(context: RuleContext, isSpent: () => boolean) {
    this.#context = context;
    this.#isSpent = isSpent;
  }

  visit(schema: Schema, value: unknown, old: unknown, path: FieldPath | undefined, isRoot = false): void {
    // The server only checks values that are set.
    if (value === null || !hasRules(schema)) return;
    const aligned = alignOld(schema, value, old);
    for (const rule of schema.rules) this.#check(rule, schema, value, aligned, path, isRoot);
    for (const part of [...schema.allOf, ...schema.anyOf, ...schema.oneOf, ...(schema.not ? [schema.not] : [])]) {
      for (const { rule } of part.rules) this.#skip(path, rule, "it is inside allOf, anyOf, oneOf or not");
    }
    if (Array.isArray(value)) {
      const { items } = schema;
      const findOld = oldItemFinder(schema, old);
      if (items !== undefined) {
        for (const [index, item] of value.entries()) this.visit(items, item, findOld(item), itemIn(path, index));
      }
    } else if (isJsonObject(value)) {
      for (const name of Object.keys(value)) {
        const member = memberOf(schema, path, name);
        if (member.schema !== undefined) this.visit(member.schema, value[name], oldMember(old, name), member.path);
      }
    }
  }

  #check(rule: Rule, schema: Schema, value: unknown, old: unknown, path: FieldPath | undefined, isRoot: boolean): void {
    const compiled = compileRule(rule);
    if ("problem" in compiled) {
      this.#skip(path, rule.rule, compiled.problem);
      return;
    }
    const hasOld = old !== undefined && old !== null;
    if (compiled.usesOldSelf && !hasOld && !rule.isOldSelfOptional) return;
    const { result, bindings, problem } = this.#evaluate(rule, compiled, schema, value, old, isRoot);
    // The result of a rule for a secret value, and the reason why it fails, are not shown.
    const isSecret = secretPathsOf(schema).length > 0;
    if (problem !== undefined) this.#skip(path, rule.rule, isSecret ? "it fails on a value that is secret" : problem);
    if (problem !== undefined || result === true) return;
    // Unchanged values are not reported, unless the rule is about the change.
    const isRatcheted = !compiled.usesOldSelf && hasOld && isAtLeast(this.#context.kubernetesVersion, 30);
    if (isRatcheted && isSameJson(value, old)) return;
    const { path: at, value: found } = resolveFieldPath(rule.fieldPath, schema, value, path);
    const type = types[rule.reason ?? ""] ?? "Invalid";
    const message = isCelError(result)
      ? `cannot be judged by the rule ${safeLine(rule.rule)}${isSecret ? "" : `: ${reasonOf(result)}`}`
      : messageOf(rule, isSecret ? undefined : compiled.evaluateMessage, bindings);
    const source = safeLine(rule.rule);
    this.#context.note(type, at, type === "Required" ? undefined : found, { message }, { source });
  }

  /** Runs a rule; the problem is why its result tells nothing. */
  #evaluate(
    rule: Rule,
    compiled: CompiledRule,
    schema: Schema,
    value: unknown,
    old: unknown,
    isRoot: boolean,
  ): { readonly result: CelResult; readonly bindings: Bindings; readonly problem?: string } {
    if (this.#isSpent()) return { result: null, bindings: {}, problem: tooManySteps };
    try {
      const bindings = this.#bind(rule, compiled, schema, value, old, isRoot);
      const result = compiled.evaluate(bindings);
      if (this.#isSpent()) return { result, bindings, problem: tooManySteps };
      if (isCelError(result)) return { result, bindings, ...(isOurs(result) ? { problem: reasonOf(result) } : {}) };
      const isAnswer = typeof result === "boolean";
      return { result, bindings, ...(isAnswer ? {} : { problem: "its result is neither true nor false" }) };
    } catch (error) {
      return { result: null, bindings: {}, problem: reasonOf(error) };
    }
  }

  #bind(
    { isOldSelfOptional }: Rule,
    { usesOldSelf }: CompiledRule,
    schema: Schema,
    value: unknown,
    old: unknown,
    isRoot: boolean,
  ): Bindings {
    const self = toCel(schema, value, this.#converted, isRoot);
    if (!usesOldSelf) return { self };
    const hasOld = old !== undefined && old !== null;
    const oldSelf = hasOld ? toCel(schema, old, this.#convertedOld, isRoot) : undefined;
    if (isOldSelfOptional) return { self, oldSelf: optional(oldSelf) };
    return oldSelf === undefined ? { self } : { self, oldSelf };
  }

  #skip(path: FieldPath | undefined, rule: string, reason: string): void {
    this.notChecked.push({ fieldPath: pathText(path), rule: safeLine(rule), reason });
  }
}

const tooManySteps = `the rules take more than ${mostSteps} steps`;
const longestMessage = 5120;

function messageOf(
  { rule, message }: Rule,
  evaluateMessage: CompiledRule["evaluateMessage"],
  bindings: Bindings,
): string {
  const made = evaluateMessage?.(bindings);
  // Source: apiextensions-apiserver, pkg/apiserver/schema/cel/validation.go, evalMessageExpression.
  const isUsable = typeof made === "string" && made.trim() !== "" && !made.includes("\n") &&
    made.length <= longestMessage;
  return isUsable ? made.trim() : message?.trim() || `breaks the rule ${safeLine(rule)}`;
}

/** Faults that the server finds when it reads the rule: in a rule that it accepted, they are limits of ours. */
function isOurs({ message }: Error): boolean {
  return /^(?:unbound function|found no matching overload|unresolved attribute|unsupported|error parsing regexp|Maximum call stack)/
    .test(
      message,
    );
}

function reasonOf(error: unknown): string {
  return safeLine(error instanceof Error ? error.message : String(error));
}
