import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { median } from "./median.ts";

/**
 * Median time from the start of the process to its first request, in milliseconds.
 *
 * @param command Path of a Node program that takes `--kubeconfig`.
 */
export async function measureFirstRequest(command: string, runs: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "kubeschema-bench-"));
  let arrived = 0;
  const server = createServer((_request, response) => {
    arrived ||= performance.now();
    response.writeHead(403, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const { port } = server.address() as AddressInfo; // The server listens on a port, so its address is not a path.
    const kubeconfig = join(folder, "config");
    await writeFile(kubeconfig, kubeconfigOf(`http://127.0.0.1:${port}`));
    const times: number[] = [];
    for (let run = 0; run < runs; run++) {
      arrived = 0;
      const start = performance.now();
      const child = spawn(process.execPath, [command, "-A", "--kubeconfig", kubeconfig], { stdio: "ignore" });
      await new Promise((resolve) => child.on("close", resolve));
      if (arrived === 0) throw new Error(`Cannot measure "${command}": it sent no request`);
      times.push(arrived - start);
    }
    return median(times);
  } finally {
    server.close();
    await rm(folder, { recursive: true });
  }
}

function kubeconfigOf(server: string): string {
  return JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: "a", cluster: { server } }],
    users: [{ name: "a", user: {} }],
    contexts: [{ name: "a", context: { cluster: "a", user: "a" } }],
    "current-context": "a",
  });
}
