import { findBinaries } from "@kubeschema-tools/apiserver";
import { execFile } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function parity(...args: readonly string[]): Promise<Run> {
  const script = fileURLToPath(new URL("./parity.ts", import.meta.url));
  return new Promise((resolve) => {
    execFile(process.execPath, ["--conditions=@kubeschema/source", script, ...args], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}

test("parity says how to get a server of the version that it is asked for", async () => {
  expect(await parity("--version", "1.9", "--kind", "Secret")).toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringContaining("Try: npx kubeschema-apiserver install --version 1.9"),
  });
  expect((await parity("--version", "new")).stderr).toContain('--version expects a release such as 1.36, found "new"');
});

test.runIf(findBinaries(process.env, "1.37") !== undefined)(
  "parity judges by the version that it is asked for, and says what that does not serve",
  async () => {
    const run = await parity("--version", "1.37", "--kind", "ConfigMap", "--count", "5", "--json");
    expect(run.stderr).toBe("parity: Kubernetes 1.37.2 judges\n");
    expect(JSON.parse(run.stdout)).toMatchObject([{ name: "ConfigMap", count: 6, sameVerdict: 6 }]);
    expect(await parity("--version", "1.37", "--kind", "Ingress v1beta1", "--count", "5")).toMatchObject({
      code: 2,
      stderr: "parity: Kubernetes 1.37.2 judges\n" +
        "parity: Kubernetes 1.37.2 does not serve Ingress v1beta1, which is left out\n",
    });
  },
);
