import { type Command, defineCommand, kubernetesVersionFlag, stopSignal } from "@kubeschema/command-kit";
import { once } from "node:events";
import { serverVersions } from "../server-versions.ts";

interface StartOptions {
  readonly version?: string;
}

export const startCommand: Command = defineCommand<StartOptions>({
  summary: "run a server until Ctrl-C; prints the path of the administrator's kubeconfig",
  examples: ["kubeschema-apiserver start", "kubeschema-apiserver start --version 1.37"],
  flags: {
    version: kubernetesVersionFlag({
      completes: serverVersions.map(({ release }) => release.slice(1)),
      help: "the release of Kubernetes",
    }),
  },
  run: async ({ version }, { world, program }) => {
    const { startApiServer } = await import("../start-api-server.ts");
    const signal = stopSignal(world);
    const isVerbose = world.env.DEBUG === "1";
    const server = await startApiServer({ env: world.env, isVerbose, ...(version === undefined ? {} : { version }) });
    try {
      world.stdout.write(`${server.kubeconfigPath}\n`);
      world.stderr.write(`${program}: serving Kubernetes ${server.version} at ${server.url}, Ctrl-C ends it\n`);
      if (!signal.aborted) await once(signal, "abort");
    } finally {
      await server.stop();
    }
    return 0;
  },
});
