import type { CelEnv, parse } from "@bufbuild/cel";

/** The tree of an expression. */
export type Expression = ReturnType<typeof parse>["expr"];

const operators = new Set(["_[_]", "_?_:_", "_&&_", "_||_", "@not_strictly_false", "__not_strictly_false__"]);
const names = new Set([
  "self",
  "oldSelf",
  "bool",
  "bytes",
  "double",
  "duration",
  "dyn",
  "google",
  "int",
  "list",
  "map",
  "null_type",
  "string",
  "timestamp",
  "type",
  "uint",
]);

/** Finds something unknown that an expression uses; `undefined` if it uses only what is known. */
export function expressionProblem(root: Expression, env: CelEnv): string | undefined {
  let problem: string | undefined;
  visit(root, new Set(names), (expression, known) => {
    const { exprKind } = expression;
    if (exprKind.case === "identExpr" && !known.has(exprKind.value.name)) {
      problem ??= `the name ${JSON.stringify(exprKind.value.name)} is not known here`;
    } else if (exprKind.case === "callExpr") {
      const { function: name } = exprKind.value;
      const isKnown = operators.has(name) || qualifiedFunction(expression, env) !== undefined ||
        env.funcs.find(name) !== undefined;
      if (!isKnown) problem ??= `the function ${JSON.stringify(name)} is not known here`;
    } else if (exprKind.case === "structExpr" && exprKind.value.messageName !== "") {
      problem ??= `the message ${JSON.stringify(exprKind.value.messageName)} is not known here`;
    }
    // The name before such a function is part of it rather than a variable.
    return qualifiedFunction(expression, env) === undefined;
  });
  return problem;
}

/** Tells whether an expression uses a variable. */
export function usesName(root: Expression, name: string): boolean {
  let isFound = false;
  visit(root, new Set(), ({ exprKind }) => {
    if (exprKind.case === "identExpr" && exprKind.value.name === name) isFound = true;
    return true;
  });
  return isFound;
}

/** `sets.contains`, where that is the name of a function. */
function qualifiedFunction({ exprKind }: Expression, env: CelEnv): string | undefined {
  if (exprKind.case !== "callExpr") return undefined;
  const target = exprKind.value.target?.exprKind;
  if (target?.case !== "identExpr") return undefined;
  const name = `${target.value.name}.${exprKind.value.function}`;
  return env.funcs.find(name) === undefined ? undefined : name;
}

type Visitor = (expression: Expression, known: ReadonlySet<string>) => boolean;

/** Visits every part; the visitor tells whether it wants to see the target of a call. */
function visit(expression: Expression | undefined, known: ReadonlySet<string>, visitor: Visitor): void {
  if (expression === undefined) return;
  const wantsTarget = visitor(expression, known);
  const { exprKind } = expression;
  switch (exprKind.case) {
    case "selectExpr":
      visit(exprKind.value.operand, known, visitor);
      return;
    case "callExpr":
      if (wantsTarget) visit(exprKind.value.target, known, visitor);
      for (const argument of exprKind.value.args) visit(argument, known, visitor);
      return;
    case "listExpr":
      for (const element of exprKind.value.elements) visit(element, known, visitor);
      return;
    case "structExpr":
      for (const { keyKind, value } of exprKind.value.entries) {
        if (keyKind.case === "mapKey") visit(keyKind.value, known, visitor);
        visit(value, known, visitor);
      }
      return;
    case "comprehensionExpr": {
      const { iterVar, iterVar2, accuVar, iterRange, accuInit, loopCondition, loopStep, result } = exprKind.value;
      visit(iterRange, known, visitor);
      visit(accuInit, known, visitor);
      const inner = new Set([...known, iterVar, iterVar2, accuVar]);
      for (const part of [loopCondition, loopStep, result]) visit(part, inner, visitor);
      return;
    }
    default:
  }
}
