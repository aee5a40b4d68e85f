import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { cacheFolder } from "../cache-folder.ts";
import { type PinnedInputs, readPinnedInputs } from "../pinned-input.ts";

const repository = fileURLToPath(new URL("../../../..", import.meta.url));
const pinned = readPinnedInputs();
const [newest, previous] = Object.keys(pinned.versions);
const documents = [newest, previous].map((version) => join(cacheFolder(process.env), `swagger-${version}.json`));
const hasDocuments = documents.every((document) => existsSync(document));
if (!hasDocuments) {
  console.log(
    `Skipped the bump: the documents of ${newest} and ${previous} are not available. Try: set KUBESCHEMA_SPECS`,
  );
}

/** The check of the bump: types and validators that compile, and a page. */
const tests = [
  "npx --no turbo run typecheck --filter=@kubeschema/types --filter=@kubeschema/validators",
  "npx --no turbo run build --filter=@kubeschema/docs-generator",
  "npx --no kubeschema-docs page Ingress --api-version networking.k8s.io/v1",
].join(" && ");

describe.skipIf(!hasDocuments)(`npm run bump in a scratch clone that knows nothing newer than ${previous}`, () => {
  const root = mkdtempSync(join(tmpdir(), "kubeschema-test-"));
  afterAll(() => rmSync(root, { recursive: true }));
  const git = (...args: string[]): string => execFileSync("git", args, { cwd: root, encoding: "utf8" });
  const read = (path: string): string => readFileSync(join(root, path), "utf8");

  test("pins the release, regenerates, and writes what changed", { timeout: 15 * 60_000 }, () => {
    const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: repository, encoding: "utf8" });
    for (const file of files.trim().split("\n")) {
      if (existsSync(join(repository, file))) cpSync(join(repository, file), join(root, file));
    }
    const older: PinnedInputs = {
      default: previous ?? "",
      versions: Object.fromEntries(Object.entries(pinned.versions).slice(1)),
    };
    writeFileSync(join(root, "tools/generate/inputs.json"), `${JSON.stringify(older, null, 2)}\n`);
    git("init", "-q");
    git("add", ".");
    git("-c", "user.name=test", "-c", "user.email=test@example.invalid", "commit", "-q", "-m", "first");
    writeFileSync(join(root, ".git/info/exclude"), "node_modules\n");
    symlinkSync(join(repository, "node_modules"), join(root, "node_modules"));

    const { npm, sha256, contains } = pinned.versions[newest ?? ""] ?? {};
    const args = [`${newest}.0`, "--from", documents[0] ?? "", "--tests", tests];
    if (npm) args.push("--client-typings", npm.package);
    const command = join(root, "tools/generate/src/bump/bin.ts");
    const run = spawnSync(process.execPath, ["--conditions=@kubeschema/source", command, ...args], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    expect(run.status, run.stderr).toBe(0);

    const bumped: PinnedInputs = JSON.parse(read("tools/generate/inputs.json"));
    expect(bumped.default).toBe(newest);
    expect(bumped.versions[newest ?? ""]).toMatchObject({ sha256, contains, ...(npm ? { npm } : {}) });
    expect(Object.keys(bumped.versions)).toHaveLength(Object.keys(older.versions).length);
    const changeset = read(`.changeset/kubernetes-${newest?.replace(".", "-")}.md`);
    expect(changeset).toMatch(/^---\n"@kubeschema\/codegen": (?:major|minor)\n/);
    expect(changeset).toMatch(/\n### Breaking\n\n- `.*\n[\s\S]*\n### New\n\n- `/);
    expect(run.stderr).toContain("# Ingress");
    // Every other file follows from what is pinned, so it is the same as here.
    expect(git("status", "--porcelain").trimEnd().split("\n").map((line) => line.slice(3)).sort()).toEqual(
      run.stdout.trim().split("\n").sort(),
    );
  });
});
