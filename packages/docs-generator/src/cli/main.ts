import { runBuild } from "./build-command.ts";
import { runCompare } from "./compare-command.ts";
import { runExplain } from "./explain-command.ts";
import { HELP } from "./help.ts";
import { runPage } from "./page-command.ts";
import { type CommandLine, parseOptions, SEE_HELP } from "./parse-options.ts";
import { runServe } from "./serve-command.ts";
import { UsageError } from "./usage-error.ts";
import type { World } from "./world.ts";

/**
 * Runs `kubeschema-docs` in a given world.
 *
 * @returns The exit code: 0; 1 where `compare` found a difference; or 2 with one message on stderr.
 */
export async function main(world: World): Promise<number> {
  try {
    return await run(world);
  } catch (error) {
    if (world.env.DEBUG === "1" && error instanceof Error) world.stderr.write(`${error.stack}\n`);
    else world.stderr.write(`kubeschema-docs: ${messageOf(error)}\n`);
    return 2;
  }
}

async function run(world: World): Promise<number> {
  const line = parseOptions(world.args);
  const { command, options } = line;
  if (line.isHelp) world.stdout.write(HELP);
  else if (line.isVersion) world.stdout.write(`${world.version}\n`);
  else {
    switch (command) {
      case "build":
        expectOperands(line, 0, "build", "nothing beside options");
        await runBuild(world, options);
        break;
      case "page":
        world.stdout.write(await runPage(world, expectOperands(line, 1, "print a page", "one kind")[0] ?? "", options));
        break;
      case "explain":
        world.stdout.write(
          await runExplain(
            world,
            expectOperands(line, 1, "explain", "one path such as ingress.spec.rules")[0] ?? "",
            options,
          ),
        );
        break;
      case "compare": {
        const [before = "", after = ""] = expectOperands(line, 2, "compare", "two versions");
        const { text, isDifferent } = await runCompare(world, [before, after], options);
        world.stdout.write(text);
        return isDifferent ? 1 : 0;
      }
      case "serve":
        expectOperands(line, 0, "serve", "nothing beside options");
        await runServe(world, options);
        break;
      case undefined:
        throw new UsageError(`Cannot run: no command given. ${SEE_HELP}`);
      default:
        throw new UsageError(`Cannot run "${command}": no such command. ${SEE_HELP}`);
    }
  }
  return 0;
}

function expectOperands(
  { operands }: CommandLine,
  count: number,
  attempt: string,
  expected: string,
): readonly string[] {
  if (operands.length === count) return operands;
  throw new UsageError(`Cannot ${attempt}: expected ${expected}, found ${operands.length}. ${SEE_HELP}`);
}

/** One line: what a message quotes may hold anything. */
function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\p{Cc}+/gu, " ");
}
