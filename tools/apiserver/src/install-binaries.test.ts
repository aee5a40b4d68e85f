import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, expect, test } from "vitest";
import { builtFolder } from "./find-binaries.ts";
import { installBinaries } from "./install-binaries.ts";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "kubeschema-install-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function program(file: string, text: string): void {
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, 0o755);
}

test("installBinaries() returns what is there and does nothing", async () => {
  const folder = builtFolder({ HOME: home });
  program(join(folder, "etcd"), "");
  program(join(folder, "kube-apiserver"), "");
  const lines: string[] = [];
  expect(await installBinaries({ env: { HOME: home }, log: (line) => lines.push(line) })).toBe(folder);
  expect(lines).toEqual([]);
});

test("installBinaries() quotes a build that fails, and leaves nothing in the cache", async () => {
  const osReleaseFile = join(home, "os-release");
  writeFileSync(osReleaseFile, 'ID=debian\nVERSION_ID="12"\n');
  program(join(home, "bin", "apt-get"), "#!/bin/sh\necho 'E: Unable to locate package golang-1.19-go' >&2\nexit 100\n");
  const env = { HOME: home, PATH: `${join(home, "bin")}:${process.env.PATH}` };
  const lines: string[] = [];
  const installing = installBinaries({ env, log: (line) => lines.push(line), osReleaseFile });
  await expect(installing).rejects.toThrow(
    /^Cannot build kube-apiserver: exit code 100\. Try: set KUBEBUILDER_ASSETS .*E: Unable to locate package/s,
  );
  expect(lines).toContain("fetching Go 1.19, etcd, kubectl and the Kubernetes source from Debian");
  expect(readdirSync(join(home, ".cache/kubeschema"))).toEqual([]);
});
