import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { builtFolder, downloadFolder, type Env } from "./find-binaries.ts";
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
  const folder = builtFolder({ HOME: home }, "1.20.2");
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
  await expect(installing).rejects.toMatchObject({
    message: "Cannot build kube-apiserver 1.20.2: exit code 100: E: Unable to locate package golang-1.19-go",
    hint: "set KUBEBUILDER_ASSETS to a folder with etcd and kube-apiserver",
  });
  expect(lines).toContain("fetching Go 1.19, etcd, kubectl and the Kubernetes source from Debian");
  expectNothingLeft();
});

test.each([
  { name: "before apt", at: "fetching", aptGet: "exec sleep 60" },
  { name: "while apt runs", at: "apt", aptGet: "echo 'build: apt' >&2; exec sleep 60" },
  // As a program that bash was just starting may be.
  {
    name: "while apt runs, which loses the signal and goes on writing",
    at: "apt",
    aptGet: `trap '' TERM
echo 'build: apt' >&2
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
    await expect(installing).rejects.toThrow("Cannot build kube-apiserver 1.20.2: interrupted");
    expectNothingLeft();
  },
);

test("installBinaries() begins no build after the interrupt", async () => {
  const debian = debianWhere(`touch ${join(home, "began")}`);
  const installing = installBinaries({ ...debian, log: () => {}, signal: AbortSignal.abort() });
  await expect(installing).rejects.toThrow("Cannot build kube-apiserver 1.20.2: interrupted");
  expectNothingLeft();
});

describe("installBinaries() of a version that is built from Go modules", () => {
  /** A Go that compiles nothing: it notes what it was asked for and leaves files. `onBuild` runs before each of them. */
  function goWhere(onBuild: string, version = "1.26.8"): Env {
    writeFileSync(
      join(home, "go.mod"),
      "module k8s.io/kubernetes\n\ngo 1.26.0\n\tk8s.io/api => ./staging/src/k8s.io/api\n",
    );
    program(
      join(home, "bin", "go"),
      `#!/bin/sh
case "$1 $2" in
  "version ") echo "go version go${version} linux/amd64" ;;
  "mod download") printf '\\t"GoMod": "${home}/go.mod",\\n' ;;
  "mod tidy") cat go.mod >>"${home}/modules" ;;
  build*)
    ${onBuild}
    while [ "$1" != -o ]; do shift; done
    touch "$2" && chmod +x "$2" ;;
