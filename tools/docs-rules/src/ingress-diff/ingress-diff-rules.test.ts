import { beforeAll, describe, expect, test } from "vitest";
import { explainedRules } from "@kubeschema/ingress-diff";
import type { RuleSet } from "@kubeschema/docs-generator";
import type { CertificateSet } from "@kubeschema-tools/clusters";
import { readExample } from "./example-text.ts";
import { createShopCertificates, ingressDiffRules, onViews } from "./ingress-diff-rules.ts";
import { formatFinding, judgeExample } from "./judge-example.ts";
import { shop } from "./shop.ts";

let set: RuleSet;
let certificates: CertificateSet;
beforeAll(async () => {
  set = await ingressDiffRules();
  certificates = await createShopCertificates();
});

describe("ingressDiffRules()", () => {
  test("the shop that the examples change is healthy", async () => {
    expect(readExample(set.example ?? "")).toEqual(shop);
    expect(judgeExample(shop, certificates)).toEqual([]);
  });

  test("has what every rule says of itself, in order", () => {
    expect(set.rules.map(({ id, severity, summary }) => ({ id, severity, summary }))).toEqual(
      explainedRules.map(({ id, severity, summary }) => ({ id, severity, summary })),
    );
  });

  test.each(onViews.map(({ id }) => id))(
    "the page of %s shows exactly what is found",
    (id) => {
      const rule = set.rules.find((entry) => entry.id === id);
      const findings = judgeExample(readExample(rule?.example ?? ""), certificates);
      expect(findings.map((finding) => [finding.rule, finding.outcome, formatFinding(finding)])).toEqual([
        [id, "fail", rule?.finding],
      ]);
    },
  );

  test("gives the same result twice, although the keys are new each time", async () => {
    expect(await ingressDiffRules()).toEqual(set);
    expect(JSON.stringify(set)).not.toMatch(/BEGIN|LS0t/);
  });
});
