import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import type { JsonDriftReport } from "../report/drift-json.ts";
import { runMain } from "../testing/run-main.ts";

let text: string;
const files: Record<string, string> = {};

beforeAll(async () => {
  const read = (path: string): Promise<string> =>
    readFile(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");
  text = await read("docs/manifests.md");
  for (const path of ["demo/drift.yaml", "demo/drift-live.yaml", "demo/shop.yaml"]) files[path] = await read(path);
});

describe("docs/manifests.md", () => {
  test("shows what diff and plan really print", async () => {
    const shown = [...text.matchAll(/\$ ingress-diff ((?:diff|plan) -f [^\n]*)\n([^`]*)```/g)];
    expect(shown.map(([, args]) => args?.split(" ")[0])).toEqual(["diff", "plan"]);
    for (const [, args = "", output] of shown) {
      const { stdout, code } = await runMain(args.split(" "), files, {
        env: { COLUMNS: "80" },
        now: () => new Date("2026-11-22T09:00:00Z"),
      });
      expect({ code, stdout }).toEqual({ code: 1, stdout: output });
    }
  });

  test("shows the fields of the JSON that diff really prints", async () => {
    const { stdout } = await runMain(
      ["diff", "-f", "demo/drift.yaml", "--snapshot", "demo/drift-live.yaml", "-o", "json"],
      files,
    );
    const report = JSON.parse(stdout) as JsonDriftReport;
    const [, block = ""] = /```jsonc\n(\{\n {2}"version": 1,\n {2}"kind": "Drift"[\s\S]*?)```/.exec(text) ?? [];
    const shown = JSON.parse(block.replace(/\s\/\/ [^\n]*/g, "")) as JsonDriftReport & Record<string, unknown>;
    for (const key of ["namespace", "findings", "routes"]) delete shown[key];
    const web = report.ingresses.find(({ name }) => name === "web");
    expect(keysOf(shown)).toEqual(keysOf({ ...report, ingresses: [web] }));
    expect(web?.changes).toContainEqual(shown.ingresses[0]?.changes[0]);
  });
});

/** The names of all fields, in order; of lists those of the first item, and nothing of empty ones. */
function keysOf(value: unknown, path = ""): readonly string[] {
  if (Array.isArray(value)) return path.endsWith(".kept") ? [] : keysOf(value[0], `${path}[]`);
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`));
}
