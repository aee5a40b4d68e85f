import { describe, expect, test } from "vitest";
import type { Result } from "../check/result.ts";
import { createReporter, type Format, formats } from "./create-reporter.ts";

const results: readonly Result[] = [
  {
    ...{
      source: "a b/web.yaml",
      document: 1,
      line: 1,
      apiVersion: "v1",
      kind: "ConfigMap",
      namespace: "shop",
      name: "web",
    },
    status: "invalid",
    issues: [
      {
        ...{ type: "TypeInvalid", fieldPath: "data[a]", message: 'must be "a"\n, found <b> & 100%', value: [1] },
        ...{ suggestion: "quote it", source: "swagger.json", line: 7, column: 6 },
      },
      { type: "Required", fieldPath: "data", message: "must be set", value: undefined, line: 1, column: 1 },
    ],
    warnings: [{ message: "v1 is old", line: 1, column: 13 }],
  },
  {
    ...{ source: "a b/web.yaml", document: 2, line: 9, apiVersion: "v1", kind: "Secret", namespace: "", name: "s" },
    ...{ status: "skipped", issues: [], warnings: [] },
  },
  {
    ...{ source: "c.yaml", document: 1, line: 1, apiVersion: "v1", kind: "Pod", namespace: "", name: "p" },
    ...{ status: "valid", issues: [], warnings: [] },
  },
  {
    ...{
      source: "d,e:f.yaml",
      document: 0,
      line: 0,
      apiVersion: "",
      kind: "",
      namespace: "",
      name: "",
      status: "error",
    },
    issues: [{ type: "Invalid", fieldPath: "", message: "Cannot read it", value: null, line: 0, column: 0 }],
    warnings: [],
  },
];

async function report(format: Format, given: readonly Result[]): Promise<string> {
  const reporter = await createReporter(format, { isVerbose: false, hasSummary: true, version: "1.2.3" });
  const text = given.map((result) => reporter.add(result)).join("");
  return text + reporter.end({ valid: 1, invalid: 1, skipped: 1, errors: 1 });
}

