import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { qualifiedNameProblems } from "../../formats/qualified-name.ts";
import { child, type FieldPath, item } from "../../field-path.ts";
import { asObject, type JsonObject, listOf, textOf } from "../../json-object.ts";
import type { Report } from "../../runtime/rules.ts";
import { reportProblems } from "../report-problems.ts";

/** Source: kubernetes, pkg/apis/core/validation/validation.go, ValidateNodeSelector. */
export function checkNodeSelector(selector: JsonObject, path: FieldPath, report: Report): void {
  const terms = listOf(selector.nodeSelectorTerms);
  const termsPath = child(path, "nodeSelectorTerms");
  if (terms.length === 0) report("Required", termsPath, selector.nodeSelectorTerms, "needs at least one term");
  for (const [index, term] of terms.entries()) checkNodeSelectorTerm(asObject(term), item(termsPath, index), report);
}

/** Source: kubernetes, pkg/apis/core/validation/validation.go, ValidateNodeSelectorTerm. */
export function checkNodeSelectorTerm(term: JsonObject, path: FieldPath, report: Report): void {
  for (const [index, entry] of listOf(term.matchExpressions).entries()) {
    checkExpression(asObject(entry), item(child(path, "matchExpressions"), index), report);
  }
  for (const [index, entry] of listOf(term.matchFields).entries()) {
    checkField(asObject(entry), item(child(path, "matchFields"), index), report);
  }
}

function checkExpression(requirement: JsonObject, path: FieldPath, report: Report): void {
  const operator = textOf(requirement.operator);
  const count = listOf(requirement.values).length;
  const valuesPath = child(path, "values");
  if (operator === "In" || operator === "NotIn") {
    if (count === 0) report("Required", valuesPath, requirement.values, `are needed with ${operator}`);
  } else if (operator === "Exists" || operator === "DoesNotExist") {
    if (count > 0) report("Forbidden", valuesPath, requirement.values, `must not be set with ${operator}`);
  } else if (operator === "Gt" || operator === "Lt") {
    if (count !== 1) report("Required", valuesPath, requirement.values, `must be one with ${operator}`);
  } else {
    const problem = "is not one of In, NotIn, Exists, DoesNotExist, Gt, Lt";
    report("Invalid", child(path, "operator"), operator, problem);
  }
  const key = textOf(requirement.key);
  reportProblems(qualifiedNameProblems(key), child(path, "key"), key, report);
}

// The only field is the name of the node.
function checkField(requirement: JsonObject, path: FieldPath, report: Report): void {
  const operator = textOf(requirement.operator);
  const values = listOf(requirement.values).map(textOf);
  const valuesPath = child(path, "values");
  if (operator !== "In" && operator !== "NotIn") {
    report("Invalid", child(path, "operator"), operator, "is not one of In, NotIn");
  } else if (values.length !== 1) report("Required", valuesPath, requirement.values, `must be one with ${operator}`);
  const key = textOf(requirement.key);
  if (key !== "metadata.name") {
    report("Invalid", child(path, "key"), key, "is not metadata.name");
    return;
  }
  for (const [index, value] of values.entries()) {
    reportProblems(dns1123SubdomainProblems(value), item(valuesPath, index), value, report);
  }
}
