import process from "node:process";

/** The variables that envtest-js prefers to whatever it is told. */
const variables = ["KUBEBUILDER_ASSETS", "TEST_ASSET_ETCD", "TEST_ASSET_KUBE_APISERVER", "TEST_ASSET_KUBECTL"] as const;

let last: Promise<unknown> = Promise.resolve();

/**
 * Runs something that uses envtest-js while the environment of this process names no other binaries than these: which
 * they are has been decided by then, and a version that is asked for outranks `KUBEBUILDER_ASSETS`. One such run waits
 * for the other, since there is one environment.
 *
 * @param folder The binaries, or `undefined` for those that it downloads.
 */
export function withAssets<T>(folder: string | undefined, run: () => Promise<T>): Promise<T> {
  const result = last.then(async () => {
    const before = variables.map((name) => [name, process.env[name]] as const);
    for (const name of variables) delete process.env[name];
    if (folder !== undefined) process.env.KUBEBUILDER_ASSETS = folder;
    try {
      return await run();
    } finally {
      for (const [name, value] of before) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
    }
  });
  last = result.catch(() => {});
  return result;
}
