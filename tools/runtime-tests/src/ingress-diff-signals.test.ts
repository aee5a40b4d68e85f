import { spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runCommand } from "./run-command.ts";

const bin = fileURLToPath(new URL("../../../packages/ingress-diff/dist/bin.js", import.meta.url));

describe("ingress-diff whose reader goes away", () => {
  test.each([
    { args: "demo --verbose", code: 1 },
    { args: "demo -o json", code: 1 },
    { args: "demo -o html --exit-zero", code: 0 },
    { args: "--help", code: 0 },
    { args: "explain", code: 0 },
    { args: "completion bash", code: 0 },
  ])("ends $args | head -1 with code $code and silently", async ({ args, code }) => {
    const script = `"$0" "$1" ${args} | head -1 > /dev/null; echo "\${PIPESTATUS[0]}"`;
    const result = await runCommand("bash", ["-c", script, process.execPath, bin]);
    expect(result).toEqual({ code: 0, stdout: `${code}\n`, stderr: "" });
  });

  test("ends with code 0 if nobody reads from the start", async () => {
    const script = `"$0" "$1" demo -o json --exit-zero | true; echo "\${PIPESTATUS[0]}"`;
    const result = await runCommand("bash", ["-c", script, process.execPath, bin]);
    expect(result).toEqual({ code: 0, stdout: "0\n", stderr: "" });
  });
});

describe("ingress-diff that waits for a server", () => {
  test.each(
    [
      { signal: "SIGINT", args: ["-A"] },
      { signal: "SIGTERM", args: ["-A"] },
      { signal: "SIGINT", args: ["watch", "-A"] },
      { signal: "SIGTERM", args: ["watch", "-A"] },
    ] as const,
  )("ends $args by $signal at once and without a stack", async ({ signal, args }) => {
    let ask: () => void = () => {};
    const asked = new Promise<void>((resolve) => {
      ask = resolve;
    });
    // Never answers.
    const server = createServer(() => ask());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo; // A listening TCP server has one.
    try {
      const child = spawn(process.execPath, [bin, ...args, "-s", `http://127.0.0.1:${port}`], {
        env: { PATH: process.env.PATH },
        stdio: ["ignore", "pipe", "pipe"],
      });
      let written = "";
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => written += String(chunk));
      const ended = new Promise<unknown>((resolve) => child.on("close", (code, by) => resolve({ code, by })));
      await asked;
      child.kill(signal);
      // A shell shows this as 130 and 143, as it does for any command.
      expect(await ended).toEqual({ code: null, by: signal });
      expect(written).toBe("");
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
