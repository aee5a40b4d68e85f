import type { Program } from "@kubeschema/command-kit";
import { compareCommand } from "./commands/compare-command.ts";
import { demoCommand } from "./commands/demo-command.ts";
import { diffCommand } from "./commands/diff-command.ts";
import { explainCommand } from "./commands/explain-command.ts";
import { planCommand } from "./commands/plan-command.ts";
import { rbacCommand } from "./commands/rbac-command.ts";
import { reportCommand } from "./commands/report-command.ts";
import { snapshotCommand } from "./commands/snapshot-command.ts";
import { watchCommand } from "./commands/watch-command.ts";
import type { IngressDiffWorld } from "./ingress-diff-world.ts";

/** `ingress-diff`. */
export const program: Program<IngressDiffWorld> = {
  name: "ingress-diff",
  // Under this name kubectl finds it.
  aliases: ["kubectl-ingress_diff"],
  summary:
    "Tells whether the cluster does what its Ingresses ask for: which routes are broken, why, and what to do. Only reads.",
  examples: ["ingress-diff -A", "ingress-diff checkout -n shop -o json"],
  commands: {
    report: reportCommand,
    diff: diffCommand,
    plan: planCommand,
    watch: watchCommand,
    snapshot: snapshotCommand,
    compare: compareCommand,
    rbac: rbacCommand,
    explain: explainCommand,
    demo: demoCommand,
  },
  defaultCommand: "report",
  // No command has a slash in its name.
  isOperand: (word) => Promise.resolve(word.includes("/")),
  // kubectl has -f, and -w and --watch; the other two are what people try.
  commandsForFlags: {
    "-f": "diff",
    "--filename": "diff",
    "--plan": "plan",
    "-w": "watch",
    "--watch": "watch",
    "--print-rbac": "rbac",
  },
  exitCodes: {
    ok: "nothing found",
    different: "findings or differences",
    unknown: "could not tell (no access, wrong usage, checks that could not be done)",
  },
  notes: [
    'An Ingress that is named like a command is given as namespace/name. On the PATH, "kubectl ingress-diff" works too.',
  ],
};
