import { isJsonObject } from "../../json-object.ts";
import { CommandError } from "../command-error.ts";
import type { World } from "../world.ts";

const args = ["get", "customresourcedefinitions.v1.apiextensions.k8s.io", "-o", "json", "--request-timeout=60s"];
const hint = "kubectl get crds, or give --crds the files";

// A cluster with a thousand large definitions stays below.
const maxLength = 256 * 1024 * 1024;

/**
 * Asks kubectl for the CustomResourceDefinitions of the cluster that it is set to.
 *
 * @throws {CommandError} If there is no kubectl, or it cannot list them.
 */
export async function readClusterCrds(env: World["env"]): Promise<readonly unknown[]> {
  // Most runs need no other process, and start faster without the module.
  const { spawn } = await import("node:child_process");
  const text = await runKubectl(spawn, env);
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    throw new CommandError(
      "Cannot read the CustomResourceDefinitions of the cluster: the answer of kubectl is no JSON",
      hint,
    );
  }
  return isJsonObject(list) && Array.isArray(list.items) ? list.items : [];
}

function runKubectl(spawn: typeof import("node:child_process").spawn, env: World["env"]): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string): void =>
      reject(new CommandError(`Cannot list the CustomResourceDefinitions of the cluster: ${reason}`, hint));
    const child = spawn("kubectl", args, { env, stdio: ["ignore", "pipe", "pipe"] });
    const chunks: Uint8Array[] = [];
    let [length, problem] = [0, ""];
    child.stdout.on("data", (chunk: Uint8Array) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length > maxLength) child.kill();
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      if (problem.length < 4096) problem += text;
    });
    child.on("error", (error: Error & { readonly code?: string }) => {
      fail(error.code === "ENOENT" ? "there is no kubectl on the PATH" : error.message);
    });
    child.on("close", (code) => {
      if (length > maxLength) fail("the answer is too large");
      else if (code === 0) resolve(new TextDecoder().decode(concat(chunks, length)));
      else fail(problem.trim().split("\n")[0] || `kubectl exits with ${code}`);
    });
  });
}

function concat(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
