import {
  type Command,
  defineCommand,
  type FlagTable,
  orList,
  parseKubernetesVersion,
  stopSignal,
  valuesFlag,
} from "@kubeschema/command-kit";
import { type ExtraProgram, extraPrograms } from "../find-binaries.ts";
import { serverVersions } from "../server-versions.ts";

interface InstallCommandOptions {
  readonly version: readonly string[];
  readonly with: readonly (readonly ExtraProgram[])[];
}

const flags: FlagTable<InstallCommandOptions> = {
  version: valuesFlag({
    value: "X.Y",
    expects: "a release such as 1.37",
    parse: parseKubernetesVersion,
    completes: serverVersions.map(({ release }) => release.slice(1)),
    help: "the release of Kubernetes",
  }),
  with: valuesFlag({
    value: "PROGRAM,...",
    expects: `${orList(extraPrograms)}, or both`,
    parse: parsePrograms,
    completes: extraPrograms,
    help: "add these programs of the release",
  }),
};

export const installCommand: Command = defineCommand<InstallCommandOptions>({
  summary: "find the binaries, or build or download them; prints their folder",
  description: `The releases that are built with Go: ${
    serverVersions.filter(({ recipe }) => recipe.type === "go").map(({ version }) =>
      version
    ).join(", ")
  }. Without Go the official build for tests is downloaded. 1.20 is built from Debian 12's source package, ` +
    "which is also what happens there without --version.",
  examples: [
    "kubeschema-apiserver install",
    "kubeschema-apiserver install --version 1.37 --version 1.34",
    "kubeschema-apiserver install --version 1.37 --with kubectl,kube-controller-manager",
  ],
  flags,
  run: async ({ version: versions, with: extras }, { world, program }) => {
    const { installBinaries } = await import("../install-binaries.ts");
    const signal = stopSignal(world);
    const log = (line: string): void => void world.stderr.write(`${program}: ${line}\n`);
    for (const version of versions.length > 0 ? versions : [undefined]) {
      const folder = await installBinaries({ env: world.env, version, extras: extras.flat(), signal, log });
      world.stdout.write(`${folder}\n`);
    }
    return 0;
  },
});

function parsePrograms(text: string): readonly ExtraProgram[] | undefined {
  const programs = text.split(",").map((name) => extraPrograms.find((each) => each === name.trim()));
  return programs.every((each) => each !== undefined) ? programs : undefined;
}
