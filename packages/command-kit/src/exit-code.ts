/** What the exit codes of every command mean, as those of `diff` and `kubectl diff`. */
export const exitCode = {
  /** The same, valid, done. */
  ok: 0,
  /** Different, or invalid. */
  different: 1,
  /** Could not tell: wrong usage, something that cannot be read, no access. */
  unknown: 2,
} as const;

/** What a shell shows for a process that a signal ended. */
const bySignal: Readonly<Record<"SIGINT" | "SIGTERM", number>> = { SIGINT: 130, SIGTERM: 143 };

/** The exit code of a command that a signal interrupted. */
export function exitCodeOfSignal(signal: "SIGINT" | "SIGTERM"): number {
  return bySignal[signal];
}
