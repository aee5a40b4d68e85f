import { allRules } from "@kubeschema/ingress-diff";
import { beforeAll, describe, expect, test } from "vitest";
import type { RuleSet } from "@kubeschema/docs-generator";
import { type Certificates, createCertificates } from "./create-certificates.ts";
import { readExample } from "./example-text.ts";
import { ingressDiffRules } from "./ingress-diff-rules.ts";
import { formatFinding, judgeExample } from "./judge-example.ts";
import { shop } from "./shop.ts";

let set: RuleSet;
let certificates: Certificates;
beforeAll(async () => {
  set = await ingressDiffRules();
  certificates = await createCertificates();
});

describe("ingressDiffRules()", () => {
  test("the shop that the examples change is healthy", async () => {
    expect(readExample(set.example ?? "")).toEqual(shop);
    expect(await judgeExample(shop, certificates)).toEqual([]);
  });

  test.each(allRules.map(({ id }) => id))(
    "what the page shows of %s is what is found, and nothing else",
    async (id) => {
      const rule = set.rules.find((entry) => entry.id === id);
      const findings = await judgeExample(readExample(rule?.example ?? ""), certificates);
      expect(findings.map((finding) => [finding.rule, finding.outcome, formatFinding(finding)])).toEqual([
        [id, "fail", rule?.finding],
      ]);
    },
  );

  test("gives the same twice, although the keys are new each time", async () => {
    expect(await ingressDiffRules()).toEqual(set);
    expect(JSON.stringify(set)).not.toMatch(/BEGIN|LS0t/);
  });
});
