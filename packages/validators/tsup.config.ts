import { copyFileSync, globSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, type Options } from "tsup";
import { ruleModules } from "./src/rules/rule-modules.ts";

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

const source = fileURLToPath(new URL("src/", import.meta.url));
const generated = globSync("src/gen/**/*.js").map((file) => file.slice("src/gen/".length, -".js".length)).sort();
const common: Options = {
  format: "esm",
  target: "node22",
  platform: "neutral",
  splitting: false,
  minify: true,
  silent: true,
};

// Every module costs time when it is loaded, so that all hand-written code that a validator calls is one, and the
// generated code stays in the few modules that it was emitted in, which are alike in `src/gen` and in `dist`.
const isInRuntime = /^(?:runtime|rules|formats)\/|^validation-error\.ts$/;

/** Leaves an import as it is, where what it imports is built as a module of its own. */
const modulesOfTheirOwn: Plugin = {
  name: "modules-of-their-own",
  setup: (build) => {
    build.onResolve({ filter: /^\./ }, ({ path, resolveDir, importer }) => {
      if (importer === "") return undefined;
      const file = relative(source, resolve(resolveDir, path));
      const target = isInRuntime.test(file)
        ? "runtime.js"
        : file.startsWith("gen/")
        ? file.slice("gen/".length)
        : file === "mod.ts"
        ? "mod.js"
        : undefined;
      if (target === undefined) return undefined;
      const from = dirname(relative(source, importer).replace(/^gen\//, ""));
      // The command, in `cli/`, is built into a file beside the others.
      const specifier = relative(importer.includes("/gen/") ? from : ".", target);
      return { path: specifier.startsWith(".") ? specifier : `./${specifier}`, external: true };
    });
  },
};

/** Adds the rules of all kinds to what the runtime exports. */
const withRules: Plugin = {
  name: "with-rules",
  setup: (build) => {
    build.onLoad({ filter: /[\\/]runtime[\\/]mod\.ts$/ }, ({ path }) => {
      const modules = Object.values(ruleModules).map((rule) => ({ from: rule.module, name: rule.export }));
      const any = { from: "../rules/metadata/any-object.ts", name: "checkAnyObject" };
      const error = { from: "../validation-error.ts", name: "ValidationError" };
      const lines = new Set([...modules, any, error].map(({ from, name }) => `export { ${name} } from "${from}";\n`));
      return { contents: readFileSync(path, "utf8") + [...lines].join(""), loader: "ts" };
    });
  },
};

const configs: readonly Options[] = [
  { entry: { runtime: "src/runtime/mod.ts" }, dts: true, esbuildPlugins: [withRules] },
  {
    entry: { mod: "src/mod.ts", "rule-modules": "src/rules/rule-modules.ts" },
    dts: true,
    esbuildPlugins: [modulesOfTheirOwn],
  },
  {
    entry: Object.fromEntries(generated.map((name) => [name, `src/gen/${name}.js`])),
    esbuildPlugins: [modulesOfTheirOwn],
  },
  {
    // The command is one file, its YAML parser included, so that it starts fast and the package needs no other.
    entry: { bin: "src/bin.ts" },
    platform: "node",
    removeNodeProtocol: false,
    noExternal: ["js-yaml"],
    esbuildPlugins: [modulesOfTheirOwn],
    onSuccess: async () => copyFileSync("../../node_modules/js-yaml/LICENSE", "dist/LICENSE-js-yaml.txt"),
  },
];

export default defineConfig(configs.map((config) => ({ ...common, ...config })));
