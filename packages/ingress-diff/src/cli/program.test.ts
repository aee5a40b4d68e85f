import { programFaults } from "@kubeschema/command-kit/testing";
import { describe, expect, test } from "vitest";
import { runMain } from "../testing/run-main.ts";
import { program } from "./program.ts";

describe("ingress-diff", () => {
  test("has no fault in its tables, and two examples for each command", () => {
    expect(programFaults(program)).toEqual([]);
    for (const { examples = [] } of Object.values(program.commands)) expect(examples.length).toBeGreaterThan(1);
  });

  test("stands under the headings of the field", () => {
    const groups = Object.values(program.commands).flatMap(({ flags }) =>
      Object.values(flags).map(({ group }) => group)
    );
    expect([...new Set(groups)].toSorted()).toEqual(["Cluster", "Manifests", "Output", "Selection", "Settings"]);
  });

  test("prints help, that of a command, and the version", async () => {
    const help = await runMain(["-h"]);
    expect(help).toMatchObject({ code: 0, stderr: "" });
    expect(help.stdout).toMatch(/^Examples:\n {2}ingress-diff -A\n {2}ingress-diff checkout -n shop -o json\n/);
    expect(help.stdout).toContain("kubectl ingress-diff");
    expect(await runMain(["help"])).toEqual(help);
    const ofSnapshot = await runMain(["help", "snapshot"]);
    expect(ofSnapshot.stdout).toContain("Usage: ingress-diff snapshot [flags]\n");
    expect(await runMain(["snapshot", "--help"])).toEqual(ofSnapshot);
    for (const args of [["--version"], ["-v"], ["version"]]) {
      expect(await runMain(args)).toMatchObject({ code: 0, stdout: "1.2.3\n", stderr: "" });
    }
  });

  test.each([
    { args: ["--nope"], want: 'There is no flag "--nope". Try: ingress-diff --help' },
    { args: ["-n"], want: "-n expects a value, found nothing" },
    { args: ["-o", "xml"], want: 'or prometheus, found "xml"' },
    { args: ["-o", "jsno"], want: 'found "jsno" (did you mean "json"?)' },
    { args: ["--at", "tomorrow"], want: '--at expects a time such as 2026-01-31T08:00:00Z, found "tomorrow"' },
    { args: ["--at", "2026-13-01T00:00:00Z"], want: "--at expects a time" },
    { args: ["--request-timeout", "0"], want: '--request-timeout expects a time span such as 30s, found "0"' },
    { args: ["--request-timeout", "99999m"], want: "--request-timeout expects a time span such as 30s" },
    { args: ["-A", "-n", "shop"], want: "-A and -n exclude each other" },
    { args: ["--snapshot", "a.yaml", "--context", "b"], want: "--snapshot reads no cluster, so it does not go with" },
    { args: ["--snapshot", "a.yaml", "--as-group", "b"], want: "it does not go with --as-group" },
    { args: ["--snapshot", "a", "--insecure-skip-tls-verify"], want: "it does not go with --insecure-skip-tls-verify" },
    { args: ["--context", "a", "--context-index", "0"], want: "--context and --context-index exclude each other" },
    { args: ["--context-index", "-1"], want: '--context-index expects a whole number from 0 on, found "-1"' },
    { args: ["--context-index=1e3"], want: "--context-index expects a whole number" },
    { args: ["--shard", "4/4"], want: "--shard expects a share such as 0/4, the first of four, or 3/4, the last" },
    { args: ["--shard", "1"], want: '0/4, the first of four, or 3/4, the last, found "1"' },
    { args: ["-l", "a=b=c"], want: '-l expects labels such as app=web,tier!=test, found "a=b=c"' },
    { args: ["--new-only"], want: "--new-only needs --baseline" },
    { args: ["--serve-metrics", ":9090"], want: '"report" does not take --serve-metrics; "watch" does' },
    { args: ["watch", "--serve-metrics", "9090"], want: "--serve-metrics expects an address such as :9090" },
    { args: ["watch", "--serve-metrics", ":65536"], want: "--serve-metrics expects an address such as :9090" },
    { args: ["watch", "--snapshot", "a"], want: '"watch" does not take --snapshot' },
    { args: ["watch", "-o", "json"], want: '-o expects text or ndjson, found "json"' },
    { args: ["watch", "--baseline", "a"], want: '"watch" does not take --baseline' },
    { args: ["demo", "web"], want: '"demo" expects no arguments, found "web". Try: ingress-diff demo --help' },
    { args: ["demo", "--context", "a"], want: '"demo" does not take --context' },
    { args: ["explain", "a", "b"], want: '"explain" expects one rule, found "a" and "b"' },
    { args: ["completion", "bahs"], want: '"completion" expects bash, zsh or fish, found "bahs"' },
  ])("says in one line what is wrong with $args", async ({ args, want }) => {
    const { code, stdout, stderr } = await runMain(args, { "a.yaml": "", a: "" });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^ingress-diff: [^\n]+\. Try: [^\n]+\n$/);
    expect(stderr).toContain(want);
  });

  test.each([
    { args: ["-f", "k8s/"], command: "diff" },
    { args: ["--filename=k8s/", "--plan"], command: "diff" },
    { args: ["--plan", "-f", "k8s/"], command: "plan" },
    { args: ["-A", "--watch"], command: "watch" },
    { args: ["-w"], command: "watch" },
    { args: ["-n", "shop", "--print-rbac"], command: "rbac" },
  ])("names the command for $args", async ({ args, command }) => {
    const { code, stdout, stderr } = await runMain(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^ingress-diff: "report" does not take -[^\n]+\n$/);
    expect(stderr).toContain(`: the command "${command}" does that. Try: ingress-diff ${command} --help\n`);
  });

  test.each([
    { word: "expalin", want: "explain" },
    { word: "snapshots", want: "snapshot" },
    { word: "verison", want: "version" },
    { word: "plans", want: "plan" },
  ])("takes $word for $want, and not for an Ingress", async ({ word, want }) => {
    expect(await runMain([word, "-A"])).toEqual({
      code: 2,
      stdout: "",
      stderr: `ingress-diff: There is no command "${word}" (did you mean "${want}"?). ` +
        `Try: ingress-diff report ${word}, if it is an argument\n`,
      files: new Map(),
    });
  });
});
