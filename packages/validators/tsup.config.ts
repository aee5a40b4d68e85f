import { globSync, readFileSync, writeFileSync } from "node:fs";
import { posix, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, type Options } from "tsup";
import { builtModules } from "./built-modules.ts";
import { bundledLicenses } from "./bundled-licenses.ts";

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

const source = fileURLToPath(new URL("src/", import.meta.url));
const inSource = (file: string): string => relative(source, file).replaceAll("\\", "/");
const built = builtModules();
/** The entry that a file of `src` is built into; other files are built into whatever imports them. */
const homes = new Map([...built].flatMap(([entry, files]) => [entry, ...files].map((file) => [file, entry] as const)));

const handWritten = {
  mod: "mod.ts",
  runtime: "runtime/mod.ts",
  "rule-modules": "rules/rule-modules.ts",
  crds: "crds/mod.ts",
  "ingress-change": "validate/validate-ingress-change.ts",
  "ingress-v1beta1": "validate/validate-ingress-v1beta1.ts",
};
const entries: Readonly<Record<string, string>> = {
  ...handWritten,
  ...Object.fromEntries(
    [...globSync("gen/**/*.js", { cwd: source }), ...[...built.keys()].filter((file) => file.startsWith("rules/"))]
      .filter((file) => (homes.get(file) ?? file) === file)
      .map((file) => [file.replace(/^gen\//, "").replace(/\.[jt]s$/, ""), file]),
  ),
};
const outputs = new Map(Object.entries(entries).map(([name, file]) => [file, `${name}.js`]));

/** Leaves an import to the module that what it imports is built into, unless that is the importing one. */
const modulesApart: Plugin = {
  name: "modules-apart",
  setup: (build) => {
    build.onResolve({ filter: /^\./ }, ({ path, resolveDir, importer }) => {
      if (importer === "") return undefined;
      const [from, to] = [inSource(importer), inSource(resolve(resolveDir, path))];
      const [fromHome, toHome] = [homes.get(from) ?? from, homes.get(to) ?? to];
      const [fromOutput, toOutput] = [outputs.get(fromHome), outputs.get(toHome)];
      if (toOutput === undefined || fromHome === toHome) return undefined;
      // Validators of custom kinds use little of what belongs to a group, and should not load the rest of it.
      if (from.startsWith("crds/") && toHome !== "runtime/mod.ts") return undefined;
      const specifier = posix.relative(posix.dirname(fromOutput ?? "."), toOutput);
      return { path: specifier.startsWith(".") ? specifier : `./${specifier}`, external: true };
    });
    build.onLoad({ filter: /\.[jt]s$/ }, ({ path }) => {
      const file = inSource(path);
      const files = built.get(file);
      if (files === undefined) return undefined;
      const lines = files.map((other) => `export * from "./${posix.relative(posix.dirname(file), other)}";\n`);
      return { contents: readFileSync(path, "utf8") + lines.join(""), loader: file.endsWith(".ts") ? "ts" : "js" };
    });
  },
};

const common: Options = {
  format: "esm",
  target: "node22",
  splitting: false,
  minify: true,
  silent: true,
  esbuildPlugins: [modulesApart],
};

export default defineConfig([
  {
    ...common,
    entry: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, `src/${file}`])),
    platform: "neutral",
    // Custom kinds need CEL and the regular expressions of Go: `crds.js` holds them, so that users of built-in kinds do not pay for them.
    noExternal: [/^@bufbuild\//, "re2js"],
    // The one is a copy of the other.
    esbuildOptions: (esbuild) => {
      esbuild.alias = { "@bufbuild/re2": "re2js" };
    },
    onSuccess: async () => writeFileSync("dist/LICENSE-crds.txt", bundledLicenses()),
    dts: { entry: Object.fromEntries(Object.entries(handWritten).map(([name, file]) => [name, `src/${file}`])) },
  },
  {
    // The command is one file, its reader of YAML included, so that it starts fast and the package needs no other.
    ...common,
    entry: { bin: "src/bin.ts" },
    platform: "node",
    removeNodeProtocol: false,
    noExternal: ["@kubeschema/manifest-reader"],
  },
]);
