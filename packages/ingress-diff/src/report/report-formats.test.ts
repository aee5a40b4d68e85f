import { ingress, ingressClass, service, serviceBackend, slice } from "@kubeschema-tools/clusters";
import { beforeAll, describe, expect, test } from "vitest";
import { locateObjects } from "../cli/locate-objects.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import { judge } from "../testing/judge.ts";
import { judgeThreeShops, reportOptions as options } from "../testing/three-shops.ts";
import { formatGithubReport } from "./github-report.ts";
import { formatJunitReport } from "./junit-report.ts";
import { formatMarkdownReport } from "./markdown-report.ts";
import { formatPrometheusReport } from "./prometheus-report.ts";
import { reportFormats } from "./report-formats.ts";
import { formatSarifReport } from "./sarif-report.ts";
import { toPieces } from "./to-pieces.ts";
import { formatWideReport } from "./wide-report.ts";

const classes = [ingressClass("nginx")];

let fine: Evaluation;
let broken: Evaluation;
let unknown: Evaluation;

beforeAll(async () => {
  ({ fine, broken, unknown } = await judgeThreeShops());
});

test.each(reportFormats)("-o $name prints a healthy cluster, and one without Ingresses", async ({ load }) => {
  const formatter = await load();
  expect([...toPieces(formatter(fine, options))].join("").length).toBeGreaterThan(10);
  const none: Evaluation = { ...fine, sources: [], findings: [], routeCounts: new Map() };
  expect([...toPieces(formatter(none, options))].join("").length).toBeGreaterThan(10);
});

test("formatWideReport() has a line for each route, with what is absent as a dash", () => {
  expect(formatWideReport(broken).split("\n").slice(0, 3).map((line) => line.split(/ +/))).toEqual([
    "STATE NAMESPACE INGRESS CLASS ADDRESS HOST PATH TYPE TLS BACKEND READY FINDINGS".split(" "),
    "failing shop shop nginx 203.0.113.10 gone.example / Prefix - gone:80 - backend/service-missing".split(" "),
    "ok shop web nginx 203.0.113.10 shop.example / Prefix - web:http 2/2 address/empty-entry".split(" "),
  ]);
});

test.each([
  ["text", /^ {4}fix {7}create the Service [^:]+exists\n {4}run {7}kubectl get services -n shop$/m],
  ["json", /"fix": "create the Service [^"]+",\n +"command": "kubectl get services -n shop"\n/],
  ["yaml", /^ +fix: "create the Service [^"]+"\n +command: "?kubectl get services -n shop"?$/m],
  ["ndjson", /"fix":"create the Service [^"]+","command":"kubectl get services -n shop"\}/],
  ["markdown", /^ {2}- fix: `create the Service [^`]+`\n {2}- run: `kubectl get services -n shop`$/m],
  ["html", /<dt>run<\/dt><dd><code>kubectl get services -n shop<\/code><\/dd>/],
  ["sarif", /Fix: create the Service [^"]+exists\. Run: kubectl get services -n shop"/],
  ["junit", /^fix: create the Service [^\n]+\nrun: kubectl get services -n shop</m],
  ["github", /%0Afix: create the Service [^%]+%0Arun: kubectl get services -n shop$/m],
])("-o %s says in words what to do, and the command apart from it", async (name, want) => {
  const format = await reportFormats.find((one) => one.name === name)?.load();
  expect([...toPieces(format?.(broken, options) ?? "")].join("")).toMatch(want);
});

describe("formatMarkdownReport()", () => {
  test("says the verdict, the causes and the routes that fail", () => {
    const text = formatMarkdownReport(broken);
    expect(text).toMatch(/^## ❌ 1 of 2 routes of 2 Ingresses fails\n/);
    expect(text).toContain("- ❌ 1 route fails because of `Service shop/gone: does not exist`");
    expect(text).toContain("| ❌ | `shop/shop` | `http://gone.example/` | `gone:80` | `no Service` |");
    expect(text).not.toContain("| ✅");
    expect(formatMarkdownReport(fine)).toMatch(/^## ✅ The only route is fine\n/);
    expect(formatMarkdownReport(unknown)).toMatch(/^## ❔ 1 of 1 route of 1 Ingress could not be checked\n/);
  });

  test("stays under what GitHub takes for a comment, and says what it left out", async () => {
    const many = Array.from(
      { length: 800 },
      (_, index) =>
        ingress({ name: `i${index}`, host: `h${index}.example`, backend: serviceBackend(`gone-${index}`, 80) }),
    );
    const text = formatMarkdownReport(await judge([...many, ...classes, service(), slice()]));
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/… and \d+ more findings/);
    expect(text).toMatch(/… and \d+ more routes/);
  });
});

/** The objects of `broken` as they stand in files. */
const files = [
  {
    name: "k8s/shop.yaml",
    text: `# a shop
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { namespace: shop, name: web }
---
apiVersion: v1
kind: List
items:
  - apiVersion: extensions/v1beta1
    kind: Ingress
    metadata:
      namespace: shop
      name: shop
`,
  },
  {
    name: "k8s/web.json",
    text: '{ "kind": "ServiceList", "apiVersion": "v1",\n"items": [\n{ "metadata": { "name": "a" } } ] }',
  },
];

