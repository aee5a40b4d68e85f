import { allRules } from "@kubeschema/ingress-diff";
import type { RuleEntry, RuleSet } from "@kubeschema/docs-generator";
import { backendAndRouteExamples } from "./backend-and-route-examples.ts";
import { classAndAddressExamples } from "./class-and-address-examples.ts";
import { createCertificates } from "./create-certificates.ts";
import type { Example } from "./example.ts";
import { formatExample, readExample } from "./example-text.ts";
import { formatFinding, judgeExample } from "./judge-example.ts";
import { shop } from "./shop.ts";
import { tlsExamples } from "./tls-examples.ts";

const examples: Readonly<Record<string, Example>> = {
  ...classAndAddressExamples,
  ...backendAndRouteExamples,
  ...tlsExamples,
};

/**
 * Describes the rules of `ingress-diff`, each with an example and what is found in it.
 *
 * @throws {RangeError} If a rule has no example, or its example does not show it and nothing else.
 */
export async function ingressDiffRules(): Promise<RuleSet> {
  const certificates = await createCertificates();
  const rules: RuleEntry[] = [];
  for (const { id, summary, severity, why, fix } of allRules) {
    const example = examples[id];
    if (example === undefined) throw new RangeError(`Cannot describe the rule "${id}": it has no example`);
    const text = formatExample(example);
    const [finding, ...others] = await judgeExample(readExample(text), certificates);
    if (finding?.rule !== id || finding.outcome !== "fail" || others.length > 0) {
      const found = [finding, ...others].map((each) =>
        each === undefined ? "nothing" : `${each.rule} (${each.outcome})`
      ).join(", ");
      throw new RangeError(`Cannot describe the rule "${id}": its example shows ${found}`);
    }
    rules.push({ id, summary, severity, why, fix, example: text, finding: formatFinding(finding) });
  }
  return {
    title: "ingress-diff",
    about:
      "What ingress-diff finds in a cluster. Each example changes the healthy shop below: an object stands in the " +
      "place of the one of its kind and name, or beside it. All are judged as of 2026-06-01, and only the rule's own " +
      "finding comes of it.",
    example: formatExample({ objects: shop }),
    rules,
  };
}
