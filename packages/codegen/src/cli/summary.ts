import type { OutputFile } from "../output-file.ts";
import type { LoadedModel } from "./load-model.ts";
import type { WriteResult } from "./output-folder.ts";

const shown = 10;

/** The outcome of a run. */
export interface Outcome extends LoadedModel {
  readonly warnings: readonly string[];
  readonly files: readonly OutputFile[];
  /** Absent where the files were only listed. */
  readonly written: WriteResult & { readonly out: string } | undefined;
  /** What was generated: `types`. */
  readonly target: string;
}

/** Reports what was written, what was skipped, and why. */
export function summaryLines(outcome: Outcome): readonly string[] {
  const { model, diagnostics, passedOver, warnings, files, written, target } = outcome;
  const kinds = model.kinds.filter(({ kind }) => !kind.endsWith("List")).length;
  const what = `${target} of ${count(kinds, "kind")} in ${count(files.length, "file")}`;
  const skipped = [...passedOver].map(([kind, times]) => times === 1 ? kind : `${times} ${kind}`);
  const notes = [
    ...warnings,
    ...diagnostics.filter(({ code }) => code !== "NOT_A_CRD").map(({ place, message }) => `${place}: ${message}`),
  ];
  return [
    ...notes.slice(0, shown).map((note) => `kubeschema-codegen: ${note}`),
    ...(notes.length > shown ? [`kubeschema-codegen: and ${notes.length - shown} more notes`] : []),
    ...(skipped.length > 0 ? [`Skipped, since they contain no schema: ${skipped.slice(0, shown).join(", ")}`] : []),
    written === undefined ? `Would write ${what}. Try: --out DIR` : `Wrote ${what} to ${written.out}`,
    ...(written && written.removed.length > 0
      ? [`Removed ${count(written.removed.length, "file")} of an earlier run`]
      : []),
  ];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