describe("locateObjects()", () => {
  const originOf = locateObjects(files);
  const ref = (kind: string, name: string, apiVersion = "networking.k8s.io/v1"): Parameters<typeof originOf>[0] => ({
    apiVersion,
    kind,
    namespace: "shop",
    name,
  });

  test.each([
    { name: "a document", given: ref("Ingress", "web"), want: { file: "k8s/shop.yaml", line: 2 } },
    {
      name: "an item of a List, of an old API",
      given: ref("Ingress", "shop"),
      want: { file: "k8s/shop.yaml", line: 9 },
    },
    {
      name: "an item of a typed list in JSON, without a namespace",
      given: ref("Service", "a", "v1"),
      want: { file: "k8s/web.json", line: 3 },
    },
    { name: "nothing for what is not there", given: ref("Service", "gone", "v1"), want: undefined },
    { name: "nothing for another group", given: ref("Ingress", "web", "config.openshift.io/v1"), want: undefined },
  ])("finds $name", ({ given, want }) => {
    expect(originOf(given)).toEqual(want);
  });

  test("leads annotations to the Ingress where the object at fault is missing", () => {
    const lines = formatGithubReport(broken, { ...options, originOf }).split("\n");
    expect(lines[0]).toMatch(
      /^::error file=k8s\/shop\.yaml,line=9,title=backend\/service-missing::1 route fails because of Service shop\/gone: does not exist%0Ashould: /,
    );
    expect(lines[1]).toMatch(/^::warning file=k8s\/shop\.yaml,line=2,title=address\/empty-entry::/);
    expect(lines[2]).toBe("2 Ingresses, 2 routes: 1 failing, 0 not known");
    const { runs: [run] } = JSON.parse(formatSarifReport(broken, { ...options, originOf }));
    expect(run.results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: "k8s/shop.yaml" },
      region: { startLine: 9 },
    });
  });
});

describe("formatGithubReport()", () => {
  test("annotates without a file where there is none, and says nothing of what is known", () => {
    expect(formatGithubReport(broken, options)).toMatch(/^::error title=backend\/service-missing::/);
    const knownIds = new Set(broken.findings.map(({ id }) => id));
    expect(formatGithubReport(broken, { ...options, knownIds })).toBe(
      "2 Ingresses, 2 routes: 1 failing, 0 not known\n",
    );
  });
});

describe("formatJunitReport()", () => {
  test("has a case for each route, and one for each finding that makes no route fail", () => {
    const text = formatJunitReport(broken, options);
    expect(text).toContain('<testsuites name="ingress-diff" tests="3" failures="2" errors="0">');
    expect(text).toContain('<testcase classname="shop/web" name="http://shop.example/ to web:http"/>');
    expect(text).toContain(
      '<failure type="backend/service-missing" message="1 route fails because of Service shop/gone',
    );
    expect(text).toContain('<testcase classname="findings" name="address/empty-entry Ingress shop/web">');
  });

  test("fails for warnings as --fail-on says, and calls an error what could not be checked", () => {
    expect(formatJunitReport(broken, { ...options, failOn: "error" })).toContain('tests="3" failures="1" errors="0"');
    const text = formatJunitReport(unknown, options);
    expect(text).toMatch(/<testsuites name="ingress-diff" tests="\d+" failures="0" errors="\d+">/);
    expect(text).toContain("<error type=");
    expect(text).not.toContain("<failure");
  });
});

describe("formatPrometheusReport()", () => {
  test("counts findings by rule and object, routes by namespace, and rules that find nothing", () => {
    const lines = formatPrometheusReport(broken).split("\n");
    expect(lines).toEqual(expect.arrayContaining([
      'ingress_diff_findings{rule="backend/service-missing",severity="error",outcome="fail",kind="Service",namespace="shop",name="gone"} 1',
      'ingress_diff_rule_findings{rule="backend/service-missing",severity="error",outcome="fail"} 1',
      'ingress_diff_rule_findings{rule="route/duplicate",severity="error",outcome="fail"} 0',
      'ingress_diff_routes{namespace="shop",state="failing"} 1',
      'ingress_diff_routes{namespace="shop",state="ok"} 1',
      'ingress_diff_routes{namespace="shop",state="unknown"} 0',
      'ingress_diff_ingresses{namespace="shop",class="nginx",has_address="true"} 2',
      'ingress_diff_list_observed{list="secrets"} 0',
      "ingress_diff_complete 1",
      "ingress_diff_timestamp_seconds 1780272000",
    ]));
  });

  test("writes at most a thousand series of objects, and counts the rest", async () => {
    const many = Array.from(
      { length: 1100 },
      (_, index) =>
        ingress({ name: `i${index}`, host: `h${index}.example`, backend: serviceBackend(`gone-${index}`, 80) }),
    );
    const evaluation = await judge([...many, ...classes, service(), slice()]);
    const text = formatPrometheusReport(evaluation);
    expect(text.match(/^ingress_diff_findings\{/gm)).toHaveLength(1000);
    expect(text).toContain(`ingress_diff_findings_omitted ${evaluation.findings.length - 1000}\n`);
  });
});
