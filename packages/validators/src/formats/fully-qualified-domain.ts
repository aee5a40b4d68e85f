import { dns1123LabelProblems } from "./dns-1123-label.ts";
import { dns1123SubdomainProblems } from "./dns-1123-subdomain.ts";
import { noProblems, type Problems } from "./problems.ts";

/**
 * Checks a domain of at least two labels, with or without a dot at the end: one problem at most.
 * Source: apimachinery, util/validation, IsFullyQualifiedDomainName.
 */
export function fullyQualifiedDomainProblems(text: string): Problems {
  const name = text.replace(/\.$/, "");
  const [problem] = dns1123SubdomainProblems(name);
  if (problem !== undefined) return [problem];
  const labels = name.split(".");
  if (labels.length < 2) return ['must have at least two parts, separated by "."'];
  const [labelProblem] = labels.flatMap(dns1123LabelProblems);
  return labelProblem === undefined ? noProblems : [`has a part that ${labelProblem}`];
}
