/**
 * What the commands of Kubeschema share: one flag table from which parsing, help, completion and the README's table are
 * made, one type of error, and the outside world handed in.
 *
 * @module
 */
export { CommandError, type CommandErrorOptions, reasonOf, UsageError } from "./command-error.ts";
export { cannotRead, cannotWrite, codeOf, describeIoError } from "./describe-io-error.ts";
export { exitCode, exitCodeOfSignal } from "./exit-code.ts";
export { escapeText } from "./escape-text.ts";
export { type ErrorContext, exitCodeOfError, formatError } from "./format-error.ts";

export {
  type AnyFlagTable,
  choiceFlag,
  choiceFlagOr,
  type ChoiceWords,
  type Completion,
  countFlagOr,
  durationFlag,
  type Flag,
  type FlagTable,
  type FlagWords,
  type GivenValue,
  inGroup,
  kubernetesVersionFlag,
  listFlag,
  type ParsedValueWords,
  switchFlag,
  textFlag,
  textsFlag,
  valueFlag,
  valueFlagOr,
  valuesFlag,
  type ValueWords,
} from "./flag.ts";
export { longName } from "./flag-spelling.ts";
export { parseDuration } from "./duration.ts";
export { parseKubernetesVersion } from "./kubernetes-version.ts";
export { closestWord } from "./closest-word.ts";
export { suggest } from "./suggest.ts";
export { andList, orList } from "./list-words.ts";

export {
  type Call,
  type Command,
  type CommandDefinition,
  defineCommand,
  type Operands,
  parseFlags,
  type Program,
} from "./program.ts";
export { runProgram } from "./run-program.ts";
export { formatCommandReference } from "./format-command-reference.ts";
export { formatFlagTable } from "./format-flag-table.ts";

export { createProgress, type Progress, type ProgressOptions } from "./progress.ts";
export { createPaint, hasColor, type Look, type Paint, terminalWidth } from "./terminal.ts";
export { pad, textWidth, wrapText } from "./wrap-text.ts";
export { createKubectl, type Kubectl, type KubectlOptions, type KubectlResult } from "./kubectl.ts";
export { interrupted, stopSignal } from "./stop-signal.ts";
export type {
  Environment,
  Files,
  InputStream,
  OutputStream,
  ProcessResult,
  RunProcess,
  StopReason,
  World,
} from "./world.ts";
