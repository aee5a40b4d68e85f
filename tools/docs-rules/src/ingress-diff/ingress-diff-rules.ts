import { explainedRules } from "@kubeschema/ingress-diff";
import type { RuleEntry, RuleSet } from "@kubeschema/docs-generator";
import type { CertificateSet } from "@kubeschema-tools/clusters";
import { createCertificateSet } from "@kubeschema-tools/clusters/certificates";
import { formatExample, readExample } from "./example-text.ts";
import { formatFinding, judgeExample } from "./judge-example.ts";
import { exampleOf, shop, shopTime } from "./shop.ts";

/** The rules for which one observation, and so one example, is enough. */
export const onViews: typeof explainedRules = explainedRules.filter(({ scope }) => scope !== "comparison");

/** Makes the certificates and keys that the words of the examples stand for. */
export function createShopCertificates(): Promise<CertificateSet> {
  return createCertificateSet(["shop.example"], Date.parse(shopTime));
}

/**
 * Describes the rules of `ingress-diff`, each with an example and the finding in it; a rule that compares two
 * observations has none.
 *
 * @throws {RangeError} If the example of a rule is not in the catalogue of faults, or shows anything but the rule.
 */
export async function ingressDiffRules(): Promise<RuleSet> {
  const certificates = await createShopCertificates();
  const rules = explainedRules.map((facts): RuleEntry => {
    const { id, summary, severity, why, fix, command } = facts;
    return {
      id,
      summary,
      severity,
      why,
      fix: `${fix.charAt(0).toUpperCase()}${fix.slice(1)}.`,
      ...(command === undefined ? {} : { command }),
      ...(onViews.includes(facts) ? exampleAndFinding(facts, certificates) : {}),
    };
  });
  return {
    title: "Rules of ingress-diff",
    about:
      "What ingress-diff finds in a cluster. Each example changes the healthy shop below: an object replaces the one " +
      "of its kind and name, or is added. All are judged as of 2026-06-01, and only the rule's own finding results.",
    example: formatExample({ objects: shop, without: [] }),
    rules,
  };
}

function exampleAndFinding(
  { id, example }: (typeof explainedRules)[number],
  certificates: CertificateSet,
): Pick<RuleEntry, "example" | "finding"> {
  const text = formatExample(exampleOf(id, example.given));
  const [finding, ...others] = judgeExample(readExample(text), certificates);
  if (finding?.rule !== id || finding.outcome !== "fail" || others.length > 0) {
    const found = [finding, ...others].map((each) => each === undefined ? "nothing" : `${each.rule} (${each.outcome})`)
      .join(", ");
    throw new RangeError(`Cannot describe the rule "${id}": its example shows ${found}`);
  }
  return { example: text, finding: formatFinding(finding) };
}
