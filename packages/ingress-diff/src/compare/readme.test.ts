import { readFile } from "node:fs/promises";
import { ingress, ingressClass, type KubeObject, service, slice } from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { rbacRules } from "../observe/rbac-rules.ts";
import { dump } from "../testing/manifests.ts";
import { runMain } from "../testing/run-main.ts";

function read(path: string): Promise<string> {
  return readFile(new URL(`../../${path}`, import.meta.url), "utf8");
}

/** A shop, before and after its controller was upgraded. */
function shop(isUpgraded: boolean): readonly KubeObject[] {
  return [
    ingressClass("nginx"),
    ...["web", "api", "blog", "docs"].flatMap((name, index) => [
      ingress({
        name,
        host: `${name}.example.com`,
        backend: { service: { name, port: { name: "http" } } },
        status: isUpgraded && index < 2 ? [] : [{ ip: isUpgraded && index === 2 ? "203.0.113.20" : "203.0.113.10" }],
      }),
      ...(isUpgraded && name === "docs" ? [] : [service(name)]),
      slice(name),
    ]),
    { apiVersion: "v1", kind: "Secret", metadata: { namespace: "shop", name: "other" }, type: "Opaque" },
    { apiVersion: "v1", kind: "Event", metadata: { namespace: "shop", name: "other" } },
  ];
}

describe("what README.md and docs show", () => {
  test("is what compare really prints", async () => {
    const [, args = "", shown] = /\$ ingress-diff (compare [^\n]*)\n([^`]*)```/.exec(await read("docs/snapshots.md")) ??
      [];
    const files = { "before.json": dump(shop(false)), "after.json": dump(shop(true)) };
    const { code, stdout, stderr } = await runMain(args.split(" "), files);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(shown).toBe(stdout);
  });

  test("is a role with all that is read, and no more", async () => {
    const [, text = ""] = /```yaml\n(apiVersion: rbac[^`]*)```/.exec(await read("docs/rights.md")) ?? [];
    const { rules } = parseDocument(text).toJS() as {
      readonly rules: readonly {
        readonly apiGroups: string[];
        readonly resources: string[];
        readonly verbs: string[];
      }[];
    };
    const shown = rules.flatMap(({ apiGroups, resources, verbs }) =>
      resources.map((resource) => `${apiGroups.join()}/${resource} ${verbs.join()}`)
    );
    const needed = Object.values(rbacRules).map(({ apiGroups, resources, verbs }) =>
      `${apiGroups.join()}/${resources.join()} ${verbs.join()}`
    );
    expect(shown.toSorted()).toEqual(needed.toSorted());
  });

  test("is a call that prints the rights it names", async () => {
    const [, args = ""] = /ingress-diff (rbac -n shop [^\n]*)/.exec(await read("README.md")) ?? [];
    const { code, stdout } = await runMain(args.split(" "));
    expect(code).toBe(0);
    expect(stdout).toContain('kind: ServiceAccount\n    namespace: "shop"\n    name: "ingress-diff"\n');
  });
});
