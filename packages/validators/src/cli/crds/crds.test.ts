import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { runProcess } from "@kubeschema/command-kit/node-world";
import { runInTestWorld, type TestWorldOptions } from "@kubeschema/command-kit/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { crdOf } from "../../crds/testing/crd-of.ts";
import { main } from "../main.ts";

let folder = "";
const crd = crdOf({
  type: "object",
  properties: { min: { type: "integer" }, max: { type: "integer" }, mode: { type: "string", enum: ["Open"] } },
  "x-kubernetes-validations": [
    { rule: "self.min <= self.max", message: "min must not exceed max" },
    { rule: "self.min < later(self.max)" },
  ],
});
const shop = `apiVersion: example.com/v1
kind: Shop
metadata:
  name: a
spec:
  min: 2
  max: 1
`;
const pod = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kubeschema-crds-"));
  mkdirSync(join(folder, "crds"));
  mkdirSync(join(folder, "none"));
  mkdirSync(join(folder, "bin"));
  // Beside another document, as charts have them.
  writeFileSync(join(folder, "crds", "shop.yaml"), `${pod}---\n${JSON.stringify(crd)}\n`);
  writeFileSync(join(folder, "none", "pod.yaml"), pod);
  writeFileSync(join(folder, "old.json"), JSON.stringify({ ...crd, apiVersion: "apiextensions.k8s.io/v1beta1" }));
  writeFileSync(join(folder, "bad.yaml"), "a: [\n");
  writeFileSync(join(folder, "shop.yaml"), `${shop}---\n${pod}`);
  const list = JSON.stringify({ kind: "List", apiVersion: "v1", items: [crd] });
  writeFileSync(join(folder, "list.json"), list);
  writeFileSync(
    join(folder, "bin", "kubectl"),
    `#!/bin/sh\necho "$*" > '${folder}/asked'\ncat '${folder}/list.json'\n`,
  );
  chmodSync(join(folder, "bin", "kubectl"), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(args: readonly string[], options: TestWorldOptions = {}) {
  const full = args.map((arg) => arg.replace(/^@/, `${folder}/`));
  const { code, stdout, stderr } = await runInTestWorld(main, full, { env: process.env, runProcess, ...options });
  return { code, stdout: stdout.replaceAll(`${folder}/`, ""), stderr: stderr.replaceAll(`${folder}/`, "") };
}

const want = `shop.yaml:6:3: Shop a: spec: min must not exceed max
shop.yaml:6:3: Shop a: warning: not checked: self.min < later(self.max): the function "later" is not known here
`;
const note = "kubeschema-validate: 1 check of custom resources was not made, and a server makes them\n";

describe("kubeschema-validate --crds", () => {
  test("judges custom resources by definitions in a folder, a file, a List and stdin", async () => {
    for (const place of ["@crds", "@crds/shop.yaml", "@list.json"]) {
      expect(await run(["--crds", place, "@shop.yaml"])).toEqual({ code: 1, stdout: want, stderr: note });
    }
    const stdin = JSON.stringify(crd);
    expect(await run(["--crds", "-", "@shop.yaml"], { stdin })).toEqual({ code: 1, stdout: want, stderr: note });
  });

  test("asks kubectl for those of the cluster", async () => {
    const env = { ...process.env, PATH: `${join(folder, "bin")}:${process.env.PATH}` };
    expect(await run(["--crds", "cluster", "@shop.yaml"], { env })).toEqual({ code: 1, stdout: want, stderr: note });
    const none = await run(["--crds", "cluster", "@shop.yaml"], { env: { PATH: join(folder, "none") } });
    expect(none).toMatchObject({ code: 2, stdout: "" });
    expect(none.stderr).toMatch(
      /^kubeschema-validate: Cannot ask the cluster: there is no kubectl on the PATH\. Try: install kubectl, or give /,
    );
  });

  test("has a place in JSON for what was not checked, which changes no exit code", async () => {
    const { code, stdout } = await run(["--crds", "@crds", "-o", "json", "-"], {
      stdin: shop.replace("max: 1", "max: 3"),
    });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      results: [{
        status: "valid",
        issues: [],
        notChecked: [{ fieldPath: "spec", rule: "self.min < later(self.max)", line: 6, column: 3 }],
      }],
      summary: { valid: 1, invalid: 0, skipped: 0, errors: 0, notChecked: 1 },
    });
  });

  test.each([
    { args: ["--crds", "@none", "@shop.yaml"], want: 'There is no CustomResourceDefinition in "none"' },
    { args: ["--crds", "@gone", "@shop.yaml"], want: 'Cannot read "gone": there is no such file or folder' },
    { args: ["--crds", "@bad.yaml", "@shop.yaml"], want: 'Cannot read "bad.yaml:1:4": ' },
    {
      args: ["--crds", "@old.json", "@shop.yaml"],
      want: 'Cannot read the CustomResourceDefinition "shops.example.com": apiVersion must be',
    },
  ])("says what is wrong with $args", async ({ args, want }) => {
    const { code, stdout, stderr } = await run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(want);
    expect(stderr).toMatch(/^[^\n]+\n$/);
  });
});
