import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { type ApiServer, findBinaries } from "@kubeschema-tools/apiserver";
import { runCommand } from "./run-command.ts";

/**
 * Runs the kubectl next to the API server as its administrator, and returns what it printed.
 *
 * @throws {Error} If it fails.
 */
export async function runKubectl({ kubeconfigPath }: ApiServer, ...args: readonly string[]): Promise<string> {
  const kubectl = join(findBinaries(process.env) ?? "", "kubectl");
  // kubectl keeps a cache in the home folder, or in the current one if there is none.
  const env = { HOME: tmpdir(), KUBECONFIG: kubeconfigPath };
  const { code, stdout, stderr } = await runCommand(kubectl, args, { env });
  if (code !== 0) throw new Error(`Cannot run kubectl ${args.join(" ")}: ${stderr}`);
  return stdout;
}
