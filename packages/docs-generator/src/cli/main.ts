import { parseArgs } from "node:util";
import { HELP } from "./help.ts";
import { runPage } from "./page-command.ts";
import { UsageError } from "./usage-error.ts";
import type { World } from "./world.ts";

/**
 * Runs `kubeschema-docs` in a given world.
 *
 * @returns The exit code: 0, or 2 with one message on stderr.
 */
export async function main(world: World): Promise<number> {
  try {
    world.stdout.write(await run(world));
    return 0;
  } catch (error) {
    if (world.env.DEBUG === "1" && error instanceof Error) world.stderr.write(`${error.stack}\n`);
    else world.stderr.write(`kubeschema-docs: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

async function run(world: World): Promise<string> {
  const { values, positionals } = parse(world.args);
  if (values.help) return HELP;
  if (values.version) return `${world.version}\n`;
  const [command, ...operands] = positionals;
  if (command === undefined) throw new UsageError(`Cannot run: no command given. ${SEE_HELP}`);
  if (command !== "page") throw new UsageError(`Cannot run "${command}": no such command. ${SEE_HELP}`);
  const [kind, ...rest] = operands;
  if (kind === undefined || rest.length > 0) {
    throw new UsageError(`Cannot print a page: expected one kind, found ${operands.length}. ${SEE_HELP}`);
  }
  return await runPage(world, {
    kind,
    apiVersion: values["api-version"],
    kubernetesVersion: values["kubernetes-version"],
    format: values.format,
    packageName: values["package-name"],
    sourceUrl: values["source-url"],
    sourceLayout: values["source-layout"],
  });
}

const SEE_HELP = "Try: kubeschema-docs --help";

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        "api-version": { type: "string" },
        "kubernetes-version": { type: "string" },
        format: { type: "string", default: "markdown" },
        "package-name": { type: "string" },
        "source-url": { type: "string" },
        "source-layout": { type: "string" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean" },
      },
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split(". ", 1)[0] : String(cause);
    throw new UsageError(`Cannot read the arguments: ${reason}. ${SEE_HELP}`, { cause });
  }
}
