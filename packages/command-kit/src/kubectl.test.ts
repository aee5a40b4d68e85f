import { expect, test } from "vitest";
import { createKubectl } from "./kubectl.ts";
import { createTestWorld, ioError } from "./testing/test-world.ts";
import type { ProcessResult, RunProcess } from "./world.ts";

const done: ProcessResult = { code: 0, stdout: new Uint8Array(), stderr: "", isTooLong: false };

function kubectlThat(runProcess: RunProcess) {
  const world = createTestWorld([], { runProcess });
  return createKubectl(world, { context: "a", kubeconfig: "b", instead: "give --from the files" });
}

test("createKubectl() says which cluster, and gives what it printed", async () => {
  const calls: unknown[] = [];
  const kubectl = kubectlThat((file, args) => {
    calls.push([file, ...args]);
    return Promise.resolve({ ...done, stdout: new TextEncoder().encode("{}") });
  });
  expect(await kubectl("get", "--raw", "/version")).toMatchObject({ isOk: true, stdout: "{}" });
  expect(calls).toEqual([
    ["kubectl", "get", "--raw", "/version", "--request-timeout=60s", "--context=a", "--kubeconfig=b"],
  ]);
});

test.each([
  { result: { code: 1, stderr: "Error from server (Forbidden)\nmore\n" }, want: "Error from server (Forbidden)" },
  { result: { code: 1, stderr: "" }, want: "kubectl ends with exit code 1" },
  { result: { code: null, isTooLong: true }, want: "the answer is too large" },
])("createKubectl() says why it failed: $want", async ({ result, want }) => {
  const kubectl = kubectlThat(() => Promise.resolve({ ...done, ...result }));
  expect(await kubectl("version")).toMatchObject({ isOk: false, problem: want });
});

test.each([
  { code: "ENOENT", want: "there is no kubectl on the PATH", hint: "install kubectl, or give --from the files" },
  { code: "EACCES", want: "permission is denied", hint: undefined },
])("createKubectl() throws where it cannot start: $code", async ({ code, want, hint }) => {
  const kubectl = kubectlThat(() => Promise.reject(ioError(code)));
  await expect(kubectl("version")).rejects.toMatchObject({ message: `Cannot ask the cluster: ${want}`, hint });
});
