import { createTestWorld, type TestWorld } from "@kubeschema/command-kit/testing";
import { afterEach, describe, expect, test } from "vitest";
import { ingress, ingressClass, service, slice } from "@kubeschema-tools/clusters";
import { type FakeWatch, startFakeApiServer, statusAnswer } from "../../testing/fake-api-server.ts";
import { main } from "../main.ts";

const objects = [ingress(), ingressClass("nginx"), service(), slice()];
let close: (() => Promise<void>) | undefined;
afterEach(() => close?.());

interface Started {
  readonly world: TestWorld;
  readonly ended: Promise<number>;
  readonly watches: ReadonlyMap<string, FakeWatch>;
}

/** Watches a cluster of which a list may be forbidden to be watched, until the first report is there. */
async function watch(args: readonly string[], forbidden?: string): Promise<Started> {
  const watches = new Map<string, FakeWatch>();
  const server = await startFakeApiServer(objects, {
    script: ({ path, query }) => {
      const list = path.split("/").at(-1) ?? "";
      if (query.get("watch") === null) return undefined;
      if (list === forbidden) return statusAnswer(403, "no");
      return { body: undefined, stream: (stream) => void watches.set(list, stream) };
    },
  });
  close = server.close;
  const world = createTestWorld(["watch", "-A", "-s", server.url, ...args]);
  const ended = main({ ...world, importModule: async () => ({}), demoPath: "" });
  await expect.poll(() => world.written.stdout, { timeout: 30_000 }).toMatch(/nothing found|"summary"/);
  await expect.poll(() => watches.has("services") || forbidden === "services").toBe(true);
  return { world, ended, watches };
}

const gone = { type: "DELETED", object: service() };

describe("ingress-diff watch", () => {
  test.each(["SIGINT", "SIGTERM"] as const)("prints a report, then what changes, and ends with %s", async (signal) => {
    const { world, ended, watches } = await watch([]);
    watches.get("services")?.send(gone);
    await expect.poll(() => world.written.stdout, { timeout: 30_000 }).toMatch(
      /^2026-06-01T00:00:00Z {2}\+ {2}Service shop\/web {2}backend\/service-missing: /m,
    );
    world.stop(signal);
    expect(await ended).toBe(0);
    expect(world.written.stderr).toBe("");
  });

  test("prints a JSON object on each line with -o ndjson", async () => {
    const { world, ended, watches } = await watch(["-o", "ndjson"]);
    watches.get("services")?.send(gone);
    await expect.poll(() => world.written.stdout, { timeout: 30_000 }).toContain('"type":"change"');
    world.stop("SIGINT");
    expect(await ended).toBe(0);
    const lines = world.written.stdout.trimEnd().split("\n").map((line): { type: string } => JSON.parse(line));
    expect(lines.map(({ type }) => type)).toEqual(["report", "change"]);
  });

  test("serves metrics where it is told to, and says where", async () => {
    const { world, ended } = await watch(["--serve-metrics", "127.0.0.1:0"]);
    const [, url = ""] =
      /^ingress-diff: metrics on (http:\/\/127\.0\.0\.1:\d+\/metrics)\n$/.exec(world.written.stderr) ?? [];
    expect(await (await fetch(url)).text()).toContain("ingress_diff_routes");
    world.stop("SIGINT");
    expect(await ended).toBe(0);
  });

  test("says once that a list may not be watched, and what to try", async () => {
    const { world, ended, watches } = await watch([], "services");
    await expect.poll(() => watches.has("endpointslices")).toBe(true);
    watches.get("endpointslices")?.send({ type: "DELETED", object: slice() });
    await expect.poll(() => world.written.stderr, { timeout: 30_000 }).toBe(
      "ingress-diff: Cannot watch services: 403 Forbidden; the list is read every half minute instead. " +
        "Try: ingress-diff rbac watch\n",
    );
    world.stop("SIGINT");
    expect(await ended).toBe(0);
  });

  test("ends quietly where nobody reads any more", async () => {
    const { world, ended } = await watch([]);
    world.stop("SIGPIPE");
    expect(await ended).toBe(0);
  });
});
