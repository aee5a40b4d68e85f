import { describe, expect, test } from "vitest";
import type { JsonPlanReport } from "../../report/drift-plan-json.ts";
import { ingress, ingressClass, service, serviceBackend, slice } from "@kubeschema-tools/clusters";
import { dump, manifest } from "../../testing/manifests.ts";
import { runMain } from "../../testing/run-main.ts";

const live = [ingress(), ingressClass("nginx"), service(), slice()];

async function plan(manifests: readonly object[], flags: readonly string[] = []): ReturnType<typeof runMain> {
  return await runMain(["plan", "--snapshot", "live.json", "-f", "web.json", ...flags], {
    "live.json": dump(live),
    "web.json": dump(manifests),
    "quiet.json": '{ "ignore": [{ "rule": "backend/*" }] }',
  });
}

describe("ingress-diff plan", () => {
  test("says what would appear, and returns 1 for a new error", async () => {
    const { code, stdout } = await plan([manifest({ backend: serviceBackend("gone", 80) })]);
    expect(code).toBe(1);
    expect(stdout).toContain("+ error  backend/service-missing  Service shop/gone");
    expect(stdout).toContain("then  gone:80, by shop/web (failing)");
  });

  test("returns 0 where nothing gets worse", async () => {
    const { code, stdout } = await plan([manifest({ path: "/shop" })], ["-o", "json"]);
    const { kind, namespace, routes, findings } = JSON.parse(stdout) as JsonPlanReport;
    expect(code).toBe(0);
    expect({ kind, namespace, findings }).toEqual({
      kind: "Plan",
      namespace: null,
      findings: { appear: [], disappear: [], change: [] },
    });
    expect(routes.appear).toMatchObject([{ class: "nginx", host: "shop.example", path: "/shop", pathType: "Prefix" }]);
    expect(routes.disappear).toMatchObject([{ path: "/" }]);
  });

  test("returns 2 where a manifest would be refused", async () => {
    expect(await plan([manifest({ host: "NO" })])).toMatchObject({
      code: 2,
      stdout: expect.stringContaining("shop/web would be refused"),
    });
  });

  test("exits with 0 with --exit-zero, and leaves out what the configuration ignores", async () => {
    const broken = [manifest({ backend: serviceBackend("gone", 80) })];
    expect((await plan(broken, ["--exit-zero"])).code).toBe(0);
    const { code, stdout } = await plan(broken, ["--config", "quiet.json"]);
    expect(code).toBe(0);
    expect(stdout).not.toContain("backend/service-missing");
  });

  test.each([
    { args: [], want: "Cannot tell what to compare with: -f is missing" },
    { args: ["-f", "web.json", "-o", "github"], want: '-o expects text or json, found "github"' },
    { args: ["-f", "web.json", "--ignore-order"], want: '"plan" does not take --ignore-order; "diff" does' },
    { args: ["-f", "web.json", "--config", "nope"], want: 'Cannot read "nope": there is no such file or folder' },
  ])("returns 2 and one line on stderr for $args", async ({ args, want }) => {
    const { code, stdout, stderr } = await runMain(["plan", ...args], { "web.json": dump([manifest()]) });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^ingress-diff: [^\n]+\. Try: [^\n]+\n$/);
    expect(stderr).toContain(want);
  });
});
