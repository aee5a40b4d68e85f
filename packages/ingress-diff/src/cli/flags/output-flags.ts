import { choiceFlag, choiceFlagOr, type FlagTable, inGroup, switchFlag } from "@kubeschema/command-kit";
import { type OutputFormat, reportFormats } from "../../report/report-formats.ts";

/** How a text for people looks. */
export interface DetailOptions {
  readonly verbose: boolean;
}

/** Whether what is found makes a difference to the exit code. */
export interface ExitOptions {
  readonly exitZero: boolean;
}

/** The format of a report; the configuration may name one, too. */
export interface ReportOutputOptions {
  readonly output?: OutputFormat;
}

/** The flag that shows more. */
export const detailFlag: FlagTable<DetailOptions> = inGroup("Output", {
  verbose: switchFlag({ help: "everything: also what is healthy or unchanged" }),
});

/** The flag that leaves the exit code alone. */
export const exitFlag: FlagTable<ExitOptions> = inGroup("Output", {
  exitZero: switchFlag({ help: "exit with 0 whatever is found" }),
});

/** The format of a report. */
export const reportOutputFlag: FlagTable<ReportOutputOptions> = inGroup("Output", {
  output: choiceFlag({
    short: "o",
    value: "FORMAT",
    choices: reportFormats.map(({ name }) => name),
    help: "how to print it; the default is text",
  }),
});

/** The flag `-o` of a command that has a few formats; the first of them is the default. */
export function outputFlag<Format extends string>(
  ...choices: readonly [Format, ...Format[]]
): FlagTable<{ readonly output: Format }> {
  const [fallback] = choices;
  return inGroup("Output", {
    output: choiceFlagOr({ short: "o", value: "FORMAT", choices, fallback, help: "how to print it" }),
  });
}