describe("createReporter()", () => {
  test("writes JSON of version 1, with exactly the fields of the shape", async () => {
    expect(JSON.parse(await report("json", results))).toEqual({
      version: 1,
      summary: { valid: 1, invalid: 1, skipped: 1, errors: 1 },
      results: [
        {
          source: "a b/web.yaml",
          document: 1,
          line: 1,
          apiVersion: "v1",
          kind: "ConfigMap",
          namespace: "shop",
          name: "web",
          status: "invalid",
          issues: [
            {
              type: "TypeInvalid",
              fieldPath: "data[a]",
              message: 'must be "a"\n, found <b> & 100%',
              value: [1],
              source: "swagger.json",
              line: 7,
              column: 6,
            },
            { type: "Required", fieldPath: "data", message: "must be set", value: null, line: 1, column: 1 },
          ],
          warnings: [{ message: "v1 is old", line: 1, column: 13 }],
        },
        {
          source: "a b/web.yaml",
          document: 2,
          line: 9,
          apiVersion: "v1",
          kind: "Secret",
          namespace: "",
          name: "s",
          status: "skipped",
          issues: [],
          warnings: [],
        },
        {
          source: "c.yaml",
          document: 1,
          line: 1,
          apiVersion: "v1",
          kind: "Pod",
          namespace: "",
          name: "p",
          status: "valid",
          issues: [],
          warnings: [],
        },
        {
          source: "d,e:f.yaml",
          document: 0,
          line: 0,
          apiVersion: "",
          kind: "",
          namespace: "",
          name: "",
          status: "error",
          issues: [{ type: "Invalid", fieldPath: "", message: "Cannot read it", value: null, line: 0, column: 0 }],
          warnings: [],
        },
      ],
    });
  });

  test("writes text", async () => {
    expect(await report("text", results)).toMatchInlineSnapshot(`
      "a b/web.yaml:7:6: ConfigMap shop/web: data[a]: must be "a"\\u{a}, found <b> & 100%; quote it
      a b/web.yaml:1:1: ConfigMap shop/web: data: must be set
      a b/web.yaml:1:13: ConfigMap shop/web: warning: v1 is old
      d,e:f.yaml: error: Cannot read it
      4 objects: 1 valid, 1 invalid, 1 skipped, 1 error
      "
    `);
  });

  test("writes JUnit", async () => {
    expect(await report("junit", results)).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="kubeschema-validate">
        <testsuite name="a b/web.yaml" tests="2" failures="1" errors="0" skipped="1">
          <testcase name="ConfigMap shop/web" classname="a b/web.yaml">
            <failure message="data[a]: must be &quot;a&quot;\\u{a}, found &lt;b&gt; &amp; 100%; quote it" type="TypeInvalid">a b/web.yaml:7:6: data[a]: must be &quot;a&quot;\\u{a}, found &lt;b&gt; &amp; 100%; quote it
      a b/web.yaml:1:1: data: must be set</failure>
            <system-out>v1 is old</system-out>
          </testcase>
          <testcase name="Secret s" classname="a b/web.yaml">
            <skipped/>
          </testcase>
        </testsuite>
        <testsuite name="c.yaml" tests="1" failures="0" errors="0" skipped="0">
          <testcase name="Pod p" classname="c.yaml"/>
        </testsuite>
        <testsuite name="d,e:f.yaml" tests="1" failures="0" errors="1" skipped="0">
          <testcase name="document 0" classname="d,e:f.yaml">
            <error message="error: Cannot read it" type="Invalid">d,e:f.yaml: error: Cannot read it</error>
          </testcase>
        </testsuite>
      </testsuites>
      "
    `);
  });

  test("writes annotations for GitHub", async () => {
    expect(await report("github", results)).toMatchInlineSnapshot(`
      "::error file=a b/web.yaml,line=7,col=6,title=ConfigMap shop/web::data[a]: must be "a"\\u{a}, found <b> & 100%25; quote it
      ::error file=a b/web.yaml,line=1,col=1,title=ConfigMap shop/web::data: must be set
      ::warning file=a b/web.yaml,line=1,col=13,title=ConfigMap shop/web::v1 is old
      ::error file=d%2Ce%3Af.yaml::error: Cannot read it
      4 objects: 1 valid, 1 invalid, 1 skipped, 1 error
      "
    `);
  });

  test("writes TAP", async () => {
    expect(await report("tap", results)).toMatchInlineSnapshot(`
      "TAP version 13
      not ok 1 - a b/web.yaml (ConfigMap shop/web)
      # a b/web.yaml:7:6: data[a]: must be "a"\\u{a}, found <b> & 100%; quote it
      # a b/web.yaml:1:1: data: must be set
      # a b/web.yaml:1:13: warning: v1 is old
      ok 2 - a b/web.yaml (Secret s) # SKIP
      ok 3 - c.yaml (Pod p)
      not ok 4 - d,e:f.yaml
      # d,e:f.yaml: error: Cannot read it
      1..4
      "
    `);
  });

  test("writes SARIF", async () => {
    const { version, runs } = JSON.parse(await report("sarif", results));
    expect(version).toBe("2.1.0");
    const [{ tool, results: entries }] = runs;
    expect(tool.driver).toMatchObject({ name: "kubeschema-validate", version: "1.2.3" });
    const ruleIds: readonly string[] = tool.driver.rules.map(({ id }: { id: string }) => id);
    expect(entries.map(({ ruleId }: { ruleId: string }) => ruleIds.includes(ruleId))).not.toContain(false);
    expect(entries).toMatchInlineSnapshot(`
      [
        {
          "level": "error",
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "a%20b/web.yaml",
                },
                "region": {
                  "startColumn": 6,
                  "startLine": 7,
                },
              },
            },
          ],
          "message": {
            "text": "ConfigMap shop/web: data[a]: must be "a"\\u{a}, found <b> & 100%; quote it",
          },
          "ruleId": "TypeInvalid",
        },
        {
          "level": "error",
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "a%20b/web.yaml",
                },
                "region": {
                  "startColumn": 1,
                  "startLine": 1,
                },
              },
            },
          ],
          "message": {
            "text": "ConfigMap shop/web: data: must be set",
          },
          "ruleId": "Required",
        },
        {
          "level": "warning",
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "a%20b/web.yaml",
                },
                "region": {
                  "startColumn": 13,
                  "startLine": 1,
                },
              },
            },
          ],
          "message": {
            "text": "ConfigMap shop/web: v1 is old",
          },
          "ruleId": "Deprecated",
        },
        {
          "level": "error",
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "d%2Ce%3Af.yaml",
                },
              },
            },
          ],
          "message": {
            "text": "error: Cannot read it",
          },
          "ruleId": "Invalid",
        },
      ]
    `);
  });

  test.each(formats)("writes %s of nothing", async (format) => {
    const text = await report(format, []);
    if (format === "json") expect(JSON.parse(text).results).toEqual([]);
    else if (format === "sarif") expect(JSON.parse(text).runs[0].results).toEqual([]);
    else if (format === "tap") expect(text).toBe("TAP version 13\n1..0\n");
    else if (format === "junit") expect(text).toMatch(/<testsuites name="kubeschema-validate">\n<\/testsuites>\n$/);
    else if (format === "text" || format === "github") {
      expect(text).toBe("4 objects: 1 valid, 1 invalid, 1 skipped, 1 error\n");
    }
  });
});
