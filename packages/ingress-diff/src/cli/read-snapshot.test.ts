import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { ingress, ingressClass, service, slice } from "@kubeschema-tools/clusters";
import { runMain } from "../testing/run-main.ts";

const items = [ingress(), ingressClass("nginx"), service(), slice()];
const json = JSON.stringify({ kind: "List", items });
const utf16 = (bigEndian: boolean): Uint8Array => {
  const bytes = new Uint8Array(Buffer.from(`\ufeff${json}`, "utf16le"));
  return bigEndian ? new Uint8Array(Buffer.from(bytes).swap16()) : bytes;
};

describe("--snapshot", () => {
  test.each([
    { name: "gzip", content: new Uint8Array(gzipSync(json)) },
    { name: "UTF-8 with a byte order mark", content: `\ufeff${json}` },
    { name: "UTF-16, as PowerShell writes it", content: utf16(false) },
    { name: "UTF-16 with the other byte order", content: utf16(true) },
    { name: "JSON objects one after another", content: items.map((item) => JSON.stringify(item, null, 2)).join("\n") },
    { name: "YAML documents", content: items.map((item) => JSON.stringify(item)).join("\n---\n") },
  ])("reads $name", async ({ content }) => {
    expect(await runMain(["--snapshot", "a"], { a: content })).toMatchObject({ code: 0, stderr: "" });
  });

  test("reads compressed files of a folder", async () => {
    const files = {
      "d/a.json.gz": new Uint8Array(gzipSync(JSON.stringify({ kind: "List", items: items.slice(0, 2) }))),
      "d/b.yaml": JSON.stringify({ kind: "List", items: items.slice(2) }),
    };
    expect(await runMain(["--snapshot", "d"], files)).toMatchObject({ code: 0, stderr: "" });
  });

  test.each([
    {
      name: "gzip that is cut off",
      content: new Uint8Array(gzipSync(json)).slice(0, 60),
      want: "its compressed data is cut off",
    },
    {
      name: "gzip that is damaged",
      content: new Uint8Array(gzipSync(json)).fill(7, 12, 40),
      want: "its compressed data is damaged",
    },
    { name: "JSON that is cut off", content: json.slice(0, 100), want: 'Cannot read "a", line 1: ' },
  ])("says that it met $name", async ({ content, want }) => {
    const { code, stdout, stderr } = await runMain(["--snapshot", "a"], { a: content });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(want);
  });

  test("says in the report what a dump without managedFields cannot tell", async () => {
    const limit = /^No Ingress shows managedFields, so nobody can tell who changed what, since when/m;
    expect((await runMain(["--snapshot", "a", "--verbose"], { a: json })).stdout).toMatch(limit);
    expect((await runMain(["--snapshot", "a", "-o", "markdown"], { a: json })).stdout).toContain("managedFields");
    expect((await runMain(["--snapshot", "a", "-o", "json"], { a: json })).stdout).toContain('"managedFields": false');
    const managedFields = [{ manager: "kubectl", operation: "Update", apiVersion: "networking.k8s.io/v1" }];
    const shown = [ingress({ metadata: { managedFields } }), ...items.slice(1)];
    const a = JSON.stringify({ kind: "List", items: shown });
    expect((await runMain(["--snapshot", "a", "--verbose"], { a })).stdout).not.toMatch(limit);
    expect((await runMain(["--snapshot", "a", "-o", "json"], { a })).stdout).toContain('"managedFields": true');
  });
});
