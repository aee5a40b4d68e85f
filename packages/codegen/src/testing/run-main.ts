import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runProcess } from "@kubeschema/command-kit/node-world";
import { runInTestWorld, type TestRun, type TestWorldOptions } from "@kubeschema/command-kit/testing";
import { afterAll } from "vitest";
import { main } from "../cli/main.ts";

/** Runs the command in this process, in a world of a few values; files are those of the machine. */
export async function runMain(
  args: readonly string[],
  options: TestWorldOptions = {},
): Promise<Omit<TestRun, "files">> {
  const { code, stdout, stderr } = await runInTestWorld(main, args, { runProcess, ...options });
  return { code, stdout, stderr };
}

/** A folder for one test file, which is removed at its end. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "kubeschema-codegen-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A small CustomResourceDefinition. */
export function shopCrd(spec: Readonly<Record<string, unknown>> = { size: { type: "integer" } }): object {
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: "shops.example.io" },
    spec: {
      group: "example.io",
      scope: "Namespaced",
      names: { kind: "Shop", plural: "shops" },
      versions: [{
        name: "v1",
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: "object", properties: { spec: { type: "object", properties: spec } } } },
      }],
    },
  };
}
