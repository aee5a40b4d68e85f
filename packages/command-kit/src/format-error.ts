import { CommandError, reasonOf, UsageError } from "./command-error.ts";
import { escapeText } from "./escape-text.ts";
import { exitCode } from "./exit-code.ts";
import type { Environment } from "./world.ts";

/** Who says an error, and what helps where the error itself has no hint. */
export interface ErrorContext {
  /** The program's name. */
  readonly program: string;
  /** The command that prints help: `ingress-diff snapshot --help`. */
  readonly help: string;
  readonly env: Environment;
}

/**
 * One line for people: `ingress-diff: Cannot read "x": there is no such file or folder. Try: ls x`. With `DEBUG=1` the
 * stack follows.
 *
 * Errors of libraries may have a `hint`, too.
 */
export function formatError(error: unknown, context: ErrorContext): string {
  const hint = hintOf(error, context);
  // A parser's message may have many lines.
  const message = reasonOf(error).trim().replace(/\s*\n\s*/g, " ");
  const line = `${context.program}: ${escapeText(message)}${hint === undefined ? "" : `. Try: ${escapeText(hint)}`}\n`;
  const stack = context.env.DEBUG === "1" && error instanceof Error ? stackOf(error) : "";
  return line + stack;
}

/** The exit code for an error. */
export function exitCodeOfError(error: unknown): number {
  return error instanceof CommandError ? error.exitCode : exitCode.unknown;
}

function hintOf(error: unknown, { help }: ErrorContext): string | undefined {
  if (error instanceof Error && "hint" in error && typeof error.hint === "string") return error.hint;
  if (error instanceof UsageError) return help;
  return error instanceof CommandError ? undefined : "DEBUG=1, which shows where it happened";
}

function stackOf(error: Error): string {
  const own = `${error.stack ?? error.message}\n`.split("\n").map(escapeText).join("\n");
  return error.cause instanceof Error ? `${own}Caused by: ${stackOf(error.cause)}` : own;
}