esac
`,
    );
    return { HOME: home, TMPDIR: home, PATH: `${join(home, "bin")}:${process.env.PATH}` };
  }

  const namesIn = (folder: string): readonly string[] => readdirSync(folder).sort();

  test("builds etcd and kube-apiserver, once, and adds other programs to them", async () => {
    const env = goWhere("");
    const folder = builtFolder(env, "1.37.2");
    const lines: string[] = [];
    const log = (line: string): void => void lines.push(line);
    expect(await installBinaries({ env, version: "v1.37.1", log })).toBe(folder);
    expect(namesIn(folder)).toEqual(["etcd", "kube-apiserver"]);
    expect(lines).toEqual([
      "building etcd and kube-apiserver of Kubernetes 1.37.2 from Go modules: about 4 minutes on 2 cores, once",
      "fetching the modules of etcd 3.6.13",
      "compiling etcd",
      "fetching the modules of kube-apiserver 1.37.2",
      "compiling kube-apiserver",
    ]);
    // The parts of Kubernetes that are developed in its repository have the version of the whole.
    expect(readFileSync(join(home, "modules"), "utf8")).toContain("\tk8s.io/api => k8s.io/api v0.37.2\n");
    lines.length = 0;
    expect(await installBinaries({ env, version: "1.37", log })).toBe(folder);
    expect(lines).toEqual([]);
    expect(await installBinaries({ env, version: "1.37", extras: ["kubectl"], log })).toBe(folder);
    expect(namesIn(folder)).toEqual(["etcd", "kube-apiserver", "kubectl"]);
    expect(lines).toContain("compiling kubectl");
    expect(lines).not.toContain("compiling kube-apiserver");
    lines.length = 0;
    // Another version has its own folder, and the same etcd.
    const other = await installBinaries({ env, version: "1.34", extras: ["kube-controller-manager"], log });
    expect(namesIn(other)).toEqual(["etcd", "kube-apiserver", "kube-controller-manager"]);
    expect(lines).not.toContain("compiling etcd");
    expect(namesIn(join(folder, ".."))).toEqual(["apiserver-1.34.4", "apiserver-1.37.2"]);
  });

  test("follows KUBESCHEMA_APISERVER_VERSION", async () => {
    const env = { ...goWhere(""), KUBESCHEMA_APISERVER_VERSION: "1.35" };
    expect(await installBinaries({ env, log: () => {} })).toBe(builtFolder(env, "1.35.4"));
  });

  test("shows the end of a build that fails, and leaves nothing behind", async () => {
    const env = goWhere("echo 'main.go:6:2: no such package' >&2; exit 3");
    const lines: string[] = [];
    const installing = installBinaries({ env, version: "1.37", log: (line) => lines.push(line) });
    await expect(installing).rejects.toThrow("Cannot build etcd 3.6.13: exit code 3: main.go:6:2: no such package");
    expect(lines).toContain("main.go:6:2: no such package");
    expect(namesIn(join(home, ".cache/kubeschema"))).toEqual([]);
    expect(namesIn(home)).toEqual([".cache", "bin", "go.mod", "modules"]);
  });

  test("ends a build when it is interrupted, and leaves what was there before", async () => {
    const env = goWhere('case "$*" in *kubectl*) exec sleep 60 ;; esac');
    const folder = await installBinaries({ env, version: "1.37", log: () => {} });
    const interrupted = new AbortController();
    const log = (line: string): void => {
      if (line === "compiling kubectl") interrupted.abort();
    };
    const { signal } = interrupted;
    await expect(installBinaries({ env, version: "1.37", extras: ["kubectl"], log, signal })).rejects.toThrow(
      "Cannot build kubectl 1.37.2: interrupted",
    );
    expect(namesIn(folder)).toEqual(["etcd", "kube-apiserver"]);
    expect(namesIn(join(home, ".cache/kubeschema"))).toEqual(["apiserver-1.37.2"]);
  });

  describe("without a Go that can build it", () => {
    beforeEach(() => {
      const noNetwork = new TypeError("fetch failed", { cause: new Error("no network") });
      vi.stubGlobal("fetch", () => Promise.reject(noNetwork));
    });
    afterEach(() => vi.unstubAllGlobals());

    test.each([
      {
        version: "1.37",
        go: "1.24.1",
        said: "Go 1.24.1 is too old to build kube-apiserver 1.37.2",
        hint: "install Go 1.26 or newer, which builds it",
      },
      {
        version: "1.29",
        go: "1.26.8",
        said: undefined,
        hint: "one of the releases that are built with Go: --version 1.37, 1.36, 1.35, 1.34",
      },
    ])("$version: downloads it, or says what to try", async ({ version, go, said, hint }) => {
      const env = goWhere("exit 1", go);
      const lines: string[] = [];
      await expect(installBinaries({ env, version, log: (line) => lines.push(line) })).rejects.toMatchObject({
        message: `Cannot download kube-apiserver ${version}: fetch failed (no network)`,
        hint,
      });
      expect(lines).toEqual([
        ...(said === undefined ? [] : [said]),
        `downloading the newest kube-apiserver ${version}`,
      ]);
    });

    test("says that there is no Go, and takes what was downloaded before", async () => {
      const env = { HOME: home, PATH: join(home, "bin") };
      const lines: string[] = [];
      const log = (line: string): void => void lines.push(line);
      await expect(installBinaries({ env, version: "1.37", log })).rejects.toThrow("Cannot download");
      expect(lines[0]).toBe("there is no Go to build kube-apiserver 1.37.2");
      const downloaded = join(downloadFolder(env), "k8s", "v1.37.0-linux-amd64");
      for (const name of ["etcd", "kube-apiserver"]) program(join(downloaded, name), "");
      expect(await installBinaries({ env, version: "1.37", log })).toBe(downloaded);
    });
  });
});

test("installBinaries() says where the old server can be built", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("fetch failed")));
  const env = { HOME: home, PATH: "" };
  const installing = installBinaries({ env, version: "1.20", log: () => {}, osReleaseFile: join(home, "none") });
  await expect(installing).rejects.toMatchObject({ hint: expect.stringMatching(/^Debian 12, where it is built, or /) });
  vi.unstubAllGlobals();
});

test("installBinaries() says what a folder that somebody named does not have", async () => {
  const assets = join(home, "assets");
  for (const name of ["etcd", "kube-apiserver"]) program(join(assets, name), "");
  const env = { HOME: home, KUBEBUILDER_ASSETS: assets };
  expect(await installBinaries({ env, log: () => {} })).toBe(assets);
  await expect(installBinaries({ env, extras: ["kubectl"], log: () => {} })).rejects.toThrow(
    `Cannot use "${assets}": no executable kubectl in it`,
  );
});

test("installBinaries() cannot build every program from Debian's sources", async () => {
  const installing = installBinaries({ ...debianWhere("exit 1"), extras: ["kube-controller-manager"], log: () => {} });
  await expect(installing).rejects.toThrow("Cannot build kube-controller-manager 1.20.2 from Debian's source package");
});
