import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { repositoryRoot } from "../package-folder.ts";
import { findKind, readKnownKinds } from "./known-kinds.ts";
import { fillIn, type NewFile } from "./new-file.ts";
import { newFormat } from "./new-format.ts";
import { newKind } from "./new-kind.ts";
import { newRule } from "./new-rule.ts";

const read = (path: string): string | undefined =>
  existsSync(join(repositoryRoot, path)) ? readFileSync(join(repositoryRoot, path), "utf8") : undefined;

const autoscaler = {
  group: "autoscaling",
  version: "v2",
  kind: "HorizontalPodAutoscaler",
  plural: "horizontalpodautoscalers",
  isNamespaced: true,
};
const lease = {
  group: "coordination.k8s.io",
  version: "v1",
  kind: "Lease",
  plural: "leases",
  isNamespaced: true,
};
const driver = { group: "storage.k8s.io", version: "v1", kind: "CSIDriver", plural: "csidrivers", isNamespaced: false };

/** The files that each command would write into this repository. */
const made = [
  { name: "rule class/zero", files: newRule("class/zero", read) },
  { name: "rule route/never-served", files: newRule("route/never-served", read) },
  { name: "rule tls/a-9", files: newRule("tls/a-9", read) },
  { name: "kind HorizontalPodAutoscaler", files: newKind(autoscaler, read) },
  { name: "kind Lease", files: newKind(lease, read) },
  { name: "kind CSIDriver", files: newKind(driver, read) },
  { name: "format csv", files: newFormat("csv", read) },
  { name: "format two-words", files: newFormat("two-words", read) },
  { name: "format kubeschema-validate/csv", files: newFormat("kubeschema-validate/csv", read) },
];

describe.each(made)("npm run new -- $name", ({ files }) => {
  test("writes files that say where they are to be filled in, and adds to lists without losing a line", () => {
    for (const { path, text } of files) {
      const before = read(path)?.split("\n");
      if (before === undefined) expect(text, path).toContain(fillIn);
      else {
        // Removing what was added restores the text.
        let index = 0;
        for (const line of text.split("\n")) if (line === before[index]) index++;
        expect(before.slice(index), path).toEqual([]);
        expect(text.length).toBeGreaterThan(before.join("\n").length);
      }
    }
  });
});

describe("CONTRIBUTING.md", () => {
  const text = readFileSync(join(repositoryRoot, ".github/CONTRIBUTING.md"), "utf8");
  const listed = [...text.matchAll(/^\| `([^`]+)`/gm)].map(([, path]) => path ?? "");
  const written = [
    newRule("route/never-served", read),
    newKind(autoscaler, read),
    newFormat("csv", read),
    newFormat("kubeschema-validate/csv", read),
  ].flat()
    .map(({ path }) => path);

  test("lists every file that npm run new writes", () => {
    expect(listed).toEqual(
      expect.arrayContaining(written.map((path) => path.replaceAll("horizontal-pod-autoscaler", "KIND"))),
    );
  });

  test("lists no other file that does not exist", () => {
    const named = listed.filter((path) => /^(?:packages|tools)\/[\w/.-]+$/.test(path) && !/KIND|FORM/.test(path));
    expect(named.filter((path) => !written.includes(path) && !existsSync(join(repositoryRoot, path)))).toEqual([]);
  });
});

test("npm run new writes code that type-checks", () => {
  const files = [
    newRule("route/never-served", read),
    newKind(driver, read),
    newFormat("two-words", read),
    newFormat("kubeschema-validate/two-words", read),
  ].flat();
  expect(typeFaults(files.filter(({ path }) => path.endsWith(".ts")))).toEqual([]);
});

test.each([
  {
    name: "a family that does not exist",
    make: () => newRule("foo/bar", read),
    want: /"foo\/bar" is not the id of a rule/,
  },
  { name: "an id without a family", make: () => newRule("bar", read), want: /Families: class, address/ },
  {
    name: "a rule that exists",
    make: () => newRule("route/duplicate", read),
    want: /route-duplicate\.ts: it already exists/,
  },
  {
    name: "a format that exists",
    make: () => newFormat("json", read),
    want: /the format json: it already exists/,
  },
  { name: "a format in upper case", make: () => newFormat("CSV", read), want: /"CSV" is not the name of a format/ },
  {
    name: "a kind that already has rules",
    make: () => newKind({ ...autoscaler, group: "apps", version: "v1", kind: "Deployment" }, read),
    want: /deployment\.ts: it already exists/,
  },
  {
    name: "a list that has moved",
    make: () => newFormat("csv", () => undefined),
    want: /report-formats\.ts: there is no such file/,
  },
])("npm run new refuses $name", ({ make, want }) => {
  expect(make).toThrow(want);
});

describe("findKind()", () => {
  const kinds = ["v1", "v2beta2", "v2", "v10alpha1"].map((version) => ({ ...autoscaler, version }))
    .concat({ ...lease, group: "", version: "v1", kind: "Pod" });

  test.each([
    { name: "HorizontalPodAutoscaler", want: "v2" },
    { name: "autoscaling/v1/HorizontalPodAutoscaler", want: "v1" },
    { name: "Pod", want: "v1" },
    { name: "v1/Pod", want: "v1" },
  ])("takes $name as that of $want", ({ name, want }) => {
    expect(findKind(kinds, name)).toMatchObject({ kind: name.split("/").at(-1), version: want });
  });

  test("knows the kinds of the default version", () => {
    expect(findKind(readKnownKinds(), "HorizontalPodAutoscaler")).toEqual(autoscaler);
  });

  test("suggests what may have been meant", () => {
    expect(() => findKind(kinds, "pod")).toThrow('"pod" is not a kind of Kubernetes: expected one such as');
    expect(() => findKind(kinds, "pod")).toThrow("Did you mean Pod?");
    expect(() => findKind(kinds, "Nothing")).toThrow(/HorizontalPodAutoscaler$/);
  });
});

/** Lists the compiler's errors in new files among the existing ones; only these and their imports are checked. */
function typeFaults(files: readonly NewFile[]): readonly string[] {
  const texts = new Map(files.map(({ path, text }) => [join(repositoryRoot, path), text]));
  const { config } = ts.readConfigFile(join(repositoryRoot, "tsconfig.base.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, repositoryRoot);
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (name) => texts.has(name) || fileExists(name);
  host.directoryExists = (name) => [...texts.keys()].some((file) => file.startsWith(`${name}/`)) || existsSync(name);
  host.readFile = (name) => texts.get(name) ?? readFile(name);
  const program = ts.createProgram([...texts.keys()], options, host);
  return [...texts.keys()].flatMap((name) => {
    const source = program.getSourceFile(name);
    const faults = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return faults.map(({ messageText }) => `${name}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
  });
}
