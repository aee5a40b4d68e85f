import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "tsup";
import { thirdPartyNotices } from "./build/third-party-notices.ts";

// What is bundled: the kit of the commands, the reader of manifests, the YAML parser, the validators of Ingresses and the
// kubeconfig half of the official client. All but the kit are chunks of their own that are loaded when they are needed.
// The client's generated API classes and their HTTP stack (2 MB) are left out: requests go through node:https with the
// options that KubeConfig gives.
const unused = fileURLToPath(new URL("build/unused-by-kubeconfig.js", import.meta.url));
const nodeHttp = fileURLToPath(new URL("build/node-http.js", import.meta.url));

const config: ReturnType<typeof defineConfig> = defineConfig({
  entry: ["src/mod.ts", "src/bin.ts"],
  format: "esm",
  target: "node22",
  platform: "node",
  splitting: true,
  dts: { entry: "src/mod.ts" },
  clean: true,
  removeNodeProtocol: false,
  noExternal: [
    /^@kubernetes\/client-node/,
    /^@kubeschema\/(?:command-kit|manifest-reader|validators)/,
    /^yaml$/,
  ],
  esbuildPlugins: [{
    name: "kubeconfig-only",
    setup: (build) => {
      build.onResolve({ filter: /^undici$/ }, () => ({ path: unused }));
      build.onResolve({ filter: /\/gen\/index\.js$/ }, () => ({ path: unused }));
      // What is required is fast already, and must stay what it is.
      build.onResolve(
        { filter: /^(node:)?http$/ },
        ({ kind }) => kind === "require-call" ? undefined : { path: nodeHttp },
      );
      build.onEnd(({ metafile }) => {
        const outputs = Object.values(metafile?.outputs ?? {});
        const inputs = outputs.flatMap((output) => Object.keys(output.inputs));
        mkdirSync("dist", { recursive: true });
        writeFileSync("dist/THIRD-PARTY-NOTICES.txt", thirdPartyNotices(inputs));
      });
    },
  }],
  // Comments are most of the client's files.
  esbuildOptions: (esbuild) => {
    esbuild.minifyWhitespace = true;
  },
  // Some of the bundled code is CommonJS and calls require() for Node's own modules.
  banner: {
    js:
      'import { createRequire as createBundleRequire } from "node:module"; const require = createBundleRequire(import.meta.url);',
  },
});

export default config;
