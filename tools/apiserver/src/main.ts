import { type Program, runProgram, type World } from "@kubeschema/command-kit";
import { installCommand } from "./cli/install-command.ts";
import { listCommand } from "./cli/list-command.ts";
import { startCommand } from "./cli/start-command.ts";

export const program: Program = {
  name: "kubeschema-apiserver",
  summary: "A real etcd and kube-apiserver for tests.",
  examples: ["kubeschema-apiserver install --version 1.37", "kubeschema-apiserver start --version 1.37"],
  commands: { install: installCommand, list: listCommand, start: startCommand },
  exitCodes: { ok: "done" },
  notes: [
    "KUBESCHEMA_APISERVER_VERSION is the release where no --version is given, here and in tests.",
    "KUBEBUILDER_ASSETS is a folder with etcd and kube-apiserver; it is used where no release is asked for.",
    "XDG_CACHE_HOME says where the cache is: ~/.cache unless it is set.",
    "DEBUG=1 shows the server's output, and stacks of errors.",
  ],
};

/** Runs one command and returns its exit code. */
export const main = (world: World): Promise<number> => runProgram(program, world);
