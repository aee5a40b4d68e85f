import { type Command, defineCommand } from "@kubeschema/command-kit";
import { howToGetServer } from "../find-binaries.ts";
import { listServers } from "../list-servers.ts";

export const listCommand: Command = defineCommand<Record<string, never>>({
  summary: "list the servers that are installed: version, folder and programs",
  examples: ["kubeschema-apiserver list"],
  flags: {},
  run: (_options, { world, program }) => {
    const servers = listServers(world.env);
    if (servers.length === 0) {
      world.stderr.write(`${program}: ${howToGetServer(world.env)}\n`);
    }
    for (const { version, folder, programs } of servers) {
      world.stdout.write(`${version.padEnd(8)}  ${folder}  ${programs.join(", ")}\n`);
    }
    return Promise.resolve(0);
  },
});
