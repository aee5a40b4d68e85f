import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { builtFolder, downloadFolder, findBinaries, howToGetServer } from "./find-binaries.ts";
import { listServers } from "./list-servers.ts";

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
  fill(builtFolder({ HOME: home }, "1.20.2"), "etcd", "kube-apiserver");
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
  const built = fill(builtFolder(env, "1.20.2"), "etcd", "kube-apiserver");
  expect(findBinaries(env)).toBe(built);
});

test("findBinaries() without a version prefers the old server to newer ones, and built ones to downloaded ones", () => {
  const env = { HOME: home };
  const both = ["etcd", "kube-apiserver"];
  fill(join(downloadFolder(env), "k8s", "v1.36.9-linux-amd64"), ...both);
  const newest = fill(join(downloadFolder(env), "k8s", "v1.36.10-linux-amd64"), ...both);
  expect(findBinaries(env)).toBe(newest);
  fill(builtFolder(env, "1.34.4"), ...both);
  const built = fill(builtFolder(env, "1.37.2"), ...both);
  expect(findBinaries(env)).toBe(built);
  const old = fill(builtFolder(env, "1.20.2"), ...both);
  expect(findBinaries(env)).toBe(old);
});

test("findBinaries() finds the version that is asked for, whatever else there is", () => {
  const env = { HOME: home, KUBEBUILDER_ASSETS: fill(join(home, "assets"), "etcd", "kube-apiserver") };
  const both = ["etcd", "kube-apiserver"];
  const [old, built] = ["1.20.2", "1.37.2"].map((version) => fill(builtFolder(env, version), ...both));
  const downloaded = fill(join(downloadFolder(env), "k8s", "v1.36.4-linux-amd64"), ...both);
  for (const version of ["1.37", "v1.37", "1.37.2", "1.37.0"]) expect(findBinaries(env, version)).toBe(built);
  expect(findBinaries(env, "1.36")).toBe(downloaded);
  expect(findBinaries(env, "1.3")).toBeUndefined();
  expect(findBinaries({ ...env, KUBESCHEMA_APISERVER_VERSION: "1.37" })).toBe(built);
  expect(findBinaries({ ...env, KUBESCHEMA_APISERVER_VERSION: "1.37" }, "1.20")).toBe(old);
  expect(findBinaries({ ...env, KUBESCHEMA_APISERVER_VERSION: "" })).toBe(env.KUBEBUILDER_ASSETS);
  expect(howToGetServer(env, "1.35")).toMatch(/^no etcd and kube-apiserver 1\.35 in .* install --version 1\.35$/);
});

test("findBinaries() refuses what is not a version, and says where it comes from", () => {
  expect(() => findBinaries({ HOME: home }, "newest")).toThrow(
    'Cannot use "newest" as the version of the API server: expected a release such as 1.37',
  );
  expect(() => findBinaries({ HOME: home, KUBESCHEMA_APISERVER_VERSION: "new" })).toThrow(
    'Cannot use "new" as KUBESCHEMA_APISERVER_VERSION: expected a release such as 1.37',
  );
});

test("listServers() says version, folder and programs of all in the cache, the newest first", () => {
  const env = { HOME: home };
  const downloaded = join(downloadFolder(env), "k8s", "v1.36.4-linux-amd64");
  fill(builtFolder(env, "1.20.2"), "etcd", "kube-apiserver", "kubectl");
  fill(downloaded, "etcd", "kube-apiserver");
  fill(builtFolder(env, "1.37.2"), "etcd");
  expect(listServers(env)).toEqual([
    { version: "1.36.4", folder: downloaded, programs: ["etcd", "kube-apiserver"] },
    { version: "1.20.2", folder: builtFolder(env, "1.20.2"), programs: ["etcd", "kube-apiserver", "kubectl"] },
  ]);
});

test("findBinaries() skips an incomplete folder", () => {
  fill(builtFolder({ HOME: home }, "1.20.2"), "etcd");
  expect(findBinaries({ HOME: home })).toBeUndefined();
});

test("builtFolder() follows XDG_CACHE_HOME if it is absolute", () => {
  expect(builtFolder({ HOME: home, XDG_CACHE_HOME: "/var/cache" }, "1.37.2")).toBe(
    "/var/cache/kubeschema/apiserver-1.37.2",
  );
  expect(builtFolder({ HOME: home, XDG_CACHE_HOME: "cache" }, "1.20.2")).toBe(
    join(home, ".cache/kubeschema/apiserver-1.20.2"),
  );
});
