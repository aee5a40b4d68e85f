import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ingress, ingressClass, service, slice } from "@kubeschema-tools/clusters";
import { type FakeApiServer, startFakeApiServer } from "../testing/fake-api-server.ts";
import { dump } from "../testing/manifests.ts";
import { runMain } from "../testing/run-main.ts";

let server: FakeApiServer;
beforeAll(async () => {
  server = await startFakeApiServer([ingress(), ingressClass("nginx"), service(), slice()]);
});
afterAll(() => server.close());

// As many are read as a list.
const manifests = Array.from({ length: 11 }, (_, index) => ingress({ name: index === 0 ? "web" : `web-${index}` }));

describe("what reads a cluster", () => {
  test.each([
    { args: ["-A"], want: 0 },
    { args: ["snapshot", "-A"], want: 0 },
    { args: ["diff", "-f", "web.json"], want: 1 },
  ])("shows on a terminal that it does, and clears the line: $args", async ({ args, want }) => {
    const run = (isTTY: boolean, ...more: readonly string[]) =>
      runMain(
        [...args, "-s", server.url, ...more],
        { "web.json": dump(manifests) },
        { isTTY },
      );
    const { code, stderr } = await run(true);
    expect(code).toBe(want);
    // What follows the last clearing of the line is what stays.
    const clear = "\r\u001b[2K";
    expect(stderr.startsWith(`${clear}reading the cluster ...`)).toBe(true);
    expect(stderr.endsWith(clear)).toBe(true);
    expect((await run(false)).stderr).toBe("");
    expect((await run(true, "-q")).stderr).toBe("");
  });
});
