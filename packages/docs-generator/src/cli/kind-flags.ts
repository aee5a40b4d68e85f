import { type FlagTable, kubernetesVersionFlag, textFlag } from "@kubeschema/command-kit";

/** The selected kind and release. */
export interface KindOptions {
  readonly apiVersion?: string;
  readonly kubernetesVersion?: string;
}

/** The flags that select a kind. */
export const kindFlags: FlagTable<KindOptions> = {
  apiVersion: textFlag({
    value: "VERSION",
    help: "v1 or <group>/<version>; required where several have the kind",
    group: "Input",
  }),
  kubernetesVersion: kubernetesVersionFlag({ help: "the release; by default the newest", group: "Input" }),
};
