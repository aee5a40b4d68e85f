import { validate, type ValidationIssue } from "@kubeschema/validators";
import { parse, stringify } from "yaml";
import type { RuleEntry, RuleSet } from "@kubeschema/docs-generator";
import type { BadObject } from "./bad-object.ts";
import { configExamples } from "./config-examples.ts";
import { controllerExamples } from "./controller-examples.ts";
import { networkingExamples } from "./networking-examples.ts";
import { podExamples } from "./pod-examples.ts";
import { workloadExamples } from "./workload-examples.ts";

/**
 * Describes the rules of the validators: for each function of the API server that they follow an object that breaks it,
 * and what is said of it.
 *
 * @throws {RangeError} If an object has no fault, or more than one.
 */
export async function validatorsRules(): Promise<RuleSet> {
  const rules: RuleEntry[] = [];
  for (
    const bad of [...networkingExamples, ...workloadExamples, ...podExamples, ...controllerExamples, ...configExamples]
  ) {
    rules.push(await toRule(bad));
  }
  return {
    title: "Rules of the validators",
    about:
      "What @kubeschema/validators asks of objects beyond their schema, as the API server does. Each example breaks " +
      "one rule, in the newest version of Kubernetes unless its apiVersion was removed from it; the source is a file of the " +
      "repository of Kubernetes and the function in it that judges the field.",
    rules: mergeSame(rules),
  };
}

async function toRule({ summary, object }: BadObject): Promise<RuleEntry> {
  const example = stringify(object, { lineWidth: 0, aliasDuplicateObjects: false });
  const issues = await judgeObject(example);
  const [issue] = issues;
  if (issue === undefined || issues.length > 1) {
    const found = issues.map(({ fieldPath, type }) => `${fieldPath} ${type}`).join(", ") || "nothing";
    throw new RangeError(`Cannot describe "${summary}": its example shows ${found}`);
  }
  const subject = String(object.kind);
  const name = issue.source.split(", ")[1] ?? "schema";
  const isOld = String(object.apiVersion).endsWith("beta1");
  return {
    id: `${subject}/${isOld ? "v1beta1-" : ""}${name}`,
    summary,
    severity: "error",
    source: issue.source,
    example,
    finding: formatIssue(issue),
  };
}

/** Validates an example as the page shows it. */
export async function judgeObject(example: string): Promise<readonly ValidationIssue[]> {
  const object: unknown = parse(example);
  const isOld = example.startsWith("apiVersion: networking.k8s.io/v1beta1\n");
  const { issues } = await validate(object, isOld ? { kubernetesVersion: "v1.21" } : {});
  return issues;
}

/** Writes an issue as `kubeschema-validate` says it. */
export function formatIssue({ fieldPath, message, suggestion }: ValidationIssue): string {
  return `${fieldPath}: ${message}${suggestion === undefined ? "" : `; ${suggestion}`}\n`;
}

/** One function may judge several things: the second and later ones get a number. */
function mergeSame(rules: readonly RuleEntry[]): readonly RuleEntry[] {
  const seen = new Map<string, number>();
  return rules.map((rule) => {
    const count = (seen.get(rule.id) ?? 0) + 1;
    seen.set(rule.id, count);
    return count === 1 ? rule : { ...rule, id: `${rule.id}-${count}` };
  });
}
