import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { InputCache } from "./input-cache.ts";
import { InputError } from "./input-error.ts";

const bytes = Buffer.from("{}");
const digest = { algorithm: "sha256", hex: createHash("sha256").update(bytes).digest("hex") } as const;

describe("InputCache", () => {
  let folder: string;
  let cache: InputCache;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "cache-"));
    cache = new InputCache(folder);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test("returns what it keeps", () => {
    cache.write("a.json", bytes, digest, "a");
    expect(cache.read("a.json", digest)).toEqual(bytes);
  });

  test("refuses bytes with another hash, names their origin, and keeps nothing", () => {
    expect(() => cache.write("a.json", Buffer.from("[]"), digest, '"a.json.gz" as v1.36')).toThrow(InputError);
    expect(() => cache.write("a.json", Buffer.from("[]"), digest, '"a.json.gz" as v1.36')).toThrow(
      `Cannot use "a.json.gz" as v1.36: expected sha256 ${digest.hex}`,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test("drops a file that lost its hash", () => {
    cache.write("a.json", bytes, digest, "a");
    writeFileSync(join(folder, "a.json"), "{");
    expect(cache.read("a.json", digest)).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("says what to do if it cannot write", () => {
    writeFileSync(join(folder, "file"), "");
    const blocked = new InputCache(join(folder, "file"));
    expect(() => blocked.write("a.json", bytes, digest, "a")).toThrow("KUBESCHEMA_CACHE");
  });
});
