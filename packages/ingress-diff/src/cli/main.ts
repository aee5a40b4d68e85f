import { ObservationError } from "../observe/observation-error.ts";
import { escapeText } from "../report/terminal-text.ts";
import { commands } from "./commands.ts";
import type { Edge } from "./edge.ts";
import { formatHelp } from "./help.ts";
import { type Options, parseOptions } from "./parse-options.ts";
import { UsageError } from "./usage-error.ts";

/** Runs the command and returns its exit code. */
export async function main(edge: Edge): Promise<number> {
  try {
    return await run(parseOptions(edge.args), edge);
  } catch (error) {
    edge.stderr.write(`ingress-diff: ${formatError(error)}\n`);
    if (edge.env.DEBUG === "1" && error instanceof Error) edge.stderr.write(`${error.stack}\n`);
    return 2;
  }
}

async function run(options: Options, edge: Edge): Promise<number> {
  if (options.command === "help") {
    edge.stdout.write(formatHelp());
    return 0;
  }
  if (options.command === "version") {
    edge.stdout.write(`${edge.version()}\n`);
    return 0;
  }
  const command = commands.find(({ name }) => name === options.command);
  if (command === undefined) throw new RangeError(`Cannot run "${options.command}": there is no such command`);
  return command.run(options, edge);
}

function formatError(error: unknown): string {
  if (error instanceof ObservationError) return `${escapeText(error.message)}. Try: ${escapeText(error.hint)}`;
  if (error instanceof UsageError) return `${escapeText(error.message)}. Try: ingress-diff --help`;
  return `${escapeText(error instanceof Error ? error.message : String(error))}. Try: DEBUG=1 shows where`;
}
