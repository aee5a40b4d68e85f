import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reportFormats } from "../report/report-formats.ts";
import { explainedRules } from "../rules/all-rules.ts";
import { runMain } from "../testing/run-main.ts";

// That the scripts work in each shell is tested where they are made; here it is what this program offers.
const hasBash = spawnSync("bash", ["-c", "true"]).status === 0;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ingress-diff-completion-"));
  writeFileSync(join(folder, "a snapshot.yaml"), "");
  const { code, stdout, stderr } = await runMain(["completion", "bash"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  writeFileSync(join(folder, "bash"), stdout);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What bash would offer for the last of some words. */
function complete(...words: readonly string[]): readonly string[] {
  const quoted = ["ingress-diff", ...words].map((word) => `'${word}'`).join(" ");
  const script = `source ./bash; COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}; _ingress_diff; ` +
    `printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { status, stdout, stderr } = spawnSync("bash", ["-c", script], { cwd: folder, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout.split("\n").filter((line) => line !== "").toSorted();
}

describe.skipIf(!hasBash)("the completion", () => {
  test.each([
    { name: "the start of a command", words: ["ex"], want: ["explain"] },
    { name: "flags", words: ["--fail"], want: ["--fail-on"] },
    { name: "flags of a command", words: ["demo", "--verb"], want: ["--verbose"] },
    { name: "no flag that a command does not take", words: ["demo", "--snap"], want: [] },
    { name: "formats", words: ["-o", ""], want: reportFormats.map(({ name }) => name).toSorted() },
    { name: "only formats that a command has", words: ["compare", "-o", ""], want: ["json", "text"] },
    { name: "a file to write to", words: ["snapshot", "-o", "a"], want: ["a snapshot.yaml"] },
    { name: "a snapshot", words: ["--snapshot", "a"], want: ["a snapshot.yaml"] },
    { name: "manifests", words: ["diff", "-f", "a"], want: ["a snapshot.yaml"] },
    { name: "nothing that only the user knows", words: ["-n", ""], want: [] },
    { name: "rules", words: ["explain", ""], want: explainedRules.map(({ id }) => id).toSorted() },
    { name: "snapshots as arguments", words: ["compare", "a"], want: ["a snapshot.yaml"] },
    { name: "the cluster beside snapshots", words: ["compare", "a snapshot.yaml", "l"], want: ["live"] },
    { name: "commands that need rights", words: ["rbac", "wa"], want: ["watch"] },
    { name: "no Ingress, which only the cluster knows", words: ["checkout", "x"], want: [] },
  ])("offers $name", ({ words, want }) => {
    expect(complete(...words)).toEqual(want);
  });

  test("is there for kubectl's plug-in, too", async () => {
    expect((await runMain(["completion", "bash"])).stdout).toContain(" ingress-diff kubectl-ingress_diff\n");
  });
});
