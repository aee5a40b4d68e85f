import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type CommandResult, runBuilt } from "./run-command.ts";

/** The form of an error: a line for people, without a stack or data. */
function expectError({ code, stdout, stderr }: CommandResult, command: string, want: RegExp): void {
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(want);
  expect(stderr.startsWith(`${command}: `)).toBe(true);
  expect(stderr).not.toMatch(/\n\s+at /);
}

test("ingress-diff demo finds what is broken in the shop, without a cluster", async () => {
  const demo = await runBuilt("ingress-diff", ["demo"]);
  expect(demo).toMatchObject({ code: 1, stderr: "" });
  expect(demo.stdout).toContain("backend/service-missing");
  const exitZero = await runBuilt("ingress-diff", ["demo", "--exit-zero"]);
  expect(exitZero).toEqual({ ...demo, code: 0 });
});

test.each([
  { name: "not YAML", text: "items: [\n", want: /snapshot\.yaml/ },
  { name: "without an Ingress", text: "apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n", want: /Ingress/ },
  { name: "empty", text: "", want: /snapshot\.yaml/ },
])("ingress-diff refuses a snapshot that is $name", async ({ text, want }) => {
  const folder = await mkdtemp(join(tmpdir(), "kubeschema-commands-"));
  try {
    const file = join(folder, "snapshot.yaml");
    await writeFile(file, text);
    expectError(await runBuilt("ingress-diff", ["-A", "--snapshot", file]), "ingress-diff", want);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("kubeschema-docs page prints the Markdown page of a kind", async () => {
  const args = ["page", "Ingress", "--api-version", "networking.k8s.io/v1"];
  const page = await runBuilt("docs-generator", args);
  expect(page).toMatchObject({ code: 0, stderr: "" });
  expect(page.stdout).toMatch(/^# Ingress/m);
  expect(page.stdout).toContain("spec.rules.http.paths.pathType");
});

test("kubeschema-docs page prints the page of an old version in the seed format", async () => {
  const args = ["page", "Ingress", "--api-version", "extensions/v1beta1", "--kubernetes-version", "v1.13"];
  const page = await runBuilt("docs-generator", [...args, "--format", "seed"]);
  expect(page).toMatchObject({ code: 0, stderr: "" });
  expect(page.stdout).toMatch(/^\[.+\]\(\.\.\/README\.md\) > \[.+\]\(.+\)\n\n# Interface: Ingress\n/);
});

test("kubeschema-docs says that a kind is unknown", async () => {
  const args = ["page", "Ingres", "--api-version", "networking.k8s.io/v1"];
  expectError(await runBuilt("docs-generator", args), "kubeschema-docs", /"Ingres"/);
});
