import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { qualifiedNameProblems } from "../../formats/qualified-name.ts";
import { child, type FieldPath, item } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, textOf } from "../../values/json-object.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { reportProblems } from "../report-problems.ts";

export function checkNodeSelector(outer: Report, selector: JsonObject, path: FieldPath): void {
  const report = reportFrom(outer, core, "ValidateNodeSelector");
  const terms = listOf(selector.nodeSelectorTerms);
  const termsPath = child(path, "nodeSelectorTerms");
  if (terms.length === 0) report("Required", termsPath, selector.nodeSelectorTerms, "must have at least one term");
  for (const [index, term] of terms.entries()) checkNodeSelectorTerm(report, asObject(term), item(termsPath, index));
}

export function checkNodeSelectorTerm(outer: Report, term: JsonObject, path: FieldPath): void {
  const report = reportFrom(outer, core, "ValidateNodeSelectorTerm");
  for (const [index, entry] of listOf(term.matchExpressions).entries()) {
    checkExpression(report, asObject(entry), item(child(path, "matchExpressions"), index));
  }
  for (const [index, entry] of listOf(term.matchFields).entries()) {
    checkField(report, asObject(entry), item(child(path, "matchFields"), index));
  }
}

function checkExpression(report: Report, requirement: JsonObject, path: FieldPath): void {
  const operator = textOf(requirement.operator);
  const count = listOf(requirement.values).length;
  const valuesPath = child(path, "values");
  if (operator === "In" || operator === "NotIn") {
    if (count === 0) report("Required", valuesPath, requirement.values, `must be set when operator is ${operator}`);
  } else if (operator === "Exists" || operator === "DoesNotExist") {
    if (count > 0) report("Forbidden", valuesPath, requirement.values, `must not be set when operator is ${operator}`);
  } else if (operator === "Gt" || operator === "Lt") {
    if (count !== 1) {
      report(
        "Required",
        valuesPath,
        requirement.values,
        `must be set to exactly one value when operator is ${operator}`,
      );
    }
  } else {
    const problem = "is not one of In, NotIn, Exists, DoesNotExist, Gt, Lt";
    report("Invalid", child(path, "operator"), operator, problem);
  }
  const key = textOf(requirement.key);
  reportProblems(report, qualifiedNameProblems(key), child(path, "key"), key);
}

// The only field is the name of the node.
function checkField(report: Report, requirement: JsonObject, path: FieldPath): void {
  const operator = textOf(requirement.operator);
  const values = listOf(requirement.values).map(textOf);
  const valuesPath = child(path, "values");
  if (operator !== "In" && operator !== "NotIn") {
    report("Invalid", child(path, "operator"), operator, "is not one of In, NotIn");
  } else if (values.length !== 1) {
    report("Required", valuesPath, requirement.values, `must be set to exactly one value when operator is ${operator}`);
  }
  const key = textOf(requirement.key);
  if (key !== "metadata.name") {
    report("Invalid", child(path, "key"), key, "must be metadata.name");
    return;
  }
  for (const [index, value] of values.entries()) {
    reportProblems(report, dns1123SubdomainProblems(value), item(valuesPath, index), value);
  }
}
