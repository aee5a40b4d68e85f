import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { builtFolder, downloadFolder, findBinaries, howToGetServer } from "./find-binaries.ts";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "kubeschema-find-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function fill(folder: string, ...names: string[]): string {
  mkdirSync(folder, { recursive: true });
  for (const name of names) {
    writeFileSync(join(folder, name), "");
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

test("findBinaries() finds nothing in an empty home", () => {
  expect(findBinaries({ HOME: home })).toBeUndefined();
  expect(howToGetServer({ HOME: home })).toContain("npx kubeschema-apiserver install");
});

test("findBinaries() prefers KUBEBUILDER_ASSETS to the cache", () => {
  const assets = fill(join(home, "assets"), "etcd", "kube-apiserver");
  fill(builtFolder({ HOME: home }), "etcd", "kube-apiserver");
  expect(findBinaries({ HOME: home, KUBEBUILDER_ASSETS: assets })).toBe(assets);
});

test("findBinaries() says what KUBEBUILDER_ASSETS lacks", () => {
  const assets = fill(join(home, "assets"), "etcd");
  expect(() => findBinaries({ HOME: home, KUBEBUILDER_ASSETS: assets })).toThrow(
    `Cannot use KUBEBUILDER_ASSETS="${assets}": no executable kube-apiserver in it`,
  );
});

test("findBinaries() prefers built binaries to downloaded ones", () => {
  const env = { HOME: home };
  const downloaded = fill(join(downloadFolder(env), "k8s", "v1.36.0-linux-amd64"), "etcd", "kube-apiserver");
  expect(findBinaries(env)).toBe(downloaded);
  const built = fill(builtFolder(env), "etcd", "kube-apiserver");
  expect(findBinaries(env)).toBe(built);
});

test("findBinaries() skips an incomplete folder", () => {
  fill(builtFolder({ HOME: home }), "etcd");
  expect(findBinaries({ HOME: home })).toBeUndefined();
});

test("builtFolder() follows XDG_CACHE_HOME if it is absolute", () => {
  expect(builtFolder({ HOME: home, XDG_CACHE_HOME: "/var/cache" })).toBe("/var/cache/kubeschema/apiserver-1.20.2");
  expect(builtFolder({ HOME: home, XDG_CACHE_HOME: "cache" })).toBe(
    join(home, ".cache/kubeschema/apiserver-1.20.2"),
  );
});
