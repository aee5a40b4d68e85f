import { type CelEnv, type CelResult, parse, plan } from "@bufbuild/cel";
import type { Rule } from "../schema/schema.ts";
import { safeLine } from "../safe-line.ts";
import { environment } from "./environment.ts";
import { expressionProblem, usesName } from "./inspect-expression.ts";
import type { RuleValue } from "./to-cel.ts";

/** The variables with which a rule is evaluated. */
export interface Bindings {
  readonly [name: string]: RuleValue;
}

/** A rule that can be run. */
export interface CompiledRule {
  readonly evaluate: (bindings: Bindings) => CelResult;
  readonly evaluateMessage: ((bindings: Bindings) => CelResult) | undefined;
  /** True for a transition rule, which compares with the value before an update. */
  readonly usesOldSelf: boolean;
}

const compiled = new WeakMap<Rule, CompiledRule | { readonly problem: string }>();

/** Reads a rule once; the result is kept as long as the schema. */
export function compileRule(rule: Rule): CompiledRule | { readonly problem: string } {
  let result = compiled.get(rule);
  if (result === undefined) {
    result = compile(rule);
    compiled.set(rule, result);
  }
  return result;
}

/** Says why a rule cannot be run, whatever the value; `undefined` if it can. */
export function ruleProblem(rule: Rule): string | undefined {
  const result = compileRule(rule);
  return "problem" in result ? result.problem : undefined;
}

function compile({ rule, messageExpression }: Rule): CompiledRule | { readonly problem: string } {
  const condition = compileExpression(rule, environment);
  if ("problem" in condition) return condition;
  // The message expression is optional: if it fails, another message is used.
  const message = messageExpression === undefined ? undefined : compileExpression(messageExpression, environment);
  return {
    ...condition,
    evaluateMessage: message !== undefined && "evaluate" in message ? message.evaluate : undefined,
  };
}

function compileExpression(
  text: string,
  env: CelEnv,
): Omit<CompiledRule, "evaluateMessage"> | { readonly problem: string } {
  try {
    const { expr } = parse(text);
    const problem = expressionProblem(expr, env);
    if (problem !== undefined) return { problem };
    const program = plan(env, expr);
    return { evaluate: (bindings) => program({ ...bindings }), usesOldSelf: usesName(expr, "oldSelf") };
  } catch (error) {
    return { problem: `it cannot be parsed: ${safeLine(error instanceof Error ? error.message : String(error))}` };
  }
}
