import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allRules } from "../../rules/all-rules.ts";
import { runMain } from "../../testing/run-main.ts";
import { commands } from "../commands.ts";
import { allFlags } from "../flags.ts";

const ruleIds = allRules.map(({ id }) => id).toSorted();
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ingress-diff-completion-"));
  writeFileSync(join(folder, "a snapshot.yaml"), "");
  for (const shell of ["bash", "zsh", "fish"]) {
    const { code, stdout, stderr } = await runMain(["completion", shell]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    writeFileSync(join(folder, shell), stdout);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(shell: string, script: string): readonly string[] {
  const { status, stdout, stderr } = spawnSync(shell, ["-c", script], { cwd: folder, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout.split("\n").filter((line) => line !== "");
}

function has(shell: string): boolean {
  return spawnSync(shell, ["-c", "true"]).status === 0;
}

/** What bash would offer for the last of some words. */
function completeInBash(...words: readonly string[]): readonly string[] {
  const quoted = ["ingress-diff", ...words].map((word) => `'${word}'`).join(" ");
  const script = `source ./bash; COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}; _ingress_diff; ` +
    `printf '%s\\n' "\${COMPREPLY[@]}"`;
  return run("bash", script).toSorted();
}

describe.skipIf(!has("bash"))("the completion for bash", () => {
  test("offers every subcommand", () => {
    expect(completeInBash("")).toEqual(commands.map(({ name }) => name).filter((name) => name !== "report").toSorted());
  });

  test("offers every flag that parseOptions() takes", () => {
    const ofReport = allFlags.filter(({ commands: taking }) => taking.includes("report"));
    expect(completeInBash("--")).toEqual(ofReport.map(({ name }) => `--${name}`).toSorted());
  });

  test.each([
    { name: "the start of a subcommand", words: ["ex"], want: ["explain"] },
    { name: "flags", words: ["--fail"], want: ["--fail-on"] },
    { name: "flags of a subcommand", words: ["demo", "--verb"], want: ["--verbose"] },
    { name: "no flag that a subcommand does not take", words: ["demo", "--snap"], want: [] },
    { name: "values", words: ["-o", "ma"], want: ["markdown"] },
    { name: "values after =, which bash makes a word", words: ["--fail-on", "=", "n"], want: ["never"] },
    { name: "values right behind =", words: ["--fail-on", "="], want: ["error", "never", "warning"] },
    { name: "files, with spaces too", words: ["--snapshot", "a"], want: ["a snapshot.yaml"] },
    { name: "nothing that only the user knows", words: ["-n", ""], want: [] },
    { name: "rules", words: ["explain", ""], want: ruleIds },
    { name: "the start of a rule", words: ["explain", "route/dup"], want: ["route/duplicate"] },
    { name: "shells", words: ["completion", ""], want: ["bash", "fish", "zsh"] },
    { name: "no subcommand that is the value of a flag", words: ["-n", "explain", "--snap"], want: ["--snapshot"] },
    { name: "files as arguments", words: ["compare", "a"], want: ["a snapshot.yaml"] },
    { name: "words beside files", words: ["compare", "a snapshot.yaml", "l"], want: ["live"] },
    { name: "a file to write to", words: ["snapshot", "-o", "a"], want: ["a snapshot.yaml"] },
    { name: "only formats that a subcommand has", words: ["compare", "-o", ""], want: ["json", "text"] },
    { name: "what follows a value", words: ["-o", "json", "explain", "route/dup"], want: ["route/duplicate"] },
    { name: "no Ingress, which only the cluster knows", words: ["checkout", "x"], want: [] },
  ])("offers $name", ({ words, want }) => {
    const offered = completeInBash(...words);
    expect(want.length === 3 && words[0] === "" ? offered.filter((word) => want.includes(word)) : offered).toEqual(
      want,
    );
  });
});

// zsh completes only in a terminal; what can be tested without one is that it reads the script and takes it on.
test.skipIf(!has("zsh"))("the completion for zsh is registered", () => {
  const script = "autoload -Uz compinit; compinit -u -D; source ./zsh; " +
    "print -r -- $_comps[ingress-diff] $_comps[kubectl-ingress_diff]; functions _ingress_diff > /dev/null";
  expect(run("zsh", script)).toEqual(["_ingress_diff _ingress_diff"]);
});

/** What fish would offer for a line; behind a tab it says what that is. */
function completeInFish(line: string): readonly string[] {
  return run("fish", `source ./fish; complete -C '${line}'`).map((offer) => offer.split("\t")[0] ?? "").toSorted();
}

describe.skipIf(!has("fish"))("the completion for fish", () => {
  test.each([
    { line: "ingress-diff exp", want: ["explain"] },
    { line: "ingress-diff --fail", want: ["--fail-on"] },
    { line: "ingress-diff -o ma", want: ["markdown"] },
    { line: "ingress-diff explain route/dup", want: ["route/duplicate"] },
    { line: "ingress-diff completion ", want: ["bash", "fish", "zsh"] },
    { line: "kubectl-ingress_diff --fail", want: ["--fail-on"] },
  ])("offers $want for $line", ({ line, want }) => {
    expect(completeInFish(line)).toEqual(want);
  });
});
