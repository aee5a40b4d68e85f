import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { describeWithApiServer } from "@kubeschema-tools/apiserver";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { startTcpProxy } from "./tcp-proxy.ts";
import { says, startWatch, type WatchCommand } from "./watch-command.ts";
import { createWatchedShop, watcher } from "./watched-shop.ts";

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

async function start(kubeconfig: string, ...args: readonly string[]): Promise<WatchCommand> {
  const started = await startWatch(kubeconfig, ...args);
  running.push(started.child);
  return started;
}

/** The lines after the first report. */
function newsOf({ written }: WatchCommand): readonly string[] {
  return written.stdout.split("\n").filter((line) => /^\d{4}-[^ ]+Z {2}/.test(line));
}

async function endsQuietly({ child, ended, written }: WatchCommand): Promise<void> {
  child.kill("SIGINT");
  expect(await ended).toBe(0);
  expect(written.stderr.replace(/^ingress-diff: metrics on .*\n/, "")).toBe("");
}

describeWithApiServer("ingress-diff watch through restarts", (getServer) => {
  let kubeconfig: string;
  beforeAll(async () => {
    kubeconfig = await createWatchedShop(getServer());
  });

  // Processes are found in /proc, which only Linux has.
  describe.runIf(existsSync("/proc/self/cmdline"))("with SIGKILL", () => {
    test.each(
      [
        { name: "kube-apiserver", ip: "203.0.113.81" },
        { name: "etcd", ip: "203.0.113.82" },
      ] as const,
    )("comes back after $name, and calls nothing missing meanwhile", async ({ name, ip }) => {
      const server = getServer();
      const watch = await start(kubeconfig, "--serve-metrics", "127.0.0.1:0");
      const url = /metrics on (\S+)\/metrics/.exec(watch.written.stderr)?.[1] ?? "";
      const health = (): Promise<number> => fetch(`${url}/healthz`).then(({ status }) => status);
      await vi.waitFor(async () => expect(await health()).toBe(200), { timeout: 60_000 });

      await server.restart(name, async () => {
        // Without etcd, the API server continues to answer watches from its cache.
        if (name === "etcd") await new Promise((resolve) => setTimeout(resolve, 2_000));
        else await vi.waitFor(async () => expect(await health()).toBe(503), { timeout: 60_000 });
      });
      await vi.waitFor(async () => expect(await health()).toBe(200), { timeout: 90_000 });

      const path = "/apis/networking.k8s.io/v1/namespaces/shop/ingresses/help/status";
      const { status } = await server.request("PATCH", path, { status: { loadBalancer: { ingress: [{ ip }] } } });
      expect(status).toBe(200);
      await says(
        watch.written,
        "stdout",
        new RegExp(`changed {2}shop/help {2}.* → ${ip.replaceAll(".", "\\.")}$`, "m"),
      );
      // That one change, and nothing that only the outage would explain.
      expect(newsOf(watch).filter((line) => !line.includes("shop/help"))).toEqual([]);
      expect(watch.written.stdout).not.toMatch(/\bmissing\b|does not exist/);
      await endsQuietly(watch);
    });
  });
});

describeWithApiServer("ingress-diff watch on a server without watch cache", (getServer) => {
  let kubeconfig: string;
  beforeAll(async () => {
    kubeconfig = await createWatchedShop(getServer());
  });

  test.each([
    { name: "continues without a new list after a cut", isCompacted: false, ip: "203.0.113.91" },
    { name: "begins again with a list after a cut and a compaction (410)", isCompacted: true, ip: "203.0.113.92" },
  ])("$name, and misses nothing", async ({ isCompacted, ip }) => {
    const server = getServer();
    const proxy = await startTcpProxy(Number(new URL(server.url).port));
    try {
      const watch = await start(kubeconfig, "--server", `https://127.0.0.1:${proxy.port}`);
      const listCount = async (): Promise<number> =>
        (await server.requests()).filter(({ user, verb, uri }) =>
          user === watcher && verb === "list" && uri.includes("/ingresses?")
        ).length;
      const before = await listCount();
      proxy.cut();
      const shop = "/apis/networking.k8s.io/v1/namespaces/shop/ingresses";
      const setIp = { status: { loadBalancer: { ingress: [{ ip }] } } };
      expect((await server.request("PATCH", `${shop}/blog/status`, setIp)).status).toBe(200);
      if (isCompacted) await server.compact();
      proxy.mend();
      await says(
        watch.written,
        "stdout",
        new RegExp(`changed {2}shop/blog {2}.* → ${ip.replaceAll(".", "\\.")}$`, "m"),
      );
      if (isCompacted) expect(await listCount()).toBeGreaterThan(before);
      else expect(await listCount()).toBe(before);
      expect(newsOf(watch).filter((line) => !line.includes("shop/blog"))).toEqual([]);
      await endsQuietly(watch);
    } finally {
      await proxy.close();
    }
  });
}, { flags: { "watch-cache": "false" } });
