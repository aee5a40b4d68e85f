import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runProgram } from "../run-program.ts";
import { runInTestWorld } from "../testing/run-in-test-world.ts";
import { shop } from "../testing/shop-program.ts";
import { shells } from "./completion-model.ts";

const names = ["completion", "copy", "help", "list", "version"];
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kubeschema-completion-"));
  writeFileSync(join(folder, "a file.yaml"), "");
  mkdirSync(join(folder, "b folder"));
  for (const shell of shells) {
    const { code, stdout, stderr } = await runInTestWorld((world) => runProgram(shop, world), ["completion", shell]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    writeFileSync(join(folder, `shop.${shell}`), stdout);
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
  const quoted = ["shop", ...words].map((word) => `'${word}'`).join(" ");
  const script = `source ./shop.bash; COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}; _shop; ` +
    `printf '%s\\n' "\${COMPREPLY[@]}"`;
  return run("bash", script).toSorted();
}

describe.skipIf(!has("bash"))("the completion for bash", () => {
  test.each([
    { name: "every command", words: [""], want: names },
    { name: "the start of a command", words: ["co"], want: ["completion", "copy"] },
    { name: "flags of the default command", words: ["--kub"], want: ["--kubernetes-version"] },
    { name: "how a switch that is on is switched off", words: ["--no"], want: ["--no-strict"] },
    { name: "flags that every command has", words: ["copy", "--ver"], want: ["--version"] },
    { name: "no flag that a command does not take", words: ["copy", "--kub"], want: [] },
    { name: "values", words: ["-o", "j"], want: ["json"] },
    { name: "values after =, which bash makes a word", words: ["--output", "=", "w"], want: ["wide"] },
    { name: "values right behind =", words: ["--output", "="], want: ["json", "text", "wide"] },
    { name: "a file to write to", words: ["copy", "--out", "a"], want: ["a file.yaml"] },
    { name: "nothing that only the user knows", words: ["--context", ""], want: [] },
    { name: "words as arguments", words: ["copy", "so"], want: ["soap"] },
    { name: "words next to files as a value", words: ["copy", "--from", "c"], want: ["cluster"] },
    { name: "files next to words as a value", words: ["copy", "--from", "a"], want: ["a file.yaml"] },
    { name: "folders", words: ["copy", "--into", ""], want: ["b folder"] },
    { name: "files next to words", words: ["copy", "a"], want: ["a file.yaml"] },
    { name: "shells", words: ["completion", ""], want: ["bash", "fish", "zsh"] },
    { name: "commands after help", words: ["help", "l"], want: ["list"] },
    {
      name: "no command that is the value of a flag",
      words: ["--context", "copy", "--kub"],
      want: ["--kubernetes-version"],
    },
    { name: "what follows a value", words: ["-o", "json", "copy", "t"], want: ["towel"] },
  ])("offers $name", ({ words, want }) => {
    expect(completeInBash(...words)).toEqual(want);
  });
});

// zsh completes only in a terminal; what can be tested without one is that it reads the script and takes it on.
test.skipIf(!has("zsh"))("the completion for zsh is registered", () => {
  const script = "autoload -Uz compinit; compinit -u -D; source ./shop.zsh; " +
    "print -r -- $_comps[shop] $_comps[kubectl-shop]; functions _shop > /dev/null";
  expect(run("zsh", script)).toEqual(["_shop _shop"]);
});

/** What fish would offer for a line; behind a tab it says what that is. */
function completeInFish(line: string): readonly string[] {
  return run("fish", `source ./shop.fish; complete -C '${line}'`).map((offer) => offer.split("\t")[0] ?? "").toSorted();
}

describe.skipIf(!has("fish"))("the completion for fish", () => {
  test.each([
    { line: "shop co", want: ["completion", "copy"] },
    { line: "shop --kub", want: ["--kubernetes-version"] },
    { line: "shop -o j", want: ["json"] },
    { line: "shop completion ", want: ["bash", "fish", "zsh"] },
    { line: "kubectl-shop --kub", want: ["--kubernetes-version"] },
  ])("offers $want for $line", ({ line, want }) => {
    expect(completeInFish(line)).toEqual(want);
  });
});
