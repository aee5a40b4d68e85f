import { describe, expect, test } from "vitest";
import { ingress } from "@kubeschema-tools/clusters";
import { runMain } from "../testing/run-main.ts";

const items = [ingress({ namespace: "checkout", name: "cart" }), ingress({ namespace: "shop", name: "web" })];
const files = { "a.json": JSON.stringify({ kind: "List", items }) };

describe("createSelection()", () => {
  test.each([
    { args: ["-n", "chekout"], want: 'holds no Ingress in it (did you mean "checkout"?)' },
    { args: ["-n", "elsewhere"], want: "holds no Ingress in it. Try" },
    { args: ["crat"], want: 'has 2 others (did you mean "cart"?)' },
    { args: ["shop/wbe"], want: 'has 2 others (did you mean "shop/web"?)' },
    { args: ["cart", "-n", "shop"], want: 'has 1 other, and there is one in namespace "checkout"' },
    { args: ["web", "expalin"], want: 'Cannot find Ingress "expalin": snapshot a.json has 2 others. Try' },
    { args: ["report", "explain"], want: 'Cannot find Ingress "explain": snapshot a.json has 2 others. Try' },
    { args: ["shop/explain"], want: 'Cannot find Ingress "shop/explain"' },
    { args: ["something-else"], want: "has 2 others. Try" },
  ])("says what may be meant by $args", async ({ args, want }) => {
    const { code, stdout, stderr } = await runMain(["--snapshot", "a.json", ...args], files);
    expect(stderr).toContain(want);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });
});

test("runExplain() knows what only two observations can tell", async () => {
  const { code, stdout } = await runMain(["explain", "address/lost"]);
  expect(stdout).toMatch(/^address\/lost \(error\)\n/);
  expect(code).toBe(0);
  expect((await runMain(["explain"])).stdout).toContain("\naddress/lost ");
});
