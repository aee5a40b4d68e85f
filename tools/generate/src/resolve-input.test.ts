import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { InputCache } from "./input-cache.ts";
import { InputResolver } from "./resolve-input.ts";

const text = JSON.stringify({ swagger: "2.0", definitions: {} });
const pinned = {
  name: "swagger",
  url: "https://example.invalid/swagger.json",
  sha256: createHash("sha256").update(text).digest("hex"),
};
const resolved = {
  version: "v1.36",
  name: "swagger",
  format: "openapi-v2",
  file: "swagger-v1.36.json",
  hash: pinned.sha256,
};

describe("InputResolver.resolve()", () => {
  let folder: string;
  let cache: InputCache;
  let requests: number;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "inputs-"));
    mkdirSync(join(folder, "specs"));
    cache = new InputCache(join(folder, "cache"));
    requests = 0;
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function resolver(answer: () => Response, specs = join(folder, "specs")): InputResolver {
    const fetch = () => {
      requests++;
      return Promise.resolve().then(answer);
    };
    return new InputResolver({ cache, env: { KUBESCHEMA_SPECS: specs }, fetch });
  }
  const offline = (): Response => {
    throw new TypeError("fetch failed", { cause: new Error("getaddrinfo ENOTFOUND example.invalid") });
  };

  test("prefers the folder to the URL, and the cache to both", async () => {
    writeFileSync(join(folder, "specs", "v1.36.json.gz"), gzipSync(text));
    expect(await resolver(offline).resolve("v1.36", pinned)).toEqual(resolved);
    rmSync(join(folder, "specs", "v1.36.json.gz"));
    expect(await resolver(offline).resolve("v1.36", pinned)).toEqual(resolved);
    expect(requests).toBe(0);
  });

  test("uses the URL if the folder lacks the version", async () => {
    expect(await resolver(() => new Response(text)).resolve("v1.36", pinned)).toEqual(resolved);
    expect(readdirSync(cache.folder)).toEqual([resolved.file]);
  });

  test("says why a version is not available, and tries an unreachable host once", async () => {
    const offlineResolver = resolver(offline);
    const reasons = ["example.invalid cannot be reached (getaddrinfo ENOTFOUND example.invalid)"];
    expect(await offlineResolver.resolve("v1.36", pinned)).toEqual({ version: "v1.36", reasons });
    expect(await offlineResolver.resolve("v1.35", pinned)).toEqual({ version: "v1.35", reasons });
    expect(requests).toBe(1);
  });

  test.each([
    ["a wrong hash in the folder", "v1.36.json", "{}", /v1\.36\.json" as v1\.36: expected sha256/],
    ["a truncated gzip", "v1.36.json.gz", gzipSync(text).subarray(0, 30), /Cannot uncompress ".*v1\.36\.json\.gz"/],
  ])("refuses %s and keeps nothing", async (_name, file, bytes, want) => {
    writeFileSync(join(folder, "specs", file), bytes);
    await expect(resolver(offline).resolve("v1.36", pinned)).rejects.toThrow(want);
    expect(() => readdirSync(cache.folder)).toThrow();
  });

  test("refuses a wrong hash from the URL", async () => {
    const wrong = resolver(() => new Response("{}")).resolve("v1.36", pinned);
    await expect(wrong).rejects.toThrow(`Cannot use "${pinned.url}" as v1.36: expected sha256 ${pinned.sha256}`);
  });

  test("names a URL that no longer exists, and a folder that is missing", async () => {
    const gone = resolver(() => new Response("", { status: 404, statusText: "Not Found" })).resolve("v1.36", pinned);
    await expect(gone).rejects.toThrow(`Cannot fetch ${pinned.url}: 404 Not Found`);
    await expect(resolver(offline, "/missing").resolve("v1.36", pinned)).rejects.toThrow(
      'Cannot find the folder "/missing" that KUBESCHEMA_SPECS names',
    );
  });

  test("treats a busy host as unreachable", async () => {
    const busy = resolver(() => new Response("", { status: 503, statusText: "Service Unavailable" }));
    expect(await busy.resolve("v1.36", pinned)).toMatchObject({
      reasons: ["example.invalid answers 503 Service Unavailable"],
    });
  });
});
