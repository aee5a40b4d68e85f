import { describe, expect, test } from "vitest";
import { ingress } from "@kubeschema-tools/clusters";
import { runMain } from "../../testing/run-main.ts";

const dump = (count: number): string =>
  JSON.stringify({
    kind: "List",
    items: Array.from({ length: count }, (_, index) => ingress({ name: `web-${index}` })),
  });

function kindsOf(stdout: string): readonly string[] {
  return stdout.match(/(?<=^kind: ).*/gm) ?? [];
}

function verbsOf(stdout: string): readonly unknown[] {
  return [...stdout.matchAll(/verbs: (.*)/g)].map(([, list]): unknown => JSON.parse(list ?? ""));
}

describe("ingress-diff rbac", () => {
  test("prints the rights for a namespace and somebody, and reads nothing", async () => {
    const { code, stdout } = await runMain(["rbac", "-n", "shop", "--as", "system:serviceaccount:ops:watcher"]);
    expect(code).toBe(0);
    expect(kindsOf(stdout)).toEqual(["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"]);
    expect(stdout).toContain('  - kind: ServiceAccount\n    namespace: "ops"\n    name: "watcher"\n');
    expect((await runMain(["rbac"])).stdout).toContain('namespace: "default"');
  });

  test("prints those of every command that reads what a report reads, and of watch the verb watch too", async () => {
    const report = await runMain(["rbac", "-A"]);
    for (const command of ["report", "snapshot", "compare"]) {
      expect(await runMain(["rbac", command, "-A"])).toEqual(report);
    }
    expect(verbsOf(report.stdout)).toEqual(Array.from({ length: 6 }, () => ["list"]));
    const verbs = verbsOf((await runMain(["rbac", "watch", "-A"])).stdout);
    expect(verbs.filter((list) => JSON.stringify(list) === '["list","watch"]')).toHaveLength(5);
  });

  test.each([
    { name: "few manifests", command: "diff", count: 2, kinds: ["Role", "RoleBinding"], verbs: [["get"]] },
    { name: "many manifests", command: "diff", count: 11, kinds: ["Role", "RoleBinding"], verbs: [["list"]] },
    {
      name: "a plan",
      command: "plan",
      count: 2,
      kinds: ["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"],
      verbs: Array.from({ length: 6 }, () => ["list"]),
    },
  ])("prints the rights that $name need", async ({ command, count, kinds, verbs }) => {
    const args = ["rbac", command, "-f", "k8s.json", "--as", "jane"];
    const { code, stdout } = await runMain(args, { "k8s.json": dump(count) });
    expect(code).toBe(0);
    expect(kindsOf(stdout)).toEqual(kinds);
    expect(verbsOf(stdout)).toEqual(verbs);
    expect(stdout).toContain('namespace: "shop"');
  });

  test("reads the manifests of a plan from stdin", async () => {
    const { code, stdout } = await runMain(["rbac", "plan", "-f", "-", "-A"], { "-": dump(1) });
    expect({ code, kinds: kindsOf(stdout) }).toEqual({
      code: 0,
      kinds: ["ServiceAccount", "ClusterRole", "ClusterRoleBinding"],
    });
  });

  test.each([
    { args: ["wacth"], want: '"rbac" expects report, watch, snapshot, compare, diff or plan, found "wacth" (did you' },
    { args: ["explain"], want: 'found "explain"' },
    { args: ["watch", "plan"], want: 'found "watch" and "plan"' },
    { args: ["-A", "-n", "shop"], want: "-A and -n exclude each other" },
    { args: ["diff"], want: 'The rights of "diff" depend on the manifests: -f is missing' },
    { args: ["-f", "k8s.json"], want: '"report" reads no manifests, so -f goes only with "diff" and "plan"' },
    { args: ["diff", "-f", "k8s.json", "-A"], want: "-A does not go with it" },
    {
      args: ["diff", "-f", "none.json"],
      want: "Cannot tell the rights for these manifests: there is no Ingress in them",
    },
    { args: ["diff", "-f", "nope"], want: 'Cannot read "nope": there is no such file or folder' },
  ])("returns 2 and one line on stderr for $args", async ({ args, want }) => {
    const { code, stdout, stderr } = await runMain(["rbac", ...args], { "k8s.json": dump(1), "none.json": dump(0) });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^ingress-diff: [^\n]+\. Try: [^\n]+\n$/);
    expect(stderr).toContain(want);
  });
});
