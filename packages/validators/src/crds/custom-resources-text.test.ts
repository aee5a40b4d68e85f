import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readManifest } from "@kubeschema/manifest-reader";
import { runInTestWorld } from "@kubeschema/command-kit/testing";
import { expect, test } from "vitest";
import { main } from "../cli/main.ts";
import { createValidator } from "./mod.ts";

const section = readFileSync(new URL("../../docs/custom-resources.md", import.meta.url), "utf8");
const [crd = "", shops = ""] = [...section.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text);
const [, output = ""] = /```text\n\$ kubeschema-validate --crds crd\.yaml shops\.yaml\n(.*?)```/s.exec(section) ?? [];

test("docs/custom-resources.md shows what kubeschema-validate --crds prints", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kubeschema-readme-"));
  let printed = "";
  try {
    writeFileSync(join(folder, "crd.yaml"), crd);
    writeFileSync(join(folder, "shops.yaml"), shops);
    const { code, stdout, stderr } = await runInTestWorld(main, [
      "--crds",
      join(folder, "crd.yaml"),
      join(folder, "shops.yaml"),
    ]);
    expect(code).toBe(1);
    printed = stdout + stderr;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  expect(printed.replaceAll(`${folder}/`, "")).toBe(output);
});

test("docs/custom-resources.md names what createValidator() and its results have", () => {
  const [definition, shop] = [crd, shops].map((text) => readManifest(text).next().value?.value);
  const validator = createValidator(definition);
  const result = validator.validate(shop);
  const names = [...section.matchAll(/^const \{ (.*?) \} = /gm)].map(([, text]) => text?.split(", ").sort());
  const { group, kind, ...rest } = validator;
  expect(names).toEqual([Object.keys(rest).sort(), Object.keys(result).sort()]);
  expect([group, kind]).toEqual(["example.com", "Shop"]);
});
