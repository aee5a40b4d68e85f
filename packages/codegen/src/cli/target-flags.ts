import { type FlagTable, inGroup, switchFlag, textFlag } from "@kubeschema/command-kit";

/** Where to write. */
export interface TargetOptions {
  readonly out?: string;
  readonly force: boolean;
}

/** The flags that say where to write. */
export const targetFlags: FlagTable<TargetOptions> = inGroup("Output", {
  out: textFlag({ value: "DIR", help: "the folder to write to; without it, the files are only listed" }),
  force: switchFlag({ help: "write into a folder that holds other files too; those are kept" }),
});
