import { spawn } from "node:child_process";
import { CommandError, reasonOf } from "./command-error.ts";
import type { World } from "./world.ts";

/** What one call of kubectl gave. */
export interface KubectlResult {
  readonly isOk: boolean;
  readonly stdout: string;
  /** The first line of what it wrote to stderr. */
  readonly problem: string;
}

/** Runs kubectl against the cluster that the options name. */
export type Kubectl = (...args: readonly string[]) => Promise<KubectlResult>;

// A cluster with a thousand large CustomResourceDefinitions stays below.
const maxOutputLength = 256 * 1024 * 1024;

/** Makes the function that runs kubectl. A missing kubectl is thrown; a failing one is a result. */
export function createKubectl(
  { env }: World,
  cluster: { readonly context: string | undefined; readonly kubeconfig: string | undefined },
): Kubectl {
  const common = [
    "--request-timeout=60s",
    ...(cluster.context === undefined ? [] : [`--context=${cluster.context}`]),
    ...(cluster.kubeconfig === undefined ? [] : [`--kubeconfig=${cluster.kubeconfig}`]),
  ];
  return (...args) =>
    new Promise((resolve, reject) => {
      const child = spawn("kubectl", [...args, ...common], { env, stdio: ["ignore", "pipe", "pipe"] });
      const chunks: Buffer[] = [];
      let [length, problem] = [0, ""];
      child.stdout.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length > maxOutputLength) child.kill();
      });
      child.stderr.setEncoding("utf8").on("data", (text: string) => {
        if (problem.length < 4096) problem += text;
      });
      child.on("error", (cause: NodeJS.ErrnoException) => {
        const isMissing = cause.code === "ENOENT";
        const reason = isMissing ? "there is no kubectl on the PATH" : reasonOf(cause);
        const hint = isMissing ? "install kubectl, or give --from the files" : undefined;
        reject(new CommandError(`Cannot ask the cluster: ${reason}`, { cause, ...(hint ? { hint } : {}) }));
      });
      child.on("close", (code) => {
        const isTooLong = length > maxOutputLength;
        resolve({
          isOk: code === 0 && !isTooLong,
          stdout: Buffer.concat(chunks).toString("utf8"),
          problem: isTooLong ? "the answer is too large" : problem.trim().split("\n")[0] ?? "",
        });
      });
    });
}
