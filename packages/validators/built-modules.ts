import { existsSync, globSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { ruleModules } from "./src/rules/rule-modules.ts";

// Every module costs time when it is loaded, and so does every kilobyte. What the kinds of one group and version need and no
// others, definitions and rules, is built into their module. What every kind needs is the runtime. The rest stays apart.

const runtime = "runtime/mod.ts";
const common = "gen/definitions/common.js";
const anyObject = "rules/metadata/any-object.ts";

/** Rules that several groups need go into the runtime as well, unless they are larger than this together. */
const largeBytes = 8000;

/** The files of `src` that a built module holds beside its own entry, by the path of that entry in `src`. */
export function builtModules(): ReadonlyMap<string, readonly string[]> {
  const inRuntime = reach([runtime, anyObject, "values/validation-error.ts"]);
  const users = new Map<string, Set<string>>();
  for (const [key, { module }] of Object.entries(ruleModules)) {
    const apiVersion = key.slice(0, key.lastIndexOf("/"));
    for (const file of reach([posix.join("gen", module)])) {
      users.set(file, (users.get(file) ?? new Set()).add(apiVersion));
    }
  }
  const built = new Map<string, readonly string[]>([[
    runtime,
    [...inRuntime, common].filter((file) => file !== runtime),
  ]]);
  for (const file of globSync("src/gen/definitions/**/*.js").map((path) => path.slice("src/".length)).sort()) {
    const kinds = kindsOf(file);
    if (existsSync(`src/${kinds}`)) built.set(kinds, [file]);
  }
  const others = [...users].filter(([file]) => !inRuntime.has(file));
  for (const [names, group] of Map.groupBy(others, ([, apiVersions]) => [...apiVersions].sort().join(" "))) {
    const files = group.map(([file]) => file).sort();
    const sizeBytes = files.reduce((sum, file) => sum + readFileSync(`src/${file}`).length, 0);
    const entry = homeOf(names, sizeBytes, files.find((file) => file.startsWith("rules/")) ?? "");
    built.set(entry, [...built.get(entry) ?? [], ...files.filter((file) => file !== entry)]);
  }
  return built;
}

function homeOf(names: string, sizeBytes: number, first: string): string {
  if (!names.includes(" ") && existsSync(`src/gen/${names}.js`)) return `gen/${names}.js`;
  return sizeBytes < largeBytes ? runtime : first;
}

/** The module of kinds that definitions are named after: `v1.33/apps/v1.js` for `definitions/v1.33/apps-v1.js`. */
function kindsOf(definitions: string): string {
  return definitions.replace("gen/definitions/", "gen/").replace(/-([^-/]+\.js)$/, "/$1").replace(
    /(^|\/)core\/(?=v\d)/,
    "$1",
  );
}

/** The files that are loaded with some, themselves among them. */
function reach(files: readonly string[]): ReadonlySet<string> {
  const reached = new Set(files);
  for (const file of reached) {
    const text = readFileSync(`src/${file}`, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
    for (const [, specifier = ""] of text.matchAll(/^(?:import|export) (?!type)[^;]*? from "(\.[^"]+)";/gm)) {
      reached.add(posix.join(posix.dirname(file), specifier));
    }
  }
  return reached;
}
