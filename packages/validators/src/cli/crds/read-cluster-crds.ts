import { CommandError, createKubectl, reasonOf, type World } from "@kubeschema/command-kit";
import { isJsonObject } from "../../values/json-object.ts";

const hint = "kubectl get crds, or give --crds the files";

/**
 * Reads the CustomResourceDefinitions of kubectl's current cluster with kubectl.
 *
 * @throws {CommandError} If there is no kubectl, or it cannot list them.
 */
export async function readClusterCrds(world: Pick<World, "env" | "runProcess">): Promise<readonly unknown[]> {
  const kubectl = createKubectl(world, { instead: "give --crds the files" });
  const { isOk, stdout, problem } = await kubectl(
    ...["get", "customresourcedefinitions.v1.apiextensions.k8s.io", "-o", "json"],
  );
  if (!isOk) {
    throw new CommandError(`Cannot list the CustomResourceDefinitions of the cluster: ${problem}`, { hint });
  }
  let list: unknown;
  try {
    list = JSON.parse(stdout);
  } catch (cause) {
    const reason = `the answer of kubectl is not JSON: ${reasonOf(cause)}`;
    throw new CommandError(`Cannot read the CustomResourceDefinitions of the cluster: ${reason}`, { hint, cause });
  }
  return isJsonObject(list) && Array.isArray(list.items) ? list.items : [];
}
