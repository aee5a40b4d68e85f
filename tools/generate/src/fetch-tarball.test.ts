import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fetchTarball } from "./fetch-tarball.ts";

let home: string;
let temporary: string;
let env: NodeJS.ProcessEnv;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "kubeschema-fetch-"));
  temporary = join(home, "tmp");
  for (const folder of [temporary, join(home, "bin")]) mkdirSync(folder);
  env = { ...process.env, HOME: home, TMPDIR: temporary, PATH: `${join(home, "bin")}:${process.env.PATH}` };
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** An npm that does what a shell script says. */
function npmWhere(script: string): void {
  writeFileSync(join(home, "bin", "npm"), `#!/bin/sh\n${script}\n`);
  chmodSync(join(home, "bin", "npm"), 0o755);
}

test("fetchTarball() returns what npm packs", async () => {
  npmWhere('while [ "$1" != --pack-destination ]; do shift; done; printf packed >"$2/sample-1.0.0.tgz"');
  expect(String(await fetchTarball("sample@1.0.0", env))).toBe("packed");
});

test("fetchTarball() says what npm says", async () => {
  npmWhere("echo 'npm error code E404' >&2; echo 'npm error 404 Not Found' >&2; exit 1");
  expect(await fetchTarball("sample@1.0.0", env)).toEqual({ reason: "npm cannot fetch sample@1.0.0 (404 Not Found)" });
});

test("fetchTarball() leaves nothing behind when a signal ends the process meanwhile", async () => {
  npmWhere(`touch "${join(home, "begun")}"; exec sleep 600`);
  const program = `import { fetchTarball } from "${new URL("fetch-tarball.ts", import.meta.url)}";
process.once("SIGTERM", () => process.exit(143));
await fetchTarball("sample@1.0.0", process.env);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], { env, stdio: "ignore" });
  const ended = once(child, "exit");
  await expect.poll(() => existsSync(join(home, "begun"))).toBe(true);
  expect(readdirSync(temporary)).toHaveLength(1);
  child.kill("SIGTERM");
  expect(await ended).toEqual([143, null]);
  expect(readdirSync(temporary)).toEqual([]);
});
