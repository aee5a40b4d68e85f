import { spawnSync } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const bin = fileURLToPath(new URL("./bin.ts", import.meta.url));
// The condition lets the sources run before anything is built.
const commandLine = `"${process.execPath}" --conditions=@kubeschema/source "${bin}"`;

describe("kubeschema-docs", () => {
  test("prints a page from the schemas beside it", () => {
    const { status, stdout, stderr } = shell(`${commandLine} page Ingress`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain('<a id="spec.rules.http.paths.pathType"></a>');
  });

  test("ends silently when its reader has seen enough", () => {
    // The page of Pod is many times the size of a pipe's buffer.
    const { stdout, stderr } = shell(`{ ${commandLine} page Pod; echo "code $?" >&2; } | head -n 1`);
    expect(stdout).toBe('<a id="io.k8s.api.core.v1.Pod"></a>\n');
    expect(stderr).toBe("code 0\n");
  });

  test("exits with 2 when it failed", () => {
    const { status, stdout, stderr } = shell(`${commandLine} page Ingres`);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^kubeschema-docs: Cannot find kind "Ingres" of v[\d.]+: did you mean "Ingress"\?\n$/);
  });
});

function shell(command: string): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(command, { shell: true, encoding: "utf8", maxBuffer: 1 << 26 });
}
