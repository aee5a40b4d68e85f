import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, expect, test } from "vitest";
import { builtFolder, type Env } from "./find-binaries.ts";
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

test("installBinaries() returns existing binaries and does nothing", async () => {
  const folder = builtFolder({ HOME: home });
  program(join(folder, "etcd"), "");
  program(join(folder, "kube-apiserver"), "");
  const lines: string[] = [];
  expect(await installBinaries({ env: { HOME: home }, log: (line) => lines.push(line) })).toBe(folder);
  expect(lines).toEqual([]);
});

/** A Debian 12 on which a shell script replaces `apt-get`. */
function debianWhere(aptGet: string): { readonly env: Env; readonly osReleaseFile: string } {
  const osReleaseFile = join(home, "os-release");
  writeFileSync(osReleaseFile, 'ID=debian\nVERSION_ID="12"\n');
  program(join(home, "bin", "apt-get"), `#!/bin/sh\n${aptGet}\n`);
  return { env: { HOME: home, TMPDIR: home, PATH: `${join(home, "bin")}:${process.env.PATH}` }, osReleaseFile };
}

function expectNothingLeft(): void {
  expect(readdirSync(join(home, ".cache/kubeschema"))).toEqual([]);
  expect(readdirSync(home).sort()).toEqual([".cache", "bin", "os-release"]);
}

test("installBinaries() quotes a build that fails, and leaves nothing behind", async () => {
  const debian = debianWhere("echo 'E: Unable to locate package golang-1.19-go' >&2; exit 100");
  const lines: string[] = [];
  const installing = installBinaries({ ...debian, log: (line) => lines.push(line) });
  await expect(installing).rejects.toThrow(
    /^Cannot build kube-apiserver: exit code 100\. Try: set KUBEBUILDER_ASSETS .*E: Unable to locate package/s,
  );
  expect(lines).toContain("fetching Go 1.19, etcd, kubectl and the Kubernetes source from Debian");
  expectNothingLeft();
});

test.each([
  { name: "before apt", at: "fetching", aptGet: "exec sleep 60" },
  { name: "while apt runs", at: "apt", aptGet: "echo 'build-kube-apiserver: apt' >&2; exec sleep 60" },
  // As a program that bash was just starting may be.
  {
    name: "while apt runs, which loses the signal and goes on writing",
    at: "apt",
    aptGet: `trap '' TERM
echo 'build-kube-apiserver: apt' >&2
for i in $(seq 600); do mkdir -p "$TMPDIR/late"; sleep 0.1; done`,
  },
])(
  "installBinaries() ends a build when it is interrupted, and leaves nothing behind: $name",
  async ({ at, aptGet }) => {
    const interrupted = new AbortController();
    const log = (line: string): void => {
      if (line.startsWith(at)) interrupted.abort();
    };
    const installing = installBinaries({ ...debianWhere(aptGet), log, signal: interrupted.signal });
    await expect(installing).rejects.toThrow("Cannot build kube-apiserver: interrupted");
    expectNothingLeft();
  },
);

test("installBinaries() begins no build after the interrupt", async () => {
  const debian = debianWhere(`touch ${join(home, "began")}`);
  const installing = installBinaries({ ...debian, log: () => {}, signal: AbortSignal.abort() });
  await expect(installing).rejects.toThrow("Cannot build kube-apiserver: interrupted");
  expectNothingLeft();
});
