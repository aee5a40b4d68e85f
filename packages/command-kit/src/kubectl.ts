import { CommandError } from "./command-error.ts";
import { codeOf, describeIoError } from "./describe-io-error.ts";
import type { World } from "./world.ts";

/** Which cluster kubectl is to ask; its own configuration decides what is not given. */
export interface KubectlOptions {
  readonly context?: string | undefined;
  readonly kubeconfig?: string | undefined;
  /** What to try where kubectl is not installed. */
  readonly instead: string;
}

/** What one call of kubectl gave. */
export interface KubectlResult {
  readonly isOk: boolean;
  readonly stdout: string;
  /** Why it failed, in one line. */
  readonly problem: string;
}

/** Runs kubectl against a cluster. */
export type Kubectl = (...args: readonly string[]) => Promise<KubectlResult>;

// A cluster with a thousand large CustomResourceDefinitions stays below.
const maxOutputBytes = 256 * 1024 * 1024;

/** Makes the function that runs kubectl. A missing kubectl is thrown; a failing one is a result. */
export function createKubectl(
  { env, runProcess }: Pick<World, "env" | "runProcess">,
  { context, kubeconfig, instead }: KubectlOptions,
): Kubectl {
  const common = [
    "--request-timeout=60s",
    ...(context === undefined ? [] : [`--context=${context}`]),
    ...(kubeconfig === undefined ? [] : [`--kubeconfig=${kubeconfig}`]),
  ];
  return async (...args) => {
    const { code, stdout, stderr, isTooLong } = await runProcess("kubectl", [...args, ...common], {
      env,
      maxOutputBytes,
    })
      .catch((cause: unknown) => {
        const isMissing = codeOf(cause) === "ENOENT";
        const reason = isMissing ? "there is no kubectl on the PATH" : describeIoError(cause);
        throw new CommandError(`Cannot ask the cluster: ${reason}`, {
          cause,
          hint: isMissing ? `install kubectl, or ${instead}` : undefined,
        });
      });
    const [first = ""] = stderr.trim().split("\n");
    return {
      isOk: code === 0 && !isTooLong,
      stdout: isTooLong ? "" : new TextDecoder().decode(stdout),
      problem: isTooLong ? "the answer is too large" : first === "" ? `kubectl ends with exit code ${code}` : first,
    };
  };
}
