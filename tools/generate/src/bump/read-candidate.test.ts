import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import type { BumpOptions } from "./bump-options.ts";
import { publishedUrl, readCandidate } from "./read-candidate.ts";

const folder = mkdtempSync(join(tmpdir(), "kubeschema-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

const pod = {
  type: "object",
  properties: { apiVersion: { type: "string" }, kind: { type: "string" } },
  "x-kubernetes-group-version-kind": [{ group: "", version: "v1", kind: "Pod" }],
};
const document = (version: string): string =>
  JSON.stringify({ swagger: "2.0", info: { version }, definitions: { "io.k8s.api.core.v1.Pod": pod } });
const options = (from?: string): BumpOptions => ({
  release: "v1.37.0",
  version: "v1.37",
  dryRun: true,
  tests: "true",
  ...(from === undefined ? {} : { from }),
});
const offline: typeof globalThis.fetch = () => Promise.reject(new TypeError("offline"));

describe("readCandidate()", () => {
  test("pins the bytes of a file, of a compressed one, and of the published document", async () => {
    const text = document("unversioned");
    writeFileSync(join(folder, "a.json"), text);
    writeFileSync(join(folder, "a.json.gz"), gzipSync(text));
    const want = {
      url: publishedUrl("v1.37.0"),
      sha256: createHash("sha256").update(text).digest("hex"),
      contains: { definitions: 1, kinds: 1, fields: 2 },
    };
    expect(await readCandidate(options("a.json"), folder, offline)).toMatchObject(want);
    expect(await readCandidate(options("a.json.gz"), folder, offline)).toMatchObject(want);
    const asked: string[] = [];
    const online: typeof globalThis.fetch = (url) => {
      asked.push(String(url));
      return Promise.resolve(new Response(text));
    };
    expect(await readCandidate(options(), folder, online)).toMatchObject(want);
    expect(asked).toEqual([want.url]);
  });

  test.each([
    ["another release", document("v1.36.2"), "as v1.37: it is of v1.36.2"],
    ["text", "not: json", "as JSON"],
    ["another document", '{"swagger":"2.0","definitions":{}}', "not the OpenAPI v2 document of Kubernetes"],
    ["null", "null", "not the OpenAPI v2 document of Kubernetes"],
  ])("refuses %s", async (name, text, want) => {
    writeFileSync(join(folder, name), text);
    await expect(readCandidate(options(name), folder, offline)).rejects.toThrow(want);
  });

  test("says what is missing, or cannot be reached", async () => {
    await expect(readCandidate(options("gone.json"), folder, offline)).rejects.toThrow('Cannot find "gone.json"');
    await expect(readCandidate(options(), folder, offline)).rejects.toThrow(
      /cannot be reached \(offline\). Try: --from/,
    );
  });
});
