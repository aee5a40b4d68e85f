import { describe, expect, test } from "vitest";
import { ingress, ingressClass, type KubeObject, service, slice } from "@kubeschema-tools/clusters";
import { dump } from "../../testing/manifests.ts";
import { runMain } from "../../testing/run-main.ts";

const shop = (options: Parameters<typeof ingress>[0] = {}): readonly KubeObject[] => [
  ingress(options),
  ingressClass("nginx"),
  service(),
  slice(),
];
const blog = [
  ingress({ namespace: "blog", name: "blog", host: "blog.example" }),
  service("web", {}, { namespace: "blog" }),
  slice("web", {}, { namespace: "blog" }),
];
/** The JSON of `compare`, as far as these tests look into it. */
interface Report {
  readonly version: number;
  readonly headline: string;
  readonly summary: Readonly<Record<string, number>>;
  readonly addresses: readonly object[];
}

describe("compare", () => {
  test("prints the headline, and what is behind it", async () => {
    const files = { a: dump(shop()), b: dump(shop({ status: [] })) };
    const { code, stdout, stderr } = await runMain(["compare", "a", "b"], files);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toBe(`before  snapshot a · 2026-06-01 00:00:00 UTC
after   snapshot b · 2026-06-01 00:00:00 UTC

1 address emptied

  emptied  shop/web  203.0.113.10 → none

? findings of tls/* are not compared: secrets of snapshot a: the snapshot holds no object of secrets
? findings of event/* are not compared: events of snapshot a: the snapshot holds no object of events
`);
    expect((await runMain(["compare", "a", "b", "--exit-zero"], files)).code).toBe(0);
  });

  test("prints versioned JSON", async () => {
    const files = { a: dump(shop()), b: dump(shop({ status: [{ ip: "203.0.113.7" }] })) };
    const { code, stdout } = await runMain(["compare", "a", "b", "-o", "json"], files);
    const report = JSON.parse(stdout) as Report; // What this test is about.
    expect(code).toBe(1);
    expect(report).toMatchObject({ version: 1, headline: "1 address changed", summary: { changed: 1, emptied: 0 } });
    expect(report.addresses).toEqual([{
      type: "changed",
      object: { apiVersion: "networking.k8s.io/v1", kind: "Ingress", namespace: "shop", name: "web" },
      before: ["203.0.113.10"],
      after: ["203.0.113.7"],
    }]);
  });

  test("exits 2 where nothing is different as far as it could see", async () => {
    const files = { a: dump(shop()), b: dump(shop()) };
    const { code, stdout } = await runMain(["compare", "a", "b"], files);
    expect(code).toBe(2);
    expect(stdout).toContain("\nno differences\n");
  });

  test("exits 0 where two whole snapshots are the same", async () => {
    const secret = { apiVersion: "v1", kind: "Secret", metadata: { namespace: "shop", name: "x" }, type: "Opaque" };
    const event = { apiVersion: "v1", kind: "Event", metadata: { namespace: "shop", name: "x" } };
    const a = dump([...shop(), secret, event]);
    expect((await runMain(["compare", "a", "b"], { a, b: a })).code).toBe(0);
  });

  test("compares one namespace with -n, and where one snapshot is of one", async () => {
    const files = { a: dump([...shop(), ...blog]), b: dump(shop()) };
    expect((await runMain(["compare", "a", "b"], files)).stdout).toContain("1 Ingress removed");
    expect((await runMain(["compare", "a", "b", "-n", "shop"], files)).stdout).toContain("no differences");
  });

  test("leaves out what the configuration ignores", async () => {
    const broken = shop().filter(({ kind }) => kind !== "Service").concat(service("other"), slice("other"));
    const files = { a: dump(shop()), b: dump(broken), "c.json": '{"ignore":[{"rule":"backend/*"}]}' };
    expect((await runMain(["compare", "a", "b"], files)).stdout).toContain("1 finding appeared");
    expect((await runMain(["compare", "a", "b", "--config", "c.json"], files)).stdout).toContain("no differences");
  });

  test.each([
    { args: ["compare"], want: '"compare" expects two snapshots, or a snapshot and "live", found nothing' },
    { args: ["compare", "a"], want: '"compare" expects two snapshots, or a snapshot and "live", found "a"' },
    { args: ["compare", "live", "a"], want: '"compare" begins with the older snapshot' },
    { args: ["compare", "a", "b", "c"], want: 'found "a", "b" and "c"' },
    { args: ["compare", "a", "b", "-o", "html"], want: '-o expects text or json, found "html"' },
    { args: ["compare", "a", "nope"], want: 'Cannot read "nope": there is no such file or folder' },
    { args: ["compare", "a", "b", "--context", "c"], want: 'so --context goes only with "live"' },
    { args: ["compare", "-", "-"], want: '"compare" begins with the older snapshot, found "-"' },
    { args: ["compare", "a", "live"], want: "Cannot find a kubeconfig" },
  ])("returns 2 and one line for $args", async ({ args, want }) => {
    const { code, stdout, stderr } = await runMain(args, { a: dump(shop()), b: dump(shop()) });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^ingress-diff: [^\n]+\n$/);
    expect(stderr).toContain(want);
  });
});
