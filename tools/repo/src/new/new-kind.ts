import type { KnownKind } from "./known-kinds.ts";
import { insertSorted } from "./insert-text.ts";
import { toCamel, toKebab } from "./names.ts";
import { createFile, fillIn, type NewFile, type ReadFile, readList } from "./new-file.ts";

const rules = "packages/validators/src/rules";
const parity = "tools/parity/src/kinds";

/**
 * The API server's rules for a kind: a file with its test, a line in the list of kinds with rules, one for the source
 * if the group has none yet, the mutants for the comparison with a real server, and a changeset.
 */
export function newKind(kind: KnownKind, read: ReadFile): readonly NewFile[] {
  const name = toKebab(kind.kind);
  const [list, sources, compared] = [`${rules}/rule-modules.ts`, `${rules}/sources.ts`, `${parity}/mod.ts`];
  const sourceName = toCamel(kind.group.split(".")[0]?.replace(/^$/, "core") ?? "");
  const sourceText = readList(read, sources);
  const hasSource = new RegExp(`^export const ${sourceName} =`, "m").test(sourceText);
  const apiVersion = apiVersionOf(kind);
  const entry = `  "${apiVersion}/${kind.kind}": complete("${name}/${name}", "check${kind.kind}"),`;
  return [
    createFile(read, `${rules}/${name}/${name}.ts`, ruleText(kind, sourceName)),
    createFile(read, `${rules}/${name}/${name}.test.ts`, testText(kind, name)),
    { path: list, text: insertSorted(readList(read, list), entry, /^ {2}"([^"]+)": complete\(/) },
    ...(hasSource ? [] : [{
      path: sources,
      text: insertSorted(
        sourceText,
        `export const ${sourceName} = "pkg/apis/${sourceName}/validation/validation.go";`,
        /^export const (\w+) = "pkg\//,
      ),
    }]),
    createFile(read, `${parity}/${name}.ts`, parityText(kind)),
    { path: compared, text: withParityKind(readList(read, compared), kind.kind) },
    createFile(read, `.changeset/rules-of-${name}.md`, changesetText(kind.kind)),
  ];
}

function apiVersionOf({ group, version }: KnownKind): string {
  return group === "" ? version : `${group}/${version}`;
}

function ruleText({ kind, isNamespaced }: KnownKind, sourceName: string): string {
  const object = toVariable(kind);
  return `import { field, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject } from "../../values/json-object.ts";
import type { KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { ${sourceName} } from "../sources.ts";

const specPath: FieldPath = field("spec");

/**
 * The API server's requirements of a ${kind} on create.
 */
export function check${kind}(outer: Report, ${object}: JsonObject, _version: KubernetesVersion): void {
  const report = reportFrom(outer, ${sourceName}, "Validate${kind}");
  checkObjectMeta(report, ${object}, subdomainForm, ${isNamespaced});
  const spec = asObject(${object}.spec);
  report("Invalid", specPath, spec, "${fillIn} what Validate${kind} asks of it");
}
`;
}

function testText({ kind }: KnownKind, name: string): string {
  return `import { describe, expect, test } from "vitest";
import { faultsOf } from "../testing/faults-of.ts";
import { check${kind} } from "./${name}.ts";

describe("check${kind}() judges as the API server does:", () => {
  test.each<{ name: string; spec: unknown; want: readonly string[] }>([
    { name: "${fillIn} a good one", spec: {}, want: [] },
    { name: "${fillIn} a bad one", spec: {}, want: ["spec.field Required"] },
  ])("$name", ({ spec, want }) => {
    expect(faultsOf(check${kind}, { metadata: { name: "a" }, spec })).toEqual(want);
  });
});
`;
}

function parityText(kind: KnownKind): string {
  const apiVersion = apiVersionOf(kind);
  const root = kind.group === "" ? `/api/${kind.version}` : `/apis/${apiVersion}`;
  return `import { validate${kind.kind} } from "@kubeschema/validators/${apiVersion}";
import type { ParityKind } from "../compare-kind.ts";
import { create } from "../endpoint.ts";
import { fullMetadata, metadataAdded, metadataPools } from "../pools.ts";

export const ${toVariable(kind.kind)}: ParityKind = {
  name: "${kind.kind}",
  endpoints: [create("${root}${kind.isNamespaced ? "/namespaces/default" : ""}/${kind.plural}")],
  validate: validate${kind.kind},
  bases: [{
    apiVersion: "${apiVersion}",
    kind: "${kind.kind}",
    metadata: fullMetadata,
    spec: { "${fillIn}": "fields that the server takes" },
  }],
  // ${fillIn} by the name of a field the values that a mutant may get, right ones and wrong ones.
  pools: { ...metadataPools, spec: [{}, null] },
  added: { metadata: metadataAdded },
};
`;
}

function withParityKind(text: string, kind: string): string {
  const name = toVariable(kind);
  const imported = insertSorted(
    text,
    `import { ${name} } from "./${toKebab(kind)}.ts";`,
    /^import \{ .+ \} from "\.\/([^"]+)\.ts";$/,
  );
  return imported.replace(/\n\];\n/, `\n  ${name},\n];\n`);
}

function changesetText(kind: string): string {
  return `---
"@kubeschema/validators": minor
---

A ${kind} is judged by the API server's own rules too: ${fillIn} the one that users meet first.
`;
}

/** `PodDisruptionBudget` as `podDisruptionBudget`, `CSIDriver` as `csiDriver`. */
function toVariable(kind: string): string {
  return toCamel(toKebab(kind));
}
