import type { Program } from "@kubeschema/command-kit";
import { buildCommand } from "./commands/build-command.ts";
import { compareCommand } from "./commands/compare-command.ts";
import { explainCommand } from "./commands/explain-command.ts";
import { pageCommand } from "./commands/page-command.ts";
import { serveCommand } from "./commands/serve-command.ts";
import type { DocsWorld } from "./world.ts";

/** `kubeschema-docs`. */
export const program: Program<DocsWorld> = {
  name: "kubeschema-docs",
  summary:
    "Generates the reference documentation of Kubernetes kinds and of your own, with the changes between releases. " +
    "It needs neither a cluster nor a network.",
  examples: ["kubeschema-docs build --versions v1.35,v1.36 --out site", "kubeschema-docs explain ingress.spec.rules"],
  commands: {
    build: buildCommand,
    serve: serveCommand,
    page: pageCommand,
    explain: explainCommand,
    compare: compareCommand,
  },
  exitCodes: { ok: "done", different: '"compare" found a difference' },
};
