import type { Environment } from "@kubeschema/command-kit";
import type { KubeconfigOptions } from "../observe/cluster/load-kubeconfig.ts";
import type { KubeconfigOverrides } from "../observe/cluster/override-kubeconfig.ts";
import type { ConnectionOptions } from "./flags/connection-flags.ts";

/** What the flags of a connection say of the kubeconfig, in the words of the library. */
export function kubeconfigOptions(
  { insecureSkipTlsVerify, asGroup, requestTimeout: _, ...same }: ConnectionOptions,
  env: Environment,
): KubeconfigOptions & KubeconfigOverrides {
  return {
    ...same,
    ...(insecureSkipTlsVerify ? { isInsecure: true } : {}),
    ...(asGroup.length > 0 ? { asGroups: asGroup } : {}),
    env,
  };
}
