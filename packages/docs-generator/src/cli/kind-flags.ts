import { type FlagTable, kubernetesVersionFlag, textFlag } from "@kubeschema/command-kit";

/** Which kind of which release is meant. */
export interface KindOptions {
  readonly apiVersion?: string;
  readonly kubernetesVersion?: string;
}

/** The flags that say which kind is meant. */
export const kindFlags: FlagTable<KindOptions> = {
  apiVersion: textFlag({
    value: "VERSION",
    help: "v1 or <group>/<version>; needed where several have the kind",
    group: "Input",
  }),
  kubernetesVersion: kubernetesVersionFlag({ help: "the release; the newest unless given", group: "Input" }),
};
