import { type Command, defineCommand } from "@kubeschema/command-kit";
import type { IngressDiffWorld } from "../ingress-diff-world.ts";

/** `explain`: what a rule finds. */
export const explainCommand: Command<IngressDiffWorld> = defineCommand<object, IngressDiffWorld>({
  summary: "tell what a rule finds, why it matters and what to do; without a name list every rule",
  examples: ["ingress-diff explain", "ingress-diff explain backend/no-ready-endpoints"],
  flags: {},
  operands: {
    usage: "[RULE]",
    expects: "one rule",
    max: 1,
    completes: async () => {
      const { explainedRules } = await import("../../rules/all-rules.ts");
      return explainedRules.map(({ id }) => id);
    },
  },
  run: async (_options, call) => (await import("./explain.ts")).runExplain(call),
});
