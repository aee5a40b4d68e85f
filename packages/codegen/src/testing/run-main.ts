import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { main } from "../cli/main.ts";

/** How a run ended, and what it wrote. */
export interface MainResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a test puts in the place of the real world. */
export interface MainOptions {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly fetch?: typeof globalThis.fetch;
  readonly isTTY?: boolean;
}

/** Runs the command in this process. */
export async function runMain(args: readonly string[], options: MainOptions = {}): Promise<MainResult> {
  const written = { stdout: "", stderr: "" };
  const stream = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text;
    },
    isTTY: options.isTTY ?? false,
  });
  async function* stdin(): AsyncIterable<Uint8Array> {
    yield new TextEncoder().encode(options.stdin ?? "");
  }
  const code = await main({
    args,
    env: options.env ?? {},
    stdin: stdin(),
    stdout: stream("stdout"),
    stderr: stream("stderr"),
    fetch: options.fetch ?? (() => Promise.reject(new TypeError("fetch failed"))),
    version: () => "1.2.3",
  });
  return { code, ...written };
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
