import { type FlagTable, inGroup, switchFlag, textFlag } from "@kubeschema/command-kit";

/** The place to write to. */
export interface TargetOptions {
  readonly out?: string;
  readonly force: boolean;
}

/** The flags that select the place to write to. */
export const targetFlags: FlagTable<TargetOptions> = inGroup("Output", {
  out: textFlag({ value: "DIR", help: "the folder to write to; without it, the files are only listed" }),
  force: switchFlag({ help: "write into a folder that has other files too; those are kept" }),
});
